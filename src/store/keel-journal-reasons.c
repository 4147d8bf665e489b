#include "keel-journal-reasons.h"

#include "keel-journal-words.h"
#include "keel-journal-writing.h"

static KeelReason *
read_reason (sqlite3_stmt *statement)
{
  KeelReason *reason = keel_reason_new (NULL, NULL);
  int size = sqlite3_column_bytes (statement, 2);

  reason->uuid = keel_column_text (statement, 0);
  reason->words = keel_column_text (statement, 1);
  if (size > 0)
    reason->photo = g_bytes_new (sqlite3_column_blob (statement, 2), (gsize) size);
  reason->position = sqlite3_column_int (statement, 3);
  return reason;
}

GPtrArray *
keel_journal_get_reasons (KeelJournal *self, GError **error)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reason_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT uuid, words, photo, position FROM reason"
                                     " WHERE deleted_at IS NULL ORDER BY position, uuid",
                                     error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&reasons);
      g_ptr_array_add (reasons, read_reason (statement));
    }
  return NULL;
}

/* Behind all others, the deleted ones, too: those may come back. */
static gboolean
find_position (KeelJournal *self, KeelReason *reason, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database, "SELECT coalesce (max (position) + 1, 0) FROM reason",
                                     error);
  if (statement == NULL || !keel_database_step (self->database, statement, &row, error))
    return FALSE;
  reason->position = sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
write_reason (KeelJournal *self, KeelReason *reason, GError **error)
{
  sqlite3_stmt *statement;

  if (reason->position < 0 && !find_position (self, reason, error))
    return FALSE;
  statement = keel_database_prepare (
      self->database,
      "INSERT INTO reason (uuid, words, photo, position, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT (uuid) DO UPDATE SET words = excluded.words, photo = excluded.photo,"
      " position = excluded.position, changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, reason->uuid);
  keel_journal_bind_words (statement, 2, reason->words);
  if (reason->photo != NULL)
    sqlite3_bind_blob64 (statement, 3, g_bytes_get_data (reason->photo, NULL),
                         g_bytes_get_size (reason->photo), SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (statement, 3);
  sqlite3_bind_int (statement, 4, reason->position);
  sqlite3_bind_int64 (statement, 5, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_set_reason (KeelJournal *self, KeelReason *reason, GError **error)
{
  int position;
  gboolean is_new;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);

  is_new = reason->uuid == NULL;
  position = reason->position;
  if (!keel_reason_is_possible (reason))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A reason has words or a picture of at most %d KiB", KEEL_REASON_PHOTO_MAX / 1024);
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (is_new)
    reason->uuid = g_uuid_string_random ();
  if (keel_journal_end_writing (self, write_reason (self, reason, error), error))
    return TRUE;
  if (is_new)
    g_clear_pointer (&reason->uuid, g_free);
  reason->position = position;
  return FALSE;
}

gboolean
keel_journal_set_reason_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE reason SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "reason", error);
}

static gboolean
place (KeelJournal *self, const char *uuid, int position, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE reason SET position = ?2, changed_at = ?3 WHERE uuid = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  sqlite3_bind_int (statement, 2, position);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
order (KeelJournal *self, const char *const *uuids, GError **error)
{
  const int n = (int) g_strv_length ((char **) uuids);
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database, "UPDATE reason SET position = position + ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, n);
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      if (!place (self, uuids[i], i, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
keel_journal_order_reasons (KeelJournal *self, const char *const *uuids, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuids != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_writing (self, order (self, uuids, error), error);
}
