#include "keel-opening-hours.h"

#include "keel-local-time.h"

/* What is open now may have begun yesterday, and what opens next may be a week away. */
#define DAYS_BEFORE 2
#define DAYS_AFTER 9

typedef struct
{
  guint days; /* bit 0 is Sunday: those on which it begins */
  int from;   /* minutes of the day */
  int to;     /* after from; beyond midnight more than a day's minutes */
} Span;

typedef struct
{
  gint64 start, end; /* seconds UTC */
} Stretch;

struct _KeelOpeningHours
{
  gboolean always;
  GArray *spans; /* of Span */
};

KeelOpeningHours *
keel_opening_hours_new (void)
{
  KeelOpeningHours *self = g_new0 (KeelOpeningHours, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  return self;
}

KeelOpeningHours *
keel_opening_hours_new_always (void)
{
  KeelOpeningHours *self = keel_opening_hours_new ();

  self->always = TRUE;
  return self;
}

void
keel_opening_hours_free (KeelOpeningHours *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->spans);
  g_free (self);
}

gboolean
keel_opening_hours_add (KeelOpeningHours *self, guint days, int from, int to)
{
  Span span = { days, from, to };

  g_return_val_if_fail (self != NULL, FALSE);

  if (days == 0 || (days & ~KEEL_WEEKDAYS_ALL) != 0 || from < 0 || from >= KEEL_MINUTES_PER_DAY || to < 0 ||
      to > KEEL_MINUTES_PER_DAY)
    return FALSE;
  if (span.to <= span.from)
    span.to += KEEL_MINUTES_PER_DAY;
  g_array_append_val (self->spans, span);
  return TRUE;
}

guint
keel_opening_hours_get_n_spans (KeelOpeningHours *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans->len;
}

void
keel_opening_hours_get_span (KeelOpeningHours *self, guint position, guint *days, int *from, int *to)
{
  const Span *span;

  g_return_if_fail (self != NULL && position < self->spans->len);

  span = &g_array_index (self->spans, Span, position);
  *days = span->days;
  *from = span->from;
  *to = span->to > KEEL_MINUTES_PER_DAY ? span->to - KEEL_MINUTES_PER_DAY : span->to;
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *first = a;
  const Stretch *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
add_day (GArray *stretches, const Span *span, gint64 day, GTimeZone *zone)
{
  KeelLocalTime midnight = day * KEEL_MINUTES_PER_DAY;
  Stretch stretch;

  if ((span->days & (1u << keel_local_time_get_weekday (midnight))) == 0)
    return;
  stretch.start = keel_local_time_to_utc (midnight + span->from, zone);
  stretch.end = keel_local_time_to_utc (midnight + span->to, zone);
  /* Nothing is left of half an hour that the clock jumped over. */
  if (stretch.end > stretch.start)
    g_array_append_val (stretches, stretch);
}

/* By start; of Stretch. */
static GArray *
list_stretches (KeelOpeningHours *self, GTimeZone *zone, gint64 today)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < self->spans->len; i++)
    for (gint64 day = today - DAYS_BEFORE; day <= today + DAYS_AFTER; day++)
      add_day (stretches, &g_array_index (self->spans, Span, i), day, zone);
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

gboolean
keel_opening_hours_is_always (KeelOpeningHours *self)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  KeelOpeningState state;

  g_return_val_if_fail (self != NULL, FALSE);

  state = keel_opening_hours_look (self, utc, 0);
  return state.open && state.changes == 0;
}

KeelOpeningState
keel_opening_hours_look (KeelOpeningHours *self, GTimeZone *zone, gint64 now)
{
  KeelOpeningState state = { FALSE, 0 };
  g_autoptr (GArray) stretches = NULL;
  gint64 today;

  g_return_val_if_fail (self != NULL && zone != NULL, state);

  if (self->always)
    return (KeelOpeningState){ TRUE, 0 };
  today = keel_local_time_get_days (keel_local_time_from_utc (now, zone));
  stretches = list_stretches (self, zone, today);
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (stretch->end <= now)
        continue;
      if (stretch->start > now && !state.open)
        return (KeelOpeningState){ FALSE, stretch->start };
      if (state.open && stretch->start > state.changes)
        return state;
      state.open = TRUE;
      state.changes = MAX (state.changes, stretch->end);
    }
  /* So far ahead that the days which were looked at end before it closes. */
  if (state.open &&
      state.changes >= keel_local_time_to_utc ((today + DAYS_AFTER) * KEEL_MINUTES_PER_DAY, zone))
    state.changes = 0;
  return state;
}
