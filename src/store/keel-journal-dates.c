#include "keel-journal-private.h"

static gboolean
write_schedule (KeelJournal *self, const char *uuid, KeelSchedule *schedule, GError **error)
{
  g_autofree char *text = keel_schedule_to_string (schedule);
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE series SET schedule = ?2, changed_at = ?3"
                                     " WHERE uuid = ?1 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, text);
  sqlite3_bind_int64 (statement, 3, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static KeelSeries *
change (KeelJournal *self, const char *uuid, KeelScheduleChange apply, gconstpointer data, GError **error)
{
  g_autoptr (KeelSeries) before = keel_journal_find_series (self, uuid, error);
  g_autoptr (KeelSchedule) schedule = NULL;

  if (before == NULL)
    return NULL;
  schedule = apply (before->schedule, data, error);
  if (schedule == NULL || !write_schedule (self, uuid, schedule, error))
    return NULL;
  return g_steal_pointer (&before);
}

typedef struct
{
  KeelSchedule *expected;
  KeelSchedule *schedule;
} Replacement;

static KeelSchedule *
replace_cb (KeelSchedule *schedule, gconstpointer data, GError **error)
{
  const Replacement *replacement = data;

  if (keel_schedule_equal (schedule, replacement->expected))
    return keel_schedule_ref (replacement->schedule);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED, "The schedule has changed since");
  return NULL;
}

/* Whoever else changes the schedule at the same moment comes before or after, so that neither change is lost.
 * Errors are those of @change, or of KEEL_STORE_ERROR: NOT_FOUND where there is no such series. */
KeelSeries *
keel_journal_change_schedule (KeelJournal *self, const char *uuid, KeelScheduleChange apply,
                              gconstpointer data, GError **error)
{
  g_autoptr (KeelSeries) before = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL && apply != NULL, NULL);

  if (!keel_database_begin (self->database, error))
    return NULL;
  before = change (self, uuid, apply, data, error);
  if (!keel_journal_end_change (self, before != NULL, error))
    return NULL;
  return g_steal_pointer (&before);
}

gboolean
keel_journal_replace_schedule (KeelJournal *self, const char *uuid, KeelSchedule *expected,
                               KeelSchedule *schedule, GError **error)
{
  const Replacement replacement = { expected, schedule };
  g_autoptr (KeelSeries) before = NULL;

  g_return_val_if_fail (expected != NULL && schedule != NULL, FALSE);

  before = keel_journal_change_schedule (self, uuid, replace_cb, &replacement, error);
  return before != NULL;
}
