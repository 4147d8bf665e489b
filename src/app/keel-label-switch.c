#include "config.h"

#include "keel-label-switch.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-programs.h"
#include "keel-undo-toast.h"

struct _KeelLabelSwitch
{
  AdwBin parent_instance;

  AdwActionRow *row;
  GtkSwitch *labels;

  KeelSession *session;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelLabelSwitch, keel_label_switch, ADW_TYPE_BIN)

/* Those of what is chosen: of const char *, each once. */
static GPtrArray *
find_labels (KeelSession *session)
{
  GPtrArray *programs = keel_session_get_programs (session);
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < programs->len; i++)
    {
      const KeelProgram *program = programs->pdata[i];

      for (guint j = 0; j < program->words->len; j++)
        {
          const KeelWord *word = program->words->pdata[j];

          if (word->label && !g_ptr_array_find_with_equal_func (labels, word->text, g_str_equal, NULL))
            g_ptr_array_add (labels, word->text);
        }
    }
  return labels;
}

static char *
join (GPtrArray *labels)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (i > 0)
        g_string_append (joined, C_ ("list of words", ", "));
      /* Translators: the quotation marks around one word of a program. */
      g_string_append_printf (joined, C_ ("word", "“%s”"), (const char *) labels->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelLabelSwitch) self = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL)
    return;
  keel_label_switch_show (self);
  keel_undo_toast_tell (GTK_WIDGET (self), error, NULL);
}

static void
take_back_cb (gpointer data)
{
  KeelLabelSwitch *self = data;

  if (self->session != NULL && keel_session_is_open (self->session))
    keel_session_set_labels_async (self->session, !keel_session_uses_labels (self->session), taken_back_cb,
                                   g_object_ref (self));
}

/* The switch may have been pressed again since: the last toast alone offers anything. */
static void
offer_back (KeelLabelSwitch *self)
{
  keel_undo_toast_show (GTK_WIDGET (self),
                        keel_session_uses_labels (self->session)
                            ? _ ("Keel uses words that label a person now.")
                            : _ ("Keel uses no words that label a person now."),
                        take_back_cb, g_object_ref (self), g_object_unref);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelLabelSwitch) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (self->session == NULL)
    return;
  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      offer_back (self);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "programs.tell", "s", sentence);
  keel_label_switch_show (self);
}

static void
switched_cb (KeelLabelSwitch *self)
{
  if (!self->showing && self->session != NULL)
    keel_session_set_labels_async (self->session, gtk_switch_get_active (self->labels), saved_cb,
                                   g_object_ref (self));
}

static void
keel_label_switch_dispose (GObject *object)
{
  g_clear_object (&KEEL_LABEL_SWITCH (object)->session);
  G_OBJECT_CLASS (keel_label_switch_parent_class)->dispose (object);
}

static void
keel_label_switch_class_init (KeelLabelSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_label_switch_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-label-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelLabelSwitch, row);
  gtk_widget_class_bind_template_child (widget_class, KeelLabelSwitch, labels);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
keel_label_switch_init (KeelLabelSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_label_switch_set_session (KeelLabelSwitch *self, KeelSession *session)
{
  g_set_object (&self->session, session);
}

void
keel_label_switch_show (KeelLabelSwitch *self)
{
  g_autoptr (GPtrArray) labels = find_labels (self->session);
  g_autofree char *joined = join (labels);
  g_autofree char *text = NULL;

  /* Translators: %s is one or several words in quotation marks. */
  text = g_strdup_printf (_ ("Some words of your programs label a person: %s. Keel uses "
                             "them only when this is on."),
                          joined);
  adw_action_row_set_subtitle (self->row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->labels), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), labels->len > 0);
  self->showing = TRUE;
  gtk_switch_set_active (self->labels, keel_session_uses_labels (self->session));
  self->showing = FALSE;
}
