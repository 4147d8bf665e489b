#include "keel-meeting-index.h"

#include <math.h>
#include <string.h>

#include "keel-directory-private.h"
#include "keel-meeting-array.h"
#include "keel-meeting-table.h"
#include "keel-word-index.h"
#include "keel-zone-week.h"

#define DEFAULT_LIMIT 50
#define EARTH_RADIUS_KM 6371.0088

struct _KeelMeetingIndex
{
  GObject parent_instance;

  KeelDirectory *directory;
  KeelDatabase *database; /* the directory's */
  KeelWordIndex *words;
  KeelMeetingArray *array;
  gint64 change; /* of the directory when the array was loaded */
};

/* One of the first so many. */
typedef struct
{
  double key;
  guint place; /* in the array */
} KeelCandidate;

typedef struct
{
  const KeelMeetingQuery *query;
  KeelMeetingOrder order;
  GTimeZone *person;
  KeelRowSet *rows; /* nullable: all */
  gint program;     /* index, or -1 for all, or -2 for one that no meeting has */
  guint days;       /* bit 0 by appointment, bit 1 Sunday … */
  guint any_online; /* 1: it does not matter */
  guint any_in_person;
  guint by_day[8];      /* by appointment, Sunday … */
  KeelZoneWeek *weeks;  /* one for each zone */
  float x, y, z;        /* of the place that is asked about */
  float max_chord;      /* squared; negative: no limit */
  const guint32 *ranks; /* nullable: not by name */
  GArray *heap;         /* of KeelCandidate, the last one first */
  guint limit;
  KeelMeetingResults *results;
} KeelSearch;

G_DEFINE_FINAL_TYPE (KeelMeetingIndex, keel_meeting_index, G_TYPE_OBJECT)

static void
clear_search (KeelSearch *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->weeks, g_free);
  g_clear_pointer (&self->heap, g_array_unref);
  g_clear_pointer (&self->results, keel_meeting_results_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelSearch, clear_search)

static void
keel_meeting_index_finalize (GObject *object)
{
  KeelMeetingIndex *self = KEEL_MEETING_INDEX (object);

  g_clear_pointer (&self->words, keel_word_index_free);
  g_clear_pointer (&self->array, keel_meeting_array_free);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (keel_meeting_index_parent_class)->finalize (object);
}

static void
keel_meeting_index_class_init (KeelMeetingIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_meeting_index_finalize;
}

static void
keel_meeting_index_init (KeelMeetingIndex *self)
{
}

static int
compare_candidates (const KeelCandidate *a, const KeelCandidate *b)
{
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

static int
compare_candidates_cb (const void *a, const void *b)
{
  return compare_candidates (a, b);
}

/* Puts @candidate where the heap has a hole at @hole, or below. */
static void
sift_down (GArray *heap, guint hole, KeelCandidate candidate)
{
  KeelCandidate *items = (KeelCandidate *) heap->data;

  for (guint child = 2 * hole + 1; child < heap->len; child = 2 * hole + 1)
    {
      if (child + 1 < heap->len && compare_candidates (&items[child + 1], &items[child]) > 0)
        child++;
      if (compare_candidates (&candidate, &items[child]) >= 0)
        break;
      items[hole] = items[child];
      hole = child;
    }
  items[hole] = candidate;
}

static void
sift_up (GArray *heap, guint hole, KeelCandidate candidate)
{
  KeelCandidate *items = (KeelCandidate *) heap->data;

  while (hole > 0 && compare_candidates (&candidate, &items[(hole - 1) / 2]) > 0)
    {
      items[hole] = items[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
  items[hole] = candidate;
}

/* It has to come before one of those that are kept, once they are all that are asked for. */
static void
offer (KeelSearch *self, double key, guint place)
{
  const KeelCandidate candidate = { .key = key, .place = place };
  GArray *heap = self->heap;

  if (heap->len < self->limit)
    {
      g_array_append_val (heap, candidate);
      sift_up (heap, heap->len - 1, candidate);
    }
  else
    sift_down (heap, 0, candidate);
}

static float
get_chord (const KeelSearch *self, const KeelPackedMeeting *meeting)
{
  float x = meeting->x - self->x;
  float y = meeting->y - self->y;
  float z = meeting->z - self->z;

  return x * x + y * y + z * z;
}

static gint64
get_next_start (const KeelSearch *self, const KeelPackedMeeting *meeting)
{
  if (meeting->day < 0)
    return 0;
  return keel_zone_week_get_next (&self->weeks[meeting->zone], meeting->day, meeting->minute);
}

static double
get_key (const KeelSearch *self, const KeelPackedMeeting *meeting, guint place)
{
  if (self->order == KEEL_ORDER_NAME)
    return self->ranks[place];
  if (self->order == KEEL_ORDER_DISTANCE)
    return meeting->flags & KEEL_PACKED_POSITION ? get_chord (self, meeting) : G_MAXDOUBLE;
  return meeting->day < 0 ? G_MAXDOUBLE : (double) get_next_start (self, meeting);
}

/* What no filter with a count of its own decides. */
static gboolean
is_candidate (const KeelSearch *self, const KeelPackedMeeting *meeting)
{
  if (self->rows && !keel_row_set_contains (self->rows, meeting->id))
    return FALSE;
  if (self->program != -1 && self->program != meeting->program)
    return FALSE;
  if (self->max_chord < 0)
    return TRUE;
  return (meeting->flags & KEEL_PACKED_POSITION) && get_chord (self, meeting) <= self->max_chord;
}

/* Counts what each filter would leave given the others; TRUE if all of them leave the meeting. Without
 * branches, which nobody could predict here. */
static gboolean
count (KeelSearch *self, const KeelPackedMeeting *meeting)
{
  guint is_online = meeting->flags / KEEL_PACKED_ONLINE & 1;
  guint is_in_person = meeting->flags / KEEL_PACKED_IN_PERSON & 1;
  guint day = self->days >> (meeting->day + 1) & 1;
  guint online = is_online | self->any_online;
  guint in_person = is_in_person | self->any_in_person;

  self->by_day[meeting->day + 1] += online & in_person;
  self->results->online += day & in_person & is_online;
  self->results->in_person += day & online & is_in_person;
  self->results->total += day & online & in_person;
  return day & online & in_person;
}

/* Whether it comes too late for those that are kept; of equals the first one stays. */
static gboolean
is_beyond (const KeelSearch *self, double key)
{
  return self->heap->len == self->limit && key >= g_array_index (self->heap, KeelCandidate, 0).key;
}

static void
scan (KeelSearch *self, const GArray *meetings)
{
  for (guint place = 0; place < meetings->len; place++)
    {
      const KeelPackedMeeting *meeting = &g_array_index (meetings, KeelPackedMeeting, place);
      double key;

      if (!is_candidate (self, meeting) || !count (self, meeting))
        continue;
      key = get_key (self, meeting, place);
      if (!is_beyond (self, key))
        offer (self, key, place);
    }
  memcpy (self->results->by_day, &self->by_day[1], sizeof self->results->by_day);
}

static gint
find_program (const KeelMeetingArray *array, const char *program)
{
  if (!program)
    return -1;
  for (guint i = 1; i < array->programs->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (array->programs, i), program))
        return (gint) i;
    }
  return -2;
}

static void
prepare_weeks (KeelSearch *self, const KeelMeetingArray *array, gint64 now)
{
  self->weeks = g_new (KeelZoneWeek, array->zones->len);
  for (guint i = 0; i < array->zones->len; i++)
    {
      GTimeZone *zone = g_ptr_array_index (array->zones, i);

      keel_zone_week_init (&self->weeks[i], zone ? zone : self->person, now);
    }
}

static void
prepare_place (KeelSearch *self)
{
  const KeelMeetingQuery *query = self->query;
  double half_angle;

  self->max_chord = -1;
  if (!query->near)
    return;
  keel_pack_position (query->latitude, query->longitude, &self->x, &self->y, &self->z);
  if (query->within_km <= 0)
    return;
  half_angle = MIN (query->within_km / EARTH_RADIUS_KM / 2, G_PI / 2);
  self->max_chord = (float) (4 * sin (half_angle) * sin (half_angle));
}

static gboolean
prepare (KeelSearch *self, KeelMeetingIndex *index, gint64 now, GError **error)
{
  const KeelMeetingQuery *query = self->query;

  self->results = keel_meeting_results_new ();
  self->heap = g_array_new (FALSE, FALSE, sizeof (KeelCandidate));
  self->limit = query->limit ? query->limit : DEFAULT_LIMIT;
  self->order = query->order == KEEL_ORDER_DISTANCE && !query->near ? KEEL_ORDER_NEXT_START : query->order;
  self->program = find_program (index->array, query->program);
  self->days = query->days ? (guint) query->days << 1 : G_MAXUINT;
  self->any_online = query->online ? 0 : 1;
  self->any_in_person = query->in_person ? 0 : 1;
  prepare_weeks (self, index->array, now);
  prepare_place (self);
  if (self->order == KEEL_ORDER_NAME && !keel_meeting_array_rank_names (index->array, index->database, error))
    return FALSE;
  self->ranks = index->array->ranks;
  return !query->text || keel_word_index_search (index->words, query->text, &self->rows, error);
}

/* Haversine, in double precision: what the person reads. */
static double
get_distance_km (const KeelMeetingQuery *query, KeelMeeting *meeting)
{
  double phi = query->latitude * G_PI / 180;
  double other_phi = meeting->latitude * G_PI / 180;
  double half_phi = (other_phi - phi) / 2;
  double half_lambda = (meeting->longitude - query->longitude) * G_PI / 360;
  double h = sin (half_phi) * sin (half_phi) +
             cos (phi) * cos (other_phi) * sin (half_lambda) * sin (half_lambda);

  return 2 * EARTH_RADIUS_KM * asin (MIN (1, sqrt (h)));
}

static KeelMatch *
make_match (KeelSearch *self, const KeelPackedMeeting *packed, sqlite3_stmt *statement)
{
  KeelMatch *match = g_object_new (KEEL_TYPE_MATCH, NULL);

  match->meeting = keel_meeting_table_read (statement);
  match->imported_at = sqlite3_column_int64 (statement, KEEL_MEETING_N_COLUMNS);
  match->next_start = get_next_start (self, packed);
  match->distance_km = -1;
  g_ptr_array_add (match->sources, keel_match_source_new (match->meeting->list, match->meeting->id,
                                                          match->meeting->url, match->imported_at));
  if (self->query->near && match->meeting->has_position)
    match->distance_km = get_distance_km (self->query, match->meeting);
  return match;
}

/* A row that another process has taken away in the meantime is passed over. */
static gboolean
add_match (KeelSearch *self, KeelMeetingIndex *index, const KeelPackedMeeting *packed, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (index->database,
                                     "SELECT " KEEL_MEETING_COLUMNS ", l.imported_at"
                                     " FROM meeting AS m JOIN list AS l ON l.id = m.list WHERE m.id = ?1",
                                     error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, packed->id);
  if (!keel_database_step (index->database, statement, &row, error))
    return FALSE;
  if (row)
    g_ptr_array_add (self->results->matches, make_match (self, packed, statement));
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
add_matches (KeelSearch *self, KeelMeetingIndex *index, GError **error)
{
  g_array_sort (self->heap, compare_candidates_cb);
  for (guint i = 0; i < self->heap->len; i++)
    {
      guint place = g_array_index (self->heap, KeelCandidate, i).place;

      if (!add_match (self, index, &g_array_index (index->array->meetings, KeelPackedMeeting, place), error))
        return FALSE;
    }
  return TRUE;
}

/* In one transaction of the caller: SQLite looks for other writers once and not for each of fifty rows, which
 * takes longer than finding them. */
static gboolean
find (KeelSearch *self, KeelMeetingIndex *index, gint64 now, GError **error)
{
  if (!prepare (self, index, now, error))
    return FALSE;
  scan (self, index->array->meetings);
  return add_matches (self, index, error);
}

static gboolean
read_change (KeelMeetingIndex *self, gint64 *change, GError **error)
{
  *change = 0;
  return keel_database_get_integer (self->database, "SELECT change FROM state", change, error);
}

static gboolean
load (KeelMeetingIndex *self, GError **error)
{
  KeelMeetingArray *array;
  gint64 change;

  if (!read_change (self, &change, error))
    return FALSE;
  array = keel_meeting_array_load (self->database, error);
  if (!array)
    return FALSE;
  g_clear_pointer (&self->array, keel_meeting_array_free);
  self->array = array;
  self->change = change;
  keel_word_index_reset (self->words, array->max_id);
  return TRUE;
}

/* Both reads of it in one transaction, so that a commit between them is seen the next time. */
static gboolean
load_at_once (KeelMeetingIndex *self, GError **error)
{
  gboolean loaded;

  if (!keel_database_execute (self->database, "BEGIN", error))
    return FALSE;
  loaded = load (self, error);
  keel_database_rollback (self->database);
  return loaded;
}

/* Keeps a reference to @directory and uses its connection, in its thread. */
KeelMeetingIndex *
keel_meeting_index_new (KeelDirectory *directory, GError **error)
{
  g_autoptr (KeelMeetingIndex) self = NULL;

  g_return_val_if_fail (KEEL_IS_DIRECTORY (directory), NULL);

  self = g_object_new (KEEL_TYPE_MEETING_INDEX, NULL);
  self->directory = g_object_ref (directory);
  self->database = keel_directory_get_database (directory);
  self->words = keel_word_index_new (self->database, error);
  if (!self->words || !load_at_once (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* One small SELECT where nothing has changed. On failure the index stays as it was. */
gboolean
keel_meeting_index_refresh (KeelMeetingIndex *self, GError **error)
{
  gint64 change;

  g_return_val_if_fail (KEEL_IS_MEETING_INDEX (self), FALSE);

  if (!read_change (self, &change, error))
    return FALSE;
  return change == self->change || load_at_once (self, error);
}

/**
 * keel_meeting_index_search:
 * @now: seconds UTC; next starts lie after it
 * @person: the zone of meetings that have none
 *
 * Returns: (transfer full): errors are of KEEL_STORE_ERROR
 */
KeelMeetingResults *
keel_meeting_index_search (KeelMeetingIndex *self, const KeelMeetingQuery *query, gint64 now,
                           GTimeZone *person, GError **error)
{
  g_auto (KeelSearch) search = { .query = query, .person = person };
  gboolean found;

  g_return_val_if_fail (KEEL_IS_MEETING_INDEX (self), NULL);
  g_return_val_if_fail (query != NULL && person != NULL, NULL);

  if (!keel_database_execute (self->database, "BEGIN", error))
    return NULL;
  found = find (&search, self, now, error);
  keel_database_rollback (self->database);
  return found ? g_steal_pointer (&search.results) : NULL;
}

/**
 * keel_meeting_index_find_towns:
 *
 * Returns: (transfer full): errors are of KEEL_STORE_ERROR
 */
GPtrArray *
keel_meeting_index_find_towns (KeelMeetingIndex *self, const char *text, guint limit, GError **error)
{
  g_return_val_if_fail (KEEL_IS_MEETING_INDEX (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return g_ptr_array_new_with_free_func ((GDestroyNotify) keel_town_free);
}
