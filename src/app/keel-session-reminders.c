#include "keel-session-reminders.h"

#include "keel-session-private.h"
#include "keel-reminder-lines.h"
#include "store/keel-autostart.h"

/* In the journal: the person was asked whether reminders are to start at login. */
#define ASKED_AUTOSTART "asked/autostart"
#define STOPPED "keel-reminders-stopped"

void
keel_reminder_concerns_free (KeelReminderConcerns *self)
{
  g_clear_pointer (&self->missed, g_ptr_array_unref);
  g_clear_pointer (&self->unanswered, g_ptr_array_unref);
  g_free (self);
}

KeelReminderWatch *
keel_session_watch_reminders (KeelSession *self, GDBusConnection *bus)
{
  return keel_reminder_watch_new (bus, keel_session_get_data_dir (self));
}

/* --- What is next --- */

static void
next_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  g_autoptr (GTimeZone) person = keel_session_get_zone (self);
  GError *error = NULL;
  KeelNextReminder *next;

  next = keel_reminder_lines_find_next (keel_session_get_profile (self), keel_session_get_now (self), person,
                                        &error);
  if (next != NULL)
    g_task_return_pointer (task, next, (GDestroyNotify) keel_next_reminder_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_next_reminder_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, next_in_thread, FALSE);
}

KeelNextReminder *
keel_session_read_next_reminder_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The log --- */

typedef struct
{
  guint most;
  gboolean wrong_only;
} LogWish;

static void
log_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const LogWish *wish = task_data;
  GError *error = NULL;
  GPtrArray *lines = keel_reminder_lines_read (keel_session_get_profile (KEEL_SESSION (source)), wish->most,
                                               wish->wrong_only, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_reminder_log_async (KeelSession *self, guint most, gboolean wrong_only,
                                      KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  LogWish *wish = g_new (LogWish, 1);

  *wish = (LogWish){ most, wrong_only };
  g_task_set_task_data (task, wish, g_free);
  keel_session_run (self, task, log_in_thread, FALSE);
}

GPtrArray *
keel_session_read_reminder_log_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Preferences --- */

typedef struct
{
  KeelReminderPreferences preferences;
  gboolean autostart;
} Preferences;

static void
preferences_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  g_autofree Preferences *read = g_new0 (Preferences, 1);
  GError *error = NULL;

  read->autostart = keel_autostart_is_on (keel_session_get_data_dir (self));
  if (keel_profile_get_reminder_preferences (keel_session_get_profile (self), &read->preferences, &error))
    g_task_return_pointer (task, g_steal_pointer (&read), g_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_reminder_preferences_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, preferences_in_thread, FALSE);
}

gboolean
keel_session_read_reminder_preferences_finish (KeelSession *self, GAsyncResult *result,
                                               KeelReminderPreferences *preferences, gboolean *autostart,
                                               GError **error)
{
  g_autofree Preferences *read = g_task_propagate_pointer (G_TASK (result), error);

  if (read == NULL)
    return FALSE;
  *preferences = read->preferences;
  *autostart = read->autostart;
  return TRUE;
}

static gboolean
set_preferences (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_set_reminder_preferences (profile, wish, error);
}

void
keel_session_set_reminder_preferences_async (KeelSession *self, const KeelReminderPreferences *preferences,
                                             KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, set_preferences, g_memdup2 (preferences, sizeof *preferences), g_free, callback,
                       data);
}

static void
autostart_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (self));
  gboolean on = GPOINTER_TO_INT (task_data);
  GError *error = NULL;

  if (keel_autostart_is_on (keel_session_get_data_dir (self)) != on &&
      !keel_autostart_set (keel_session_get_data_dir (self), on, &error))
    g_task_return_error (task, error);
  else if (!keel_journal_set_setting (journal, ASKED_AUTOSTART, "yes", &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
keel_session_set_autostart_async (KeelSession *self, gboolean on, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, GINT_TO_POINTER (on), NULL);
  keel_session_run (self, task, autostart_in_thread, FALSE);
}

gboolean
keel_session_set_autostart_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- What is to be told or asked --- */

static gboolean
has_reminders (KeelProfile *profile)
{
  gboolean has = FALSE;

  return keel_reminder_file_has_reminders (keel_profile_get_reminder_file (profile), &has, NULL) && has;
}

static gboolean
offers_autostart (KeelSession *self)
{
  KeelProfile *profile = keel_session_get_profile (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *asked = keel_journal_get_setting (keel_profile_get_journal (profile), ASKED_AUTOSTART,
                                                     &error);

  return asked == NULL && error == NULL && has_reminders (profile) &&
         !keel_autostart_is_on (keel_session_get_data_dir (self));
}

static void
concerns_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  KeelProfile *profile = keel_session_get_profile (self);
  g_autoptr (KeelReminderConcerns) concerns = g_new0 (KeelReminderConcerns, 1);
  GError *error = NULL;

  concerns->missed = keel_reminder_lines_read_missed (profile, &error);
  if (concerns->missed != NULL)
    concerns->unanswered = keel_profile_get_unanswered (profile, GPOINTER_TO_UINT (task_data), &error);
  if (concerns->unanswered == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  concerns->offers_autostart = offers_autostart (self);
  g_task_return_pointer (task, g_steal_pointer (&concerns), (GDestroyNotify) keel_reminder_concerns_free);
}

void
keel_session_read_reminder_concerns_async (KeelSession *self, guint most, KeelSessionCallback callback,
                                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, GUINT_TO_POINTER (most), NULL);
  keel_session_run (self, task, concerns_in_thread, FALSE);
}

KeelReminderConcerns *
keel_session_read_reminder_concerns_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
see_event (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_set_seen_event (profile, *(const gint64 *) wish, error);
}

void
keel_session_see_reminder_event_async (KeelSession *self, gint64 id, KeelSessionCallback callback,
                                       gpointer data)
{
  keel_session_change (self, see_event, g_memdup2 (&id, sizeof id), g_free, callback, data);
}

/* --- That they come --- */

static void
project_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!keel_profile_project (keel_session_get_profile (KEEL_SESSION (source)), &error))
    g_info ("Reminders are not up to date yet: %s", error->message);
  g_task_return_boolean (task, TRUE); /* what is read after it tells */
}

void
keel_session_project (KeelSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  keel_session_run (self, task, project_in_thread, TRUE);
}

void
keel_session_set_reminders_stopped (KeelSession *self, gboolean stopped)
{
  if (keel_session_are_reminders_stopped (self) == stopped)
    return;
  g_object_set_data (G_OBJECT (self), STOPPED, GINT_TO_POINTER (stopped));
  g_signal_emit_by_name (self, "reminders-changed");
}

gboolean
keel_session_are_reminders_stopped (KeelSession *self)
{
  return g_object_get_data (G_OBJECT (self), STOPPED) != NULL;
}

/* --- Dates --- */

typedef struct
{
  char *series;
  KeelLocalTime occurrence;
  gint64 start;
  gboolean wanted;
} DateWish;

static DateWish *
date_wish_new (const char *series, const KeelOccurrence *occurrence, gboolean wanted)
{
  DateWish *wish = g_new (DateWish, 1);

  *wish = (DateWish){ g_strdup (series), occurrence->original, occurrence->start, wanted };
  return wish;
}

static void
date_wish_free (DateWish *wish)
{
  g_free (wish->series);
  g_free (wish);
}

static gboolean
ask_away (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const DateWish *wish = data;

  return keel_profile_ask_away (profile, wish->series, wish->occurrence, wish->start, wish->wanted, error);
}

static gboolean
set_going (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const DateWish *wish = data;

  return keel_profile_set_going (profile, wish->series, wish->occurrence, wish->start, wish->wanted, error);
}

void
keel_session_ask_away_async (KeelSession *self, const char *series, const KeelOccurrence *occurrence,
                             gboolean away, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, ask_away, date_wish_new (series, occurrence, away),
                       (GDestroyNotify) date_wish_free, callback, data);
}

void
keel_session_set_going_async (KeelSession *self, const char *series, const KeelOccurrence *occurrence,
                              gboolean going, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, set_going, date_wish_new (series, occurrence, going),
                       (GDestroyNotify) date_wish_free, callback, data);
}

/* --- Answers --- */

static void
take_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_answer_free);
  GError *error = NULL;

  if (keel_profile_take_answers (keel_session_get_profile (KEEL_SESSION (source)), taken, &error))
    g_task_return_pointer (task, g_steal_pointer (&taken), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = g_task_propagate_pointer (G_TASK (result), &error);

  if (taken == NULL)
    g_warning ("Answers wait: %s", error->message);
  else if (taken->len > 0)
    g_signal_emit_by_name (source, "answers-taken", taken);
}

void
keel_session_take_answers (KeelSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, taken_cb, NULL);

  keel_session_run (self, task, take_in_thread, TRUE);
}
