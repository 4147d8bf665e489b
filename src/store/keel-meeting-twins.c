#include "keel-meeting-twins.h"

#include <string.h>

#define EARTH_RADIUS_M 6371008.8

/* So many at one time in one place or room are no meeting that somebody listed twice. */
#define MAX_RUN 24

/* A count for each hash of what is looked for, so that only what may be there twice is sorted. */
#define N_COUNTS (1u << 20)
#define CELL_M 1000

typedef struct
{
  guint64 when;
  gint64 key;
  float x;
  guint32 place; /* in the traits */
} Entry;

typedef struct
{
  guint32 a, b;
} Pair;

typedef struct
{
  const KeelTwinTrait *traits;
  guint n;
  guint32 *leaders;
  guint32 *next; /* the ring of those that are the same */
  GArray *entries;
  guint8 *counts; /* 0, 1 or 2 and more */
  GArray *pairs;
  GHashTable *met;    /* of place and list, as one number */
  guint8 *ambiguous;  /* of each place */
  guint16 *neighbour; /* the program of those beside one that has none */
} Twins;

static void
clear_twins (Twins *self)
{
  g_clear_pointer (&self->leaders, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->met, g_hash_table_unref);
  g_clear_pointer (&self->ambiguous, g_free);
  g_clear_pointer (&self->neighbour, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Twins, clear_twins)

static int
compare_entries_cb (const void *a, const void *b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->when != other->when)
    return one->when < other->when ? -1 : 1;
  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->place > other->place) - (one->place < other->place);
}

static gboolean
may_be_same (const Twins *self, guint32 a, guint32 b)
{
  guint16 one = self->traits[a].program;
  guint16 other = self->traits[b].program;

  return one == other || one == 0 || other == 0;
}

static void
add_pair (Twins *self, guint32 a, guint32 b)
{
  const Pair pair = { a, b };

  if (may_be_same (self, a, b))
    g_array_append_val (self->pairs, pair);
}

static guint8 *
get_count (Twins *self, guint64 when, gint64 key)
{
  guint64 hash = (when * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ (guint64) key) *
                 G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  return &self->counts[hash >> 44];
}

static void
add_entry (Twins *self, const Entry *entry, gint64 key)
{
  guint8 *n = get_count (self, entry->when, key);

  g_array_append_val (self->entries, *entry);
  *n = MIN (*n + 1, 2);
}

static gint64
get_cell (const Entry *entry)
{
  return (gint64) (entry->x * (float) (EARTH_RADIUS_M / CELL_M)) + 2 * CELL_M * CELL_M;
}

static gboolean
may_be_twice (Twins *self, const Entry *entry, gboolean by_cell)
{
  gint64 cell = get_cell (entry);

  if (!by_cell)
    return *get_count (self, entry->when, entry->key) > 1;
  return *get_count (self, entry->when, cell) > 1 || *get_count (self, entry->when, cell - 1) > 0 ||
         *get_count (self, entry->when, cell + 1) > 0;
}

/* Leaves those that may have a twin, sorted. */
static void
sort_entries (Twins *self, gboolean by_cell)
{
  guint kept = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry entry = g_array_index (self->entries, Entry, i);

      if (may_be_twice (self, &entry, by_cell))
        g_array_index (self->entries, Entry, kept++) = entry;
    }
  g_array_set_size (self->entries, kept);
  g_array_sort (self->entries, compare_entries_cb);
}

static void
start_entries (Twins *self)
{
  g_array_set_size (self->entries, 0);
  memset (self->counts, 0, N_COUNTS);
}

/* Of all with an equal key, which is theirs if it is not 0. */
static void
pair_by_key (Twins *self, gsize offset)
{
  start_entries (self);
  for (guint32 i = 0; i < self->n; i++)
    {
      const KeelTwinTrait *trait = &self->traits[i];
      const Entry entry = { trait->when, G_STRUCT_MEMBER (gint64, trait, offset), 0, i };

      if (entry.when != 0 && entry.key != 0)
        add_entry (self, &entry, entry.key);
    }
  sort_entries (self, FALSE);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      for (guint j = i + 1; j < self->entries->len && j - i < MAX_RUN; j++)
        {
          const Entry *other = &g_array_index (self->entries, Entry, j);

          if (other->when != entry->when || other->key != entry->key)
            break;
          add_pair (self, entry->place, other->place);
        }
    }
}

static gboolean
is_near (const KeelTwinTrait *a, const KeelTwinTrait *b)
{
  const double limit = KEEL_TWIN_METRES / EARTH_RADIUS_M;
  double x = a->x - b->x;
  double y = a->y - b->y;
  double z = a->z - b->z;

  return x * x + y * y + z * z <= limit * limit;
}

/* Sorted by one axis, so that only those of a thin slice of the globe are compared. */
static void
pair_by_position (Twins *self)
{
  const float slice = (float) (KEEL_TWIN_METRES / EARTH_RADIUS_M);

  start_entries (self);
  for (guint32 i = 0; i < self->n; i++)
    {
      const Entry entry = { self->traits[i].when, 0, self->traits[i].x, i };

      if (entry.when != 0 && self->traits[i].placed)
        add_entry (self, &entry, get_cell (&entry));
    }
  sort_entries (self, TRUE);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      /* A list that gives a whole city one position says nothing about places. */
      for (guint j = i + 1; j < self->entries->len && j - i < MAX_RUN; j++)
        {
          const Entry *other = &g_array_index (self->entries, Entry, j);

          if (other->when != entry->when || other->x - entry->x > slice)
            break;
          if (is_near (&self->traits[entry->place], &self->traits[other->place]))
            add_pair (self, entry->place, other->place);
        }
    }
}

/* That @place has @other beside it: a second one of the same list, or of another program where it has none
 * itself, and nobody can say which it is. */
static void
meet (Twins *self, guint32 place, guint32 other)
{
  const KeelTwinTrait *trait = &self->traits[other];
  /* The hash looks at the lower half, where the place differs. */
  gint64 key = (gint64) trait->list << 32 | place;

  if (trait->list == self->traits[place].list || g_hash_table_contains (self->met, &key))
    self->ambiguous[place] = TRUE;
  else
    g_hash_table_add (self->met, g_memdup2 (&key, sizeof key));
  if (self->traits[place].program != 0 || trait->program == 0)
    return;
  if (self->neighbour[place] != 0 && self->neighbour[place] != trait->program)
    self->ambiguous[place] = TRUE;
  self->neighbour[place] = trait->program;
}

/* Whether a ring may take in the other: no list twice, no two programs. */
static gboolean
fit (const Twins *self, guint32 a, guint32 b)
{
  guint32 i = a;

  do
    {
      guint32 j = b;

      do
        {
          if (self->traits[i].list == self->traits[j].list || !may_be_same (self, i, j))
            return FALSE;
          j = self->next[j];
        }
      while (j != b);
      i = self->next[i];
    }
  while (i != a);
  return TRUE;
}

static void
join (Twins *self, guint32 a, guint32 b)
{
  guint32 leader = MIN (self->leaders[a], self->leaders[b]);
  guint32 follower = self->next[a];
  guint32 i = a;

  if (self->leaders[a] == self->leaders[b] || !fit (self, a, b))
    return;
  self->next[a] = self->next[b];
  self->next[b] = follower;
  do
    {
      self->leaders[i] = leader;
      i = self->next[i];
    }
  while (i != a);
}

static void
join_pairs (Twins *self)
{
  memset (self->ambiguous, 0, self->n);
  memset (self->neighbour, 0, self->n * sizeof *self->neighbour);
  g_hash_table_remove_all (self->met);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      meet (self, pair->a, pair->b);
      meet (self, pair->b, pair->a);
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      if (!self->ambiguous[pair->a] && !self->ambiguous[pair->b])
        join (self, pair->a, pair->b);
    }
  g_array_set_size (self->pairs, 0);
}

guint32 *
keel_meeting_twins_find (const GArray *traits)
{
  g_auto (Twins) twins = {
    .traits = (const KeelTwinTrait *) traits->data,
    .n = traits->len,
    .leaders = g_new (guint32, traits->len),
    .next = g_new (guint32, traits->len),
    .entries = g_array_new (FALSE, FALSE, sizeof (Entry)),
    .counts = g_malloc (N_COUNTS),
    .pairs = g_array_new (FALSE, FALSE, sizeof (Pair)),
    .met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .ambiguous = g_new (guint8, traits->len),
    .neighbour = g_new (guint16, traits->len),
  };

  for (guint32 i = 0; i < twins.n; i++)
    twins.leaders[i] = twins.next[i] = i;
  pair_by_key (&twins, G_STRUCT_OFFSET (KeelTwinTrait, link_key));
  join_pairs (&twins);
  pair_by_key (&twins, G_STRUCT_OFFSET (KeelTwinTrait, place_key));
  join_pairs (&twins);
  pair_by_position (&twins);
  join_pairs (&twins);
  return g_steal_pointer (&twins.leaders);
}
