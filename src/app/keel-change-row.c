#include "config.h"

#include "keel-change-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-change-sentences.h"
#include "content/keel-sentences.h"

#include "keel-window.h"

struct _KeelChangeRow
{
  AdwActionRow parent_instance;

  GtkButton *take;
  GtkButton *keep;
  GtkButton *undo;

  KeelSession *session;
  KeelSeries *series; /* as it was before an answer */
  char *change;       /* what changed, in words */
  char *shown;        /* its fingerprint */
  gboolean ends;      /* there is nothing to take over: it is gone, or does not meet at present */
  gboolean taking;    /* the answer that is on its way */
};

G_DEFINE_FINAL_TYPE (KeelChangeRow, keel_change_row, ADW_TYPE_ACTION_ROW)

static void
show_buttons (KeelChangeRow *self, gboolean answered)
{
  gtk_widget_set_visible (GTK_WIDGET (self->take), !answered);
  gtk_widget_set_visible (GTK_WIDGET (self->keep), !answered);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), answered);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (answered ? self->undo : self->take));
}

/* Takes @sentence. */
static void
tell (KeelChangeRow *self, char *sentence)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), sentence);
  keel_say (GTK_WIDGET (self), sentence);
  g_free (sentence);
}

/* Takes @name, which a screen reader says. */
static void
name_button (GtkButton *button, const char *label, char *name)
{
  gtk_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
name_buttons (KeelChangeRow *self)
{
  const char *name = self->series->meeting->name;

  if (self->ends)
    {
      name_button (self->take, _ ("Stop Following"), g_strdup_printf (_ ("Stop following %s"), name));
      name_button (self->keep, _ ("Keep It"), g_strdup_printf (_ ("Keep %s"), name));
    }
  else
    {
      /* Translators: to change what is followed as the list has changed it; then to leave it as it is. */
      name_button (self->take, _ ("Take Over"), g_strdup_printf (_ ("Take over the change of %s"), name));
      name_button (self->keep, _ ("Keep Mine"), g_strdup_printf (_ ("Keep %s as I have it"), name));
    }
  name_button (self->undo, _ ("Undo"), g_strdup_printf (_ ("Undo the answer to %s"), name));
}

static void
set_change (KeelChangeRow *self, const KeelFollowedChange *change)
{
  g_set_object (&self->series, change->series);
  self->ends = change->meeting == NULL;
  g_free (self->change);
  self->change = change->paused ? keel_sentence_paused ()
                                : keel_sentence_for_change (change->series->meeting, change->meeting);
  g_free (self->shown);
  self->shown = g_strdup (change->fingerprint);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), change->series->meeting->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->change);
  name_buttons (self);
}

/* What the list says by now is shown, to be answered. */
static void
found_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelChangeRow) self = data;
  g_autoptr (GPtrArray) changes = keel_session_get_changes_finish (KEEL_SESSION (source), result, NULL);

  for (guint i = 0; self->session != NULL && changes != NULL && i < changes->len; i++)
    {
      const KeelFollowedChange *change = g_ptr_array_index (changes, i);

      if (g_str_equal (change->series->uuid, self->series->uuid))
        set_change (self, change);
    }
}

static char *
describe_answer (KeelChangeRow *self)
{
  const char *name = self->series->meeting->name;

  if (!self->taking)
    return g_strdup_printf (_ ("“%s” stays in your calendar as you have it."), name);
  if (self->ends)
    return g_strdup_printf (_ ("You no longer follow %s."), name);
  /* Translators: %s is the name of a meeting. */
  return g_strdup_printf (_ ("“%s” is in your calendar as its list has it now."), name);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelChangeRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_answer_change_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  show_buttons (self, before != NULL);
  if (before == NULL)
    {
      tell (self, keel_sentence_for_error (error, self->series->meeting->name));
      if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED))
        keel_session_get_changes_async (self->session, found_again_cb, g_object_ref (self));
      return;
    }
  g_set_object (&self->series, before);
  tell (self, describe_answer (self));
}

static void
answer (KeelChangeRow *self, gboolean take)
{
  self->taking = take;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  keel_session_answer_change_async (self->session, self->series->uuid, self->shown, take, answered_cb,
                                    g_object_ref (self));
}

static void
take_cb (KeelChangeRow *self)
{
  answer (self, TRUE);
}

static void
keep_cb (KeelChangeRow *self)
{
  answer (self, FALSE);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelChangeRow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean undone = keel_session_change_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  show_buttons (self, !undone);
  if (undone)
    tell (self, g_strdup (self->change));
  else
    tell (self, keel_sentence_for_error (error, self->series->meeting->name));
}

static void
undo_cb (KeelChangeRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  keel_session_undo_answer_async (self->session, self->series, undone_cb, g_object_ref (self));
}

static void
keel_change_row_dispose (GObject *object)
{
  KeelChangeRow *self = KEEL_CHANGE_ROW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_change_row_parent_class)->dispose (object);
}

static void
keel_change_row_finalize (GObject *object)
{
  KeelChangeRow *self = KEEL_CHANGE_ROW (object);

  g_clear_object (&self->series);
  g_free (self->change);
  G_OBJECT_CLASS (keel_change_row_parent_class)->finalize (object);
}

static void
keel_change_row_class_init (KeelChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_change_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_change_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelChangeRow, take);
  gtk_widget_class_bind_template_child (widget_class, KeelChangeRow, keep);
  gtk_widget_class_bind_template_child (widget_class, KeelChangeRow, undo);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
keel_change_row_init (KeelChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_change_row_new (KeelSession *session, const KeelFollowedChange *change)
{
  KeelChangeRow *self = g_object_new (KEEL_TYPE_CHANGE_ROW, NULL);

  self->session = g_object_ref (session);
  set_change (self, change);
  return GTK_WIDGET (self);
}
