#include "keel-journal-people.h"

#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-contact-prompt.h"
#include "keel-journal-rows.h"

#define PERSON                                                                                                 \
  "uuid, name, role, number, message, on_lock, position, kind, reach, notes, rhythm, since, next_day, remind," \
  " prompt"

/* As it is kept: without spaces around it, and NULL where nothing is left. */
static void
bind_stripped (sqlite3_stmt *statement, int index, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  keel_bind_text (statement, index, *stripped != '\0' ? stripped : NULL);
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (*stripped != '\0')
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A name is not empty");
  return FALSE;
}

static gboolean
check_person (const KeelPerson *person, GError **error)
{
  if (!check_name (person->name, error))
    return FALSE;
  if (keel_person_is_possible (person))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
               "A rhythm is of 0 to %d days, and a time is of the day", KEEL_PERSON_RHYTHM_MAX);
  return FALSE;
}

static gboolean
mark (KeelJournal *self, const char *sql, const char *uuid, gboolean deleted, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (keel_journal_mark_deleted (self, sql, uuid, deleted, &problem))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is nobody of that name here");
  return FALSE;
}

static gpointer
read_person (sqlite3_stmt *statement)
{
  g_autofree char *name = keel_column_text (statement, 1);
  int kind = keel_word_find (keel_person_kind_words, (const char *) sqlite3_column_text (statement, 7));
  KeelPerson *person = keel_person_new (name);

  person->uuid = keel_column_text (statement, 0);
  person->role = keel_column_text (statement, 2);
  person->number = keel_column_text (statement, 3);
  person->message = keel_column_text (statement, 4);
  person->on_lock = sqlite3_column_int (statement, 5) != 0;
  person->position = sqlite3_column_int (statement, 6);
  person->kind = MAX (kind, KEEL_PERSON_OTHER);
  person->reach = keel_column_text (statement, 8);
  person->notes = keel_column_text (statement, 9);
  person->rhythm = (guint) sqlite3_column_int (statement, 10);
  person->since = keel_column_day (statement, 11);
  person->next = keel_column_day (statement, 12);
  if (sqlite3_column_type (statement, 13) != SQLITE_NULL)
    person->remind = sqlite3_column_int (statement, 13);
  person->prompt = keel_column_text (statement, 14);
  return person;
}

static gpointer
read_line (sqlite3_stmt *statement)
{
  g_autofree char *name = keel_column_text (statement, 1);
  KeelOwnLine *line = keel_own_line_new (name);

  line->uuid = keel_column_text (statement, 0);
  line->number = keel_column_text (statement, 2);
  line->address = keel_column_text (statement, 3);
  line->hours = keel_column_text (statement, 4);
  line->note = keel_column_text (statement, 5);
  line->on_lock = sqlite3_column_int (statement, 6) != 0;
  line->position = sqlite3_column_int (statement, 7);
  return line;
}

GPtrArray *
keel_journal_get_people (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     "SELECT " PERSON " FROM person"
                                     " WHERE deleted_at IS NULL ORDER BY position, uuid",
                                     error);
  return keel_journal_read_rows (self, statement, read_person, (GDestroyNotify) keel_person_free, error);
}

KeelPerson *
keel_journal_find_person (KeelJournal *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return keel_journal_read_row (self, "SELECT " PERSON " FROM person WHERE uuid = ?1 AND deleted_at IS NULL",
                                uuid, read_person, error);
}

GPtrArray *
keel_journal_get_own_lines (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (
      self->database,
      "SELECT uuid, name, number, address, hours, note, on_lock, position FROM own_line"
      " WHERE deleted_at IS NULL ORDER BY position, uuid",
      error);
  return keel_journal_read_rows (self, statement, read_line, (GDestroyNotify) keel_own_line_free, error);
}

static void
bind_person (sqlite3_stmt *statement, const KeelPerson *person)
{
  keel_bind_text (statement, 1, person->uuid);
  bind_stripped (statement, 2, person->name);
  bind_stripped (statement, 3, person->role);
  bind_stripped (statement, 4, person->number);
  bind_stripped (statement, 5, person->message);
  sqlite3_bind_int (statement, 6, person->on_lock ? 1 : 0);
  sqlite3_bind_int (statement, 7, person->position);
  keel_bind_text (statement, 8, keel_person_kind_words[person->kind]);
  bind_stripped (statement, 9, person->reach);
  bind_stripped (statement, 10, person->notes);
  sqlite3_bind_int (statement, 11, (int) person->rhythm);
  keel_bind_day (statement, 12, person->since);
  keel_bind_day (statement, 13, person->next);
  sqlite3_bind_int (statement, 14, person->remind);
  keel_bind_text (statement, 15, person->prompt);
}

/* A place of -1 is the one behind all others, the deleted ones, too: those may come back. */
static gboolean
write_person (KeelJournal *self, const KeelPerson *person, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO person (" PERSON ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
      " iif (?7 < 0, (SELECT coalesce (max (position) + 1, 0) FROM person), ?7), ?8, ?9, ?10, ?11, ?12, ?13,"
      " nullif (?14, -1), ?15, ?16)"
      " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, role = excluded.role,"
      " number = excluded.number, message = excluded.message, on_lock = excluded.on_lock,"
      " position = excluded.position, kind = excluded.kind, reach = excluded.reach, notes = excluded.notes,"
      " rhythm = excluded.rhythm, since = excluded.since, next_day = excluded.next_day,"
      " remind = excluded.remind, prompt = excluded.prompt, changed_at = excluded.changed_at,"
      " deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  bind_person (statement, person);
  sqlite3_bind_int64 (statement, 16, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
change_person (KeelJournal *self, KeelPerson *person, GError **error)
{
  keel_journal_date_rhythm (self, person);
  return keel_journal_settle_contact_prompt (self, person, error) && write_person (self, person, error);
}

static gboolean
write_line (KeelJournal *self, gconstpointer row, GError **error)
{
  const KeelOwnLine *line = row;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO own_line (uuid, name, number, address, hours, note, on_lock, position, changed_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
      " iif (?8 < 0, (SELECT coalesce (max (position) + 1, 0) FROM own_line), ?8), ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, number = excluded.number,"
      " address = excluded.address, hours = excluded.hours, note = excluded.note,"
      " on_lock = excluded.on_lock, position = excluded.position, changed_at = excluded.changed_at,"
      " deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, line->uuid);
  bind_stripped (statement, 2, line->name);
  bind_stripped (statement, 3, line->number);
  bind_stripped (statement, 4, line->address);
  bind_stripped (statement, 5, line->hours);
  bind_stripped (statement, 6, line->note);
  sqlite3_bind_int (statement, 7, line->on_lock ? 1 : 0);
  sqlite3_bind_int (statement, 8, line->position);
  sqlite3_bind_int64 (statement, 9, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static const KeelRowKind line_kind = { .write = write_line };

gboolean
keel_journal_set_person (KeelJournal *self, KeelPerson *person, GError **error)
{
  gboolean is_new;
  gboolean done;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (person != NULL, FALSE);

  is_new = person->uuid == NULL;
  if (!check_person (person, error) || !keel_database_begin (self->database, error))
    return FALSE;
  if (is_new)
    person->uuid = g_uuid_string_random ();
  done = change_person (self, person, error);
  /* A reminder that is there, or was, may have changed: then reminders.db is behind. */
  if (keel_journal_end_row (self, done, person->prompt != NULL, error))
    return TRUE;
  if (is_new)
    g_clear_pointer (&person->uuid, g_free);
  return FALSE;
}

gboolean
keel_journal_set_own_line (KeelJournal *self, KeelOwnLine *line, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (line != NULL, FALSE);

  return check_name (line->name, error) &&
         keel_journal_put_row (self, &line_kind, line, &line->uuid, NULL, error);
}

gboolean
keel_journal_set_person_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_autofree char *prompt = NULL;
  gboolean done;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  done = mark (self, "UPDATE person SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3 WHERE uuid = ?1",
               uuid, deleted, error) &&
         keel_journal_remind_of_person (self, uuid, &prompt, error);
  return keel_journal_end_row (self, done, prompt != NULL, error);
}

gboolean
keel_journal_set_own_line_deleted (KeelJournal *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return mark (self, "UPDATE own_line SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3 WHERE uuid = ?1",
               uuid, deleted, error);
}
