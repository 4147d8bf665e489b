#include "keel-reminder-log.h"

#define KEPT_LINES G_STRINGIFY (KEEL_REMINDER_LOG_LINES)

static const char *const outcomes[] = {
  [KEEL_OUTCOME_SHOWN] = "shown",         [KEEL_OUTCOME_LATE] = "late",
  [KEEL_OUTCOME_REPEATED] = "repeated",   [KEEL_OUTCOME_MISSED] = "missed",
  [KEEL_OUTCOME_FAILED] = "failed",       [KEEL_OUTCOME_SNOOZED] = "snoozed",
  [KEEL_OUTCOME_DISMISSED] = "dismissed",
};

static KeelReminderOutcome
parse_outcome (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_strcmp0 (outcomes[i], text) == 0)
      return i;
  g_return_val_if_reached (KEEL_OUTCOME_FAILED);
}

/* The parameters that a look-up and a new line share. */
static void
bind_event (sqlite3_stmt *statement, const KeelReminderEvent *event)
{
  keel_bind_text (statement, 1, event->series);
  sqlite3_bind_int64 (statement, 2, event->occurrence);
  sqlite3_bind_int (statement, 3, event->lead);
  keel_bind_text (statement, 4, outcomes[event->outcome]);
  keel_bind_text (statement, 5, event->reason);
}

static KeelReminderEvent *
read_event (sqlite3_stmt *statement)
{
  KeelReminderEvent *event = g_new0 (KeelReminderEvent, 1);

  event->id = sqlite3_column_int64 (statement, 0);
  event->series = keel_column_text (statement, 1);
  event->occurrence = sqlite3_column_int64 (statement, 2);
  event->lead = sqlite3_column_int (statement, 3);
  event->due = sqlite3_column_int64 (statement, 4);
  event->at = sqlite3_column_int64 (statement, 5);
  event->shown = sqlite3_column_int64 (statement, 6);
  event->outcome = parse_outcome ((const char *) sqlite3_column_text (statement, 7));
  event->reason = keel_column_text (statement, 8);
  event->start = sqlite3_column_int64 (statement, 9);
  return event;
}

const char *
keel_reminder_outcome_to_string (KeelReminderOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (outcomes), NULL);

  return outcomes[outcome];
}

void
keel_reminder_event_free (KeelReminderEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->series);
  g_free (self->reason);
  g_free (self);
}

gboolean
keel_reminder_log_append (KeelDatabase *database, const KeelReminderEvent *event, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "INSERT INTO event (series, occurrence, lead, outcome, reason,"
                                     " due, at_us, shown_us, start)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                     error);
  if (statement == NULL)
    return FALSE;
  bind_event (statement, event);
  sqlite3_bind_int64 (statement, 6, event->due);
  sqlite3_bind_int64 (statement, 7, event->at);
  sqlite3_bind_int64 (statement, 8, event->shown);
  sqlite3_bind_int64 (statement, 9, event->start);
  return keel_database_step (database, statement, NULL, error);
}

gboolean
keel_reminder_log_trim (KeelDatabase *database, GError **error)
{
  return keel_database_execute (database,
                                "DELETE FROM event WHERE id <= (SELECT max(id) FROM event) - " KEPT_LINES,
                                error);
}

gboolean
keel_reminder_log_has (KeelDatabase *database, const KeelReminderEvent *event, gboolean *logged,
                       GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "SELECT 1 FROM event WHERE series = ?1 AND occurrence = ?2"
                                     " AND lead = ?3 AND outcome = ?4 AND reason IS coalesce (?5, reason)",
                                     error);
  if (statement == NULL)
    return FALSE;
  bind_event (statement, event);
  if (!keel_database_step (database, statement, logged, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

GPtrArray *
keel_reminder_log_read (KeelDatabase *database, guint limit, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_event_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (database,
                                     "SELECT id, series, occurrence, lead, due, at_us, shown_us, outcome,"
                                     " reason, start FROM event ORDER BY id DESC LIMIT ?1",
                                     error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&events);
      g_ptr_array_add (events, read_event (statement));
    }
  return NULL;
}
