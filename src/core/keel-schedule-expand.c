#include "keel-schedule-private.h"

#include <stdlib.h>

/* No wall clock was ever further from UTC, in minutes (Manila's and Alaska's first ones: 15:13). */
#define MAX_OFFSET (16 * 60)

/* The instants between which a schedule can be expanded: well inside what GTimeZone knows. */
#define MIN_INSTANT ((KEEL_LOCAL_TIME_MIN + 4 * KEEL_MINUTES_PER_DAY) * 60)
#define END_INSTANT ((KEEL_LOCAL_TIME_END - 4 * KEEL_MINUTES_PER_DAY) * 60)

typedef struct
{
  KeelSchedule *schedule;
  const KeelSegment *segment;
  KeelZoneCursor cursor;
  gint64 from, to; /* seconds UTC */
  gboolean only_first;
  GArray *occurrences;
} Expansion;

static KeelLocalTime
get_segment_end (const KeelSchedule *self, guint place)
{
  return place + 1 < self->segments->len
             ? keel_schedule_get_midnight (keel_schedule_segment (self, place + 1)->start)
             : KEEL_LOCAL_TIME_END;
}

static void
take_occurrence (Expansion *expansion, gint64 start, KeelLocalTime shown, KeelLocalTime original,
                 guint duration, gboolean moved)
{
  KeelOccurrence occurrence = {
    .start = start,
    .end = start + (gint64) duration * 60,
    .local_start = shown,
    .original = original,
    .moved = moved,
  };

  g_array_append_val (expansion->occurrences, occurrence);
}

static gboolean
take_rule_date_cb (KeelLocalTime local, gpointer data)
{
  Expansion *expansion = data;
  KeelLocalTime shown;
  gint64 start = keel_zone_cursor_to_utc (&expansion->cursor, local, &shown);

  if (start >= expansion->to)
    return FALSE;
  if (start < expansion->from || keel_schedule_lookup_override (expansion->schedule, local) != NULL)
    return TRUE;
  take_occurrence (expansion, start, shown, local, expansion->segment->duration, FALSE);
  return !expansion->only_first;
}

static void
expand_segment (Expansion *expansion, guint place, GTimeZone *person)
{
  const KeelSegment *segment = keel_schedule_segment (expansion->schedule, place);
  GTimeZone *zone = segment->zone != NULL ? segment->zone : person;
  KeelLocalTime from = MAX (expansion->from / 60 - MAX_OFFSET, segment->start);
  KeelLocalTime to = MIN (expansion->to / 60 + MAX_OFFSET, get_segment_end (expansion->schedule, place));

  if (from >= to)
    return;

  expansion->segment = segment;
  keel_zone_cursor_init (&expansion->cursor, zone, expansion->to);
  if (segment->recurrence != NULL)
    keel_recurrence_expand (segment->recurrence, segment->start, zone, from, to, take_rule_date_cb,
                            expansion);
  else if (from == segment->start)
    take_rule_date_cb (segment->start, expansion);
}

/* Dates that were moved or added stand in the zone of the segment that their key belongs to. */
static void
expand_overrides (Expansion *expansion, GTimeZone *person)
{
  for (guint i = 0; i < expansion->schedule->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (expansion->schedule, i);
      const KeelSegment *segment;
      GTimeZone *zone;
      gint64 start;

      if (override->kind == KEEL_OVERRIDE_CANCEL || override->start < expansion->from / 60 - MAX_OFFSET ||
          override->start > expansion->to / 60 + MAX_OFFSET)
        continue;
      segment = keel_schedule_segment (expansion->schedule,
                                       keel_schedule_find_segment (expansion->schedule, override->original));
      zone = segment->zone != NULL ? segment->zone : person;
      start = keel_local_time_to_utc (override->start, zone);
      if (start >= expansion->from && start < expansion->to)
        take_occurrence (expansion, start, keel_local_time_from_utc (start, zone), override->original,
                         override->duration,
                         override->kind == KEEL_OVERRIDE_MOVE || override->start != override->original);
    }
}

static gint
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const KeelOccurrence *one = a;
  const KeelOccurrence *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->original > other->original) - (one->original < other->original);
}

static void
sort_from (GArray *occurrences, guint first)
{
  for (guint i = first + 1; i < occurrences->len; i++)
    if (compare_occurrences (&g_array_index (occurrences, KeelOccurrence, i - 1),
                             &g_array_index (occurrences, KeelOccurrence, i)) > 0)
      {
        qsort (&g_array_index (occurrences, KeelOccurrence, first), occurrences->len - first,
               sizeof (KeelOccurrence), compare_occurrences);
        return;
      }
}

static void
expand_span (KeelSchedule *self, gint64 from, gint64 to, GTimeZone *person, gboolean only_first,
             GArray *occurrences)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  guint first = occurrences->len;
  Expansion expansion = {
    .schedule = self,
    .from = CLAMP (from, MIN_INSTANT, END_INSTANT),
    .to = CLAMP (to, MIN_INSTANT, END_INSTANT),
    .only_first = only_first,
    .occurrences = occurrences,
  };

  if (expansion.from >= expansion.to)
    return;
  for (guint i = 0; i < self->segments->len; i++)
    expand_segment (&expansion, i, person != NULL ? person : utc);
  expand_overrides (&expansion, person != NULL ? person : utc);
  sort_from (occurrences, first);
}

/* Occurrences that began before @from and still go on are not in it: ask for a span that begins
 * earlier. One that an override moved counts where it now is. Of a span longer than a century the
 * first hundred years are expanded. @person NULL reads floating schedules as UTC. */
void
keel_schedule_expand (KeelSchedule *self, gint64 from, gint64 to, GTimeZone *person, GArray *occurrences)
{
  g_return_if_fail (self != NULL && occurrences != NULL);

  expand_span (self, from, to, person, FALSE, occurrences);
}

void
keel_schedule_expand_cancelled (KeelSchedule *self, gint64 from, gint64 to, GTimeZone *person,
                                GArray *occurrences)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_return_if_fail (self != NULL && occurrences != NULL);

  for (guint i = 0; i < self->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (self, i);
      const KeelSegment *segment =
          keel_schedule_segment (self, keel_schedule_find_segment (self, override->original));
      GTimeZone *zone = segment->zone != NULL ? segment->zone : person != NULL ? person : utc;
      KeelOccurrence occurrence = { .original = override->original };

      if (override->kind != KEEL_OVERRIDE_CANCEL)
        continue;
      occurrence.start = keel_local_time_to_utc (override->original, zone);
      occurrence.end = occurrence.start + (gint64) segment->duration * 60;
      occurrence.local_start = keel_local_time_from_utc (occurrence.start, zone);
      /* A calendar may take out dates that its rules never had. */
      if (occurrence.start >= from && occurrence.start < to &&
          keel_schedule_has_rule_date (self, override->original))
        g_array_append_val (occurrences, occurrence);
    }
}

/* Of two occurrences that start at the same instant the one whose key is earlier. */
gboolean
keel_schedule_next (KeelSchedule *self, gint64 after, GTimeZone *person, KeelOccurrence *occurrence)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  g_return_val_if_fail (self != NULL && occurrence != NULL, FALSE);

  if (after >= END_INSTANT)
    return FALSE;
  expand_span (self, after + 1, END_INSTANT, person, TRUE, occurrences);
  if (occurrences->len == 0)
    return FALSE;
  *occurrence = g_array_index (occurrences, KeelOccurrence, 0);
  return TRUE;
}

void
keel_schedule_get_cancelled (KeelSchedule *self, KeelLocalTime from, KeelLocalTime to, GArray *originals)
{
  g_return_if_fail (self != NULL && originals != NULL);

  for (guint i = 0; i < self->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (self, i);

      if (override->kind == KEEL_OVERRIDE_CANCEL && override->original >= from && override->original < to)
        g_array_append_val (originals, override->original);
    }
}
