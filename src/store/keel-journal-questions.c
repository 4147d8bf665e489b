#include "keel-journal-contacts.h"

#include "keel-journal-words.h"
#include "keel-journal-writing.h"

GPtrArray *
keel_journal_get_person_questions (KeelJournal *self, const char *person, GError **error)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (
      (GDestroyNotify) keel_person_question_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT uuid, words, asked FROM question WHERE person = ?1"
                                     " AND deleted_at IS NULL ORDER BY id",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, person);
  while (keel_database_step (self->database, statement, &row, error))
    {
      KeelPersonQuestion *question;

      if (!row)
        return g_steal_pointer (&questions);
      question = keel_person_question_new (person, (const char *) sqlite3_column_text (statement, 1));
      question->uuid = keel_column_text (statement, 0);
      question->asked = sqlite3_column_int (statement, 2) != 0;
      g_ptr_array_add (questions, question);
    }
  return NULL;
}

static gboolean
write_question (KeelJournal *self, const KeelPersonQuestion *question, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO question (uuid, person, words, asked, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT (uuid) DO UPDATE SET words = excluded.words, asked = excluded.asked,"
      " changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, question->uuid);
  keel_bind_text (statement, 2, question->person);
  keel_journal_bind_words (statement, 3, question->text);
  sqlite3_bind_int (statement, 4, question->asked ? 1 : 0);
  sqlite3_bind_int64 (statement, 5, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_set_person_question (KeelJournal *self, KeelPersonQuestion *question, GError **error)
{
  g_autofree char *stripped = NULL;
  gboolean is_new;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (question != NULL && question->person != NULL, FALSE);

  is_new = question->uuid == NULL;
  stripped = g_strstrip (g_strdup (question->text));
  if (*stripped == '\0')
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A question has words");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (is_new)
    question->uuid = g_uuid_string_random ();
  if (keel_journal_end_writing (self, write_question (self, question, error), error))
    return TRUE;
  if (is_new)
    g_clear_pointer (&question->uuid, g_free);
  return FALSE;
}

gboolean
keel_journal_set_person_question_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                          GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE question SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "question", error);
}
