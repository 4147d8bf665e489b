#include "keel-reminder-claim.h"

/* Enough for years; by number and not by age, as in the log. */
#define KEPT_CLAIMS "20000"

/* @sql has the key as its first three parameters. */
static sqlite3_stmt *
prepare_for_key (KeelDatabase *database, const char *sql, const KeelReminderKey *key, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  keel_bind_text (statement, 1, key->series);
  sqlite3_bind_int64 (statement, 2, key->occurrence);
  sqlite3_bind_int (statement, 3, key->lead);
  return statement;
}

/* What the caller gets, seeing what stands in the file. */
static gboolean
judge (KeelDatabase *database, const KeelReminderKey *key, const char *holder, KeelClaim *claim,
       GError **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement;

  statement =
      prepare_for_key (database,
                       "SELECT claimed_us IS NOT NULL, confirmed_us IS NOT NULL, holder, start FROM claim"
                       " WHERE series = ?1 AND occurrence = ?2 AND lead = ?3",
                       key, error);
  if (statement == NULL || !keel_database_step (database, statement, &row, error))
    return FALSE;

  if (row && sqlite3_column_int (statement, 1))
    *claim = sqlite3_column_int64 (statement, 3) == key->start ? KEEL_CLAIM_TAKEN : KEEL_CLAIM_MINE;
  else if (!row || !sqlite3_column_int (statement, 0))
    *claim = KEEL_CLAIM_MINE;
  else if (sqlite3_column_type (statement, 2) == SQLITE_NULL)
    *claim = KEEL_CLAIM_AGAIN;
  else if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 2), holder) == 0)
    *claim = KEEL_CLAIM_TAKEN;
  else
    *claim = KEEL_CLAIM_REPEAT;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
write_claim (KeelDatabase *database, const KeelReminderKey *key, const char *holder, gint64 now_us,
             GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare_for_key (database,
                               "INSERT INTO claim (series, occurrence, lead, holder, claimed_us, start)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                               " ON CONFLICT (series, occurrence, lead) DO UPDATE"
                               " SET holder = excluded.holder, claimed_us = excluded.claimed_us,"
                               " confirmed_us = NULL, start = excluded.start",
                               key, error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 4, holder);
  sqlite3_bind_int64 (statement, 5, now_us);
  sqlite3_bind_int64 (statement, 6, key->start);
  return keel_database_step (database, statement, NULL, error);
}

gboolean
keel_reminder_claim_take (KeelDatabase *database, const KeelReminderKey *key, const char *holder,
                          gint64 now_us, KeelClaim *claim, GError **error)
{
  if (!judge (database, key, holder, claim, error))
    return FALSE;
  return *claim == KEEL_CLAIM_TAKEN || write_claim (database, key, holder, now_us, error);
}

gboolean
keel_reminder_claim_hand_over (KeelDatabase *database, const KeelReminderKey *key, gint64 now_us,
                               GError **error)
{
  return write_claim (database, key, NULL, now_us, error);
}

gboolean
keel_reminder_claim_confirm (KeelDatabase *database, const KeelReminderKey *key, gint64 now_us,
                             GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare_for_key (database,
                               "INSERT INTO claim (series, occurrence, lead, claimed_us, confirmed_us, start)"
                               " VALUES (?1, ?2, ?3, ?4, ?4, ?5)"
                               " ON CONFLICT (series, occurrence, lead) DO UPDATE"
                               " SET confirmed_us = excluded.confirmed_us, start = excluded.start",
                               key, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 4, now_us);
  sqlite3_bind_int64 (statement, 5, key->start);
  return keel_database_step (database, statement, NULL, error) &&
         keel_database_execute (database,
                                "DELETE FROM claim WHERE id <= (SELECT max(id) FROM claim) - " KEPT_CLAIMS,
                                error);
}

gboolean
keel_reminder_claim_release (KeelDatabase *database, const KeelReminderKey *key, GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare_for_key (database,
                               "UPDATE claim SET claimed_us = NULL, holder = NULL"
                               " WHERE series = ?1 AND occurrence = ?2 AND lead = ?3"
                               " AND confirmed_us IS NULL",
                               key, error);
  return statement != NULL && keel_database_step (database, statement, NULL, error);
}

gboolean
keel_reminder_claim_forget (KeelDatabase *database, const KeelReminderKey *key, GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare_for_key (database,
                               "DELETE FROM claim WHERE series = ?1 AND occurrence = ?2 AND lead = ?3", key,
                               error);
  return statement != NULL && keel_database_step (database, statement, NULL, error);
}

gboolean
keel_reminder_claim_is_confirmed (KeelDatabase *database, const KeelReminderKey *key, gboolean *confirmed,
                                  GError **error)
{
  sqlite3_stmt *statement;

  statement = prepare_for_key (database,
                               "SELECT 1 FROM claim WHERE series = ?1 AND occurrence = ?2 AND lead = ?3"
                               " AND confirmed_us IS NOT NULL AND start = ?4",
                               key, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 4, key->start);
  if (!keel_database_step (database, statement, confirmed, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}
