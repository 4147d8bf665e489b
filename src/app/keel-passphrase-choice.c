#include "config.h"

#include "keel-passphrase-choice.h"

#include <glib/gi18n-lib.h>

#include "keel-passphrase-row.h"

/* In characters. Shorter ones are allowed, with a hint. */
#define EASILY_GUESSED 8

struct _KeelPassphraseChoice
{
  AdwBin parent_instance;

  KeelPassphraseRow *first;
  KeelPassphraseRow *second;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (KeelPassphraseChoice, keel_passphrase_choice, ADW_TYPE_BIN)

static void
typed_cb (KeelPassphraseChoice *self)
{
  guint length = keel_passphrase_row_get_length (self->first);

  gtk_widget_set_visible (self->hint, length > 0 && length < EASILY_GUESSED);
  keel_passphrase_row_show_problem (self->second, NULL);
}

static void
ask_again (KeelPassphraseRow *row, const char *problem)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
  keel_passphrase_row_show_problem (row, problem);
}

static gboolean
keel_passphrase_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_PASSPHRASE_CHOICE (widget)->first));
}

static void
keel_passphrase_choice_class_init (KeelPassphraseChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = keel_passphrase_choice_grab_focus;

  g_type_ensure (KEEL_TYPE_PASSPHRASE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-passphrase-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseChoice, first);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseChoice, second);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseChoice, hint);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
keel_passphrase_choice_init (KeelPassphraseChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KeelSecret *
keel_passphrase_choice_dup (KeelPassphraseChoice *self)
{
  g_autoptr (KeelSecret) first = keel_passphrase_row_dup (self->first);
  g_autoptr (KeelSecret) second = keel_passphrase_row_dup (self->second);

  if (*first == '\0')
    ask_again (self->first, _ ("Write a passphrase here first."));
  else if (*second == '\0')
    ask_again (self->second, _ ("Write it here once more, so that no slip of a finger locks you out."));
  else if (strcmp (first, second) != 0)
    ask_again (self->second,
               _ ("The two are not the same yet. Write it here once more, or change the first."));
  else
    return g_steal_pointer (&first);
  return NULL;
}

void
keel_passphrase_choice_clear (KeelPassphraseChoice *self)
{
  keel_passphrase_row_clear (self->first);
  keel_passphrase_row_clear (self->second);
}
