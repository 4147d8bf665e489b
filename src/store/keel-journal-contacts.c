#include "keel-journal-contacts.h"

#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-contact-prompt.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS "uuid, person, at, zone, how, topic, to_do, note"

static gpointer
read_contact (sqlite3_stmt *statement)
{
  int how = keel_word_find (keel_contact_how_words, (const char *) sqlite3_column_text (statement, 4));
  KeelContact *contact = keel_contact_new ((const char *) sqlite3_column_text (statement, 1),
                                           MAX (how, KEEL_CONTACT_CALL));

  contact->uuid = keel_column_text (statement, 0);
  contact->at = sqlite3_column_int64 (statement, 2);
  contact->offset = sqlite3_column_int (statement, 3);
  contact->topic = keel_column_text (statement, 5);
  contact->to_do = keel_column_text (statement, 6);
  contact->note = keel_column_text (statement, 7);
  return contact;
}

GPtrArray *
keel_journal_get_contacts (KeelJournal *self, const char *person, guint limit, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  statement = keel_database_prepare (self->database,
                                     person != NULL
                                         ? "SELECT " COLUMNS " FROM contact WHERE deleted_at IS NULL"
                                           " AND person = ?1 ORDER BY at DESC, uuid LIMIT ?2"
                                         : "SELECT " COLUMNS " FROM contact WHERE deleted_at IS NULL"
                                           " AND ?1 IS NULL ORDER BY at DESC, uuid LIMIT ?2",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, person);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);
  return keel_journal_read_rows (self, statement, read_contact, (GDestroyNotify) keel_contact_free, error);
}

KeelContact *
keel_journal_find_last_contact (KeelJournal *self, const char *person, GError **error)
{
  g_autoptr (GPtrArray) contacts = NULL;

  g_return_val_if_fail (person != NULL, NULL);

  contacts = keel_journal_get_contacts (self, person, 1, error);
  return contacts != NULL && contacts->len > 0 ? keel_contact_copy (contacts->pdata[0]) : NULL;
}

/* *@contact is NULL where there is none; *@deleted is whether it was deleted. */
static gboolean
find (KeelJournal *self, const char *uuid, KeelContact **contact, gboolean *deleted, GError **error)
{
  return keel_journal_find_row (self,
                                "SELECT " COLUMNS ", deleted_at IS NOT NULL FROM contact WHERE uuid = ?1",
                                uuid, read_contact, (gpointer *) contact, deleted, error);
}

KeelContact *
keel_journal_find_contact (KeelJournal *self, const char *uuid, GError **error)
{
  g_autoptr (KeelContact) contact = NULL;
  gboolean deleted = FALSE;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!find (self, uuid, &contact, &deleted, error) || deleted)
    return NULL;
  return g_steal_pointer (&contact);
}

static gboolean
write_contact (KeelJournal *self, const KeelContact *contact, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO contact (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
      " ON CONFLICT (uuid) DO UPDATE SET person = excluded.person, at = excluded.at, zone = excluded.zone,"
      " how = excluded.how, topic = excluded.topic, to_do = excluded.to_do, note = excluded.note,"
      " changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, contact->uuid);
  keel_bind_text (statement, 2, contact->person);
  sqlite3_bind_int64 (statement, 3, contact->at);
  sqlite3_bind_int (statement, 4, contact->offset);
  keel_bind_text (statement, 5, keel_contact_how_words[contact->how]);
  keel_journal_bind_words (statement, 6, contact->topic);
  keel_journal_bind_words (statement, 7, contact->to_do);
  keel_journal_bind_words (statement, 8, contact->note);
  sqlite3_bind_int64 (statement, 9, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

/* NOT_FOUND where there is no such person. */
static gboolean
read_next (KeelJournal *self, const char *person, gint64 *day, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database, "SELECT next_day FROM person WHERE uuid = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, person);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is nobody of that name here");
      return FALSE;
    }
  *day = keel_column_day (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
agree (KeelJournal *self, const char *person, KeelNextContact *next, GError **error)
{
  gint64 was = KEEL_PERSON_NO_DAY;
  sqlite3_stmt *statement;

  if (!read_next (self, person, &was, error))
    return FALSE;
  if (next == NULL || !next->set)
    return TRUE;
  statement = keel_database_prepare (self->database,
                                     "UPDATE person SET next_day = ?2, changed_at = ?3 WHERE uuid = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, person);
  if (next->day != KEEL_PERSON_NO_DAY)
    sqlite3_bind_int64 (statement, 2, next->day);
  else
    sqlite3_bind_null (statement, 2);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  next->day = was;
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
change (KeelJournal *self, KeelContact *contact, KeelNextContact *next, KeelContact **before, char **prompt,
        GError **error)
{
  g_autoptr (KeelContact) was = NULL;
  gboolean deleted = FALSE;

  if (contact->uuid == NULL)
    contact->uuid = g_uuid_string_random ();
  else if (!find (self, contact->uuid, &was, &deleted, error))
    return FALSE;
  if (contact->at == 0)
    keel_journal_get_moment (self, &contact->at, &contact->offset);
  if (!agree (self, contact->person, next, error) || !write_contact (self, contact, error) ||
      !keel_journal_remind_of_person (self, contact->person, prompt, error))
    return FALSE;
  if (!deleted)
    *before = g_steal_pointer (&was);
  return TRUE;
}

gboolean
keel_journal_set_contact (KeelJournal *self, KeelContact *contact, KeelNextContact *next,
                          KeelContact **before, char **prompt, GError **error)
{
  g_autoptr (KeelContact) was = NULL;
  gboolean is_new;
  gboolean done;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (contact != NULL && prompt != NULL, FALSE);

  is_new = contact->uuid == NULL;
  if (!keel_contact_is_possible (contact))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A contact is with somebody, in one of the ways that there are");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  done = change (self, contact, next, &was, prompt, error);
  if (!keel_journal_end_row (self, done, *prompt != NULL, error))
    {
      if (is_new)
        g_clear_pointer (&contact->uuid, g_free);
      return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&was);
  return TRUE;
}

static gboolean
mark (KeelJournal *self, const char *uuid, gboolean deleted, KeelNextContact *next, char **prompt,
      GError **error)
{
  g_autoptr (KeelContact) contact = NULL;
  gboolean was_deleted = FALSE;

  return keel_journal_mark_or_miss (self,
                                    "UPDATE contact SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                    " WHERE uuid = ?1",
                                    uuid, deleted, "contact", error) &&
         find (self, uuid, &contact, &was_deleted, error) && contact != NULL &&
         agree (self, contact->person, next, error) &&
         keel_journal_remind_of_person (self, contact->person, prompt, error);
}

gboolean
keel_journal_set_contact_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                  KeelNextContact *next, char **prompt, GError **error)
{
  gboolean done;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (uuid != NULL && prompt != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  done = mark (self, uuid, deleted, next, prompt, error);
  return keel_journal_end_row (self, done, *prompt != NULL, error);
}
