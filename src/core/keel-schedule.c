#include "keel-schedule-private.h"

#include "keel-recurrence-private.h"

#include <string.h>

/* The name is no subtraction. */
/* clang-format off */
G_DEFINE_QUARK (keel-schedule-error-quark, keel_schedule_error)
/* clang-format on */

static void
clear_segment (gpointer data)
{
  KeelSegment *segment = data;

  g_free (segment->zone_name);
  g_clear_pointer (&segment->zone, g_time_zone_unref);
  g_clear_pointer (&segment->recurrence, keel_recurrence_unref);
}

KeelSchedule *
keel_schedule_alloc (void)
{
  KeelSchedule *self = g_new0 (KeelSchedule, 1);

  g_atomic_ref_count_init (&self->references);
  self->segments = g_array_new (FALSE, TRUE, sizeof (KeelSegment));
  g_array_set_clear_func (self->segments, clear_segment);
  self->overrides = g_array_new (FALSE, TRUE, sizeof (KeelOverride));
  return self;
}

KeelSchedule *
keel_schedule_ref (KeelSchedule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
keel_schedule_unref (KeelSchedule *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->segments);
  g_array_unref (self->overrides);
  g_free (self);
}

static gboolean
check_times (KeelLocalTime start, gint64 duration, GError **error)
{
  if (start >= keel_local_time_new (KEEL_SCHEDULE_FIRST_YEAR, 1, 1, 0, 0) &&
      start < keel_local_time_new (KEEL_SCHEDULE_LAST_YEAR + 1, 1, 1, 0, 0) &&
      duration <= KEEL_SCHEDULE_MAX_DURATION)
    return TRUE;
  g_set_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE,
               "A date must be in the years %d to %d and last at most %d days", KEEL_SCHEDULE_FIRST_YEAR,
               KEEL_SCHEDULE_LAST_YEAR, KEEL_SCHEDULE_MAX_DURATION / KEEL_MINUTES_PER_DAY);
  return FALSE;
}

static void
set_zone_error (const char *zone, GError **error)
{
  g_set_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_ZONE, "This computer knows no time zone “%s”",
               zone);
}

/* Appends a segment, which has to start after those that are there. */
gboolean
keel_schedule_append_segment (KeelSchedule *self, KeelLocalTime start, const char *zone, guint duration,
                              const char *rule, GError **error)
{
  KeelSegment segment = { .start = start, .duration = duration };

  if (!check_times (start, duration, error))
    return FALSE;
  if (self->segments->len >= KEEL_SCHEDULE_MAX_SEGMENTS)
    {
      g_set_error_literal (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE,
                           "The schedule was changed too many times");
      return FALSE;
    }
  if (rule != NULL && (segment.recurrence = keel_recurrence_parse (rule, error)) == NULL)
    return FALSE;
  if (zone != NULL && (segment.zone = keel_zone_open (zone)) == NULL)
    {
      set_zone_error (zone, error);
      clear_segment (&segment);
      return FALSE;
    }
  segment.zone_name = g_strdup (zone);
  g_array_append_val (self->segments, segment);
  return TRUE;
}

/* The place of the override for @original, or of the first one behind it. */
static guint
find_override (const KeelSchedule *self, KeelLocalTime original, gboolean *found)
{
  guint low = 0;
  guint high = self->overrides->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (keel_schedule_override (self, middle)->original < original)
        low = middle + 1;
      else
        high = middle;
    }
  *found = low < self->overrides->len && keel_schedule_override (self, low)->original == original;
  return low;
}

/* Puts an override into its place, over one with the same key. */
gboolean
keel_schedule_put_override (KeelSchedule *self, const KeelOverride *override, GError **error)
{
  gboolean found;
  guint place = find_override (self, override->original, &found);

  if (!check_times (override->original, 0, error) ||
      !check_times (override->start, override->duration, error))
    return FALSE;
  if (found)
    {
      *keel_schedule_override (self, place) = *override;
      return TRUE;
    }
  if (self->overrides->len >= KEEL_SCHEDULE_MAX_OVERRIDES)
    {
      g_set_error_literal (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE,
                           "Too many dates of the schedule were changed");
      return FALSE;
    }
  g_array_insert_val (self->overrides, place, *override);
  return TRUE;
}

const KeelOverride *
keel_schedule_lookup_override (const KeelSchedule *self, KeelLocalTime original)
{
  gboolean found;
  guint place = find_override (self, original, &found);

  return found ? keel_schedule_override (self, place) : NULL;
}

guint
keel_schedule_find_segment (const KeelSchedule *self, KeelLocalTime local)
{
  guint place = self->segments->len - 1;

  while (place > 0 && keel_schedule_get_midnight (keel_schedule_segment (self, place)->start) > local)
    place--;
  return place;
}

static gboolean
stop_at_date_cb (KeelLocalTime local, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

/* Whether the rules, without overrides, have a date at @original. A floating schedule that ends at an
 * instant has one where any person has: it ends last where clocks are furthest ahead. */
gboolean
keel_schedule_has_rule_date (const KeelSchedule *self, KeelLocalTime original)
{
  g_autoptr (GTimeZone) furthest = g_time_zone_new_offset (14 * 3600);
  const KeelSegment *segment = keel_schedule_segment (self, keel_schedule_find_segment (self, original));
  gboolean found = FALSE;

  if (segment->recurrence == NULL)
    return segment->start == original;
  if (original >= KEEL_LOCAL_TIME_MIN && original < KEEL_LOCAL_TIME_END)
    keel_recurrence_expand (segment->recurrence, segment->start,
                            segment->zone != NULL ? segment->zone : furthest, original, original + 1,
                            stop_at_date_cb, &found);
  return found;
}

static gboolean
check_date (const KeelSchedule *self, KeelLocalTime original, GError **error)
{
  g_autofree char *text = NULL;

  if (keel_schedule_has_rule_date (self, original) || keel_schedule_lookup_override (self, original) != NULL)
    return TRUE;
  text = keel_local_time_format (CLAMP (original, KEEL_LOCAL_TIME_MIN, KEEL_LOCAL_TIME_END - 1));
  g_set_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE, "The schedule has no date at %s", text);
  return FALSE;
}

static void
append_segments_before (KeelSchedule *self, const KeelSchedule *other, KeelLocalTime end)
{
  for (guint i = 0; i < other->segments->len && keel_schedule_segment (other, i)->start < end; i++)
    {
      KeelSegment segment = *keel_schedule_segment (other, i);

      segment.zone_name = g_strdup (segment.zone_name);
      segment.zone = segment.zone != NULL ? g_time_zone_ref (segment.zone) : NULL;
      segment.recurrence = segment.recurrence != NULL ? keel_recurrence_ref (segment.recurrence) : NULL;
      g_array_append_val (self->segments, segment);
    }
}

static KeelSchedule *
copy_schedule (const KeelSchedule *self)
{
  KeelSchedule *copy = keel_schedule_alloc ();

  append_segments_before (copy, self, KEEL_LOCAL_TIME_END);
  if (self->overrides->len > 0)
    g_array_append_vals (copy->overrides, self->overrides->data, self->overrides->len);
  return copy;
}

/* @zone is an IANA name as keel_zone_name_resolve () returns it; @rule an RRULE's value. */
KeelSchedule *
keel_schedule_new (KeelLocalTime start, const char *zone, guint duration, const char *rule, GError **error)
{
  g_autoptr (KeelSchedule) self = keel_schedule_alloc ();

  if (!keel_schedule_append_segment (self, start, zone, duration, rule, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A group meets at a place: what its list writes without a zone is not to travel with a person. */
KeelSchedule *
keel_schedule_settle (KeelSchedule *self, const char *zone, GError **error)
{
  g_autoptr (KeelSchedule) settled = NULL;
  g_autoptr (GTimeZone) opened = NULL;

  g_return_val_if_fail (self != NULL && zone != NULL, NULL);

  opened = keel_zone_open (zone);
  if (opened == NULL)
    {
      set_zone_error (zone, error);
      return NULL;
    }
  settled = copy_schedule (self);
  for (guint i = 0; i < settled->segments->len; i++)
    {
      KeelSegment *segment = keel_schedule_segment (settled, i);

      if (segment->zone != NULL)
        continue;
      segment->zone_name = g_strdup (zone);
      segment->zone = g_time_zone_ref (opened);
    }
  return g_steal_pointer (&settled);
}

/* Dates whose key lies before the day of @start stay as they are; on that day the new rules hold, so
 * that a meeting at 19:00 which begins at 20:00 from Monday on happens once on that Monday. Later
 * segments go, and so do moves and cancellations of dates that no longer are; dates that the person
 * added stay. */
KeelSchedule *
keel_schedule_change_from (KeelSchedule *self, KeelLocalTime start, const char *zone, guint duration,
                           const char *rule, GError **error)
{
  g_autoptr (KeelSchedule) changed = NULL;
  KeelLocalTime midnight;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_times (start, duration, error))
    return NULL;
  changed = keel_schedule_alloc ();
  midnight = keel_schedule_get_midnight (start);
  append_segments_before (changed, self, midnight);
  if (!keel_schedule_append_segment (changed, start, zone, duration, rule, error))
    return NULL;
  for (guint i = 0; i < self->overrides->len; i++)
    {
      KeelOverride override = *keel_schedule_override (self, i);

      if (override.original < midnight || override.kind == KEEL_OVERRIDE_ADD ||
          keel_schedule_has_rule_date (changed, override.original))
        g_array_append_val (changed->overrides, override);
    }
  return g_steal_pointer (&changed);
}

static KeelSchedule *
copy_with_override (const KeelSchedule *self, KeelOverride override, GError **error)
{
  g_autoptr (KeelSchedule) copy = copy_schedule (self);

  if (!keel_schedule_put_override (copy, &override, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/* Puts the date whose key is @original, moved before or not, at @start. A cancelled date is back. */
KeelSchedule *
keel_schedule_move (KeelSchedule *self, KeelLocalTime original, KeelLocalTime start, guint duration,
                    GError **error)
{
  const KeelOverride *before;
  KeelOverride override = { original, KEEL_OVERRIDE_MOVE, start, duration };

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_date (self, original, error))
    return NULL;
  before = keel_schedule_lookup_override (self, original);
  if (before != NULL && before->kind == KEEL_OVERRIDE_ADD)
    override.kind = KEEL_OVERRIDE_ADD;
  return copy_with_override (self, override, error);
}

/* A date that was added is taken out again, any other stays known as cancelled. */
KeelSchedule *
keel_schedule_cancel (KeelSchedule *self, KeelLocalTime original, GError **error)
{
  KeelOverride override = { original, KEEL_OVERRIDE_CANCEL, original, 0 };

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_date (self, original, error))
    return NULL;
  return keel_schedule_has_rule_date (self, original) ? copy_with_override (self, override, error)
                                                      : keel_schedule_restore (self, original);
}

/* A date that the rules have already happens once, with this duration. */
KeelSchedule *
keel_schedule_add (KeelSchedule *self, KeelLocalTime start, guint duration, GError **error)
{
  KeelOverride override = { start, KEEL_OVERRIDE_ADD, start, duration };

  g_return_val_if_fail (self != NULL, NULL);

  return copy_with_override (self, override, error);
}

/* Takes the override of @original away: the date is again as the rules have it. */
KeelSchedule *
keel_schedule_restore (KeelSchedule *self, KeelLocalTime original)
{
  KeelSchedule *copy;
  gboolean found;
  guint place;

  g_return_val_if_fail (self != NULL, NULL);

  place = find_override (self, original, &found);
  if (!found)
    return keel_schedule_ref (self);
  copy = copy_schedule (self);
  g_array_remove_index (copy->overrides, place);
  return copy;
}

static const KeelSegment *
get_last_segment (const KeelSchedule *self)
{
  return keel_schedule_segment (self, self->segments->len - 1);
}

const char *
keel_schedule_get_zone (KeelSchedule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_last_segment (self)->zone_name;
}

guint
keel_schedule_get_duration (KeelSchedule *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_last_segment (self)->duration;
}

guint
keel_schedule_get_longest (KeelSchedule *self)
{
  guint longest = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->segments->len; i++)
    longest = MAX (longest, keel_schedule_segment (self, i)->duration);
  for (guint i = 0; i < self->overrides->len; i++)
    longest = MAX (longest, keel_schedule_override (self, i)->duration);
  return longest;
}

char *
keel_schedule_get_rule (KeelSchedule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_last_segment (self)->recurrence != NULL
             ? keel_recurrence_to_string (get_last_segment (self)->recurrence)
             : NULL;
}

KeelLocalTime
keel_schedule_get_last_start (KeelSchedule *self)
{
  g_return_val_if_fail (self != NULL, KEEL_LOCAL_TIME_NONE);

  return get_last_segment (self)->start;
}

KeelLocalTime
keel_schedule_get_start (KeelSchedule *self)
{
  g_return_val_if_fail (self != NULL, KEEL_LOCAL_TIME_NONE);

  return keel_schedule_segment (self, 0)->start;
}

gboolean
keel_schedule_is_plainly_weekly (KeelSchedule *self, int *day)
{
  const KeelSegment *segment;
  const KeelRecurrence *rule;
  guint weekdays;

  g_return_val_if_fail (self != NULL && day != NULL, FALSE);

  segment = get_last_segment (self);
  rule = segment->recurrence;
  if (self->segments->len > 1 || self->overrides->len > 0 || rule == NULL ||
      rule->frequency != KEEL_FREQUENCY_WEEKLY)
    return FALSE;
  weekdays = rule->has_weekdays ? rule->weekdays : 1u << keel_local_time_get_weekday (segment->start);
  *day = g_bit_nth_lsf (weekdays, -1);
  return rule->interval == 1 && rule->count == 0 && rule->until_kind == KEEL_UNTIL_NONE &&
         rule->months == 0 && !rule->has_positions && !rule->has_month_days && weekdays != 0 &&
         (weekdays & (weekdays - 1)) == 0;
}
