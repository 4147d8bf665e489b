#include "keel-journal-prompts.h"

#include "core/keel-series.h"
#include "keel-journal-rows.h"

/* As of a series: what comes back within this time was dropped by mistake. */
#define UNDO_SECONDS "600"

static void
bind_prompt (sqlite3_stmt *statement, const KeelPrompt *prompt, gint64 now)
{
  g_autofree char *schedule = keel_schedule_to_string (prompt->schedule);

  keel_bind_text (statement, 1, prompt->uuid);
  keel_bind_text (statement, 2, keel_prompt_kind_words[prompt->kind]);
  keel_bind_text (statement, 3, schedule);
  keel_bind_text (statement, 4, prompt->words != NULL && *prompt->words != '\0' ? prompt->words : NULL);
  keel_bind_text (statement, 5, keel_reminder_text_words[prompt->style.text]);
  sqlite3_bind_int (statement, 6, prompt->style.important ? 1 : 0);
  sqlite3_bind_int (statement, 7, prompt->style.silent ? 1 : 0);
  sqlite3_bind_int (statement, 8, prompt->style.open ? 1 : 0);
  sqlite3_bind_int64 (statement, 9, now);
  keel_bind_text (statement, 10, prompt->subject);
}

/* Another schedule is asked for from now on, and so is what was dropped a while ago. */
gboolean
keel_journal_put_prompt (KeelJournal *self, const KeelPrompt *prompt, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO prompt (uuid, kind, schedule, words, text, important, silent, open, since, changed_at,"
      " subject) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10)"
      " ON CONFLICT (uuid) DO UPDATE SET kind = excluded.kind, schedule = excluded.schedule,"
      " words = excluded.words, subject = excluded.subject, text = excluded.text, important = excluded.important,"
      " silent = excluded.silent, open = excluded.open, changed_at = excluded.changed_at, deleted_at = NULL,"
      " since = iif (schedule = excluded.schedule"
      " AND coalesce (deleted_at, ?9) >= ?9 - " UNDO_SECONDS ", since, ?9)",
      error);
  if (statement == NULL)
    return FALSE;
  bind_prompt (statement, prompt, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static KeelPrompt *
read_prompt (sqlite3_stmt *statement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;
  int kind = keel_word_find (keel_prompt_kind_words, (const char *) sqlite3_column_text (statement, 1));
  int text = keel_word_find (keel_reminder_text_words, (const char *) sqlite3_column_text (statement, 4));
  KeelPrompt *prompt;

  schedule = keel_schedule_from_string ((const char *) sqlite3_column_text (statement, 2), &error);
  if (schedule == NULL)
    {
      g_warning ("The schedule of prompt %s cannot be read: %s",
                 (const char *) sqlite3_column_text (statement, 0), error->message);
      return NULL;
    }
  prompt = keel_prompt_new (MAX (kind, 0), schedule);
  prompt->uuid = keel_column_text (statement, 0);
  prompt->words = keel_column_text (statement, 3);
  prompt->subject = keel_column_text (statement, 9);
  prompt->style.text = MAX (text, 0);
  prompt->style.important = sqlite3_column_int (statement, 5) != 0;
  prompt->style.silent = sqlite3_column_int (statement, 6) != 0;
  prompt->style.open = sqlite3_column_int (statement, 7) != 0;
  return prompt;
}

gboolean
keel_journal_put_prompt_away (KeelJournal *self, const char *uuid, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE prompt SET deleted_at = ?2, changed_at = ?2"
                                     " WHERE uuid = ?1 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  sqlite3_bind_int64 (statement, 2, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
check (const KeelPrompt *prompt, GError **error)
{
  if (prompt->kind <= KEEL_PROMPT_CONTACT && keel_reminder_style_is_possible (&prompt->style))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
               "The kind or the style of a prompt is none of those that there are");
  return FALSE;
}

static gboolean
write_prompt (KeelJournal *self, gconstpointer row, GError **error)
{
  return keel_journal_put_prompt (self, row, error);
}

static const KeelRowKind kind = { .write = write_prompt, .reminders = TRUE };

gboolean
keel_journal_set_prompt (KeelJournal *self, KeelPrompt *prompt, GError **error)
{
  return check (prompt, error) && keel_journal_put_row (self, &kind, prompt, &prompt->uuid, NULL, error);
}

gboolean
keel_journal_drop_prompt (KeelJournal *self, const char *uuid, GError **error)
{
  return keel_database_begin (self->database, error) &&
         keel_journal_end_change (self, keel_journal_put_prompt_away (self, uuid, error), error);
}

static gboolean
put_delays_away (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE prompt SET deleted_at = ?2, changed_at = ?2"
                                     " WHERE kind = ?1 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, keel_prompt_kind_words[KEEL_PROMPT_PRACTICE]);
  sqlite3_bind_int64 (statement, 2, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_set_delay (KeelJournal *self, KeelPrompt *delay, GError **error)
{
  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (delay != NULL && delay->uuid == NULL)
    delay->uuid = g_uuid_string_random ();
  return keel_journal_end_change (self,
                                  put_delays_away (self, error) &&
                                      (delay == NULL || keel_journal_put_prompt (self, delay, error)),
                                  error);
}

GPtrArray *
keel_journal_get_prompts (KeelJournal *self, GArray *since, GError **error)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_prompt_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement =
      keel_database_prepare (self->database,
                             "SELECT uuid, kind, schedule, words, text, important, silent, open, since,"
                             " subject FROM prompt WHERE deleted_at IS NULL ORDER BY uuid",
                             error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (self->database, statement, &row, error))
    {
      gint64 asked = row ? sqlite3_column_int64 (statement, 8) : 0;
      KeelPrompt *prompt = row ? read_prompt (statement) : NULL;

      if (!row)
        return g_steal_pointer (&prompts);
      if (prompt == NULL)
        continue;
      g_ptr_array_add (prompts, prompt);
      if (since != NULL)
        g_array_append_val (since, asked);
    }
  return NULL;
}
