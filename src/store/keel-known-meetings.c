#include "keel-known-meetings.h"

static int
compare (const void *a, const void *b)
{
  const KeelKnownMeeting *first = a;
  const KeelKnownMeeting *second = b;

  return (first->key > second->key) - (first->key < second->key);
}

static void
add_row (GArray *meetings, sqlite3_stmt *statement)
{
  const KeelKnownMeeting meeting = {
    .key = sqlite3_column_int64 (statement, 0),
    .digest = sqlite3_column_int64 (statement, 1),
    .id = sqlite3_column_int64 (statement, 2),
  };

  g_array_append_val (meetings, meeting);
}

/* Returns: (transfer full) (element-type KeelKnownMeeting) */
GArray *
keel_known_meetings_load (KeelDatabase *database, gint64 list, GError **error)
{
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (KeelKnownMeeting));
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (database, "SELECT key, digest, id FROM meeting WHERE list = ?1", error);
  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, list);
  while (keel_database_step (database, statement, &row, error))
    {
      if (row)
        {
          add_row (meetings, statement);
          continue;
        }
      g_array_sort (meetings, compare);
      return g_steal_pointer (&meetings);
    }
  return NULL;
}

/* Returns: (nullable): valid as long as @meetings */
KeelKnownMeeting *
keel_known_meetings_find (GArray *meetings, gint64 key)
{
  const KeelKnownMeeting wanted = { .key = key };
  guint index;

  if (!g_array_binary_search (meetings, &wanted, compare, &index))
    return NULL;
  return &g_array_index (meetings, KeelKnownMeeting, index);
}
