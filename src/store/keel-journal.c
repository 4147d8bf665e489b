#include "keel-journal.h"

#include "keel-journal-private.h"
#include "keel-series-table.h"

#include <string.h>

/* A series that comes back within this time was deleted by mistake: its reminders go on as if nothing
 * had been. Later it is followed anew, and what was due meanwhile is not told as missed. */
#define UNDO_SECONDS (10 * 60)

G_DEFINE_FINAL_TYPE (KeelJournal, keel_journal, G_TYPE_OBJECT)

const KeelDatabaseKind keel_journal_kind = {
  .schema = "/app/keel/Keel/schema/journal.sql",
  .application_id = 0x4b6c4a6e, /* "KlJn" */
  .user_version = 1,
};

gboolean
keel_journal_end_change (KeelJournal *self, gboolean success, GError **error)
{
  if (success && keel_database_execute (self->database, "UPDATE state SET counter = counter + 1", error))
    return keel_database_commit (self->database, error);
  keel_database_rollback (self->database);
  return FALSE;
}

/* A statement with @uuid as ?1. */
static sqlite3_stmt *
prepare_for_uuid (KeelJournal *self, const char *sql, const char *uuid, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement != NULL)
    keel_bind_text (statement, 1, uuid);
  return statement;
}

/* Runs a statement that is about one series; TRUE only if there was such a row. */
static gboolean
run_for_series (KeelJournal *self, sqlite3_stmt *statement, GError **error)
{
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  if (sqlite3_changes (keel_database_get_handle (self->database)) > 0)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND,
               "There is no such meeting in the calendar");
  return FALSE;
}

/* A change of one series, in a transaction of its own: @uuid is ?1, now is ?2, @at is ?3. */
static gboolean
change_series (KeelJournal *self, const char *sql, const char *uuid, gint64 at, GError **error)
{
  sqlite3_stmt *statement;

  if (!keel_database_begin (self->database, error))
    return FALSE;
  statement = prepare_for_uuid (self, sql, uuid, error);
  if (statement == NULL)
    return keel_journal_end_change (self, FALSE, error);
  sqlite3_bind_int64 (statement, 2, keel_clock_get_now (self->clock));
  sqlite3_bind_int64 (statement, 3, at);
  return keel_journal_end_change (self, run_for_series (self, statement, error), error);
}

/* The one series of a SELECT. Where there is none: NULL, and an error if @missing. */
static KeelSeries *
read_one (KeelJournal *self, sqlite3_stmt *statement, gboolean missing, GError **error)
{
  gboolean row = FALSE;
  KeelSeries *series = NULL;

  if (!keel_database_step (self->database, statement, &row, error))
    return NULL;
  if (row)
    series = keel_series_table_read (self->database, statement, error);
  else if (missing)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND,
                 "There is no such meeting in the calendar");
  sqlite3_reset (statement);
  return series;
}

static gboolean
check_restorable (KeelJournal *self, const char *uuid, gint64 *deleted_at, GError **error)
{
  g_autofree char *list = NULL;
  g_autofree char *slug = NULL;
  gboolean row = FALSE;
  sqlite3_stmt *statement;

  statement = prepare_for_uuid (self,
                                "SELECT list, slug, deleted_at FROM series"
                                " WHERE uuid = ?1 AND deleted_at IS NOT NULL",
                                uuid, error);
  if (statement == NULL || !keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no such deleted meeting");
      return FALSE;
    }
  list = keel_column_text (statement, 0);
  slug = keel_column_text (statement, 1);
  *deleted_at = sqlite3_column_int64 (statement, 2);
  sqlite3_reset (statement);
  return keel_series_table_check_free (self->database, list, slug, uuid, error);
}

static gboolean
restore (KeelJournal *self, const char *uuid, GError **error)
{
  gint64 now = keel_clock_get_now (self->clock);
  gint64 deleted_at = 0;
  sqlite3_stmt *statement;

  if (!check_restorable (self, uuid, &deleted_at, error))
    return FALSE;
  statement = prepare_for_uuid (self, "UPDATE series SET deleted_at = NULL, changed_at = ?2 WHERE uuid = ?1",
                                uuid, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, now);
  return run_for_series (self, statement, error) &&
         (now - deleted_at <= UNDO_SECONDS ||
          keel_series_table_renew_leads (self->database, uuid, now, error));
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  KeelSeries *first = *(KeelSeries *const *) a;
  KeelSeries *second = *(KeelSeries *const *) b;
  int order = g_utf8_collate (first->meeting->name, second->meeting->name);

  return order != 0 ? order : strcmp (first->uuid, second->uuid);
}

static void
keel_journal_finalize (GObject *object)
{
  KeelJournal *self = KEEL_JOURNAL (object);

  g_clear_pointer (&self->database, keel_database_close);
  g_clear_pointer (&self->sheets, g_hash_table_unref);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (keel_journal_parent_class)->finalize (object);
}

static void
keel_journal_class_init (KeelJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_journal_finalize;
}

static void
keel_journal_init (KeelJournal *self)
{
}

/**
 * keel_journal_open:
 * @path: of journal.db; made when it is not there
 * @key: (nullable): of a profile with a passphrase
 * @clock: what changes are dated by
 *
 * Errors, here and below, are of KEEL_STORE_ERROR. A journal belongs to one thread at a time.
 */
KeelJournal *
keel_journal_open (const char *path, KeelVaultKey *key, KeelClock *clock, GError **error)
{
  g_autoptr (KeelDatabase) database = NULL;
  KeelJournal *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (KEEL_IS_CLOCK (clock), NULL);

  database = keel_database_open_protected (path, &keel_journal_kind, key, error);
  if (database == NULL)
    return NULL;
  self = g_object_new (KEEL_TYPE_JOURNAL, NULL);
  self->database = g_steal_pointer (&database);
  self->clock = g_object_ref (clock);
  return self;
}

/* -1 on failure. */
gint64
keel_journal_get_change_counter (KeelJournal *self, GError **error)
{
  gint64 counter = 0;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), -1);

  if (!keel_database_get_integer (self->database, "SELECT counter FROM state", &counter, error))
    return -1;
  return counter;
}

/**
 * keel_journal_get_series:
 *
 * A series whose schedule cannot be read is left out with a warning, so that it does not take the
 * others with it; keel_journal_find_series () says KEEL_STORE_ERROR_CORRUPT for it.
 *
 * Returns: (transfer full) (element-type KeelSeries): what is not deleted, by name
 */
GPtrArray *
keel_journal_get_series (KeelJournal *self, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " KEEL_SERIES_COLUMNS " FROM series WHERE deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      g_autoptr (GError) failure = NULL;
      KeelSeries *series;

      if (!row)
        {
          g_ptr_array_sort (all, compare_names_cb);
          return g_steal_pointer (&all);
        }
      series = keel_series_table_read (self->database, statement, &failure);
      if (series != NULL)
        {
          g_ptr_array_add (all, series);
        }
      else if (g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT))
        {
          g_warning ("%s", failure->message);
        }
      else
        {
          sqlite3_reset (statement);
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return NULL;
}

/* KEEL_STORE_ERROR_NOT_FOUND where there is none or it is deleted. */
KeelSeries *
keel_journal_find_series (KeelJournal *self, const char *uuid, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  statement = prepare_for_uuid (self,
                                "SELECT " KEEL_SERIES_COLUMNS
                                " FROM series WHERE uuid = ?1 AND deleted_at IS NULL",
                                uuid, error);
  return statement != NULL ? read_one (self, statement, TRUE, error) : NULL;
}

KeelSeries *
keel_journal_find_followed (KeelJournal *self, const char *list, const char *slug, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (list != NULL && slug != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " KEEL_SERIES_COLUMNS
                                     " FROM series WHERE list = ?1 AND slug = ?2 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, list);
  keel_bind_text (statement, 2, slug);
  return read_one (self, statement, FALSE, error);
}

/* KEEL_STORE_ERROR_INVALID without a name, with an impossible lead time, or where the meeting is
 * followed already. Returns: (transfer full) */
KeelSeries *
keel_journal_add_series (KeelJournal *self, KeelSeries *series, GError **error)
{
  g_autofree char *uuid = NULL;
  gboolean success;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (KEEL_IS_SERIES (series) && series->uuid == NULL, NULL);

  if (!keel_series_table_check (series, error) || !keel_database_begin (self->database, error))
    return NULL;
  uuid = g_uuid_string_random ();
  success = keel_series_table_check_free (self->database, series->meeting->list, series->meeting->slug, NULL,
                                          error) &&
            keel_series_table_insert (self->database, uuid, series, keel_clock_get_now (self->clock), error);
  return keel_journal_end_change (self, success, error) ? keel_journal_find_series (self, uuid, error) : NULL;
}

gboolean
keel_journal_update_series (KeelJournal *self, KeelSeries *series, GError **error)
{
  gboolean success;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (KEEL_IS_SERIES (series) && series->uuid != NULL, FALSE);

  if (!keel_series_table_check (series, error) || !keel_database_begin (self->database, error))
    return FALSE;
  success = keel_series_table_check_free (self->database, series->meeting->list, series->meeting->slug,
                                          series->uuid, error) &&
            keel_series_table_update (self->database, series, keel_clock_get_now (self->clock), error);
  return keel_journal_end_change (self, success, error);
}

/* Its leads stay with it, for keel_journal_restore_series (). */
gboolean
keel_journal_delete_series (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return change_series (self,
                        "UPDATE series SET deleted_at = ?3, changed_at = ?2"
                        " WHERE uuid = ?1 AND deleted_at IS NULL",
                        uuid, keel_clock_get_now (self->clock), error);
}

/* KEEL_STORE_ERROR_INVALID where the meeting has been followed anew meanwhile. */
gboolean
keel_journal_restore_series (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_database_begin (self->database, error) &&
         keel_journal_end_change (self, restore (self, uuid, error), error);
}

gboolean
keel_journal_set_vanished (KeelJournal *self, const char *uuid, gint64 at, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return change_series (self,
                        "UPDATE series SET vanished_at = ?3, changed_at = ?2"
                        " WHERE uuid = ?1 AND deleted_at IS NULL",
                        uuid, at, error);
}

gboolean
keel_journal_set_source (KeelJournal *self, const char *uuid, const char *list, const char *slug,
                         gint64 vanished_at, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  statement = prepare_for_uuid (self,
                                "UPDATE series SET vanished_at = ?3, changed_at = ?2, list = ?4, slug = ?5"
                                " WHERE uuid = ?1 AND deleted_at IS NULL",
                                uuid, error);
  if (statement == NULL)
    return keel_journal_end_change (self, FALSE, error);
  sqlite3_bind_int64 (statement, 2, keel_clock_get_now (self->clock));
  sqlite3_bind_int64 (statement, 3, vanished_at);
  keel_bind_text (statement, 4, list);
  keel_bind_text (statement, 5, slug);
  return keel_journal_end_change (self, run_for_series (self, statement, error), error);
}

/* -1 with KEEL_STORE_ERROR_NOT_FOUND where there is no such reminder. */
gint64
keel_journal_get_lead_since (KeelJournal *self, const char *uuid, int minutes, GError **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement;
  gint64 since = -1;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), -1);
  g_return_val_if_fail (uuid != NULL, -1);

  statement =
      prepare_for_uuid (self,
                        "SELECT since FROM lead WHERE series = ?1 AND minutes = ?2 AND deleted_at IS NULL",
                        uuid, error);
  if (statement == NULL)
    return -1;
  sqlite3_bind_int (statement, 2, minutes);
  if (!keel_database_step (self->database, statement, &row, error))
    return -1;
  if (row)
    since = sqlite3_column_int64 (statement, 0);
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no such reminder");
  sqlite3_reset (statement);
  return since;
}

/* NULL without error where it was never set. */
char *
keel_journal_get_setting (KeelJournal *self, const char *key, GError **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement;
  char *value;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT value FROM setting WHERE key = ?1 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, key);
  if (!keel_database_step (self->database, statement, &row, error))
    return NULL;
  value = row ? keel_column_text (statement, 0) : NULL;
  sqlite3_reset (statement);
  return value;
}

gboolean
keel_journal_mark_deleted (KeelJournal *self, const char *sql, const char *id, gboolean deleted,
                           GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, id);
  sqlite3_bind_int (statement, 2, deleted ? 1 : 0);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error) &&
         sqlite3_changes (keel_database_get_handle (self->database)) > 0;
}

gboolean
keel_journal_mark_or_miss (KeelJournal *self, const char *sql, const char *id, gboolean deleted,
                           const char *what, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (keel_journal_mark_deleted (self, sql, id, deleted, &problem))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no such %s: “%s”", what, id);
  return FALSE;
}

gboolean
keel_journal_put_setting (KeelJournal *self, const char *key, const char *value, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = prepare_for_uuid (self,
                                "INSERT INTO setting (uuid, key, value, changed_at, deleted_at)"
                                " VALUES (?1, ?2, coalesce (?3, ''), ?4, iif (?3 IS NULL, ?4, NULL))"
                                " ON CONFLICT (key) DO UPDATE SET value = excluded.value,"
                                " changed_at = excluded.changed_at, deleted_at = excluded.deleted_at",
                                uuid, error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 2, key);
  keel_bind_text (statement, 3, value);
  sqlite3_bind_int64 (statement, 4, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

/* @value NULL takes the setting back. */
gboolean
keel_journal_set_setting (KeelJournal *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_change (self, keel_journal_put_setting (self, key, value, error), error);
}

/* The settings whose key begins with @prefix: key to value. Transfer full. */
GHashTable *
keel_journal_get_settings (KeelJournal *self, const char *prefix, GError **error)
{
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row = FALSE;
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT key, value FROM setting"
                                     " WHERE deleted_at IS NULL AND substr (key, 1, length (?1)) = ?1",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, prefix);
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&settings);
      g_hash_table_insert (settings, keel_column_text (statement, 0), keel_column_text (statement, 1));
    }
  return NULL;
}
