#include "config.h"

#include "keel-milestone-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-row-undo.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"

struct _KeelMilestoneDialog
{
  AdwWindow parent_instance;

  KeelChipChoice *kinds;
  GtkEditable *words;
  GtkEditable *date;

  KeelSession *session;
  char *kind;
};

G_DEFINE_FINAL_TYPE (KeelMilestoneDialog, keel_milestone_dialog, ADW_TYPE_WINDOW)

/* Those of which Keel learns nothing by itself come first. */
static const char *const kinds[] = { KEEL_REACHED_OWN, KEEL_REACHED_SERVICE, KEEL_REACHED_AMENDS,
                                     KEEL_REACHED_MEETING, KEEL_REACHED_REHEARSAL };

static gboolean
is_own (KeelMilestoneDialog *self)
{
  return g_str_equal (self->kind, KEEL_REACHED_OWN);
}

/* NULL where nothing is written. */
static char *
dup_words (KeelMilestoneDialog *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));

  return *words != '\0' ? g_steal_pointer (&words) : NULL;
}

static void
changed_cb (KeelMilestoneDialog *self)
{
  g_autofree char *words = dup_words (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", !is_own (self) || words != NULL);
}

static void
kind_chosen_cb (KeelMilestoneDialog *self, const char *id)
{
  g_free (self->kind);
  self->kind = g_strdup (id);
  keel_text_row_set_title (KEEL_TEXT_ROW (self->words), is_own (self) ? _ ("What it is, in your words")
                                                                      : _ ("In your words, if you like"));
  changed_cb (self);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelMilestoneDialog *self = KEEL_MILESTONE_DIALOG (widget);
  g_autoptr (KeelReached) reached = NULL;
  gint64 day;

  if (!keel_typed_day_parse (gtk_editable_get_text (self->date), &day))
    {
      keel_text_row_show_problem (KEEL_TEXT_ROW (self->date),
                                  _ ("Write the date as year, month and day, for example 2027-03-31."));
      keel_text_row_mend (KEEL_TEXT_ROW (self->date));
      return;
    }
  reached = keel_reached_new (self->kind, day);
  reached->words = dup_words (self);
  keel_row_undo_save (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                      &keel_reached_rows, reached, NULL, _ ("It is among your milestones."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keel_milestone_dialog_dispose (GObject *object)
{
  KeelMilestoneDialog *self = KEEL_MILESTONE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->kind, g_free);
  G_OBJECT_CLASS (keel_milestone_dialog_parent_class)->dispose (object);
}

static void
keel_milestone_dialog_class_init (KeelMilestoneDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_milestone_dialog_dispose;
  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-milestone-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneDialog, words);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneDialog, date);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_milestone_dialog_init (KeelMilestoneDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
add_kinds (KeelMilestoneDialog *self)
{
  KeelContent *content = keel_session_get_content (self->session);

  keel_chip_choice_add (self->kinds, KEEL_REACHED_OWN, _ ("In my own words"));
  for (gsize i = 1; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (KeelReached) reached = keel_reached_new (kinds[i], 0);
      g_autofree char *name = keel_sentence_reached (content, reached);

      keel_chip_choice_add (self->kinds, kinds[i], name);
    }
  keel_chip_choice_select (self->kinds, KEEL_REACHED_OWN);
  kind_chosen_cb (self, KEEL_REACHED_OWN);
}

void
keel_milestone_dialog_present (GtkWindow *parent, KeelSession *session, gint64 today)
{
  KeelMilestoneDialog *self = g_object_new (KEEL_TYPE_MILESTONE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *date = keel_typed_day_format (today);

  self->session = g_object_ref (session);
  add_kinds (self);
  gtk_editable_set_text (self->date, date);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  gtk_window_present (GTK_WINDOW (self));
}
