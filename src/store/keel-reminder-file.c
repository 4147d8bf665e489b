#include "keel-reminder-file.h"

#include "keel-database.h"
#include "keel-durable.h"
#include "keel-reminder-claim.h"
#include "keel-reminder-letter.h"
#include "keel-reminder-log.h"
#include "keel-reminder-projection.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct _KeelReminderFile
{
  GObject parent_instance;

  KeelDatabase *database;
  char *wake;
  char *answers;
};

G_DEFINE_FINAL_TYPE (KeelReminderFile, keel_reminder_file, G_TYPE_OBJECT)

static const KeelDatabaseKind kind = {
  .schema = "/app/keel/Keel/schema/reminders.sql",
  .application_id = 0x4b4c524d,
  .user_version = 1,
};

/* Who watches it looks again. That nobody can be told is no reason to fail: what was written is read with the
 * next change, or when keel-reminders begins anew; Keel looks when it opens the profile. */
static void
touch (const char *path)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0 || pwrite (fd, "\n", 1, 0) != 1)
    g_warning ("%s: %s", path, g_strerror (errno));
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
                              "BEGIN EXCLUSIVE;" KEEL_REMINDER_PROJECTION_FORGET
                              "UPDATE event SET reason = NULL WHERE outcome = 'failed';"
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

static gboolean
write_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, gint64 until,
              GError **error)
{
  const KeelReminderKey key = { series, occurrence, occurrence, KEEL_LEAD_SNOOZE };
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

static KeelReminderKey
get_key (const KeelReminderEvent *event)
{
  return (KeelReminderKey){ event->series, event->occurrence, event->start, event->lead };
}

static gboolean
claim_all (KeelReminderFile *self, const KeelReminderKey *keys, guint n_keys, const char *holder,
           gint64 now_us, KeelClaim *claims, GError **error)
{
  for (guint i = 0; i < n_keys; i++)
    if (!keel_reminder_claim_take (self->database, &keys[i], holder, now_us, &claims[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
confirm_one (KeelReminderFile *self, const KeelReminderEvent *event, GError **error)
{
  const KeelReminderKey key = get_key (event);

  return keel_reminder_claim_confirm (self->database, &key, event->at, error) &&
         (event->lead != KEEL_LEAD_SNOOZE || delete_snooze (self, event->series, event->occurrence, error)) &&
         keel_reminder_log_append (self->database, event, error);
}

static gboolean
release_one (KeelReminderFile *self, const KeelReminderEvent *event, GError **error)
{
  const KeelReminderKey key = get_key (event);
  gboolean logged = FALSE;

  return keel_reminder_claim_release (self->database, &key, error) &&
         keel_reminder_log_has (self->database, event, &logged, error) &&
         (logged || keel_reminder_log_append (self->database, event, error));
}

/* Where it was snoozed anew since, that one is the one. */
static gboolean
keep_snooze (KeelReminderFile *self, const KeelReminderEvent *event, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO snooze (series, occurrence, until) VALUES (?1, ?2, ?3)"
                                     " ON CONFLICT (series, occurrence) DO NOTHING",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, event->series);
  sqlite3_bind_int64 (statement, 2, event->occurrence);
  sqlite3_bind_int64 (statement, 3, event->due);
  return run (self, statement, error);
}

static gboolean
hand_over_one (KeelReminderFile *self, const KeelReminderEvent *event, GError **error)
{
  const KeelReminderKey key = get_key (event);

  return keel_reminder_claim_hand_over (self->database, &key, event->at, error) &&
         (event->lead != KEEL_LEAD_SNOOZE || keep_snooze (self, event, error));
}

static gboolean
log_one (KeelReminderFile *self, const KeelReminderEvent *event, GError **error)
{
  return keel_reminder_log_append (self->database, event, error);
}

typedef gboolean (*WriteFunc) (KeelReminderFile *self, const KeelReminderEvent *event, GError **error);

/* All or none. */
static gboolean
write_all (KeelReminderFile *self, WriteFunc write_one, const KeelReminderEvent *events, guint n_events,
           GError **error)
{
  gboolean success = TRUE;

  if (!keel_database_begin (self->database, error))
    return FALSE;
  for (guint i = 0; success && i < n_events; i++)
    success = write_one (self, &events[i], error);
  return end_transaction (self, success && keel_reminder_log_trim (self->database, error), error);
}

static void
keel_reminder_file_finalize (GObject *object)
{
  KeelReminderFile *self = KEEL_REMINDER_FILE (object);

  g_clear_pointer (&self->database, keel_database_close);
  g_free (self->wake);
  g_free (self->answers);

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
  self->answers = g_build_filename (folder, "answers", NULL);
  path = g_build_filename (folder, "reminders.db", NULL);
  self->database = keel_database_open (path, &kind, error);
  return self->database != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
keel_reminder_file_is_damaged (KeelReminderFile *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return !keel_database_is_whole (self->database, &error) &&
         (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT) ||
          g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN));
}

gboolean
keel_reminder_file_has_moved (KeelReminderFile *self)
{
  int moved = 0;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return sqlite3_file_control (keel_database_get_handle (self->database), "main", SQLITE_FCNTL_HAS_MOVED,
                               &moved) == SQLITE_OK &&
         moved != 0;
}

gboolean
keel_reminder_file_project (KeelReminderFile *self, const KeelProjected *projected, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (projected != NULL && projected->rules != NULL, FALSE);

  if (!keel_database_begin (self->database, error) ||
      !end_transaction (self, keel_reminder_projection_replace (self->database, projected, error), error))
    return FALSE;
  touch (self->wake);
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
  touch (self->wake);
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
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (moved != NULL, FALSE);

  return keel_reminder_projection_move_stamp (self->database, from, to, moved, error);
}

gboolean
keel_reminder_file_settle (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                           gboolean settled, gint64 from, gint64 to, gboolean *moved, GError **error)
{
  gboolean success;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL && moved != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = keel_reminder_projection_move_stamp (self->database, from, to, moved, error) &&
            (!*moved || keel_reminder_projection_settle (self->database, series, occurrence, settled, error));
  if (!end_transaction (self, success, error))
    return FALSE;
  if (*moved)
    touch (self->wake);
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
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), NULL);

  return keel_reminder_projection_read_rules (self->database, error);
}

gboolean
keel_reminder_file_has_reminders (KeelReminderFile *self, gboolean *has, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (has != NULL, FALSE);

  return keel_reminder_projection_has_reminders (self->database, has, error);
}

gboolean
keel_reminder_file_get_preferences (KeelReminderFile *self, KeelReminderPreferences *preferences,
                                    GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (preferences != NULL, FALSE);

  return keel_reminder_projection_read_preferences (self->database, preferences, error);
}

gboolean
keel_reminder_file_is_settled (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                               gboolean *settled, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL && settled != NULL, FALSE);

  return keel_reminder_projection_is_settled (self->database, series, occurrence, settled, error);
}

gboolean
keel_reminder_file_put_answer (KeelReminderFile *self, const KeelReminderAnswer *answer, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (answer != NULL && answer->series != NULL, FALSE);
  g_return_val_if_fail (answer->reply <= KEEL_REPLY_WENT, FALSE);

  if (!keel_database_begin (self->database, error) ||
      !end_transaction (self, keel_reminder_letter_put (self->database, answer, error), error))
    return FALSE;
  touch (self->answers);
  if (answer->reply != KEEL_REPLY_GOING)
    touch (self->wake);
  return TRUE;
}

GPtrArray *
keel_reminder_file_get_answers (KeelReminderFile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), NULL);

  return keel_reminder_letter_read (self->database, error);
}

gboolean
keel_reminder_file_drop_answers (KeelReminderFile *self, gint64 up_to_id, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return keel_reminder_letter_drop (self->database, up_to_id, error);
}

gboolean
keel_reminder_file_claim (KeelReminderFile *self, const KeelReminderKey *keys, guint n_keys,
                          const char *holder, gint64 now_us, KeelClaim *claims, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (holder != NULL && claims != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         end_transaction (self, claim_all (self, keys, n_keys, holder, now_us, claims, error), error);
}

gboolean
keel_reminder_file_confirm (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                            GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  for (guint i = 0; i < n_events; i++)
    g_return_val_if_fail (events[i].outcome <= KEEL_OUTCOME_MISSED, FALSE);

  return write_all (self, confirm_one, events, n_events, error);
}

gboolean
keel_reminder_file_release (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                            GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return write_all (self, release_one, events, n_events, error);
}

gboolean
keel_reminder_file_hand_over (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                              GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return write_all (self, hand_over_one, events, n_events, error);
}

gboolean
keel_reminder_file_is_confirmed (KeelReminderFile *self, const KeelReminderKey *key, gboolean *confirmed,
                                 GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (key != NULL && confirmed != NULL, FALSE);

  return keel_reminder_claim_is_confirmed (self->database, key, confirmed, error);
}

gboolean
keel_reminder_file_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, gint64 until,
                           gint64 now_us, GError **error)
{
  const KeelReminderEvent event = {
    .series = (char *) series,
    .occurrence = occurrence,
    .start = occurrence,
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
            keel_reminder_log_append (self->database, &event, error) &&
            keel_reminder_log_trim (self->database, error);
  if (!end_transaction (self, success, error))
    return FALSE;
  touch (self->wake);
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
keel_reminder_file_log (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                        GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  return write_all (self, log_one, events, n_events, error);
}

GPtrArray *
keel_reminder_file_get_log (KeelReminderFile *self, guint limit, GError **error)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), NULL);

  return keel_reminder_log_read (self->database, limit, error);
}

gint64
keel_reminder_file_get_seen (KeelReminderFile *self, GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), -1);

  return keel_database_get_integer (self->database, "SELECT event FROM seen", &id, error) ? id : -1;
}

gboolean
keel_reminder_file_set_seen (KeelReminderFile *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO seen (id, event) VALUES (1, ?1)"
                                     " ON CONFLICT (id) DO UPDATE SET event = excluded.event",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return run (self, statement, error);
}

gboolean
keel_reminder_file_has_event (KeelReminderFile *self, const char *series, KeelLocalTime occurrence, int lead,
                              KeelReminderOutcome outcome, gboolean *logged, GError **error)
{
  const KeelReminderEvent event = {
    .series = (char *) series,
    .occurrence = occurrence,
    .lead = lead,
    .outcome = outcome,
  };

  g_return_val_if_fail (KEEL_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (series != NULL && logged != NULL, FALSE);

  return keel_reminder_log_has (self->database, &event, logged, error);
}
