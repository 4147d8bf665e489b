#include "keel-meeting-array.h"

typedef struct
{
  char *key;
  guint32 place; /* in the array */
} KeelNamedPlace;

static int
compare_keys (const void *a, const void *b)
{
  const KeelNamedPlace *first = a;
  const KeelNamedPlace *second = b;
  int order = g_strcmp0 (first->key, second->key);

  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

static void
clear_named_place (gpointer data)
{
  g_free (((KeelNamedPlace *) data)->key);
}

static void
add_name (GArray *names, const char *name, guint32 place)
{
  g_autofree char *folded = g_utf8_casefold (name ? name : "", -1);
  const KeelNamedPlace named = { .key = g_utf8_collate_key (folded, -1), .place = place };

  g_array_append_val (names, named);
}

/* In the order of the array. An import of another process may have changed the table since: rows that one
 * of the two does not have are passed over. */
static GArray *
load_names (KeelMeetingArray *self, KeelDatabase *database, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (KeelNamedPlace));
  const KeelPackedMeeting *meetings = (const KeelPackedMeeting *) self->meetings->data;
  guint32 place = 0;
  sqlite3_stmt *statement;
  gboolean row;

  g_array_set_clear_func (names, clear_named_place);
  statement = keel_database_prepare (database, "SELECT id, name FROM meeting ORDER BY id", error);
  if (!statement)
    return NULL;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&names);
      while (place < self->meetings->len && meetings[place].id < sqlite3_column_int64 (statement, 0))
        place++;
      if (place < self->meetings->len && meetings[place].id == sqlite3_column_int64 (statement, 0))
        add_name (names, (const char *) sqlite3_column_text (statement, 1), place);
    }
  return NULL;
}

/* Fills ranks, once: sorting all names takes longer than a keystroke should, but not longer than a choice. */
gboolean
keel_meeting_array_rank_names (KeelMeetingArray *self, KeelDatabase *database, GError **error)
{
  g_autoptr (GArray) names = NULL;

  if (self->ranks)
    return TRUE;
  names = load_names (self, database, error);
  if (!names)
    return FALSE;
  g_array_sort (names, compare_keys);
  self->ranks = g_new0 (guint32, self->meetings->len);
  for (guint rank = 0; rank < names->len; rank++)
    self->ranks[g_array_index (names, KeelNamedPlace, rank).place] = rank;
  return TRUE;
}
