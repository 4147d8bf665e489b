#include "keel-rhythm-untake.h"

#include "keel-recurrence-private.h"
#include "keel-schedule-private.h"

static gboolean
is_same_segment (const KeelSegment *a, const KeelSegment *b)
{
  g_autofree char *one = a->recurrence != NULL ? keel_recurrence_to_string (a->recurrence) : NULL;
  g_autofree char *other = b->recurrence != NULL ? keel_recurrence_to_string (b->recurrence) : NULL;

  return a->start == b->start && a->duration == b->duration && g_strcmp0 (one, other) == 0 &&
         g_strcmp0 (a->zone_name, b->zone_name) == 0;
}

static gboolean
has_same_rhythm (const KeelSchedule *a, const KeelSchedule *b)
{
  if (a->segments->len != b->segments->len)
    return FALSE;
  for (guint i = 0; i < a->segments->len; i++)
    if (!is_same_segment (keel_schedule_segment (a, i), keel_schedule_segment (b, i)))
      return FALSE;
  return TRUE;
}

/* Either may be NULL. */
static gboolean
is_same_override (const KeelOverride *a, const KeelOverride *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && a->start == b->start && a->duration == b->duration;
}

static GTimeZone *
get_zone_at (const KeelSchedule *schedule, KeelLocalTime original, GTimeZone *person)
{
  const KeelSegment *segment = keel_schedule_segment (schedule,
                                                      keel_schedule_find_segment (schedule, original));

  return segment->zone != NULL ? segment->zone : person;
}

/* @mine, of @current, done with @schedule. */
static KeelSchedule *
do_again (KeelSchedule *schedule, const KeelOverride *mine, KeelSchedule *current, GTimeZone *person,
          GError **error)
{
  gint64 start = keel_local_time_to_utc (mine->start, get_zone_at (current, mine->original, person));
  KeelLocalTime local = keel_local_time_from_utc (start, get_zone_at (schedule, mine->original, person));

  switch (mine->kind)
    {
    case KEEL_OVERRIDE_CANCEL:
      return keel_schedule_cancel (schedule, mine->original, error);
    case KEEL_OVERRIDE_MOVE:
      return keel_schedule_move (schedule, mine->original, local, mine->duration, error);
    case KEEL_OVERRIDE_ADD:
    default:
      return keel_schedule_add (schedule, local, mine->duration, error);
    }
}

/* Takes @schedule. That it does not have the date is no failure. */
static KeelSchedule *
keep (KeelSchedule *schedule, const KeelOverride *mine, KeelSchedule *current, GTimeZone *person,
      GError **error)
{
  g_autoptr (KeelSchedule) before = schedule;
  g_autoptr (GError) failure = NULL;
  KeelSchedule *changed = do_again (before, mine, current, person, &failure);

  if (changed != NULL)
    return changed;
  if (g_error_matches (failure, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE))
    return g_steal_pointer (&before);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Takes @schedule. What the answer left as it was and the person restored is restored. */
static KeelSchedule *
restore (KeelSchedule *schedule, const KeelOverride *made)
{
  g_autoptr (KeelSchedule) before = schedule;

  if (!is_same_override (keel_schedule_lookup_override (before, made->original), made))
    return g_steal_pointer (&before);
  return keel_schedule_restore (before, made->original);
}

KeelSchedule *
keel_rhythm_untake (KeelSchedule *before, KeelSchedule *made, KeelSchedule *current, GTimeZone *person,
                    GError **error)
{
  KeelSchedule *back;

  g_return_val_if_fail (before != NULL && made != NULL && current != NULL && person != NULL, NULL);

  if (!has_same_rhythm (made, current))
    return keel_schedule_ref (current);
  back = keel_schedule_ref (before);
  for (guint i = 0; i < made->overrides->len; i++)
    {
      const KeelOverride *override = keel_schedule_override (made, i);

      if (keel_schedule_lookup_override (current, override->original) == NULL)
        back = restore (back, override);
    }
  for (guint i = 0; back != NULL && i < current->overrides->len; i++)
    {
      const KeelOverride *mine = keel_schedule_override (current, i);

      if (!is_same_override (keel_schedule_lookup_override (made, mine->original), mine))
        back = keep (back, mine, current, person, error);
    }
  return back;
}
