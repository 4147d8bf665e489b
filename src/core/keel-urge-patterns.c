#include "keel-urge-patterns.h"

#include <math.h>
#include <string.h>

#define DAY ((gint64) 24 * 60 * 60)
#define HOURS 24
#define WEEKDAYS 7
#define LEAST_DROP 1.0

static KeelUrgePattern *
pattern_new (KeelUrgePatternKind kind, int which, guint n, guint of)
{
  KeelUrgePattern *self = g_new0 (KeelUrgePattern, 1);

  self->kind = kind;
  self->which = which;
  self->n = n;
  self->of = of;
  return self;
}

static void
pattern_free (KeelUrgePattern *self)
{
  g_free (self->strategy);
  g_free (self);
}

/* How likely it is that @n or more of @of are of a kind that one in 1/@even is of. */
static double
get_chance (guint n, guint of, double even)
{
  double one = pow (1 - even, of); /* of exactly i */
  double below = 0;

  for (guint i = 0; i < n; i++)
    {
      below += one;
      one *= (double) (of - i) / (i + 1) * even / (1 - even);
    }
  return MAX (1 - below, 0);
}

/* The most of @n_choices is more than one of them would be. */
static gboolean
stands_out (guint n, guint of, double even, guint n_choices)
{
  return n >= KEEL_PATTERNS_COUNT && even < 1 && get_chance (n, of, even) * n_choices < KEEL_PATTERNS_CHANCE;
}

/* The local day of an urge, counted as those of KeelLocalTime. */
static gint64
get_day (const KeelUrge *urge)
{
  gint64 local = urge->at + (gint64) urge->offset * 60;

  return local >= 0 ? local / DAY : -((-local + DAY - 1) / DAY);
}

static void
count_urge (KeelUrgePatterns *self, const KeelUrge *urge)
{
  self->n_urges++;
  self->hours[keel_urge_get_hour (urge)]++;
  self->weekdays[keel_urge_get_weekday (urge)]++;
  if (urge->strength >= 0 && urge->strength <= KEEL_STRENGTH_MAX)
    self->strengths[urge->strength]++;
  for (guint tag = 0; tag < KEEL_N_TAGS; tag++)
    if (urge->tags & KEEL_TAG_BIT (tag))
      self->tags[tag]++;
}

static void
count_urges (KeelUrgePatterns *self, const GPtrArray *urges, gint64 from, gint64 now)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < urges->len; i++)
    {
      const KeelUrge *urge = urges->pdata[i];

      if (urge->at < from || urge->at > now)
        continue;
      count_urge (self, urge);
      first = MIN (first, get_day (urge));
      last = MAX (last, get_day (urge));
    }
  self->days = self->n_urges > 0 ? (guint) (last - first + 1) : 0;
  self->enough = self->n_urges >= KEEL_PATTERNS_URGES && self->days >= KEEL_PATTERNS_DAYS;
}

static void
find_hours (KeelUrgePatterns *self)
{
  guint most = 0;
  int which = 0;

  for (int first = 0; first < HOURS; first++)
    {
      guint n = 0;

      for (int i = 0; i < KEEL_PATTERNS_HOURS; i++)
        n += self->hours[(first + i) % HOURS];
      if (n > most)
        {
          most = n;
          which = first;
        }
    }
  if (stands_out (most, self->n_urges, (double) KEEL_PATTERNS_HOURS / HOURS, HOURS))
    g_ptr_array_add (self->patterns, pattern_new (KEEL_PATTERN_HOURS, which, most, self->n_urges));
}

/* Of 15 days three may be Fridays: what is even is what the span had of a weekday at most. */
static void
find_weekday (KeelUrgePatterns *self)
{
  double even = (double) ((self->days + WEEKDAYS - 1) / WEEKDAYS) / self->days;
  int which = 0;

  for (int day = 1; day < WEEKDAYS; day++)
    if (self->weekdays[day] > self->weekdays[which])
      which = day;
  if (stands_out (self->weekdays[which], self->n_urges, even, WEEKDAYS))
    g_ptr_array_add (self->patterns,
                     pattern_new (KEEL_PATTERN_WEEKDAY, which, self->weekdays[which], self->n_urges));
}

static int
compare_triggers (gconstpointer a, gconstpointer b)
{
  const KeelUrgePattern *one = *(KeelUrgePattern *const *) a, *other = *(KeelUrgePattern *const *) b;

  return one->n != other->n ? (int) other->n - (int) one->n : one->which - other->which;
}

static void
move_sorted (KeelUrgePatterns *self, GPtrArray *found, GCompareFunc compare)
{
  g_ptr_array_sort (found, compare);
  g_ptr_array_extend_and_steal (self->patterns, found);
}

static void
find_triggers (KeelUrgePatterns *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (int tag = 0; tag < KEEL_N_TAGS; tag++)
    if (tag != KEEL_TAG_CRAVING && self->tags[tag] * 2 > self->n_urges)
      g_ptr_array_add (found, pattern_new (KEEL_PATTERN_TRIGGER, tag, self->tags[tag], self->n_urges));
  move_sorted (self, found, compare_triggers);
}

static int
compare_helps (gconstpointer a, gconstpointer b)
{
  const KeelUrgePattern *one = *(KeelUrgePattern *const *) a, *other = *(KeelUrgePattern *const *) b;

  return one->of != other->of ? (int) other->of - (int) one->of : strcmp (one->strategy, other->strategy);
}

static void
find_helps (KeelUrgePatterns *self, const GPtrArray *runs, gint64 from, gint64 now)
{
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, value;

  for (guint i = 0; i < runs->len; i++)
    {
      const KeelStrategyRun *run = runs->pdata[i];

      if (run->at >= from && run->at <= now)
        keel_strategy_book_add_run (book, run);
    }
  g_hash_table_iter_init (&iter, book->helps);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const KeelStrategyHelp *help = value;
      KeelUrgePattern *pattern;

      if (help->n_rated < KEEL_PATTERNS_RUNS || help->drop < LEAST_DROP ||
          help->n_weaker * 5 < help->n_rated * 4)
        continue;
      pattern = pattern_new (KEEL_PATTERN_HELPED, 0, help->n_weaker, help->n_rated);
      pattern->strategy = g_strdup (id);
      g_ptr_array_add (found, pattern);
    }
  move_sorted (self, found, compare_helps);
}

KeelUrgePatterns *
keel_urge_patterns_new (GPtrArray *urges, GPtrArray *runs, gint64 now, guint weeks)
{
  KeelUrgePatterns *self = g_new0 (KeelUrgePatterns, 1);
  gint64 from = now - (gint64) weeks * WEEKDAYS * DAY;

  self->weeks = weeks;
  self->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) pattern_free);
  count_urges (self, urges, from, now);
  if (self->enough)
    {
      find_hours (self);
      find_weekday (self);
      find_triggers (self);
    }
  find_helps (self, runs, from, now);
  return self;
}

void
keel_urge_patterns_free (KeelUrgePatterns *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->patterns);
  g_free (self);
}
