#include "keel-scheduler-fixture.h"

#include <sqlite3.h>

#include "keel-test-folder.h"
#include "reminders/keel-timer-source.h"
#include "store/keel-data-dir.h"

static void
alarm_cb (gint64 at, gpointer data)
{
  Fixture *self = data;

  self->alarm = at;
  self->n_alarms++;
}

static void
open_cb (KeelReminderScheduler *scheduler, const char *profile, const char *series, const char *token,
         Fixture *self)
{
  g_free (self->profile);
  self->profile = g_strdup (profile);
  g_free (self->opened);
  self->opened = g_strdup (series != NULL ? series : "(Keel)");
}

static void
join_cb (KeelReminderScheduler *scheduler, const char *profile, const char *link, const char *token,
         Fixture *self)
{
  g_free (self->profile);
  self->profile = g_strdup (profile);
  g_free (self->joined);
  self->joined = g_strdup (link);
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->data_dir = keel_test_folder_make ();
  self->folder = g_build_filename (self->data_dir, "profiles", "default", NULL);
  g_assert_true (keel_data_dir_make_folder (self->folder, &error));
  self->clock = keel_test_clock_new ("2026-11-24T12:00:00Z", "Europe/Berlin");
  self->notifier = keel_fake_notifier_new (KEEL_CLOCK (self->clock));
  self->file = keel_reminder_file_open (self->folder, &error);
  g_assert_no_error (error);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);
  self->settled = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_occurrence_key_free);
  self->preferences = (KeelReminderPreferences) KEEL_REMINDER_PREFERENCES_USUAL;
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->scheduler);
  g_clear_object (&self->file);
  g_clear_object (&self->notifier);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->settled);
  g_free (self->opened);
  g_free (self->joined);
  g_free (self->profile);
  g_free (self->folder);
  keel_test_folder_remove (self->data_dir);
  g_free (self->data_dir);
}

gint64
fixture_parse (const char *instant)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (instant, NULL);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment);
}

void
fixture_add (Fixture *self, const char *series, const char *start, const char *zone, const char *repeat,
             int lead, const char *since)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (start, &local));
  schedule = keel_schedule_new (local, zone, 60, repeat, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->rules, keel_reminder_rule_new (series, lead, schedule, fixture_parse (since)));
}

void
fixture_add_simple (Fixture *self, const char *series, const char *start)
{
  fixture_add (self, series, start, "Europe/Berlin", NULL, 30, "2026-11-01T00:00:00Z");
}

KeelReminderRule *
fixture_get_rule (Fixture *self, guint position)
{
  g_assert_cmpuint (position, <, self->rules->len);
  return g_ptr_array_index (self->rules, position);
}

KeelLocalTime
fixture_parse_local (const char *local)
{
  KeelLocalTime parsed;

  g_assert_true (keel_local_time_parse (local, &parsed));
  return parsed;
}

void
fixture_settle_occurrence (Fixture *self, const char *series, const char *original)
{
  g_ptr_array_add (self->settled, keel_occurrence_key_new (series, fixture_parse_local (original)));
}

void
fixture_project (Fixture *self)
{
  const KeelProjected projected = { self->rules, self->settled, self->preferences, 1 };
  g_autoptr (GError) error = NULL;

  keel_reminder_file_project (self->file, &projected, &error);
  g_assert_no_error (error);
}

KeelReminderRule *
fixture_add_full (Fixture *self, const char *series, int lead)
{
  KeelReminderRule *rule;

  fixture_add (self, series, "2026-11-24T19:00", "Europe/Berlin", NULL, lead, "2026-11-01T00:00:00Z");
  rule = fixture_get_rule (self, self->rules->len - 1);
  rule->name = g_strdup ("Candle Corner");
  rule->place = g_strdup ("Harbour Street 1");
  rule->link = g_strdup ("https://example.org/room");
  rule->map = g_strdup ("geo:52.52,13.405");
  rule->text = KEEL_REMINDER_FULL;
  rule->reach = KEEL_REACH_ALWAYS;
  return rule;
}

void
fixture_project_anew (Fixture *self)
{
  fixture_project (self);
  keel_reminder_scheduler_reload (self->scheduler);
}

void
fixture_execute (Fixture *self, const char *sql)
{
  g_autofree char *path = g_build_filename (self->folder, "reminders.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

void
fixture_start (Fixture *self)
{
  fixture_project (self);
  self->scheduler = keel_reminder_scheduler_new (self->data_dir, KEEL_CLOCK (self->clock),
                                                 KEEL_NOTIFIER (self->notifier), alarm_cb, self);
  g_signal_connect (self->scheduler, "open", G_CALLBACK (open_cb), self);
  g_signal_connect (self->scheduler, "join", G_CALLBACK (join_cb), self);
  keel_reminder_scheduler_reload (self->scheduler);
}

void
fixture_restart (Fixture *self)
{
  g_clear_object (&self->scheduler);
  fixture_start (self);
}

static void
move_clock (Fixture *self, gint64 to)
{
  keel_test_clock_step (self->clock, to - keel_clock_get_now (KEEL_CLOCK (self->clock)));
}

void
fixture_pass (Fixture *self, const char *until)
{
  gint64 end = fixture_parse (until);
  gint64 last = keel_clock_get_now (KEEL_CLOCK (self->clock));

  fixture_settle (self);
  while (self->alarm != KEEL_TIMER_NEVER && self->alarm <= end * G_USEC_PER_SEC)
    {
      gint64 due = self->alarm / G_USEC_PER_SEC;

      g_assert_cmpint (due, >=, last); /* an alarm in the past would go off again and again */
      move_clock (self, due);
      keel_reminder_scheduler_run (self->scheduler);
      fixture_settle (self);
      last = due + (self->alarm / G_USEC_PER_SEC == due);
    }
  move_clock (self, end);
}

void
fixture_jump (Fixture *self, const char *to)
{
  keel_test_clock_set (self->clock, to);
  keel_reminder_scheduler_reload (self->scheduler);
}

void
fixture_settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
fixture_answer (Fixture *self, KeelAnswer answer)
{
  keel_notifier_answered (KEEL_NOTIFIER (self->notifier), keel_fake_notifier_last_tag (self->notifier),
                          answer, NULL);
  fixture_settle (self);
}

void
fixture_appear (Fixture *self, const char *server)
{
  g_free (self->notifier->server);
  self->notifier->server = g_strdup (server);
  keel_notifier_server_appeared (KEEL_NOTIFIER (self->notifier), server);
  fixture_settle (self);
}

char *
fixture_get_reason (Fixture *self)
{
  g_autoptr (GPtrArray) log = keel_reminder_file_get_log (self->file, 1, NULL);
  const KeelReminderEvent *event;

  g_assert_nonnull (log);
  g_assert_cmpuint (log->len, ==, 1);
  event = g_ptr_array_index (log, 0);
  return g_strdup (event->reason != NULL ? event->reason : "");
}

char *
fixture_get_answers (Fixture *self)
{
  static const char *const words[] = {
    [KEEL_REPLY_GOING] = "going", [KEEL_REPLY_NOT] = "not", [KEEL_REPLY_WENT] = "went"
  };
  g_autoptr (GPtrArray) answers = keel_reminder_file_get_answers (self->file, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (answers);
  for (guint i = 0; i < answers->len; i++)
    {
      const KeelReminderAnswer *answer = g_ptr_array_index (answers, i);
      g_autofree char *occurrence = keel_local_time_format (answer->occurrence);

      g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? ", " : "", answer->series, occurrence,
                              words[answer->reply]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fixture_get_log (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = keel_reminder_file_get_log (self->file, 0, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = log->len; i-- > 0;)
    {
      const KeelReminderEvent *event = g_ptr_array_index (log, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              keel_reminder_outcome_to_string (event->outcome));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
fixture_wait (Fixture *self, gboolean (*done) (Fixture *))
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!done (self) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (done (self));
}

gboolean
fixture_has_alarm (Fixture *self)
{
  return self->alarm != KEEL_TIMER_NEVER;
}
