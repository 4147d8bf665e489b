#include "keel-type-rows.h"

typedef struct
{
  KeelDatabase *database;
  GError **error;
  gboolean failed;
} Storing;

static void
store_kind_cb (const char *name, KeelTypeKind kind, const char *usual, gpointer data)
{
  Storing *storing = data;
  sqlite3_stmt *statement;

  if (storing->failed)
    return;
  statement = keel_database_prepare (storing->database,
                                     "INSERT OR REPLACE INTO type_kind (name, kind, usual)"
                                     " VALUES (?1, ?2, ?3)",
                                     storing->error);
  storing->failed = statement == NULL;
  if (storing->failed)
    return;
  keel_bind_text (statement, 1, name);
  sqlite3_bind_int (statement, 2, (int) kind);
  keel_bind_text (statement, 3, usual);
  storing->failed = !keel_database_step (storing->database, statement, NULL, storing->error);
}

gboolean
keel_type_rows_store_kinds (KeelDatabase *database, KeelTypeTable *table, GError **error)
{
  Storing storing = { database, error, FALSE };

  if (table)
    keel_type_table_foreach_kind (table, store_kind_cb, &storing);
  return !storing.failed;
}

/* 0 where there is none yet. */
static gboolean
find_set (KeelDatabase *database, const char *names, gint64 *set, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, "SELECT id FROM type_set WHERE names = ?1",
                                                   error);
  gboolean row;

  *set = 0;
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, names);
  if (!keel_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    {
      *set = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return TRUE;
}

gboolean
keel_type_rows_store_set (KeelDatabase *database, const char *names, gint64 *set, GError **error)
{
  sqlite3_stmt *statement;

  *set = 0;
  if (*names == '\0')
    return TRUE;
  if (!find_set (database, names, set, error))
    return FALSE;
  if (*set != 0)
    return TRUE;
  statement = keel_database_prepare (database, "INSERT INTO type_set (names) VALUES (?1)", error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, names);
  if (!keel_database_step (database, statement, NULL, error))
    return FALSE;
  *set = sqlite3_last_insert_rowid (keel_database_get_handle (database));
  return TRUE;
}

gboolean
keel_type_rows_sweep (KeelDatabase *database, GError **error)
{
  return keel_database_execute (database,
                                "DELETE FROM type_set WHERE id NOT IN (SELECT type_set FROM meeting)", error);
}
