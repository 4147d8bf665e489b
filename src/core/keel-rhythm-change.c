#include "keel-rhythm-change.h"

#include "keel-recurrence-private.h"
#include "keel-schedule-private.h"

static gboolean
take_first_cb (KeelLocalTime local, gpointer data)
{
  *(KeelLocalTime *) data = local;
  return FALSE;
}

static gboolean
count_cb (KeelLocalTime local, gpointer data)
{
  ++*(gint64 *) data;
  return TRUE;
}

static KeelLocalTime
find_from (KeelRecurrence *rule, KeelLocalTime start, GTimeZone *zone, KeelLocalTime from)
{
  KeelLocalTime first = KEEL_LOCAL_TIME_NONE;

  keel_recurrence_expand (rule, start, zone, MAX (from, start), KEEL_LOCAL_TIME_END, take_first_cb, &first);
  return first;
}

static gint64
count_before (KeelRecurrence *rule, KeelLocalTime start, GTimeZone *zone, KeelLocalTime before)
{
  gint64 count = 0;

  keel_recurrence_expand (rule, start, zone, start, before, count_cb, &count);
  return count;
}

char *
keel_rhythm_continue_rule (const char *text, KeelLocalTime start, GTimeZone *zone, KeelLocalTime from,
                           KeelLocalTime *first)
{
  g_autoptr (KeelRecurrence) rule = NULL;

  g_return_val_if_fail (text != NULL && first != NULL, NULL);

  rule = keel_recurrence_parse (text, NULL);
  *first = rule != NULL ? find_from (rule, start, zone, from) : KEEL_LOCAL_TIME_NONE;
  if (*first == KEEL_LOCAL_TIME_NONE)
    return NULL;
  if (rule->count > 0)
    rule->count -= count_before (rule, start, zone, *first);
  return keel_recurrence_to_string (rule);
}

char *
keel_rhythm_end_rule (const char *text, KeelLocalTime start, GTimeZone *zone, KeelLocalTime before)
{
  g_autoptr (KeelRecurrence) rule = NULL;
  KeelLocalTime first;

  g_return_val_if_fail (text != NULL, NULL);

  rule = keel_recurrence_parse (text, NULL);
  first = rule != NULL ? find_from (rule, start, zone, start) : KEEL_LOCAL_TIME_NONE;
  if (first == KEEL_LOCAL_TIME_NONE || first >= before)
    return NULL;
  /* It may have ended before. */
  if (find_from (rule, start, zone, before) == KEEL_LOCAL_TIME_NONE)
    return g_strdup (text);
  rule->count = 0;
  rule->until_kind = KEEL_UNTIL_LOCAL;
  rule->until = before - 1;
  return keel_recurrence_to_string (rule);
}

/* The last segment ends before @from, if it begins before it. */
static KeelSchedule *
end_last_segment (KeelSchedule *schedule, KeelLocalTime from, GError **error)
{
  const KeelSegment *last = keel_schedule_segment (schedule, schedule->segments->len - 1);
  g_autofree char *rule = NULL;
  g_autofree char *ended = NULL;

  if (last->recurrence == NULL || last->start >= from)
    return keel_schedule_ref (schedule);
  rule = keel_recurrence_to_string (last->recurrence);
  ended = keel_rhythm_end_rule (rule, last->start, last->zone, from);
  if (ended == NULL)
    return keel_schedule_ref (schedule);
  return keel_schedule_change_from (schedule, last->start, last->zone_name, last->duration, ended, error);
}

/* What no end of a rule can take away: dates of several segments, or that were moved or added. */
static KeelSchedule *
cancel_between (KeelSchedule *schedule, KeelLocalTime from, KeelLocalTime to, GError **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const KeelSegment *segment = keel_schedule_segment (schedule, keel_schedule_find_segment (schedule, from));
  GTimeZone *zone = segment->zone != NULL ? segment->zone : utc;
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  g_autoptr (KeelSchedule) left = keel_schedule_ref (schedule);

  keel_schedule_expand (schedule, keel_local_time_to_utc (from, zone), keel_local_time_to_utc (to, zone),
                        zone, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      KeelLocalTime original = g_array_index (occurrences, KeelOccurrence, i).original;
      KeelSchedule *less;

      if (original < from || original >= to)
        continue;
      less = keel_schedule_cancel (left, original, error);
      if (less == NULL)
        return NULL;
      keel_schedule_unref (left);
      left = less;
    }
  return g_steal_pointer (&left);
}

KeelSchedule *
keel_rhythm_change_schedule (KeelSchedule *schedule, KeelLocalTime from, KeelLocalTime start,
                             const char *zone, guint duration, const char *rule, GError **error)
{
  g_autoptr (KeelSchedule) ended = NULL;
  g_autoptr (KeelSchedule) changed = NULL;

  g_return_val_if_fail (schedule != NULL, NULL);
  g_return_val_if_fail (start >= from, NULL);

  if (keel_schedule_get_start (schedule) >= from)
    return keel_schedule_new (start, zone, duration, rule, error);
  ended = end_last_segment (schedule, from, error);
  if (ended != NULL)
    changed = keel_schedule_change_from (ended, start, zone, duration, rule, error);
  return changed != NULL ? cancel_between (changed, from, keel_schedule_get_midnight (start), error) : NULL;
}
