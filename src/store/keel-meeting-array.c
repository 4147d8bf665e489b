#include "keel-meeting-array.h"

#include <math.h>

#include "core/keel-meeting.h"
#include "keel-meeting-twins.h"

/* While loading: names in the order in which they get their index. */
typedef struct
{
  GHashTable *indexes; /* char * → index + 1 */
  GPtrArray *names;    /* the first is NULL */
  guint last;          /* rows of a list mostly repeat the one before */
} KeelInterner;

typedef struct
{
  KeelMeetingArray *array;
  KeelInterner zones;
  KeelInterner programs;
  GHashTable *rooms;    /* guint64 * of list and room → place in the array, of those always open */
  GHashTable *imported; /* a list's id → its place among all, the one imported last first */
  GArray *traits;       /* of KeelTwinTrait, one for each meeting; NULL: there is but one list */
} KeelLoading;

enum
{
  COLUMN_ID,
  COLUMN_LIST,
  COLUMN_DAY,
  COLUMN_MINUTE,
  COLUMN_DURATION,
  COLUMN_ANY_TIME,
  COLUMN_PROGRAM,
  COLUMN_TIMEZONE,
  COLUMN_LATITUDE,
  COLUMN_LONGITUDE,
  COLUMN_ONLINE,
  COLUMN_IN_PERSON,
  COLUMN_ADMISSION,
  COLUMN_TYPE_SET,
  COLUMN_LINK_KEY,
  COLUMN_PLACE_KEY,
  COLUMN_ROOM_KEY,
  COLUMN_SCHEDULE,
};

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

static void
clear_loading (KeelLoading *self)
{
  clear_interner (&self->zones);
  clear_interner (&self->programs);
  g_clear_pointer (&self->rooms, g_hash_table_unref);
  g_clear_pointer (&self->imported, g_hash_table_unref);
  g_clear_pointer (&self->traits, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelLoading, clear_loading)

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

static guint
read_slot (KeelLoading *self, sqlite3_stmt *statement)
{
  const char *schedule = (const char *) sqlite3_column_text (statement, COLUMN_SCHEDULE);
  int day = sqlite3_column_int (statement, COLUMN_DAY);
  int minute = sqlite3_column_int (statement, COLUMN_MINUTE);
  const KeelSlot slot = {
    .zone = intern (&self->zones, (const char *) sqlite3_column_text (statement, COLUMN_TIMEZONE)),
    .minute = (gint16) minute,
    .minutes = (guint16) MIN (sqlite3_column_int (statement, COLUMN_DURATION), G_MAXUINT16),
    .days = (guint8) (day < 0 || minute < 0 ? KEEL_SLOT_BY_APPOINTMENT : KEEL_SLOT_DAY (day)),
    .any_time = sqlite3_column_int (statement, COLUMN_ANY_TIME) != 0,
  };

  if (schedule && slot.days != KEEL_SLOT_BY_APPOINTMENT)
    return keel_meeting_slots_add_schedule (self->array->slots, schedule, &slot);
  return keel_meeting_slots_add (self->array->slots, &slot);
}

static guint8
read_flags (sqlite3_stmt *statement)
{
  guint8 flags = 0;

  if (sqlite3_column_int (statement, COLUMN_ONLINE) != 0)
    flags |= KEEL_PACKED_ONLINE;
  if (sqlite3_column_int (statement, COLUMN_IN_PERSON) != 0)
    flags |= KEEL_PACKED_IN_PERSON;
  if (sqlite3_column_int (statement, COLUMN_ADMISSION) == KEEL_ADMISSION_OPEN)
    flags |= KEEL_PACKED_OPEN;
  if (sqlite3_column_type (statement, COLUMN_LATITUDE) != SQLITE_NULL)
    flags |= KEEL_PACKED_POSITION;
  return flags;
}

static void
add_trait (KeelLoading *self, sqlite3_stmt *statement, const KeelPackedMeeting *meeting,
           const KeelPackedPosition *position)
{
  const guint8 there = KEEL_PACKED_IN_PERSON | KEEL_PACKED_POSITION;
  gint64 list = sqlite3_column_int64 (statement, COLUMN_LIST);
  KeelTwinTrait trait = {
    .link_key = sqlite3_column_int64 (statement, COLUMN_LINK_KEY),
    .place_key = sqlite3_column_int64 (statement, COLUMN_PLACE_KEY),
    .x = position->x,
    .y = position->y,
    .z = position->z,
    .placed = (meeting->flags & there) == there,
    .list = GPOINTER_TO_UINT (g_hash_table_lookup (self->imported, GSIZE_TO_POINTER ((gsize) list))),
    .program = meeting->program,
  };

  g_array_append_val (self->traits, trait);
}

/* A room that is always open has a row for each weekday: the first one stands for all of them. */
static gboolean
join_room (KeelLoading *self, sqlite3_stmt *statement, const KeelPackedMeeting *meeting)
{
  GArray *meetings = self->array->meetings;
  gint64 room = sqlite3_column_int64 (statement, COLUMN_ROOM_KEY);
  gint64 key = (gint64) ((guint64) sqlite3_column_int64 (statement, COLUMN_LIST) << 48) ^ room;
  KeelTwin twin = { .id = meeting->id, .same_list = TRUE };
  KeelPackedMeeting *leader;
  gpointer place;

  if (room == 0)
    return FALSE;
  if (!g_hash_table_lookup_extended (self->rooms, &key, NULL, &place))
    {
      g_hash_table_insert (self->rooms, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (meetings->len));
      return FALSE;
    }
  twin.leader = GPOINTER_TO_UINT (place);
  leader = &g_array_index (meetings, KeelPackedMeeting, twin.leader);
  leader->slot = keel_meeting_slots_join (self->array->slots, leader->slot, meeting->slot);
  g_array_append_val (self->array->twins, twin);
  return TRUE;
}

static void
add_row (KeelLoading *self, sqlite3_stmt *statement)
{
  KeelPackedPosition position = { 0, 0, 0 };
  KeelPackedMeeting meeting = {
    .id = (guint32) sqlite3_column_int64 (statement, COLUMN_ID),
    .program = intern (&self->programs, (const char *) sqlite3_column_text (statement, COLUMN_PROGRAM)),
    .types = keel_meeting_types_find (self->array->types, sqlite3_column_int64 (statement, COLUMN_TYPE_SET)),
    .flags = read_flags (statement),
  };

  meeting.slot = read_slot (self, statement);
  self->array->max_id = MAX (self->array->max_id, meeting.id);
  if (join_room (self, statement, &meeting))
    return;
  if (meeting.flags & KEEL_PACKED_POSITION)
    keel_pack_position (sqlite3_column_double (statement, COLUMN_LATITUDE),
                        sqlite3_column_double (statement, COLUMN_LONGITUDE), &position);
  if (self->traits)
    add_trait (self, statement, &meeting, &position);
  g_array_append_val (self->array->meetings, meeting);
  g_array_append_val (self->array->positions, position);
}

/* From the index alone: SQLite by itself would take the rows, since they stand in this order, too. */
static gboolean
load_rows (KeelLoading *self, KeelDatabase *database, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (
      database,
      "SELECT id, list, day, minute, duration, any_time, program, timezone,"
      " latitude, longitude, online, in_person, admission, type_set, link_key,"
      " place_key, room_key, schedule FROM meeting INDEXED BY meeting_packed ORDER BY id",
      error);
  if (!statement)
    return FALSE;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return TRUE;
      add_row (self, statement);
    }
  return FALSE;
}

/* By the day: what was imported together keeps its order when one of them is refreshed. */
static gboolean
load_lists (KeelLoading *self, KeelDatabase *database, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  self->imported = g_hash_table_new (g_direct_hash, g_direct_equal);
  statement = keel_database_prepare (database, "SELECT id FROM list ORDER BY imported_at / 86400 DESC, id",
                                     error);
  if (!statement)
    return FALSE;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_insert (self->imported, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (statement, 0)),
                           GUINT_TO_POINTER (g_hash_table_size (self->imported)));
    }
  return FALSE;
}

/* The one that the newest list has leads. */
static void
choose_leaders (KeelLoading *self, guint32 *leaders)
{
  guint n = self->traits->len;
  g_autofree guint32 *newest = g_new (guint32, n);
  const KeelTwinTrait *traits = (const KeelTwinTrait *) self->traits->data;

  for (guint32 i = 0; i < n; i++)
    {
      newest[i] = i;
      if (traits[i].list < traits[newest[leaders[i]]].list)
        newest[leaders[i]] = i;
    }
  for (guint32 i = 0; i < n; i++)
    leaders[i] = newest[leaders[i]];
}

static int
compare_twins_cb (const void *a, const void *b)
{
  const KeelTwin *one = a;
  const KeelTwin *other = b;

  if (one->leader != other->leader)
    return one->leader < other->leader ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

/* Takes those that follow out of the array. */
static void
take_twins (KeelMeetingArray *self, const guint32 *leaders)
{
  KeelPackedMeeting *meetings = (KeelPackedMeeting *) self->meetings->data;
  KeelPackedPosition *positions = (KeelPackedPosition *) self->positions->data;
  g_autofree guint32 *places = g_new (guint32, self->meetings->len);
  guint32 n = 0;

  for (guint i = 0; i < self->twins->len; i++)
    g_array_index (self->twins, KeelTwin, i).leader =
        leaders[g_array_index (self->twins, KeelTwin, i).leader];
  for (guint32 i = 0; i < self->meetings->len; i++)
    {
      const KeelTwin twin = { .leader = leaders[i], .id = meetings[i].id };

      if (leaders[i] != i && meetings[leaders[i]].program == 0)
        meetings[leaders[i]].program = meetings[i].program;
      if (leaders[i] != i)
        g_array_append_val (self->twins, twin);
    }
  for (guint32 i = 0; i < self->meetings->len; i++)
    {
      if (leaders[i] != i)
        continue;
      places[i] = n;
      meetings[n] = meetings[i];
      positions[n++] = positions[i];
    }
  for (guint i = 0; i < self->twins->len; i++)
    g_array_index (self->twins, KeelTwin, i).leader = places[g_array_index (self->twins, KeelTwin, i).leader];
  g_array_set_size (self->meetings, n);
  g_array_set_size (self->positions, n);
}

static void
find_twins (KeelLoading *self)
{
  g_autofree guint32 *leaders = NULL;

  for (guint i = 0; i < self->traits->len; i++)
    g_array_index (self->traits, KeelTwinTrait, i).when =
        keel_meeting_slots_get_when (self->array->slots,
                                     g_array_index (self->array->meetings, KeelPackedMeeting, i).slot);
  leaders = keel_meeting_twins_find (self->traits);
  choose_leaders (self, leaders);
  take_twins (self->array, leaders);
}

/* Returns: (transfer full): NULL with @error set on failure */
KeelMeetingArray *
keel_meeting_array_load (KeelDatabase *database, GError **error)
{
  g_autoptr (KeelMeetingArray) self = g_new0 (KeelMeetingArray, 1);
  g_auto (KeelLoading) loading = { .array = self };

  init_interner (&loading.zones);
  init_interner (&loading.programs);
  self->meetings = g_array_new (FALSE, FALSE, sizeof (KeelPackedMeeting));
  self->positions = g_array_new (FALSE, FALSE, sizeof (KeelPackedPosition));
  self->twins = g_array_new (FALSE, FALSE, sizeof (KeelTwin));
  loading.rooms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->slots = keel_meeting_slots_new ();
  self->types = keel_meeting_types_load (database, error);
  if (!self->types || !load_lists (&loading, database, error))
    return NULL;
  if (g_hash_table_size (loading.imported) > 1)
    loading.traits = g_array_new (FALSE, FALSE, sizeof (KeelTwinTrait));
  if (!load_rows (&loading, database, error))
    return NULL;
  if (loading.traits)
    find_twins (&loading);
  g_array_sort (self->twins, compare_twins_cb);
  self->zones = open_zones (loading.zones.names);
  self->programs = g_steal_pointer (&loading.programs.names);
  return g_steal_pointer (&self);
}

void
keel_meeting_array_free (KeelMeetingArray *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->meetings, g_array_unref);
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->twins, g_array_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_clear_pointer (&self->slots, keel_meeting_slots_free);
  g_clear_pointer (&self->types, keel_meeting_types_free);
  g_free (self->ranks);
  g_free (self);
}

const KeelTwin *
keel_meeting_array_get_twins (const KeelMeetingArray *self, guint place, guint *n)
{
  const KeelTwin *twins = (const KeelTwin *) self->twins->data;
  guint low = 0;
  guint high = self->twins->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (twins[middle].leader < place)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n = 0; low + *n < self->twins->len && twins[low + *n].leader == place;)
    ++*n;
  return *n > 0 ? &twins[low] : NULL;
}

/* The square of the straight line between two points grows with their distance, and single precision is good
 * for a metre. */
void
keel_pack_position (double latitude, double longitude, KeelPackedPosition *position)
{
  double phi = latitude * G_PI / 180;
  double lambda = longitude * G_PI / 180;

  position->x = (float) (cos (phi) * cos (lambda));
  position->y = (float) (cos (phi) * sin (lambda));
  position->z = (float) sin (phi);
}
