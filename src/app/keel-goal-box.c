#include "config.h"

#include "keel-goal-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-goal.h"
#include "keel-window.h"

/* What stands there when a goal is switched on. */
#define FIRST_GOAL 3

struct _KeelGoalBox
{
  AdwBin parent_instance;

  GtkLabel *week;
  GtkSwitch *has_goal;
  GtkWidget *number_row;
  GtkSpinButton *number;

  KeelSession *session;
  gboolean known; /* what the journal has stands in the rows */
};

G_DEFINE_FINAL_TYPE (KeelGoalBox, keel_goal_box, ADW_TYPE_BIN)

static int
get_goal (KeelGoalBox *self)
{
  return gtk_switch_get_active (self->has_goal) ? gtk_spin_button_get_value_as_int (self->number) : 0;
}

static void
show_week (KeelGoalBox *self)
{
  g_autofree char *words = keel_session_describe_week (self->session, get_goal (self));

  gtk_label_set_text (self->week, words);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelGoalBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
changed_cb (KeelGoalBox *self)
{
  gtk_widget_set_visible (self->number_row, gtk_switch_get_active (self->has_goal));
  if (!self->known)
    return;
  show_week (self);
  keel_session_set_goal_async (self->session, get_goal (self), saved_cb, g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelGoalBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  int goal = keel_session_read_goal_finish (KEEL_SESSION (source), result, &error);

  if (goal < 0)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  gtk_spin_button_set_value (self->number, goal > 0 ? goal : FIRST_GOAL);
  gtk_switch_set_active (self->has_goal, goal > 0);
  self->known = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->has_goal), TRUE);
  show_week (self);
}

static void
keel_goal_box_dispose (GObject *object)
{
  g_clear_object (&KEEL_GOAL_BOX (object)->session);
  G_OBJECT_CLASS (keel_goal_box_parent_class)->dispose (object);
}

static void
keel_goal_box_class_init (KeelGoalBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_goal_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-goal-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelGoalBox, week);
  gtk_widget_class_bind_template_child (widget_class, KeelGoalBox, has_goal);
  gtk_widget_class_bind_template_child (widget_class, KeelGoalBox, number_row);
  gtk_widget_class_bind_template_child (widget_class, KeelGoalBox, number);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
keel_goal_box_init (KeelGoalBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->number, 1, KEEL_WEEKLY_GOAL_MAX);
  gtk_spin_button_set_increments (self->number, 1, 5);
}

void
keel_goal_box_set_session (KeelGoalBox *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (show_week), self, G_CONNECT_SWAPPED);
  keel_session_read_goal_async (session, read_cb, g_object_ref (self));
}
