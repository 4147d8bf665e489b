#include "config.h"

#include "keel-together-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-names.h"
#include "keel-note-area.h"
#include "keel-session-plans.h"
#include "keel-session-together.h"
#include "keel-text-row.h"
#include "keel-together-helps.h"
#include "keel-together-paper.h"
#include "keel-together-preview.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* Milliseconds without typing until it is kept. */
#define PAUSE 400

struct _KeelTogetherWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *form;
  GtkEditable *whom;
  KeelTogetherHelps *helps;
  KeelNoteArea *signs;
  KeelNoteArea *asks;

  KeelSession *session;
  KeelTogether *together; /* nullable: it is not read yet */
  guint timeout;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelTogetherWindow, keel_together_window, ADW_TYPE_WINDOW)

static void
tell_error (KeelTogetherWindow *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

/* --- Kept as it is written --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTogetherWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!keel_session_change_finish (KEEL_SESSION (source), result, &error))
    tell_error (self, error);
}

static void
set (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

static void
read_form (KeelTogetherWindow *self)
{
  g_autofree char *whom = g_strstrip (g_strdup (gtk_editable_get_text (self->whom)));

  set (&self->together->whom, *whom != '\0' ? g_steal_pointer (&whom) : NULL);
  set (&self->together->signs, keel_note_area_dup_text (self->signs));
  set (&self->together->asks, keel_note_area_dup_text (self->asks));
  keel_together_helps_read (self->helps, self->together);
}

static void
save (KeelTogetherWindow *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  read_form (self);
  keel_session_save_together_async (self->session, self->together, saved_cb, g_object_ref (self));
}

static gboolean
pause_cb (gpointer data)
{
  KeelTogetherWindow *self = data;

  self->timeout = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (KeelTogetherWindow *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, pause_cb, self);
}

static gboolean
close_cb (KeelTogetherWindow *self)
{
  if (self->timeout != 0)
    save (self);
  return FALSE;
}

/* --- What stands there --- */

static void
show (KeelTogetherWindow *self)
{
  self->showing = TRUE;
  gtk_editable_set_text (self->whom, self->together->whom != NULL ? self->together->whom : "");
  keel_together_helps_show (self->helps, self->together);
  keel_note_area_set_text (self->signs, self->together->signs);
  keel_note_area_set_text (self->asks, self->together->asks);
  self->showing = FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTogetherWindow) self = data;
  g_autoptr (GError) error = NULL;
  KeelTogether *together = keel_session_read_together_finish (KEEL_SESSION (source), result, &error);

  if (together == NULL)
    {
      tell_error (self, error);
      return;
    }
  self->together = together;
  if (self->session == NULL) /* closed meanwhile */
    return;
  show (self);
  gtk_widget_set_sensitive (self->form, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "together.preview", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->whom));
}

static void
undo_cb (gpointer data)
{
  KeelTogetherWindow *self = g_object_get_data (data, "keel-window");
  const KeelTogether *before = g_object_get_data (data, "keel-before");

  if (self->session == NULL)
    return;
  keel_together_free (self->together);
  self->together = keel_together_copy (before);
  show (self);
  save (self);
  keel_undo_toast_tell (GTK_WIDGET (self), NULL, NULL);
}

/* What it was, for the button that takes it back. */
static GObject *
remember (KeelTogetherWindow *self)
{
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (object, "keel-window", g_object_ref (self), g_object_unref);
  g_object_set_data_full (object, "keel-before", keel_together_copy (self->together),
                          (GDestroyNotify) keel_together_free);
  return object;
}

static void
take_plans (KeelTogetherWindow *self, GPtrArray *plans)
{
  g_autoptr (GObject) before = NULL;
  guint n;

  read_form (self);
  before = remember (self);
  n = self->together->helps->len;
  for (guint i = 0; i < plans->len; i++)
    {
      const KeelPlan *plan = plans->pdata[i];

      keel_together_add_help (self->together, plan->situation, plan->action);
    }
  if (self->together->helps->len == n)
    {
      keel_say (GTK_WIDGET (self),
                plans->len > 0 ? _ ("Your plans are here already.") : _ ("No plan is made yet"));
      return;
    }
  show (self);
  save (self);
  keel_undo_toast_show (GTK_WIDGET (self), _ ("Your plans are taken over. Leave out what is yours alone."),
                        undo_cb, g_steal_pointer (&before), g_object_unref);
}

static void
plans_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTogetherWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = keel_session_list_plans_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL || self->together == NULL)
    return;
  if (plans != NULL)
    take_plans (self, plans);
  else
    tell_error (self, error);
}

static void
take_plans_cb (KeelTogetherWindow *self)
{
  keel_session_list_plans_async (self->session, plans_cb, g_object_ref (self));
}

static void
chosen_cb (guint parts, gpointer data)
{
  KeelTogetherWindow *self = KEEL_TOGETHER_WINDOW (data);

  if (self->together == NULL || self->session == NULL)
    return;
  self->together->parts = parts;
  keel_session_save_together_async (self->session, self->together, saved_cb, g_object_ref (self));
}

static void
preview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTogetherWindow *self = KEEL_TOGETHER_WINDOW (widget);

  save (self);
  keel_together_preview_present (GTK_WINDOW (self), self->session, self->together, chosen_cb,
                                 G_OBJECT (self));
}

static void
keel_together_window_dispose (GObject *object)
{
  KeelTogetherWindow *self = KEEL_TOGETHER_WINDOW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->together, keel_together_free);
  G_OBJECT_CLASS (keel_together_window_parent_class)->dispose (object);
}

static void
keel_together_window_class_init (KeelTogetherWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_together_window_dispose;
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_TOGETHER_HELPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-together-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTogetherWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelTogetherWindow, form);
  gtk_widget_class_bind_template_child (widget_class, KeelTogetherWindow, whom);
  gtk_widget_class_bind_template_child (widget_class, KeelTogetherWindow, helps);
  gtk_widget_class_bind_template_child (widget_class, KeelTogetherWindow, signs);
  gtk_widget_class_bind_template_child (widget_class, KeelTogetherWindow, asks);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_plans_cb);
  gtk_widget_class_install_action (widget_class, "together.preview", NULL, preview_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_together_window_init (KeelTogetherWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "together.preview", FALSE);
  keel_note_area_set_title (self->signs, keel_together_part_title (KEEL_TOGETHER_PART_SIGNS),
                            _ ("What others may notice when it gets hard for you. A line each."));
  keel_note_area_set_title (self->asks, keel_together_part_title (KEEL_TOGETHER_PART_ASKS),
                            _ ("What they can do then, and what they should not. A line each."));
}

void
keel_together_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelTogetherWindow *self = g_object_new (KEEL_TYPE_TOGETHER_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "ending", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  keel_session_read_together_async (session, read_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
