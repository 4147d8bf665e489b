#include "keel-meeting-scan.h"

#include <math.h>
#include <string.h>

#include "core/keel-meeting.h"

#define DEFAULT_LIMIT 50
#define EARTH_RADIUS_KM 6371.0088

/* The groups of filters that a meeting fails, one bit each. */
enum
{
  FAILED_ONLINE = KEEL_PACKED_ONLINE,
  FAILED_IN_PERSON = KEEL_PACKED_IN_PERSON,
  FAILED_OPEN = KEEL_PACKED_OPEN,
  FAILED_DAY = 1 << 3,
  FAILED_PART = 1 << 4,
  FAILED_WHEN = 1 << 5,
  FAILED_PROGRAM = 1 << 6,
  FAILED_TYPES = 1 << 7,
};

typedef struct
{
  const KeelMeetingArray *array;
  const KeelMeetingQuery *query;
  KeelMeetingResults *results;
  const KeelSlotState *states; /* of the slots */
  const KeelRowSet *rows;      /* nullable: all */
  KeelMeetingOrder order;

  guint required; /* of the flags */
  guint days;     /* as in KeelSlot */
  guint parts;    /* of KEEL_SLOT_PARTS, or KEEL_SLOT_ANY */
  guint when;     /* of KEEL_SLOT_SOON and KEEL_SLOT_NOW, or KEEL_SLOT_ANY */
  guint program;  /* index; G_MAXUINT for all, one behind the last for none */
  guint8 *types;  /* for each set whether it will do; NULL: all do */
  KeelPackedPosition centre;
  float max_chord; /* squared; negative: no limit */

  guint *by_slot; /* of those that fail no other filter than the weekday */
  guint *by_program;
  guint *by_types;
  GArray *heap; /* of KeelCandidate, the last one first */
  guint limit;
} Scan;

static void
clear_scan (Scan *self)
{
  g_clear_pointer (&self->types, g_free);
  g_clear_pointer (&self->by_slot, g_free);
  g_clear_pointer (&self->by_program, g_free);
  g_clear_pointer (&self->by_types, g_free);
  g_clear_pointer (&self->heap, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, clear_scan)

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
offer (Scan *self, double key, guint place)
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
get_chord (const Scan *self, guint place)
{
  const KeelPackedPosition *position = &g_array_index (self->array->positions, KeelPackedPosition, place);
  float x = position->x - self->centre.x;
  float y = position->y - self->centre.y;
  float z = position->z - self->centre.z;

  return x * x + y * y + z * z;
}

static double
get_key (const Scan *self, const KeelPackedMeeting *meeting, guint place)
{
  const KeelSlotState *state = &self->states[meeting->slot];

  if (self->order == KEEL_ORDER_NAME)
    return self->array->ranks[place];
  if (self->order == KEEL_ORDER_DISTANCE)
    return meeting->flags & KEEL_PACKED_POSITION ? get_chord (self, place) : G_MAXDOUBLE;
  /* Of what is going on, the one that can still be joined nearest to its beginning comes first. */
  if (self->query->now && state->began != 0)
    return -(double) state->began;
  return state->next == 0 ? G_MAXDOUBLE : (double) state->next;
}

/* What no filter with a count of its own decides. */
static gboolean
is_candidate (const Scan *self, const KeelPackedMeeting *meeting, guint place)
{
  if (self->rows && !keel_row_set_contains (self->rows, meeting->id))
    return FALSE;
  if (self->max_chord < 0)
    return TRUE;
  return (meeting->flags & KEEL_PACKED_POSITION) && get_chord (self, place) <= self->max_chord;
}

/* Without branches, which nobody could predict here. */
static guint
find_failed (const Scan *self, const KeelPackedMeeting *meeting, const KeelSlotState *state)
{
  guint failed = self->required & ~(guint) meeting->flags;

  failed |= ((state->days & self->days) == 0) * FAILED_DAY;
  failed |= ((state->flags & self->parts) == 0) * FAILED_PART;
  failed |= ((state->flags & self->when) == 0) * FAILED_WHEN;
  failed |= (self->program != G_MAXUINT && self->program != meeting->program) * FAILED_PROGRAM;
  if (self->types)
    failed |= (guint) !self->types[meeting->types] * FAILED_TYPES;
  return failed;
}

/* Of a meeting that fails at most one group of filters: in that group it counts. */
static void
count (Scan *self, const KeelPackedMeeting *meeting, guint state, guint failed)
{
  KeelMeetingResults *results = self->results;
  guint flags = meeting->flags;
  guint in_part = (failed & ~(guint) FAILED_PART) == 0;
  guint in_when = (failed & ~(guint) FAILED_WHEN) == 0;

  self->by_slot[meeting->slot] += (failed & ~(guint) FAILED_DAY) == 0;
  self->by_program[meeting->program] += (failed & ~(guint) FAILED_PROGRAM) == 0;
  self->by_types[meeting->types] += (failed & ~(guint) FAILED_TYPES) == 0;
  for (guint i = 0; i < KEEL_N_PARTS; i++)
    results->by_part[i] += in_part & state >> i;
  results->soon += in_when & (state / KEEL_SLOT_SOON);
  results->now += in_when & (state / KEEL_SLOT_NOW);
  results->online += (failed & ~(guint) FAILED_ONLINE) == 0 && (flags & KEEL_PACKED_ONLINE);
  results->in_person += (failed & ~(guint) FAILED_IN_PERSON) == 0 && (flags & KEEL_PACKED_IN_PERSON);
  results->open += (failed & ~(guint) FAILED_OPEN) == 0 && (flags & KEEL_PACKED_OPEN);
  results->total += failed == 0;
}

/* Whether it comes too late for those that are kept; of equals the first one stays. */
static gboolean
is_beyond (const Scan *self, double key)
{
  return self->heap->len == self->limit && key >= g_array_index (self->heap, KeelCandidate, 0).key;
}

static void
scan (Scan *self)
{
  const KeelPackedMeeting *meetings = (const KeelPackedMeeting *) self->array->meetings->data;

  for (guint place = 0; place < self->array->meetings->len; place++)
    {
      const KeelPackedMeeting *meeting = &meetings[place];
      const KeelSlotState *state;
      guint failed;
      double key;

      if (!is_candidate (self, meeting, place))
        continue;
      state = &self->states[meeting->slot];
      failed = find_failed (self, meeting, state);
      if (failed & (failed - 1))
        continue;
      count (self, meeting, state->flags, failed);
      if (failed)
        continue;
      key = get_key (self, meeting, place);
      if (!is_beyond (self, key))
        offer (self, key, place);
    }
}

static guint
find_program (const KeelMeetingArray *array, const char *program)
{
  if (!program)
    return G_MAXUINT;
  for (guint i = 1; i < array->programs->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (array->programs, i), program))
        return i;
    }
  return array->programs->len;
}

/* What any list says of a meeting finds it. */
static void
add_twins (const KeelMeetingArray *array, KeelRowSet *rows)
{
  for (guint i = 0; i < array->twins->len; i++)
    {
      const KeelTwin *twin = &g_array_index (array->twins, KeelTwin, i);

      if (keel_row_set_contains (rows, twin->id))
        keel_row_set_add (rows, g_array_index (array->meetings, KeelPackedMeeting, twin->leader).id);
    }
}

static void
prepare_filters (Scan *self)
{
  const KeelMeetingQuery *query = self->query;

  self->required = (query->online ? KEEL_PACKED_ONLINE : 0) | (query->in_person ? KEEL_PACKED_IN_PERSON : 0) |
                   (query->open_only ? KEEL_PACKED_OPEN : 0);
  self->days = query->days ? (guint) query->days << 1 : G_MAXUINT;
  self->parts = query->parts & KEEL_SLOT_PARTS ? query->parts & KEEL_SLOT_PARTS : KEEL_SLOT_ANY;
  self->when = (query->soon ? KEEL_SLOT_SOON : 0) | (query->now ? KEEL_SLOT_NOW : 0);
  self->when = self->when ? self->when : KEEL_SLOT_ANY;
  self->program = find_program (self->array, query->program);
  self->types = keel_meeting_types_choose (self->array->types, query);
  self->by_slot = g_new0 (guint, keel_meeting_slots_get_n (self->array->slots));
  self->by_program = g_new0 (guint, self->array->programs->len);
  self->by_types = g_new0 (guint, keel_meeting_types_get_n_sets (self->array->types));
}

static void
prepare_order (Scan *self)
{
  const KeelMeetingQuery *query = self->query;
  double half_angle;

  self->limit = query->limit ? query->limit : DEFAULT_LIMIT;
  self->heap = g_array_new (FALSE, FALSE, sizeof (KeelCandidate));
  self->order = query->order == KEEL_ORDER_DISTANCE && !query->near ? KEEL_ORDER_NEXT_START : query->order;
  self->max_chord = -1;
  if (!query->near)
    return;
  keel_pack_position (query->latitude, query->longitude, &self->centre);
  if (query->within_km <= 0)
    return;
  half_angle = MIN (query->within_km / EARTH_RADIUS_KM / 2, G_PI / 2);
  self->max_chord = (float) (4 * sin (half_angle) * sin (half_angle));
}

static int
compare_names_cb (const void *a, const void *b)
{
  return strcmp ((*(const KeelFilterCount *const *) a)->name, (*(const KeelFilterCount *const *) b)->name);
}

static void
give_counts (Scan *self)
{
  KeelMeetingResults *results = self->results;
  GPtrArray *programs = self->array->programs;

  for (guint i = 0; i < keel_meeting_slots_get_n (self->array->slots); i++)
    {
      for (int day = 0; day < 7; day++)
        results->by_day[day] += self->states[i].days & KEEL_SLOT_DAY (day) ? self->by_slot[i] : 0;
    }
  for (guint i = 1; i < programs->len; i++)
    keel_filter_count_append (results->by_program, programs->pdata[i], self->by_program[i]);
  g_ptr_array_sort (results->by_program, compare_names_cb);
  keel_meeting_types_count (self->array->types, self->query, self->by_types, results);
}

GArray *
keel_meeting_scan (KeelMeetingArray *array, const KeelMeetingQuery *query, KeelRowSet *rows, gint64 now,
                   GTimeZone *person, KeelMeetingResults *results)
{
  g_auto (Scan) self = { .array = array, .query = query, .results = results, .rows = rows };

  if (rows)
    add_twins (array, rows);
  self.states = keel_meeting_slots_look (array->slots, array->zones, now, person);
  prepare_filters (&self);
  prepare_order (&self);
  scan (&self);
  give_counts (&self);
  g_array_sort (self.heap, compare_candidates_cb);
  return g_steal_pointer (&self.heap);
}

double
keel_get_distance_km (double latitude, double longitude, double other_latitude, double other_longitude)
{
  double phi = latitude * G_PI / 180;
  double other_phi = other_latitude * G_PI / 180;
  double half_phi = (other_phi - phi) / 2;
  double half_lambda = (other_longitude - longitude) * G_PI / 360;
  double h = sin (half_phi) * sin (half_phi) +
             cos (phi) * cos (other_phi) * sin (half_lambda) * sin (half_lambda);

  return 2 * EARTH_RADIUS_KM * asin (MIN (1, sqrt (h)));
}
