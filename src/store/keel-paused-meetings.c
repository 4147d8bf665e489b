#include "keel-paused-meetings.h"

#include "keel-meeting-table.h"

gboolean
keel_paused_meetings_clear (KeelDatabase *database, gint64 list, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, "DELETE FROM paused WHERE list = ?1", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, list);
  return keel_database_step (database, statement, NULL, error);
}

gboolean
keel_paused_meetings_add (KeelDatabase *database, gint64 list, const char *list_name,
                          const char *const *slugs, GError **error)
{
  for (gsize i = 0; slugs[i] != NULL; i++)
    {
      sqlite3_stmt *statement =
          keel_database_prepare (database, "INSERT OR IGNORE INTO paused (key, list) VALUES (?1, ?2)", error);

      if (!statement)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, keel_meeting_make_key (list_name, slugs[i]));
      sqlite3_bind_int64 (statement, 2, list);
      if (!keel_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
keel_paused_meetings_have (KeelDatabase *database, const char *list_name, const char *slug, gboolean *paused,
                           GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, "SELECT 1 FROM paused WHERE key = ?1", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, keel_meeting_make_key (list_name, slug));
  if (!keel_database_step (database, statement, paused, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}
