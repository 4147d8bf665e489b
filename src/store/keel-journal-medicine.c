#include "keel-journal-medicine.h"

#include "core/keel-series.h"
#include "keel-day-columns.h"
#include "keel-journal-prompts.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"
#include "keel-journal-writing.h"

#define COLUMNS                                                                                                \
  "uuid, name, kind, first, days, clinic_days, weeks, months, minute, remind, prescriber, place, phone, note," \
  " appointment, naloxone, locked, prompt"
#define N_COLUMNS 18

static gpointer
read_medicine (sqlite3_stmt *statement)
{
  int kind = keel_word_find (keel_medicine_kind_words, (const char *) sqlite3_column_text (statement, 2));
  KeelMedicine *medicine = keel_medicine_new ((const char *) sqlite3_column_text (statement, 1),
                                              sqlite3_column_int64 (statement, 3));

  medicine->uuid = keel_column_text (statement, 0);
  medicine->kind = MAX (kind, KEEL_MEDICINE_DAILY);
  medicine->days = (guint) sqlite3_column_int (statement, 4);
  medicine->clinic_days = (guint) sqlite3_column_int (statement, 5);
  medicine->weeks = (guint) sqlite3_column_int (statement, 6);
  medicine->months = (guint) sqlite3_column_int (statement, 7);
  medicine->minute = sqlite3_column_int (statement, 8);
  medicine->remind = sqlite3_column_int (statement, 9) != 0;
  medicine->prescriber = keel_column_text (statement, 10);
  medicine->place = keel_column_text (statement, 11);
  medicine->phone = keel_column_text (statement, 12);
  medicine->note = keel_column_text (statement, 13);
  medicine->appointment = keel_column_day (statement, 14);
  medicine->naloxone = keel_column_day (statement, 15);
  medicine->locked = sqlite3_column_int (statement, 16) != 0;
  medicine->prompt = keel_column_text (statement, 17);
  return medicine;
}

GPtrArray *
keel_journal_get_medicines (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM medicine WHERE deleted_at IS NULL ORDER BY id",
                                     error);
  return keel_journal_read_rows (self, statement, read_medicine, (GDestroyNotify) keel_medicine_free, error);
}

GArray *
keel_journal_get_medicine_marks (KeelJournal *self, const char *uuid, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KeelMedicineMark));
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database,
                                     "SELECT day, state FROM medicine_day"
                                     " WHERE medicine = ?1 AND deleted_at IS NULL ORDER BY day",
                                     error);
  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, uuid);
  while (keel_database_step (self->database, statement, &row, error))
    {
      KeelMedicineMark mark;
      int state;

      if (!row)
        return g_steal_pointer (&marks);
      state = keel_word_find (keel_medicine_state_words, (const char *) sqlite3_column_text (statement, 1));
      mark.day = sqlite3_column_int64 (statement, 0);
      mark.state = MAX (state, KEEL_MEDICINE_UNSAID);
      g_array_append_val (marks, mark);
    }
  return NULL;
}

/* *@medicine is NULL where there is none; *@deleted is whether it was deleted. */
static gboolean
find (KeelJournal *self, const char *uuid, KeelMedicine **medicine, gboolean *deleted, GError **error)
{
  return keel_journal_find_row (self,
                                "SELECT " COLUMNS ", deleted_at IS NOT NULL FROM medicine WHERE uuid = ?1",
                                uuid, read_medicine, (gpointer *) medicine, deleted, error);
}

static void
bind_medicine (sqlite3_stmt *statement, const KeelMedicine *medicine)
{
  keel_bind_text (statement, 1, medicine->uuid);
  keel_journal_bind_words (statement, 2, medicine->name);
  keel_bind_text (statement, 3, keel_medicine_kind_words[medicine->kind]);
  sqlite3_bind_int64 (statement, 4, medicine->first);
  sqlite3_bind_int (statement, 5, (int) medicine->days);
  sqlite3_bind_int (statement, 6, (int) medicine->clinic_days);
  sqlite3_bind_int (statement, 7, (int) medicine->weeks);
  sqlite3_bind_int (statement, 8, (int) medicine->months);
  sqlite3_bind_int (statement, 9, medicine->minute);
  sqlite3_bind_int (statement, 10, medicine->remind ? 1 : 0);
  keel_journal_bind_words (statement, 11, medicine->prescriber);
  keel_journal_bind_words (statement, 12, medicine->place);
  keel_journal_bind_words (statement, 13, medicine->phone);
  keel_journal_bind_words (statement, 14, medicine->note);
  keel_bind_day (statement, 15, medicine->appointment);
  keel_bind_day (statement, 16, medicine->naloxone);
  sqlite3_bind_int (statement, 17, medicine->locked ? 1 : 0);
  keel_bind_text (statement, 18, medicine->prompt);
}

static gboolean
write_medicine (KeelJournal *self, const KeelMedicine *medicine, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO medicine (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
      " ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"
      " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, kind = excluded.kind, first = excluded.first,"
      " days = excluded.days, clinic_days = excluded.clinic_days, weeks = excluded.weeks,"
      " months = excluded.months, minute = excluded.minute, remind = excluded.remind,"
      " prescriber = excluded.prescriber, place = excluded.place, phone = excluded.phone,"
      " note = excluded.note, appointment = excluded.appointment, naloxone = excluded.naloxone,"
      " locked = excluded.locked, prompt = excluded.prompt, changed_at = excluded.changed_at,"
      " deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  bind_medicine (statement, medicine);
  sqlite3_bind_int64 (statement, N_COLUMNS + 1, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

/* A notification says the name only where all its words may be said, as of every reminder. */
static gboolean
put_prompt (KeelJournal *self, const KeelMedicine *medicine, KeelSchedule *schedule, GError **error)
{
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_MEDICINE, schedule);

  prompt->uuid = g_strdup (medicine->prompt);
  prompt->subject = g_strdup (medicine->uuid);
  prompt->words = g_strstrip (g_strdup (medicine->name));
  return keel_journal_put_prompt (self, prompt, error);
}

/* Puts the reminder where it is wanted, or away. It keeps its UUID with the plan in any case. */
static gboolean
settle_prompt (KeelJournal *self, KeelMedicine *medicine, gint64 today, gboolean *reminders, GError **error)
{
  g_autoptr (KeelSchedule) schedule = keel_medicine_dup_schedule (medicine, today);

  *reminders = schedule != NULL || medicine->prompt != NULL;
  if (schedule == NULL)
    return medicine->prompt == NULL || keel_journal_put_prompt_away (self, medicine->prompt, error);
  if (medicine->prompt == NULL)
    medicine->prompt = g_uuid_string_random ();
  return put_prompt (self, medicine, schedule, error);
}

static gboolean
change (KeelJournal *self, KeelMedicine *medicine, gint64 today, KeelMedicine **before, gboolean *reminders,
        GError **error)
{
  g_autoptr (KeelMedicine) was = NULL;
  gboolean deleted = FALSE;

  if (medicine->uuid == NULL)
    medicine->uuid = g_uuid_string_random ();
  else if (!find (self, medicine->uuid, &was, &deleted, error))
    return FALSE;
  if (medicine->prompt == NULL && was != NULL)
    medicine->prompt = g_strdup (was->prompt);
  if (!settle_prompt (self, medicine, today, reminders, error) || !write_medicine (self, medicine, error))
    return FALSE;
  if (!deleted)
    *before = g_steal_pointer (&was);
  return TRUE;
}

gboolean
keel_journal_set_medicine (KeelJournal *self, KeelMedicine *medicine, gint64 today, KeelMedicine **before,
                           gboolean *reminders, GError **error)
{
  g_autoptr (KeelMedicine) was = NULL;
  gboolean is_new = medicine->uuid == NULL;
  gboolean success;

  *reminders = FALSE;
  if (!keel_medicine_is_possible (medicine))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A medicine plan has a name, and days that go with how it is taken");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = change (self, medicine, today, &was, reminders, error);
  if (!keel_journal_end_row (self, success, *reminders, error))
    {
      if (is_new)
        g_clear_pointer (&medicine->uuid, g_free);
      return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&was);
  return TRUE;
}

static gboolean
mark_deleted (KeelJournal *self, const char *uuid, gboolean deleted, gint64 today, gboolean *reminders,
              GError **error)
{
  g_autoptr (KeelMedicine) medicine = NULL;
  gboolean was_deleted = FALSE;

  if (!keel_journal_mark_or_miss (self,
                                  "UPDATE medicine SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                  " WHERE uuid = ?1",
                                  uuid, deleted, "medicine plan", error) ||
      !find (self, uuid, &medicine, &was_deleted, error))
    return FALSE;
  if (medicine == NULL || medicine->prompt == NULL || !medicine->remind)
    return TRUE;
  if (!deleted)
    return settle_prompt (self, medicine, today, reminders, error);
  *reminders = TRUE;
  return keel_journal_put_prompt_away (self, medicine->prompt, error);
}

gboolean
keel_journal_set_medicine_deleted (KeelJournal *self, const char *uuid, gboolean deleted, gint64 today,
                                   gboolean *reminders, GError **error)
{
  gboolean success;

  *reminders = FALSE;
  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = mark_deleted (self, uuid, deleted, today, reminders, error);
  return keel_journal_end_row (self, success, *reminders, error);
}

static gboolean
read_state (KeelJournal *self, const char *uuid, gint64 day, KeelMedicineState *state, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database,
                                     "SELECT state FROM medicine_day"
                                     " WHERE medicine = ?1 AND day = ?2 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  sqlite3_bind_int64 (statement, 2, day);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  *state = KEEL_MEDICINE_UNSAID;
  if (!row)
    return TRUE;
  *state = (KeelMedicineState) MAX (0, keel_word_find (keel_medicine_state_words,
                                                       (const char *) sqlite3_column_text (statement, 0)));
  sqlite3_reset (statement);
  return TRUE;
}

/* What is taken back stays as a deleted row. */
static gboolean
write_state (KeelJournal *self, const char *uuid, gint64 day, KeelMedicineState state, GError **error)
{
  g_autofree char *row = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      state == KEEL_MEDICINE_UNSAID
          ? "UPDATE medicine_day SET deleted_at = ?5, changed_at = ?5 WHERE medicine = ?2 AND day = ?3"
            " AND deleted_at IS NULL AND ?1 IS NOT NULL AND ?4 IS NOT NULL"
          : "INSERT INTO medicine_day (uuid, medicine, day, state, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)"
            " ON CONFLICT (medicine, day) DO UPDATE SET state = excluded.state,"
            " changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, row);
  keel_bind_text (statement, 2, uuid);
  sqlite3_bind_int64 (statement, 3, day);
  keel_bind_text (statement, 4, keel_medicine_state_words[state]);
  sqlite3_bind_int64 (statement, 5, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
mark (KeelJournal *self, const char *uuid, gint64 day, KeelMedicineState state, KeelMedicineState *before,
      GError **error)
{
  g_autoptr (KeelMedicine) medicine = NULL;
  gboolean deleted = FALSE;

  if (!find (self, uuid, &medicine, &deleted, error))
    return FALSE;
  if (medicine == NULL || deleted)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND,
                   "There is no such medicine plan: “%s”", uuid);
      return FALSE;
    }
  return read_state (self, uuid, day, before, error) && write_state (self, uuid, day, state, error);
}

gboolean
keel_journal_mark_medicine (KeelJournal *self, const char *uuid, gint64 day, KeelMedicineState state,
                            KeelMedicineState *before, GError **error)
{
  KeelMedicineState was = KEEL_MEDICINE_UNSAID;

  g_return_val_if_fail (state <= KEEL_MEDICINE_NOT_DUE, FALSE);

  if (!keel_database_begin (self->database, error) ||
      !keel_journal_end_writing (self, mark (self, uuid, day, state, &was, error), error))
    return FALSE;
  if (before != NULL)
    *before = was;
  return TRUE;
}
