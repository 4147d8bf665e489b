#include "keel-journal-reasons.h"

#include "keel-journal-rows.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

static gpointer
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
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT uuid, words, photo, position FROM reason"
                                     " WHERE deleted_at IS NULL ORDER BY position, uuid",
                                     error);
  return keel_journal_read_rows (self, statement, read_reason, (GDestroyNotify) keel_reason_free, error);
}

/* Behind all others, the deleted ones, too: those may come back. */
static gboolean
settle (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was, GError **error)
{
  KeelReason *reason = row;
  gint64 position = reason->position;

  if (position < 0 &&
      !keel_database_get_integer (self->database, "SELECT coalesce (max (position) + 1, 0) FROM reason",
                                  &position, error))
    return FALSE;
  reason->position = (int) position;
  return TRUE;
}

static gboolean
write_reason (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelReason *reason = row;
  sqlite3_stmt *statement;

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

static const KeelRowKind kind = { .write = write_reason, .settle = settle };

gboolean
keel_journal_set_reason (KeelJournal *self, KeelReason *reason, GError **error)
{
  int position;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);

  position = reason->position;
  if (!keel_reason_is_possible (reason))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A reason has words or a picture of at most %d KiB", KEEL_REASON_PHOTO_MAX / 1024);
      return FALSE;
    }
  if (keel_journal_put_row (self, &kind, reason, &reason->uuid, NULL, error))
    return TRUE;
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
