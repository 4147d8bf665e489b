#include "keel-reminder-letter.h"

#include "core/keel-series.h"

/* In the order of KeelReply. */
static const char *const replies[] = { "going", "not", "went", NULL };

static KeelReminderAnswer *
read_answer (sqlite3_stmt *statement)
{
  KeelReminderAnswer *answer = g_new0 (KeelReminderAnswer, 1);

  answer->id = sqlite3_column_int64 (statement, 0);
  answer->uuid = keel_column_text (statement, 1);
  answer->series = keel_column_text (statement, 2);
  answer->occurrence = sqlite3_column_int64 (statement, 3);
  answer->start = sqlite3_column_int64 (statement, 4);
  answer->reply = keel_word_find (replies, (const char *) sqlite3_column_text (statement, 5));
  answer->at = sqlite3_column_int64 (statement, 6);
  return answer;
}

gboolean
keel_reminder_letter_put (KeelDatabase *database, const KeelReminderAnswer *answer, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "INSERT INTO answer (uuid, series, occurrence, start, reply, at)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, answer->series);
  sqlite3_bind_int64 (statement, 3, answer->occurrence);
  sqlite3_bind_int64 (statement, 4, answer->start);
  keel_bind_text (statement, 5, replies[answer->reply]);
  sqlite3_bind_int64 (statement, 6, answer->at);
  return keel_database_step (database, statement, NULL, error);
}

GPtrArray *
keel_reminder_letter_read (KeelDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_answer_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (database,
                                     "SELECT id, uuid, series, occurrence, start, reply, at FROM answer"
                                     " ORDER BY id",
                                     error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&answers);
      g_ptr_array_add (answers, read_answer (statement));
    }
  return NULL;
}

gboolean
keel_reminder_letter_drop (KeelDatabase *database, gint64 up_to_id, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, "DELETE FROM answer WHERE id <= ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, up_to_id);
  return keel_database_step (database, statement, NULL, error);
}
