#include "keel-recurrence-private.h"
#include "keel-rhythm-take-private.h"

static gboolean
take_first_cb (KeelLocalTime local, gpointer data)
{
  *(KeelLocalTime *) data = local;
  return FALSE;
}

KeelLocalTime
keel_rhythm_find_date_of_day (const KeelSchedule *schedule, KeelLocalTime local, GTimeZone *person)
{
  KeelLocalTime midnight = keel_schedule_get_midnight (local);
  const KeelSegment *segment = keel_schedule_segment (schedule, keel_schedule_find_segment (schedule, local));
  KeelLocalTime found = KEEL_LOCAL_TIME_NONE;

  if (segment->recurrence == NULL)
    return keel_schedule_get_midnight (segment->start) == midnight ? segment->start : KEEL_LOCAL_TIME_NONE;
  keel_recurrence_expand (segment->recurrence, segment->start, segment->zone != NULL ? segment->zone : person,
                          midnight, midnight + KEEL_MINUTES_PER_DAY, take_first_cb, &found);
  return found;
}

/* The key that the list has for the date which had the key @original: the same, or where its time is another
 * one, that of the day. */
static KeelLocalTime
find_key (const KeelTaking *self, KeelLocalTime original)
{
  KeelLocalTime other;

  if (keel_schedule_lookup_override (self->listed, original) != NULL ||
      keel_schedule_has_rule_date (self->listed, original))
    return original;
  other = keel_rhythm_find_date_of_day (self->listed, original, self->person);
  return other != KEEL_LOCAL_TIME_NONE ? other : original;
}

/* Whether two overrides, of which either may be NULL, say the same of a date. */
static gboolean
is_same (const KeelTaking *self, const KeelSchedule *one, const KeelOverride *a, const KeelSchedule *other,
         const KeelOverride *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->kind == KEEL_OVERRIDE_CANCEL || b->kind == KEEL_OVERRIDE_CANCEL)
    return a->kind == b->kind;
  return a->duration == b->duration &&
         keel_taking_get_instant (self, one, a) == keel_taking_get_instant (self, other, b);
}

static const KeelOverride *
look_up (const KeelSchedule *schedule, KeelLocalTime original)
{
  return schedule != NULL ? keel_schedule_lookup_override (schedule, original) : NULL;
}

/* Whether the list says of the date that it has at @key what it said of it before, at @original. */
static gboolean
is_nothing_new (const KeelTaking *self, KeelLocalTime original, KeelLocalTime key)
{
  return is_same (self, self->known, look_up (self->known, original), self->listed,
                  look_up (self->listed, key));
}

/* Whether @override of what is followed came from the list, also where it had to stand beside its key. */
static gboolean
is_known (const KeelTaking *self, const KeelOverride *override, gint64 start)
{
  return is_same (self, self->followed, override, self->known, look_up (self->known, override->original)) ||
         (self->known != NULL && override->kind == KEEL_OVERRIDE_ADD &&
          keel_taking_has_date (self, self->known, start, start + 1));
}

/* Whether what is taken has at @key what the list has there, and no date that has begun. */
static gboolean
is_listed (const KeelTaking *self, KeelLocalTime key)
{
  return is_same (self, self->taken, look_up (self->taken, key), self->listed, look_up (self->listed, key));
}

/* Takes the list's change of the date away. */
static void
drop (KeelTaking *self, KeelLocalTime key)
{
  GArray *overrides = self->taken->overrides;

  for (guint i = 0; i < overrides->len; i++)
    if (keel_schedule_override (self->taken, i)->original == key)
      {
        g_array_remove_index (overrides, i);
        return;
      }
}

/* The list added it, or moved it here from a day that is past, and the person took it out. */
static gboolean
keep_taken_out (KeelTaking *self, KeelLocalTime key, GError **error)
{
  const KeelOverride *listed = look_up (self->listed, key);

  if (key == self->only)
    return keel_taking_cancel (self, listed->start, error);
  if (!is_listed (self, key))
    return TRUE;
  if (keel_schedule_has_rule_date (self->taken, key))
    return keel_taking_cancel (self, key, error);
  drop (self, key);
  return TRUE;
}

static gboolean
keep_cancelled (KeelTaking *self, const KeelOverride *override, KeelLocalTime key, GError **error)
{
  const KeelOverride *listed = look_up (self->listed, key);

  if (key < self->midnight)
    return listed == NULL || listed->kind == KEEL_OVERRIDE_CANCEL ||
           keel_taking_get_instant (self, self->listed, listed) <= self->now ||
           keep_taken_out (self, key, error);
  return (key != override->original && !is_listed (self, key)) || keel_taking_cancel (self, key, error);
}

static gboolean
keep_moved (KeelTaking *self, const KeelOverride *override, KeelLocalTime key, gint64 start, GError **error)
{
  if ((key >= self->midnight && !keel_schedule_has_rule_date (self->taken, key)) ||
      (key != override->original && !is_listed (self, key)))
    return TRUE;
  return keel_taking_put (self, key, KEEL_OVERRIDE_MOVE, start, override->duration, error);
}

/* Where the list has a date then by now, it is that one. */
static gboolean
keep_added (KeelTaking *self, const KeelOverride *override, gint64 start, GError **error)
{
  if (keel_taking_has_date (self, self->taken, start, start + 1))
    return TRUE;
  if (keel_schedule_has_rule_date (self->taken, override->original))
    return keel_taking_put_beside (self, start, override->duration, error);
  return keel_taking_put (self, override->original, KEEL_OVERRIDE_ADD, start, override->duration, error);
}

/* Of the only date that the list has left, which is a segment of its own in what is taken. */
static gboolean
keep_only (KeelTaking *self, const KeelOverride *override, gint64 start, GError **error)
{
  const KeelOverride *only = look_up (self->listed, self->only);
  KeelLocalTime key = only != NULL ? only->start : self->only;

  if (override->kind == KEEL_OVERRIDE_CANCEL)
    return keel_taking_cancel (self, key, error);
  return start <= self->now ||
         keel_taking_put (self, key, KEEL_OVERRIDE_MOVE, start, override->duration, error);
}

static gboolean
keep_own (KeelTaking *self, const KeelOverride *override, GError **error)
{
  gint64 start = keel_taking_get_instant (self, self->followed, override);
  KeelLocalTime key = override->original;

  if (override->kind != KEEL_OVERRIDE_ADD)
    key = find_key (self, key);
  if (is_known (self, override, start) || !is_nothing_new (self, override->original, key))
    return TRUE;
  if (key == self->only)
    return keep_only (self, override, start, error);
  if (override->kind == KEEL_OVERRIDE_CANCEL)
    return keep_cancelled (self, override, key, error);
  if (start <= self->now)
    return TRUE;
  return override->kind == KEEL_OVERRIDE_MOVE ? keep_moved (self, override, key, start, error)
                                              : keep_added (self, override, start, error);
}

/* The list moved or cancelled it, and the person put it back. */
static void
keep_put_back (KeelTaking *self, KeelLocalTime original, KeelLocalTime key)
{
  GTimeZone *zone = keel_taking_get_zone_at (self, self->followed, original);

  if (keel_local_time_to_utc (original, zone) > self->now && key >= self->midnight &&
      keel_schedule_has_rule_date (self->taken, key) && is_listed (self, key))
    drop (self, key);
}

/* Whether what is followed would still have @gone, of what was known, had the person not taken it out: their
 * own rules since have no date that the list moved. */
static gboolean
was_taken_out (const KeelTaking *self, const KeelOverride *gone)
{
  gint64 start = keel_taking_get_instant (self, self->known, gone);
  KeelLocalTime last = keel_schedule_get_midnight (keel_schedule_get_last_start (self->followed));

  return gone->kind != KEEL_OVERRIDE_CANCEL && start > self->now &&
         (gone->kind == KEEL_OVERRIDE_ADD || gone->original < last) &&
         !keel_taking_has_date (self, self->followed, start, start + 1);
}

/* @gone: a change that the list made and that is followed no more. */
static gboolean
keep_gone (KeelTaking *self, const KeelOverride *gone, GError **error)
{
  KeelLocalTime key = gone->original;

  if (gone->kind != KEEL_OVERRIDE_ADD)
    key = find_key (self, key);
  if (!is_nothing_new (self, gone->original, key))
    return TRUE;
  if (!keel_schedule_has_rule_date (self->followed, gone->original))
    return !was_taken_out (self, gone) || keep_taken_out (self, key, error);
  if (gone->kind != KEEL_OVERRIDE_ADD)
    keep_put_back (self, gone->original, key);
  return TRUE;
}

/* What the list moved from a date that had begun stands beside it, and was not put back. */
gboolean
keel_taking_is_put_back (const KeelTaking *self, KeelLocalTime original)
{
  const KeelOverride *known = look_up (self->known, original);
  gint64 start;

  if (known == NULL || known->kind == KEEL_OVERRIDE_ADD || look_up (self->followed, original) != NULL ||
      !keel_schedule_has_rule_date (self->followed, original) || !is_nothing_new (self, original, original))
    return FALSE;
  start = keel_taking_get_instant (self, self->known, known);
  return known->kind == KEEL_OVERRIDE_CANCEL ||
         !keel_taking_has_date (self, self->followed, start, start + 1);
}

gboolean
keel_taking_keep_own (KeelTaking *self, GError **error)
{
  for (guint i = 0; self->known != NULL && i < self->known->overrides->len; i++)
    {
      const KeelOverride *gone = keel_schedule_override (self->known, i);

      if (keel_schedule_lookup_override (self->followed, gone->original) == NULL &&
          !keep_gone (self, gone, error))
        return FALSE;
    }
  for (guint i = 0; i < self->followed->overrides->len; i++)
    if (!keep_own (self, keel_schedule_override (self->followed, i), error))
      return FALSE;
  return TRUE;
}
