#include "config.h"

#include "keel-reminder-status-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-reminder-sentences.h"

#include "keel-session-reminders.h"
#include "keel-window.h"

struct _KeelReminderStatusBox
{
  AdwBin parent_instance;

  AdwActionRow *process_row;
  AdwActionRow *server_row;
  AdwActionRow *next_row;
  AdwActionRow *held_row;
  GtkWidget *question_row;
  GtkWidget *advice_row;
  GtkLabel *advice;
  GtkWidget *start;
  GtkWidget *test;
  GtkWidget *yes;

  KeelSession *session;
  KeelReminderWatch *watch;
};

G_DEFINE_FINAL_TYPE (KeelReminderStatusBox, keel_reminder_status_box, ADW_TYPE_BIN)

static void
show_row (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
}

static char *
describe_moment (KeelReminderStatusBox *self, gint64 utc)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);

  return keel_sentence_moment (utc, person, keel_session_get_now (self->session));
}

static void
show_process (KeelReminderStatusBox *self, const KeelReminderState *state)
{
  g_autofree char *since = state->since > 0 ? describe_moment (self, state->since) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->start, state->known && !state->running);
  if (!state->known)
    {
      show_row (self->process_row, _ ("Looking…"), NULL);
      return;
    }
  if (!state->running)
    {
      show_row (self->process_row, _ ("Reminders are off"),
                _ ("The small program that shows them does not run. Nothing reminds you until it does."));
      return;
    }
  /* Translators: %s is a day and a time, as in "Since: Today, 08:12. Keel need not be open." */
  if (since != NULL)
    words = g_strdup_printf (_ ("Since: %s. Keel need not be open."), since);
  show_row (self->process_row, _ ("Reminders are on"), words);
}

static void
show_server (KeelReminderStatusBox *self, const KeelReminderState *state)
{
  g_autofree char *title = NULL;
  g_autofree char *trouble = NULL;

  if (!state->running)
    {
      show_row (self->server_row, NULL, NULL);
    }
  else if (!state->answers)
    {
      show_row (self->server_row, _ ("Keel cannot ask what shows notifications"),
                _ ("Reminders run in another session of this computer, or are just starting."));
    }
  else if (state->server != NULL)
    {
      /* Translators: %s is a program that shows notifications, with its version. */
      title = g_strdup_printf (_ ("Notifications are shown by %s"), state->server);
      show_row (self->server_row, title, NULL);
    }
  else
    {
      trouble = keel_sentence_for_no_server (state->trouble);
      show_row (self->server_row, _ ("Reminders cannot be shown now"), trouble);
    }
}

static char *
describe_held (KeelReminderStatusBox *self, const KeelReminderState *state, char **why)
{
  g_autofree char *until = state->quiet_until > 0 ? describe_moment (self, state->quiet_until) : NULL;

  if (until != NULL)
    {
      *why = g_strdup (_ ("Your quiet hours hold reminders back. What you marked as important still comes."));
      /* Translators: %s is a day and a time. */
      return g_strdup_printf (_ ("Quiet until: %s"), until);
    }
  if (state->do_not_disturb)
    {
      *why = g_strdup (_ ("Your desktop keeps reminders for later. What you marked as important still "
                          "comes."));
      return g_strdup (_ ("Do not disturb is on"));
    }
  if (state->waiting == 0)
    return NULL;
  *why = g_strdup (_ ("They come as soon as they can be shown."));
  return g_strdup_printf (ngettext ("%u reminder waits", "%u reminders wait", state->waiting),
                          state->waiting);
}

static void
show_held (KeelReminderStatusBox *self, const KeelReminderState *state)
{
  g_autofree char *why = NULL;
  g_autofree char *title = state->running ? describe_held (self, state, &why) : NULL;

  show_row (self->held_row, title, why);
}

static void
next_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderStatusBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelNextReminder) next = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *lead = NULL;

  next = keel_session_read_next_reminder_finish (KEEL_SESSION (source), result, &error);
  if (next == NULL || next->due == 0)
    {
      show_row (self->next_row, next != NULL ? _ ("No reminder is planned") : NULL,
                _ ("Follow a meeting and choose when to be reminded of it."));
      return;
    }
  moment = describe_moment (self, next->due);
  lead = keel_sentence_reminder (next->lead);
  /* Translators: %s is a day and a time. */
  title = g_strdup_printf (_ ("Next: %s"), moment);
  if (next->name != NULL)
    /* Translators: a meeting, and which of its reminders: "Candlelight Group, 30 minutes before" */
    subtitle = g_strdup_printf (C_ ("reminder", "%1$s, %2$s"), next->name, lead);
  show_row (self->next_row, title, subtitle);
}

static void
read_next (KeelReminderStatusBox *self)
{
  keel_session_read_next_reminder_async (self->session, next_read_cb, g_object_ref (self));
}

static void
show_state (KeelReminderStatusBox *self)
{
  const KeelReminderState *state = keel_reminder_watch_get_state (self->watch);

  show_process (self, state);
  show_server (self, state);
  show_held (self, state);
  read_next (self);
}

/* --- What a person does --- */

static void
advise (KeelReminderStatusBox *self, const char *advice)
{
  gtk_widget_set_visible (self->advice_row, advice != NULL);
  gtk_label_set_text (self->advice, advice != NULL ? advice : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->advice_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  advice != NULL ? advice : "", -1);
  if (advice != NULL)
    keel_say (GTK_WIDGET (self), advice);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderStatusBox) self = data;
  g_autoptr (GError) error = NULL;
  gboolean started = keel_reminder_watch_start_finish (KEEL_REMINDER_WATCH (source), result, &error);

  gtk_widget_set_sensitive (self->start, TRUE);
  if (started)
    {
      advise (self, NULL);
      keel_say (GTK_WIDGET (self), _ ("Reminders are on."));
      gtk_widget_grab_focus (self->test);
      return;
    }
  g_warning ("keel-reminders did not start: %s", error->message);
  advise (self,
          _ ("Reminders did not start. Close Keel and open it again; if that does not help, log out and "
             "in again."));
}

static void
start_cb (KeelReminderStatusBox *self)
{
  gtk_widget_set_sensitive (self->start, FALSE);
  keel_reminder_watch_start_async (self->watch, started_cb, g_object_ref (self));
}

static void
show_question (KeelReminderStatusBox *self, gboolean shown)
{
  gtk_widget_set_visible (self->question_row, shown);
  gtk_widget_set_sensitive (self->test, TRUE);
  if (shown)
    gtk_widget_grab_focus (self->yes);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderStatusBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *server = keel_reminder_watch_test_finish (KEEL_REMINDER_WATCH (source), result, &error);
  g_autofree char *sentence = NULL;

  show_question (self, server != NULL);
  if (server != NULL)
    {
      keel_say (GTK_WIDGET (self), _ ("A notification should be on your screen now. Did you see it?"));
      return;
    }
  sentence = keel_sentence_for_no_server (error->message);
  advise (self, sentence);
}

static void
test_cb (KeelReminderStatusBox *self)
{
  gtk_widget_set_sensitive (self->test, FALSE);
  gtk_widget_set_visible (self->question_row, FALSE);
  advise (self, NULL);
  keel_reminder_watch_test_async (self->watch, tested_cb, g_object_ref (self));
}

static void
yes_cb (KeelReminderStatusBox *self)
{
  show_question (self, FALSE);
  advise (self, _ ("Good. Reminders can reach you."));
  gtk_widget_grab_focus (self->test);
}

static void
no_cb (KeelReminderStatusBox *self)
{
  const KeelReminderState *state = keel_reminder_watch_get_state (self->watch);
  g_autofree char *advice = NULL;

  show_question (self, FALSE);
  if (state->do_not_disturb)
    advice = g_strdup (_ ("Do not disturb is on. Turn it off in the menu of your desktop, and try again. Or "
                          "mark the reminders that must come through as important."));
  else
    /* Translators: %s is a program that shows notifications, with its version. */
    advice = g_strdup_printf (_ ("%s took it. It may have put it away at once: look in the list of "
                                 "notifications of your desktop. Then see in the settings of your desktop, "
                                 "under Notifications, that they are on, for Keel too, and that do not "
                                 "disturb is off. Then try again."),
                              state->server != NULL ? state->server : _ ("Your desktop"));
  advise (self, advice);
  gtk_widget_grab_focus (self->test);
}

static void
keel_reminder_status_box_dispose (GObject *object)
{
  KeelReminderStatusBox *self = KEEL_REMINDER_STATUS_BOX (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_reminder_status_box_parent_class)->dispose (object);
}

static void
keel_reminder_status_box_class_init (KeelReminderStatusBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reminder_status_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reminder-status-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, process_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, server_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, next_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, held_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, question_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, advice_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, advice);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, start);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, test);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStatusBox, yes);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
}

static void
keel_reminder_status_box_init (KeelReminderStatusBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_reminder_status_box_watch (KeelReminderStatusBox *self, KeelSession *session, KeelReminderWatch *watch)
{
  g_set_object (&self->session, session);
  g_set_object (&self->watch, watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (read_next), self, G_CONNECT_SWAPPED);
  keel_reminder_watch_look (watch);
  show_state (self);
}
