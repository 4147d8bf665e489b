#include "keel-rhythm-untake.h"

#include "keel-recurrence-private.h"
#include "keel-rhythm-take-private.h"

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

/* When the date with the key @original is, or would be were it not cancelled. FALSE where @schedule has none.
 */
static gboolean
get_instant (const KeelSchedule *schedule, KeelLocalTime original, GTimeZone *person, gint64 *start)
{
  const KeelOverride *override = keel_schedule_lookup_override (schedule, original);
  GTimeZone *zone = get_zone_at (schedule, original, person);

  if (override != NULL && override->kind != KEEL_OVERRIDE_CANCEL)
    *start = keel_local_time_to_utc (override->start, zone);
  else if (override != NULL || keel_schedule_has_rule_date (schedule, original))
    *start = keel_local_time_to_utc (original, zone);
  else
    return FALSE;
  return TRUE;
}

/* The key of a date of @before that starts then, @original if it is one of several. */
static KeelLocalTime
find_start (KeelSchedule *before, KeelLocalTime original, gint64 start, GTimeZone *person)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  KeelLocalTime found = KEEL_LOCAL_TIME_NONE;

  keel_schedule_expand (before, start, start + 1, person, dates);
  for (guint i = 0; i < dates->len && found != original; i++)
    found = g_array_index (dates, KeelOccurrence, i).original;
  return found;
}

/* The key that @before has for what starts at @start in what was made of it, with the key @original there:
 * what starts then; else what has this key; else what its rules have on that day, at another time. */
static KeelLocalTime
find_key (KeelSchedule *before, KeelLocalTime original, gint64 start, GTimeZone *person)
{
  KeelLocalTime key = find_start (before, original, start, person);

  if (key != KEEL_LOCAL_TIME_NONE)
    return key;
  if (keel_schedule_lookup_override (before, original) != NULL ||
      keel_schedule_has_rule_date (before, original))
    return original;
  key = keel_rhythm_find_date_of_day (before, original, person);
  return key != KEEL_LOCAL_TIME_NONE && keel_schedule_lookup_override (before, key) == NULL
             ? key
             : KEEL_LOCAL_TIME_NONE;
}

typedef struct
{
  KeelSchedule *before;
  KeelSchedule *made;
  KeelSchedule *current;
  GTimeZone *person;
  KeelSchedule *back; /* owned */
} Untaking;

/* Takes @changed, which has come of self->back. That this does not have the date is no failure. */
static gboolean
put (Untaking *self, KeelSchedule *changed, GError *failure, GError **error)
{
  if (changed != NULL)
    {
      keel_schedule_unref (self->back);
      self->back = changed;
      return TRUE;
    }
  if (!g_error_matches (failure, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  return TRUE;
}

static gboolean
cancel (Untaking *self, KeelLocalTime key, GError **error)
{
  GError *failure = NULL;
  KeelSchedule *changed = keel_schedule_cancel (self->back, key, &failure);

  return put (self, changed, failure, error);
}

static gboolean
move (Untaking *self, KeelLocalTime key, gint64 start, guint duration, GError **error)
{
  KeelLocalTime local = keel_local_time_from_utc (start, get_zone_at (self->before, key, self->person));
  GError *failure = NULL;
  KeelSchedule *changed = keel_schedule_move (self->back, key, local, duration, &failure);

  return put (self, changed, failure, error);
}

/* Nothing, where there is a date then already. */
static gboolean
add (Untaking *self, const KeelOverride *mine, gint64 start, GError **error)
{
  KeelLocalTime local = keel_local_time_from_utc (start,
                                                  get_zone_at (self->before, mine->start, self->person));
  GError *failure = NULL;
  KeelSchedule *changed;

  if (find_start (self->back, KEEL_LOCAL_TIME_NONE, start, self->person) != KEEL_LOCAL_TIME_NONE)
    return TRUE;
  changed = keel_schedule_add (self->back, local, mine->duration, &failure);
  return put (self, changed, failure, error);
}

/* The person restored what was moved or cancelled; it is restored where it was so before. */
static gboolean
restore (Untaking *self, const KeelOverride *made)
{
  if (is_same_override (keel_schedule_lookup_override (self->before, made->original), made))
    return put (self, keel_schedule_restore (self->back, made->original), NULL, NULL);
  return TRUE;
}

/* @made is no longer in what there is by now. */
static gboolean
keep_gone (Untaking *self, const KeelOverride *made, GError **error)
{
  KeelLocalTime key;
  gint64 start;

  if (keel_schedule_has_rule_date (self->made, made->original))
    return restore (self, made);
  get_instant (self->made, made->original, self->person, &start);
  key = find_key (self->before, made->original, start, self->person);
  return key == KEEL_LOCAL_TIME_NONE || cancel (self, key, error);
}

/* @mine was not so in what was made. */
static gboolean
keep_changed (Untaking *self, const KeelOverride *mine, GError **error)
{
  KeelLocalTime key;
  gint64 was, start;

  start = keel_local_time_to_utc (mine->start, get_zone_at (self->current, mine->original, self->person));
  if (!get_instant (self->made, mine->original, self->person, &was))
    return mine->kind == KEEL_OVERRIDE_CANCEL || add (self, mine, start, error);
  key = find_key (self->before, mine->original, was, self->person);
  if (key == KEEL_LOCAL_TIME_NONE)
    return TRUE;
  return mine->kind == KEEL_OVERRIDE_CANCEL ? cancel (self, key, error)
                                            : move (self, key, start, mine->duration, error);
}

static gboolean
keep_all (Untaking *self, GError **error)
{
  for (guint i = 0; i < self->made->overrides->len; i++)
    {
      const KeelOverride *made = keel_schedule_override (self->made, i);

      if (keel_schedule_lookup_override (self->current, made->original) == NULL &&
          !keep_gone (self, made, error))
        return FALSE;
    }
  for (guint i = 0; i < self->current->overrides->len; i++)
    {
      const KeelOverride *mine = keel_schedule_override (self->current, i);

      if (!is_same_override (keel_schedule_lookup_override (self->made, mine->original), mine) &&
          !keep_changed (self, mine, error))
        return FALSE;
    }
  return TRUE;
}

KeelSchedule *
keel_rhythm_untake (KeelSchedule *before, KeelSchedule *made, KeelSchedule *current, GTimeZone *person,
                    GError **error)
{
  Untaking self = { before, made, current, person, NULL };

  g_return_val_if_fail (before != NULL && made != NULL && current != NULL && person != NULL, NULL);

  if (!has_same_rhythm (made, current))
    return keel_schedule_ref (current);
  self.back = keel_schedule_ref (before);
  if (keep_all (&self, error))
    return self.back;
  keel_schedule_unref (self.back);
  return NULL;
}
