#include "keel-meeting-array.h"

#include <math.h>

#include "core/keel-meeting.h"

/* While loading: names in the order in which they get their index. */
typedef struct
{
  GHashTable *indexes; /* char * → index + 1 */
  GPtrArray *names;    /* the first is NULL */
  guint last;          /* rows of a list mostly repeat the one before */
} KeelInterner;

typedef struct
{
  char *key;
  guint32 place; /* in the array */
} KeelNamedPlace;

static void
init_interner (KeelInterner *self)
{
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->last = 0;
  g_ptr_array_add (self->names, NULL);
}

static void
clear_interner (KeelInterner *self)
{
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelInterner, clear_interner)

static guint16
intern (KeelInterner *self, const char *name)
{
  char *copy;

  if (!name)
    return 0;
  if (g_strcmp0 (name, g_ptr_array_index (self->names, self->last)) == 0)
    return (guint16) self->last;
  self->last = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, name));
  /* So many names no computer has; what comes after them is treated as having none. */
  if (self->last == 0 && self->names->len <= G_MAXUINT16)
    {
      self->last = self->names->len;
      copy = g_strdup (name);
      g_ptr_array_add (self->names, copy);
      g_hash_table_insert (self->indexes, copy, GUINT_TO_POINTER (self->last));
    }
  return (guint16) self->last;
}

static void
free_zone (gpointer zone)
{
  if (zone)
    g_time_zone_unref (zone);
}

/* A zone that this computer does not know is NULL as well: the person's own is the best guess. */
static GPtrArray *
open_zones (GPtrArray *names)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func (free_zone);

  g_ptr_array_add (zones, NULL);
  for (guint i = 1; i < names->len; i++)
    g_ptr_array_add (zones, keel_zone_open (g_ptr_array_index (names, i)));
  return zones;
}

static void
add_row (KeelMeetingArray *self, sqlite3_stmt *statement, KeelInterner *zones, KeelInterner *programs)
{
  KeelPackedMeeting meeting = {
    .id = (guint32) sqlite3_column_int64 (statement, 0),
    .day = (gint8) sqlite3_column_int (statement, 1),
    .minute = (gint16) sqlite3_column_int (statement, 2),
    .program = intern (programs, (const char *) sqlite3_column_text (statement, 3)),
    .zone = intern (zones, (const char *) sqlite3_column_text (statement, 4)),
  };

  if (sqlite3_column_int (statement, 7) != 0)
    meeting.flags |= KEEL_PACKED_ONLINE;
  if (sqlite3_column_int (statement, 8) != 0)
    meeting.flags |= KEEL_PACKED_IN_PERSON;
  if (sqlite3_column_type (statement, 5) != SQLITE_NULL)
    {
      meeting.flags |= KEEL_PACKED_POSITION;
      keel_pack_position (sqlite3_column_double (statement, 5), sqlite3_column_double (statement, 6),
                          &meeting.x, &meeting.y, &meeting.z);
    }
  if (meeting.minute < 0)
    meeting.day = KEEL_DAY_BY_APPOINTMENT;
  self->max_id = MAX (self->max_id, meeting.id);
  g_array_append_val (self->meetings, meeting);
}

/* From the index alone: SQLite by itself would take the rows, since they stand in this order, too. */
static gboolean
load_rows (KeelMeetingArray *self, KeelDatabase *database, KeelInterner *zones, KeelInterner *programs,
           GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (database,
                                     "SELECT id, day, minute, program, timezone, latitude, longitude, online,"
                                     " in_person FROM meeting INDEXED BY meeting_packed ORDER BY id",
                                     error);
  if (!statement)
    return FALSE;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return TRUE;
      add_row (self, statement, zones, programs);
    }
  return FALSE;
}

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
add_name (GArray *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name ? name : "", -1);
  const KeelNamedPlace place = { .key = g_utf8_collate_key (folded, -1), .place = names->len };

  g_array_append_val (names, place);
}

/* In the order of the array. An import of another process may have changed the table since: then there
 * are fewer or more names than meetings, until the index is loaded again. */
static GArray *
load_names (KeelDatabase *database, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (KeelNamedPlace));
  sqlite3_stmt *statement;
  gboolean row;

  g_array_set_clear_func (names, clear_named_place);
  statement = keel_database_prepare (database, "SELECT name FROM meeting ORDER BY id", error);
  if (!statement)
    return NULL;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&names);
      add_name (names, (const char *) sqlite3_column_text (statement, 0));
    }
  return NULL;
}

/* Returns: (transfer full): NULL with @error set on failure */
KeelMeetingArray *
keel_meeting_array_load (KeelDatabase *database, GError **error)
{
  g_autoptr (KeelMeetingArray) self = g_new0 (KeelMeetingArray, 1);
  g_auto (KeelInterner) zones = { NULL };
  g_auto (KeelInterner) programs = { NULL };

  init_interner (&zones);
  init_interner (&programs);
  self->meetings = g_array_new (FALSE, FALSE, sizeof (KeelPackedMeeting));
  if (!load_rows (self, database, &zones, &programs, error))
    return NULL;
  self->zones = open_zones (zones.names);
  self->programs = g_steal_pointer (&programs.names);
  return g_steal_pointer (&self);
}

void
keel_meeting_array_free (KeelMeetingArray *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->meetings, g_array_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_free (self->ranks);
  g_free (self);
}

/* Fills ranks, once: sorting all names takes longer than a keystroke should, but not longer than a choice. */
gboolean
keel_meeting_array_rank_names (KeelMeetingArray *self, KeelDatabase *database, GError **error)
{
  g_autoptr (GArray) names = NULL;

  if (self->ranks)
    return TRUE;
  names = load_names (database, error);
  if (!names)
    return FALSE;
  g_array_sort (names, compare_keys);
  self->ranks = g_new0 (guint32, self->meetings->len);
  for (guint rank = 0; rank < names->len; rank++)
    {
      guint32 place = g_array_index (names, KeelNamedPlace, rank).place;

      if (place < self->meetings->len)
        self->ranks[place] = rank;
    }
  return TRUE;
}

/* On a globe of radius 1, where the square of the straight line between two points grows with their
 * distance and single precision is good for a metre. */
void
keel_pack_position (double latitude, double longitude, float *x, float *y, float *z)
{
  double phi = latitude * G_PI / 180;
  double lambda = longitude * G_PI / 180;

  *x = (float) (cos (phi) * cos (lambda));
  *y = (float) (cos (phi) * sin (lambda));
  *z = (float) sin (phi);
}
