#include "keel-reminder-file.h"

#include "keel-database.h"
#include "keel-durable.h"
#include "keel-reminder-claim.h"
#include "keel-reminder-log.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct _KeelReminderFile
{
  GObject parent_instance;

  KeelDatabase *database;
  char *wake;
};

G_DEFINE_FINAL_TYPE (KeelReminderFile, keel_reminder_file, G_TYPE_OBJECT)

static const KeelDatabaseKind kind = {
  .schema = "/app/keel/Keel/schema/reminders.sql",
  .application_id = 0x4b4c524d,
  .user_version = 1,
};

/* keel-reminders looks again. That it cannot be told is no reason to fail: it also looks by itself
 * before it sleeps for long. */
static void
touch_wake (KeelReminderFile *self)
{
  int fd = open (self->wake, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0 || pwrite (fd, "\n", 1, 0) != 1)
    g_warning ("%s: %s", self->wake, g_strerror (errno));
  if (fd >= 0)
    close (fd);
}

static gboolean
end_transaction (KeelReminderFile *self, gboolean success, GError **error)
{
  if (success)
    return keel_database_commit (self->database, error);
  keel_database_rollback (self->database);
  return FALSE;
}

static gboolean
run (KeelReminderFile *self, sqlite3_stmt *statement, GError **error)
{
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
insert_rule (KeelReminderFile *self, const KeelReminderRule *rule, GError **error)
{
  sqlite3_stmt *statement;
  g_autofree char *schedule = keel_schedule_to_string (rule->schedule);

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO rule (series, lead, schedule, since, name, link)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, rule->series);
  sqlite3_bind_int (statement, 2, rule->lead);
  keel_bind_text (statement, 3, schedule);
  sqlite3_bind_int64 (statement, 4, rule->since);
  keel_bind_text (statement, 5, rule->name);
  keel_bind_text (statement, 6, rule->link);
  return run (self, statement, error);
}

static gboolean
replace_rules (KeelReminderFile *self, GPtrArray *rules, gint64 counter, GError **error)
{
  sqlite3_stmt *statement;

  if (!keel_database_execute (self->database, "DELETE FROM rule", error))
    return FALSE;
  for (guint i = 0; i < rules->len; i++)
    if (!insert_rule (self, g_ptr_array_index (rules, i), error))
      return FALSE;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO projection (id, counter) VALUES (1, ?1)"
                                     " ON CONFLICT (id) DO UPDATE SET counter = excluded.counter",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, counter);
  return run (self, statement, error);
}

/* Alone with the file until it is left: nobody else uses the journal then, and the words in it can be
 * overwritten before SQLite deletes it. Why a reminder failed is in a server's words, which may repeat ours.
 */
static gboolean
clear_words (KeelReminderFile *self, GError **error)
{
  g_autofree char *journal = NULL;

  if (!keel_database_execute (self->database,
                              "PRAGMA locking_mode = EXCLUSIVE;"
                              "PRAGMA journal_mode = PERSIST;"
                              "BEGIN EXCLUSIVE;"
                              "UPDATE rule SET name = NULL, link = NULL;"
                              "UPDATE event SET reason = NULL WHERE outcome = 'failed';"
                              "DELETE FROM projection;"
                              "COMMIT;"
                              "VACUUM",
                              error))
    return FALSE;
  journal = g_strconcat (sqlite3_db_filename (keel_database_get_handle (self->database), "main"), "-journal",
                         NULL);
  return keel_durable_overwrite (journal, error);
}

/* The lock goes with the first look at the file after it was asked to go. */
static gboolean
leave_alone (KeelReminderFile *self, GError **error)
{
  keel_database_rollback (self->database);
  return keel_database_execute (self->database,
                                "PRAGMA locking_mode = NORMAL;"
                                "PRAGMA journal_mode = DELETE;"
                                "SELECT count(*) FROM projection",
                                error);
}

static KeelReminderRule *
read_rule (sqlite3_stmt *statement)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  const char *series = (const char *) sqlite3_column_text (statement, 0);
  const char *text = (const char *) sqlite3_column_text (statement, 2);
  KeelReminderRule *rule;

  schedule = keel_schedule_from_string (text, &error);
  if (schedule == NULL)
    {
      g_warning ("The schedule of %s cannot be read: %s", series, error->message);
      return NULL;
    }
  rule = keel_reminder_rule_new (series, sqlite3_column_int (statement, 1), schedule,
                                 sqlite3_column_int64 (statement, 3));
  rule->name = keel_column_text (statement, 4);
  rule->link = keel_column_text (statement, 5);
  return rule;
}

static gboolean
write_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, gint64 until,
              GError **error)
{
  const KeelReminderKey key = { series, occurrence, KEEL_LEAD_SNOOZE };
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO snooze (series, occurrence, until) VALUES (?1, ?2, ?3)"
                                     " ON CONFLICT (series, occurrence) DO UPDATE SET until = excluded.until",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int64 (statement, 2, occurrence);
  sqlite3_bind_int64 (statement, 3, until);
  return run (self, statement, error) && keel_reminder_claim_forget (self->database, &key, error);
}

static gboolean
delete_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "DELETE FROM snooze WHERE series = ?1 AND occurrence = ?2", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int64 (statement, 2, occurrence);
  return run (self, statement, error);
}

static void
keel_reminder_file_finalize (GObject *object)
{
  KeelReminderFile *self = KEEL_REMINDER_FILE (object);

  g_clear_pointer (&self->database, keel_database_close);
  g_free (self->wake);

  G_OBJECT_CLASS (keel_reminder_file_parent_class)->finalize (object);
}

static void
keel_reminder_file_class_init (KeelReminderFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_file_finalize;
}

static void
keel_reminder_file_init (KeelReminderFile *self)
{
}

KeelReminderFile *
keel_reminder_file_open (const char *folder, GError **error)
{
  g_autoptr (KeelReminderFile) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (KEEL_TYPE_REMINDER_FILE, NULL);
  self->wake = g_build_filename (folder, "wake", NULL);
  path = g_build_filename (folder, "reminders.db", NULL);
  self->database = keel_database_open (path, &kind, error);
  return self->database != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
keel_reminder_file_project (KeelReminderFile *self, GPtrArray *rules, gint64 counter, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (rules != NULL, FALSE);

  if (!keel_database_begin (self->database, error) ||
      !end_transaction (self, replace_rules (self, rules, counter, error), error))
    return FALSE;
  touch_wake (self);
  return TRUE;
}

gboolean
keel_reminder_file_forget_words (KeelReminderFile *self, GError **error)
{
  gboolean success;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  success = clear_words (self, error);
  if (!leave_alone (self, success ? error : NULL) || !success)
    return FALSE;
  touch_wake (self);
  return TRUE;
}

gboolean
keel_reminder_file_forget_stamp (KeelReminderFile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return keel_database_execute (self->database, "DELETE FROM projection", error);
}

gboolean
keel_reminder_file_move_stamp (KeelReminderFile *self, gint64 from, gint64 to, gboolean *moved,
                               GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (moved != NULL, FALSE);

  statement = keel_database_prepare (self->database, "UPDATE projection SET counter = ?2 WHERE counter = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  *moved = sqlite3_changes (keel_database_get_handle (self->database)) > 0;
  return TRUE;
}

gint64
keel_reminder_file_get_stamp (KeelReminderFile *self, GError **error)
{
  gint64 stamp = -1;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), -1);

  if (!keel_database_get_integer (self->database, "SELECT counter FROM projection", &stamp, error))
    return -1;
  return stamp;
}

GPtrArray *
keel_reminder_file_get_rules (KeelReminderFile *self, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT series, lead, schedule, since, name, link FROM rule"
                                     " ORDER BY series, lead",
                                     error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      KeelReminderRule *rule = row ? read_rule (statement) : NULL;

      if (rule != NULL)
        g_ptr_array_add (rules, rule);
      if (!row)
        return g_steal_pointer (&rules);
    }
  return NULL;
}

gboolean
keel_reminder_file_claim (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, int lead,
                          const char *holder, gint64 now_us, KeelClaim *claim, GError **error)
{
  const KeelReminderKey key = { series, occurrence, lead };

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL && holder != NULL && claim != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         end_transaction (self, keel_reminder_claim_take (self->database, &key, holder, now_us, claim, error),
                          error);
}

gboolean
keel_reminder_file_confirm (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, int lead,
                            gint64 due, gint64 now_us, KeelReminderOutcome outcome, const char *reason,
                            GError **error)
{
  const KeelReminderKey key = { series, occurrence, lead };
  const KeelReminderEvent event = {
    .series = (char *) series,
    .occurrence = occurrence,
    .lead = lead,
    .due = due,
    .at = now_us,
    .shown = outcome == KEEL_OUTCOME_MISSED ? 0 : now_us,
    .outcome = outcome,
    .reason = (char *) reason,
  };
  gboolean success;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (outcome <= KEEL_OUTCOME_MISSED, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = keel_reminder_claim_confirm (self->database, &key, now_us, error) &&
            (lead != KEEL_LEAD_SNOOZE || delete_snooze (self, series, occurrence, error)) &&
            keel_reminder_log_append (self->database, &event, error);
  return end_transaction (self, success, error);
}

gboolean
keel_reminder_file_release (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, int lead,
                            gint64 due, gint64 now_us, const char *reason, GError **error)
{
  const KeelReminderKey key = { series, occurrence, lead };
  const KeelReminderEvent event = {
    .series = (char *) series,
    .occurrence = occurrence,
    .lead = lead,
    .due = due,
    .at = now_us,
    .outcome = KEEL_OUTCOME_FAILED,
    .reason = (char *) reason,
  };
  gboolean logged = FALSE;
  gboolean success;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = keel_reminder_claim_release (self->database, &key, error) &&
            keel_reminder_log_has (self->database, &event, &logged, error) &&
            (logged || keel_reminder_log_append (self->database, &event, error));
  return end_transaction (self, success, error);
}

gboolean
keel_reminder_file_is_confirmed (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                 int lead, gboolean *confirmed, GError **error)
{
  const KeelReminderKey key = { series, occurrence, lead };

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL && confirmed != NULL, FALSE);

  return keel_reminder_claim_is_confirmed (self->database, &key, confirmed, error);
}

gboolean
keel_reminder_file_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, gint64 until,
                           gint64 now_us, GError **error)
{
  const KeelReminderEvent event = {
    .series = (char *) series,
    .occurrence = occurrence,
    .lead = KEEL_LEAD_SNOOZE,
    .due = until,
    .at = now_us,
    .outcome = KEEL_OUTCOME_SNOOZED,
  };
  gboolean success;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = write_snooze (self, series, occurrence, until, error) &&
            keel_reminder_log_append (self->database, &event, error);
  if (!end_transaction (self, success, error))
    return FALSE;
  touch_wake (self);
  return TRUE;
}

GPtrArray *
keel_reminder_file_get_snoozes (KeelReminderFile *self, GError **error)
{
  g_autoptr (GPtrArray) snoozes = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_snooze_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT series, occurrence, until FROM snooze ORDER BY until", error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      KeelSnooze *snooze;

      if (!row)
        return g_steal_pointer (&snoozes);
      snooze = g_new0 (KeelSnooze, 1);
      snooze->series = keel_column_text (statement, 0);
      snooze->occurrence = sqlite3_column_int64 (statement, 1);
      snooze->until = sqlite3_column_int64 (statement, 2);
      g_ptr_array_add (snoozes, snooze);
    }
  return NULL;
}

gboolean
keel_reminder_file_end_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                               GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  return delete_snooze (self, series, occurrence, error);
}

gboolean
keel_reminder_file_log (KeelReminderFile *self, const KeelReminderEvent *event, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (event != NULL && event->series != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         end_transaction (self, keel_reminder_log_append (self->database, event, error), error);
}

GPtrArray *
keel_reminder_file_get_log (KeelReminderFile *self, guint limit, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), NULL);

  return keel_reminder_log_read (self->database, limit, error);
}
