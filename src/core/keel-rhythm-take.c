#include "keel-rhythm-take.h"

#include "keel-recurrence-private.h"
#include "keel-rhythm-change.h"
#include "keel-rhythm-take-private.h"
#include "keel-schedule-private.h"

/* Longer than any two zones are apart. */
#define TWO_DAYS G_GINT64_CONSTANT (2 * 86400)

/* --- Instants --- */

static GTimeZone *
get_zone (const KeelTaking *self, const KeelSegment *segment)
{
  return segment->zone != NULL ? segment->zone : self->person;
}

GTimeZone *
keel_taking_get_zone_at (const KeelTaking *self, const KeelSchedule *schedule, KeelLocalTime original)
{
  return get_zone (self, keel_schedule_segment (schedule, keel_schedule_find_segment (schedule, original)));
}

gint64
keel_taking_get_instant (const KeelTaking *self, const KeelSchedule *schedule, const KeelOverride *override)
{
  return keel_local_time_to_utc (override->start,
                                 keel_taking_get_zone_at (self, schedule, override->original));
}

/* The first minute that is not before @instant. */
static KeelLocalTime
get_first_minute (gint64 instant, GTimeZone *zone)
{
  return keel_local_time_from_utc (instant - 1, zone) + 1;
}

gboolean
keel_taking_has_date (const KeelTaking *self, KeelSchedule *schedule, gint64 from, gint64 to)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (schedule, from, to, self->person, dates);
  return dates->len > 0;
}

/* Whether @date, which began today, is the one that its rules have today: not one that was added, or moved
 * here from another day. @from and @to: today, seconds UTC. */
static gboolean
is_of_today (const KeelTaking *self, const KeelSchedule *schedule, const KeelOccurrence *date, gint64 from,
             gint64 to)
{
  const KeelOverride *override = keel_schedule_lookup_override (schedule, date->original);
  gint64 key;

  if (override == NULL)
    return TRUE;
  key = keel_local_time_to_utc (date->original, keel_taking_get_zone_at (self, schedule, date->original));
  return (override->kind != KEEL_OVERRIDE_ADD || override->start != override->original) && key >= from &&
         key < to;
}

static gboolean
has_begun_today (const KeelTaking *self, KeelSchedule *schedule, gint64 from, gint64 to)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (schedule, from, self->now + 1, self->person, dates);
  for (guint i = 0; i < dates->len; i++)
    if (is_of_today (self, schedule, &g_array_index (dates, KeelOccurrence, i), from, to))
      return TRUE;
  return FALSE;
}

static gint64
find_cut (const KeelTaking *self)
{
  const KeelSegment *last = keel_schedule_segment (self->listed, self->listed->segments->len - 1);
  GTimeZone *zone = get_zone (self, last);
  KeelLocalTime today = keel_schedule_get_midnight (keel_local_time_from_utc (self->now, zone));
  gint64 from = keel_local_time_to_utc (today, zone);
  gint64 to = keel_local_time_to_utc (today + KEEL_MINUTES_PER_DAY, zone);

  return has_begun_today (self, self->followed, from, to) || has_begun_today (self, self->listed, from, to)
             ? to
             : self->now + 1;
}

/* --- Segments --- */

static KeelLocalTime
get_segment_end (const KeelSchedule *schedule, guint place)
{
  return place + 1 < schedule->segments->len
             ? keel_schedule_get_midnight (keel_schedule_segment (schedule, place + 1)->start)
             : KEEL_LOCAL_TIME_END;
}

/* What is left of a segment of the list from the cut on; *@first is KEEL_LOCAL_TIME_NONE where nothing is. */
static char *
continue_segment (const KeelTaking *self, guint place, KeelLocalTime *first)
{
  const KeelSegment *segment = keel_schedule_segment (self->listed, place);
  GTimeZone *zone = get_zone (self, segment);
  KeelLocalTime from = get_first_minute (self->cut, zone);
  KeelLocalTime end = get_segment_end (self->listed, place);
  g_autofree char *rule = NULL;
  g_autofree char *rest = NULL;

  *first = segment->start >= from ? segment->start : KEEL_LOCAL_TIME_NONE;
  if (segment->recurrence != NULL && from < end)
    {
      rule = keel_recurrence_to_string (segment->recurrence);
      rest = keel_rhythm_continue_rule (rule, segment->start, zone, from, first);
    }
  if (*first != KEEL_LOCAL_TIME_NONE && *first >= end)
    *first = KEEL_LOCAL_TIME_NONE;
  return g_steal_pointer (&rest);
}

/* Where its rules have ended and only dates that were moved or added come: the first of these. */
static const KeelOverride *
find_first_override (const KeelTaking *self)
{
  const KeelOverride *first = NULL;

  for (guint i = 0; i < self->listed->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (self->listed, i);
      gint64 start = keel_taking_get_instant (self, self->listed, override);

      if (override->kind != KEEL_OVERRIDE_CANCEL && start >= self->cut &&
          !keel_taking_is_put_back (self, override->original) &&
          (first == NULL || start < keel_taking_get_instant (self, self->listed, first)))
        first = override;
    }
  return first;
}

/* Finds also where it begins. */
static gboolean
find_midnight (KeelTaking *self, GError **error)
{
  const KeelOverride *only;
  KeelLocalTime first = KEEL_LOCAL_TIME_NONE;

  self->only = KEEL_LOCAL_TIME_NONE;
  for (guint i = 0; i < self->listed->segments->len && first == KEEL_LOCAL_TIME_NONE; i++)
    g_free (continue_segment (self, i, &first));
  if (first == KEEL_LOCAL_TIME_NONE && (only = find_first_override (self)) != NULL)
    {
      first = only->start;
      self->only = only->original;
    }
  if (first == KEEL_LOCAL_TIME_NONE)
    {
      g_set_error_literal (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE,
                           "The schedule has no date that is still to come");
      return FALSE;
    }
  self->midnight = keel_schedule_get_midnight (first);
  return TRUE;
}

static gboolean
append_segment (KeelTaking *self, const KeelSegment *segment, KeelLocalTime start, guint duration,
                const char *rule, GError **error)
{
  return keel_schedule_append_segment (self->taken, start, segment->zone_name, duration, rule, error);
}

/* A segment as far as it has dates that have begun: its rule ends there, so that nothing needs to be
 * cancelled which might come back. FALSE where it has none. */
static gboolean
end_segment (const KeelTaking *self, guint place, char **ended)
{
  const KeelSegment *segment = keel_schedule_segment (self->followed, place);
  GTimeZone *zone = get_zone (self, segment);
  KeelLocalTime before = get_first_minute (self->now + 1, zone);
  g_autofree char *rule = NULL;

  before = MIN (MIN (before, get_segment_end (self->followed, place)), self->midnight);
  if (segment->recurrence == NULL)
    return segment->start < before;
  rule = keel_recurrence_to_string (segment->recurrence);
  *ended = keel_rhythm_end_rule (rule, segment->start, zone, before);
  return *ended != NULL;
}

static gboolean
append_past (KeelTaking *self, GError **error)
{
  g_autofree char *ended = NULL;
  guint n = self->followed->segments->len;

  while (n > 0 && !end_segment (self, n - 1, &ended))
    n--;
  for (guint i = 0; i < n; i++)
    {
      const KeelSegment *segment = keel_schedule_segment (self->followed, i);
      g_autofree char *rule = NULL;

      if (segment->recurrence != NULL)
        rule = i + 1 < n ? keel_recurrence_to_string (segment->recurrence) : g_strdup (ended);
      if (!append_segment (self, segment, segment->start, segment->duration, rule, error))
        return FALSE;
    }
  return TRUE;
}

/* What stands alone where the list's rules have ended. */
static gboolean
append_only (KeelTaking *self, GError **error)
{
  const KeelOverride *only = keel_schedule_lookup_override (self->listed, self->only);
  guint place = keel_schedule_find_segment (self->listed, self->only);

  return append_segment (self, keel_schedule_segment (self->listed, place), only->start, only->duration, NULL,
                         error);
}

/* The first one that is left begins with its first date. A later one ends those before it, also where it has
 * no date on the day that it begins. */
static gboolean
append_listed (KeelTaking *self, GError **error)
{
  KeelLocalTime first = KEEL_LOCAL_TIME_NONE;

  for (guint i = 0; i < self->listed->segments->len; i++)
    {
      const KeelSegment *segment = keel_schedule_segment (self->listed, i);
      KeelLocalTime start = segment->start;
      g_autofree char *rule = NULL;

      if (first == KEEL_LOCAL_TIME_NONE)
        {
          rule = continue_segment (self, i, &first);
          start = first;
        }
      else if (segment->recurrence != NULL)
        rule = keel_recurrence_to_string (segment->recurrence);
      if (start != KEEL_LOCAL_TIME_NONE &&
          !append_segment (self, segment, start, segment->duration, rule, error))
        return FALSE;
    }
  return self->only == KEEL_LOCAL_TIME_NONE || append_only (self, error);
}

/* --- Single dates --- */

gboolean
keel_taking_put (KeelTaking *self, KeelLocalTime original, KeelOverrideKind kind, gint64 start,
                 guint duration, GError **error)
{
  KeelOverride override = { original, kind, original, duration };

  if (kind != KEEL_OVERRIDE_CANCEL)
    override.start = keel_local_time_from_utc (start, keel_taking_get_zone_at (self, self->taken, original));
  if (kind == KEEL_OVERRIDE_MOVE && !keel_schedule_has_rule_date (self->taken, original))
    override.kind = KEEL_OVERRIDE_ADD;
  return keel_schedule_put_override (self->taken, &override, error);
}

gboolean
keel_taking_cancel (KeelTaking *self, KeelLocalTime original, GError **error)
{
  return !keel_schedule_has_rule_date (self->taken, original) ||
         keel_taking_put (self, original, KEEL_OVERRIDE_CANCEL, 0, 0, error);
}

/* As a date of its own, where its key is taken. */
gboolean
keel_taking_put_beside (KeelTaking *self, gint64 start, guint duration, GError **error)
{
  const KeelSegment *last = keel_schedule_segment (self->taken, self->taken->segments->len - 1);
  KeelLocalTime key = keel_local_time_from_utc (start, get_zone (self, last));

  while (keel_schedule_lookup_override (self->taken, key) != NULL ||
         keel_schedule_has_rule_date (self->taken, key))
    key++;
  return keel_taking_put (self, key, KEEL_OVERRIDE_ADD, start, duration, error);
}

/* A date that has begun keeps its key, also where the list has another date with the same one. */
static gboolean
keep_begun (KeelTaking *self, KeelLocalTime original, KeelOverrideKind kind, gint64 start, guint duration,
            GError **error)
{
  gboolean taken = original >= self->midnight && keel_schedule_has_rule_date (self->taken, original);
  const KeelSegment *segment;

  if (!keel_taking_put (self, original, kind, start, duration, error))
    return FALSE;
  if (!taken || keel_schedule_lookup_override (self->listed, original) != NULL)
    return TRUE;
  segment = keel_schedule_segment (self->taken, keel_schedule_find_segment (self->taken, original));
  return keel_taking_put_beside (self, keel_local_time_to_utc (original, get_zone (self, segment)),
                                 segment->duration, error);
}

static gboolean
keep_begun_override (KeelTaking *self, const KeelOverride *override, GError **error)
{
  gint64 start = keel_taking_get_instant (self, self->followed, override);

  if (override->kind != KEEL_OVERRIDE_CANCEL && start <= self->now)
    return keep_begun (self, override->original, override->kind, start, override->duration, error);
  return override->original >= self->midnight || keel_taking_cancel (self, override->original, error);
}

/* Where the zone is another one, or its clocks have just gone back, the key of a date that has begun may look
 * later than the list's first, or than now. */
static gboolean
keep_late_keys (KeelTaking *self, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (self->followed, self->now - TWO_DAYS, self->now + 1, self->person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = &g_array_index (dates, KeelOccurrence, i);

      if (keel_schedule_lookup_override (self->followed, date->original) == NULL &&
          (date->original >= self->midnight || !keel_schedule_has_rule_date (self->taken, date->original)) &&
          !keep_begun (self, date->original, KEEL_OVERRIDE_MOVE, date->start,
                       (guint) ((date->end - date->start) / 60), error))
        return FALSE;
    }
  return TRUE;
}

/* Where clocks go forward, a time that they leave out may look earlier than now. */
static gboolean
drop_early_keys (KeelTaking *self, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (self->taken, self->now + 1, self->now + TWO_DAYS, self->person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      KeelLocalTime original = g_array_index (dates, KeelOccurrence, i).original;

      if (original < self->midnight && !keel_taking_cancel (self, original, error))
        return FALSE;
    }
  return TRUE;
}

/* The duration of the date of @schedule that starts then, in minutes; -1 where there is none. */
static int
find_duration (const KeelTaking *self, KeelSchedule *schedule, gint64 start)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (schedule, start, start + 1, self->person, dates);
  if (dates->len == 0)
    return -1;
  return (int) ((g_array_index (dates, KeelOccurrence, 0).end - start) / 60);
}

/* What both have later today stays, although the list holds from tomorrow on. */
static gboolean
keep_tonight (KeelTaking *self, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (self->followed, self->now + 1, self->cut, self->person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = &g_array_index (dates, KeelOccurrence, i);
      int duration = find_duration (self, self->listed, date->start);

      if (duration >= 0 &&
          !keep_begun (self, date->original, KEEL_OVERRIDE_MOVE, date->start, (guint) duration, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_past (KeelTaking *self, GError **error)
{
  for (guint i = 0; i < self->followed->overrides->len; i++)
    if (!keep_begun_override (self, keel_schedule_override (self->followed, i), error))
      return FALSE;
  return drop_early_keys (self, error) && keep_late_keys (self, error) && keep_tonight (self, error);
}

static gboolean
is_begun (const KeelTaking *self, KeelLocalTime original)
{
  const KeelOverride *override = keel_schedule_lookup_override (self->taken, original);

  if (override != NULL)
    return override->kind != KEEL_OVERRIDE_CANCEL;
  return original < self->midnight && keel_schedule_has_rule_date (self->taken, original);
}

static gboolean
take_override (KeelTaking *self, const KeelOverride *override, GError **error)
{
  KeelLocalTime original = override->original;
  gint64 start = keel_taking_get_instant (self, self->listed, override);

  if (keel_taking_is_put_back (self, original))
    return TRUE;
  if (override->kind == KEEL_OVERRIDE_CANCEL || start < self->cut)
    return original < self->midnight || is_begun (self, original) ||
           keel_taking_cancel (self, original, error);
  if (is_begun (self, original))
    return keel_taking_put_beside (self, start, override->duration, error);
  return keel_taking_put (self, original, override->kind, start, override->duration, error);
}

static gboolean
take_overrides (KeelTaking *self, GError **error)
{
  for (guint i = 0; i < self->listed->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (self->listed, i);

      if (override->original != self->only && !take_override (self, override, error))
        return FALSE;
    }
  return TRUE;
}

KeelSchedule *
keel_rhythm_take (KeelSchedule *followed, KeelSchedule *known, KeelSchedule *listed, gint64 now,
                  GTimeZone *person, GError **error)
{
  g_autoptr (KeelSchedule) taken = NULL;
  KeelTaking self = { .followed = followed, .known = known, .listed = listed, .person = person, .now = now };

  g_return_val_if_fail (followed != NULL && listed != NULL && person != NULL, NULL);

  taken = self.taken = keel_schedule_alloc ();
  self.cut = find_cut (&self);
  if (!find_midnight (&self, error) || !append_past (&self, error) || !append_listed (&self, error) ||
      !keep_past (&self, error) || !take_overrides (&self, error) || !keel_taking_keep_own (&self, error))
    return NULL;
  return g_steal_pointer (&taken);
}
