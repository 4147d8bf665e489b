#include "keel-reminder-projection.h"

#include "core/keel-series.h"

#define RULE_COLUMNS                                                                                         \
  "series, lead, schedule, since, name, link, place, map, text, reach, silent, important, travel, meeting"

/* In the order of KeelReminderReach. */
static const char *const reaches[] = { "discreet", "alone", "always", NULL };

static gboolean
insert_rule (KeelDatabase *database, const KeelReminderRule *rule, GError **error)
{
  sqlite3_stmt *statement;
  g_autofree char *schedule = keel_schedule_to_string (rule->schedule);

  statement = keel_database_prepare (database,
                                     "INSERT INTO rule (" RULE_COLUMNS ") VALUES"
                                     " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, rule->series);
  sqlite3_bind_int (statement, 2, rule->lead);
  keel_bind_text (statement, 3, schedule);
  sqlite3_bind_int64 (statement, 4, rule->since);
  keel_bind_text (statement, 5, rule->name);
  keel_bind_text (statement, 6, rule->link);
  keel_bind_text (statement, 7, rule->place);
  keel_bind_text (statement, 8, rule->map);
  keel_bind_text (statement, 9, keel_reminder_text_words[rule->text]);
  keel_bind_text (statement, 10, reaches[rule->reach]);
  sqlite3_bind_int (statement, 11, rule->silent ? 1 : 0);
  sqlite3_bind_int (statement, 12, rule->important ? 1 : 0);
  sqlite3_bind_int (statement, 13, rule->travel ? 1 : 0);
  sqlite3_bind_int (statement, 14, rule->meeting ? 1 : 0);
  return keel_database_step (database, statement, NULL, error);
}

static gboolean
insert_rules (KeelDatabase *database, GPtrArray *rules, GError **error)
{
  for (guint i = 0; i < rules->len; i++)
    if (!insert_rule (database, g_ptr_array_index (rules, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_settled (KeelDatabase *database, GPtrArray *settled, GError **error)
{
  for (guint i = 0; settled != NULL && i < settled->len; i++)
    {
      const KeelOccurrenceKey *key = g_ptr_array_index (settled, i);

      if (!keel_reminder_projection_settle (database, key->series, key->occurrence, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_preferences (KeelDatabase *database, const KeelReminderPreferences *preferences, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "INSERT INTO preference (id, silent, quiet_from, quiet_to,"
                                     " ask_afterwards) VALUES (1, ?1, ?2, ?3, ?4)",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, preferences->silent ? 1 : 0);
  sqlite3_bind_int (statement, 2, preferences->quiet_from);
  sqlite3_bind_int (statement, 3, preferences->quiet_to);
  sqlite3_bind_int (statement, 4, preferences->ask_afterwards ? 1 : 0);
  return keel_database_step (database, statement, NULL, error);
}

static gboolean
write_stamp (KeelDatabase *database, gint64 counter, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "INSERT INTO projection (id, counter) VALUES (1, ?1)"
                                     " ON CONFLICT (id) DO UPDATE SET counter = excluded.counter",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, counter);
  return keel_database_step (database, statement, NULL, error);
}

static void
read_words (sqlite3_stmt *statement, KeelReminderRule *rule)
{
  int text = keel_word_find (keel_reminder_text_words, (const char *) sqlite3_column_text (statement, 8));
  int reach = keel_word_find (reaches, (const char *) sqlite3_column_text (statement, 9));

  rule->name = keel_column_text (statement, 4);
  rule->link = keel_column_text (statement, 5);
  rule->place = keel_column_text (statement, 6);
  rule->map = keel_column_text (statement, 7);
  rule->text = MAX (text, KEEL_REMINDER_DISCREET);
  rule->reach = MAX (reach, KEEL_REACH_DISCREET);
}

static KeelReminderRule *
read_rule (sqlite3_stmt *statement)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  const char *series = (const char *) sqlite3_column_text (statement, 0);
  KeelReminderRule *rule;

  schedule = keel_schedule_from_string ((const char *) sqlite3_column_text (statement, 2), &error);
  if (schedule == NULL)
    {
      g_warning ("The schedule of %s cannot be read: %s", series, error->message);
      return NULL;
    }
  rule = keel_reminder_rule_new (series, sqlite3_column_int (statement, 1), schedule,
                                 sqlite3_column_int64 (statement, 3));
  read_words (statement, rule);
  rule->silent = sqlite3_column_int (statement, 10) != 0;
  rule->important = sqlite3_column_int (statement, 11) != 0;
  rule->travel = sqlite3_column_int (statement, 12) != 0;
  rule->meeting = sqlite3_column_int (statement, 13) != 0;
  return rule;
}

gboolean
keel_reminder_projection_replace (KeelDatabase *database, const KeelProjected *projected, GError **error)
{
  return keel_database_execute (database, "DELETE FROM rule; DELETE FROM settled; DELETE FROM preference",
                                error) &&
         insert_rules (database, projected->rules, error) &&
         insert_settled (database, projected->settled, error) &&
         insert_preferences (database, &projected->preferences, error) &&
         write_stamp (database, projected->counter, error);
}

GPtrArray *
keel_reminder_projection_read_rules (KeelDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (database, "SELECT " RULE_COLUMNS " FROM rule ORDER BY series, lead",
                                     error);
  if (statement == NULL)
    return NULL;
  while (keel_database_step (database, statement, &row, error))
    {
      KeelReminderRule *rule = row ? read_rule (statement) : NULL;

      if (rule != NULL)
        g_ptr_array_add (rules, rule);
      if (!row)
        return g_steal_pointer (&rules);
    }
  return NULL;
}

gboolean
keel_reminder_projection_read_preferences (KeelDatabase *database, KeelReminderPreferences *preferences,
                                           GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  *preferences = KEEL_REMINDER_PREFERENCES_USUAL;
  statement = keel_database_prepare (database,
                                     "SELECT silent, quiet_from, quiet_to, ask_afterwards FROM preference",
                                     error);
  if (statement == NULL || !keel_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    {
      preferences->silent = sqlite3_column_int (statement, 0) != 0;
      preferences->quiet_from = sqlite3_column_int (statement, 1);
      preferences->quiet_to = sqlite3_column_int (statement, 2);
      preferences->ask_afterwards = sqlite3_column_int (statement, 3) != 0;
    }
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
keel_reminder_projection_move_stamp (KeelDatabase *database, gint64 from, gint64 to, gboolean *moved,
                                     GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database, "UPDATE projection SET counter = ?2 WHERE counter = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);
  if (!keel_database_step (database, statement, NULL, error))
    return FALSE;
  *moved = sqlite3_changes (keel_database_get_handle (database)) > 0;
  return TRUE;
}

gboolean
keel_reminder_projection_settle (KeelDatabase *database, const char *series, KeelLocalTime occurrence,
                                 gboolean settled, GError **error)
{
  sqlite3_stmt *statement;

  if (settled)
    statement = keel_database_prepare (database,
                                       "INSERT OR IGNORE INTO settled (series, occurrence) VALUES (?1, ?2)",
                                       error);
  else
    statement = keel_database_prepare (database, "DELETE FROM settled WHERE series = ?1 AND occurrence = ?2",
                                       error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int64 (statement, 2, occurrence);
  return keel_database_step (database, statement, NULL, error);
}

gboolean
keel_reminder_projection_is_settled (KeelDatabase *database, const char *series, KeelLocalTime occurrence,
                                     gboolean *settled, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "SELECT 1 FROM settled WHERE series = ?1 AND occurrence = ?2"
                                     " UNION ALL SELECT 1 FROM answer WHERE series = ?1 AND occurrence = ?2"
                                     " AND reply <> 'going'",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int64 (statement, 2, occurrence);
  if (!keel_database_step (database, statement, settled, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
keel_reminder_projection_has_reminders (KeelDatabase *database, gboolean *has, GError **error)
{
  gint64 found = 0;

  if (!keel_database_get_integer (database, "SELECT EXISTS (SELECT 1 FROM rule WHERE lead >= 0)", &found,
                                  error))
    return FALSE;
  *has = found != 0;
  return TRUE;
}
