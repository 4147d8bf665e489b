#include "keel-calendar.h"

#include "keel-care-book.h"
#include "keel-minute-watch.h"

#define SECONDS_PER_DAY (24 * 60 * 60)
/* A room that is always open is published from 00:00 to 23:59. */
#define LONG (SECONDS_PER_DAY - 60)

struct _KeelCalendar
{
  GObject parent_instance;

  KeelSession *session;
  KeelAgenda *agenda;
  GTimeZone *zone;
  KeelMinuteWatch *watch;

  gint64 today;
  gint64 day;
  gint64 first; /* of the span */
  guint n_days;
  guint longest; /* minutes */
};

G_DEFINE_FINAL_TYPE (KeelCalendar, keel_calendar, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DAY_CHANGED,
  SIGNAL_TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
find_today (KeelCalendar *self)
{
  return keel_local_time_get_days (
      keel_local_time_from_utc (keel_session_get_now (self->session), self->zone));
}

/* What began before the span and lasts into it is in it. */
static void
apply_span (KeelCalendar *self)
{
  gint64 from = keel_calendar_get_midnight (self, self->first) - (gint64) self->longest * 60;

  if (self->n_days > 0)
    keel_agenda_set_span (self->agenda, from, keel_calendar_get_midnight (self, self->first + self->n_days),
                          self->zone);
}

static void
series_changed_cb (KeelCalendar *self)
{
  GPtrArray *series = keel_session_get_series (self->session);
  guint longest = 0;

  for (guint i = 0; i < series->len; i++)
    longest = MAX (longest, keel_schedule_get_longest (((KeelSeries *) series->pdata[i])->schedule));
  keel_agenda_set_series (self->agenda, series);
  if (longest != self->longest)
    {
      self->longest = longest;
      apply_span (self);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
attendance_changed_cb (KeelCalendar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_same_zone (GTimeZone *a, GTimeZone *b, gint64 now)
{
  return g_strcmp0 (g_time_zone_get_identifier (a), g_time_zone_get_identifier (b)) == 0 &&
         keel_local_time_from_utc (now, a) == keel_local_time_from_utc (now, b);
}

/* On the minute, so that midnight and what begins and ends are seen at once. */
static void
look_cb (KeelCalendar *self)
{
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  keel_calendar_look_at_clock (self);
}

static void
keel_calendar_dispose (GObject *object)
{
  KeelCalendar *self = KEEL_CALENDAR (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->agenda);
  g_clear_object (&self->session);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (keel_calendar_parent_class)->dispose (object);
}

static void
keel_calendar_class_init (KeelCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_calendar_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DAY_CHANGED] = g_signal_new ("day-changed", KEEL_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TICK] = g_signal_new ("tick", KEEL_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
keel_calendar_init (KeelCalendar *self)
{
  self->agenda = keel_agenda_new ();
  keel_agenda_set_with_cancelled (self->agenda, TRUE);
  self->watch = keel_minute_watch_new ();
}

KeelCalendar *
keel_calendar_new (KeelSession *session)
{
  KeelCalendar *self = g_object_new (KEEL_TYPE_CALENDAR, NULL);

  self->session = g_object_ref (session);
  self->zone = keel_session_get_zone (session);
  self->today = self->day = find_today (self);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (attendance_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* High-risk dates stand in it. */
  g_signal_connect_object (keel_care_book_get (session), "changed", G_CALLBACK (attendance_changed_cb), self,
                           G_CONNECT_SWAPPED);
  series_changed_cb (self);
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  keel_minute_watch_arm (self->watch, keel_session_get_now (session));
  return self;
}

KeelMinuteWatch *
keel_calendar_get_watch (KeelCalendar *self)
{
  return self->watch;
}

KeelSession *
keel_calendar_get_session (KeelCalendar *self)
{
  return self->session;
}

void
keel_calendar_set_days (KeelCalendar *self, gint64 first, guint n)
{
  if (self->first == first && self->n_days == n)
    return;
  self->first = first;
  self->n_days = n;
  apply_span (self);
}

gint64
keel_calendar_get_today (KeelCalendar *self)
{
  return self->today;
}

GTimeZone *
keel_calendar_get_zone (KeelCalendar *self)
{
  return self->zone;
}

gint64
keel_calendar_get_day (KeelCalendar *self)
{
  return self->day;
}

void
keel_calendar_choose_day (KeelCalendar *self, gint64 day)
{
  /* A year of room at either end for spans around it. */
  day = CLAMP (day, KEEL_LOCAL_TIME_MIN / KEEL_MINUTES_PER_DAY + 366,
               KEEL_LOCAL_TIME_END / KEEL_MINUTES_PER_DAY - 366);
  if (day == self->day)
    return;
  self->day = day;
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

gint64
keel_calendar_get_midnight (KeelCalendar *self, gint64 day)
{
  return keel_local_time_to_utc (day * KEEL_MINUTES_PER_DAY, self->zone);
}

static gboolean
belongs_to_day (KeelAgendaItem *item, gint64 from, gint64 to)
{
  gboolean begins = item->occurrence.start >= from && item->occurrence.start < to;
  gboolean lasts = item->occurrence.start < from && item->occurrence.end > from &&
                   item->occurrence.end - item->occurrence.start >= SECONDS_PER_DAY;

  return begins || lasts;
}

GPtrArray *
keel_calendar_list_day (KeelCalendar *self, gint64 day)
{
  gint64 from = keel_calendar_get_midnight (self, day);
  gint64 to = keel_calendar_get_midnight (self, day + 1);
  GPtrArray *items = keel_calendar_list_between (self, from, to);

  for (guint i = items->len; i-- > 0;)
    {
      if (!belongs_to_day (items->pdata[i], from, to))
        g_ptr_array_remove_index (items, i);
    }
  return items;
}

static gint64
get_start (KeelCalendar *self, guint position)
{
  g_autoptr (KeelAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->agenda), position);

  return item->occurrence.start;
}

/* The first that begins at @from or later. */
static guint
find_position (KeelCalendar *self, gint64 from)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (self, middle) < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GPtrArray *
keel_calendar_list_between (KeelCalendar *self, gint64 from, gint64 to)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));

  for (guint i = find_position (self, from - (gint64) self->longest * 60); i < n; i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->agenda), i);

      if (item->occurrence.start >= to)
        break;
      if (item->occurrence.start >= from || item->occurrence.end > from)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

gboolean
keel_calendar_has_any (KeelCalendar *self, gint64 first, gint64 end)
{
  gint64 to = keel_calendar_get_midnight (self, end);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));

  for (guint i = find_position (self, keel_calendar_get_midnight (self, first)); i < n; i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->agenda), i);

      if (item->occurrence.start >= to)
        return FALSE;
      if (!item->cancelled)
        return TRUE;
    }
  return FALSE;
}

gboolean
keel_calendar_is_long (KeelAgendaItem *item)
{
  return item->series->meeting->any_time || item->occurrence.end - item->occurrence.start >= LONG;
}

gboolean
keel_calendar_is_over (KeelCalendar *self, KeelAgendaItem *item)
{
  return item->occurrence.end <= keel_session_get_now (self->session);
}

KeelAttendance *
keel_calendar_find_attendance (KeelCalendar *self, KeelAgendaItem *item)
{
  KeelAttendanceBook *book = keel_session_get_attendance (self->session);

  return book != NULL ? keel_attendance_book_find (book, item->series->uuid, item->occurrence.original)
                      : NULL;
}

void
keel_calendar_look_at_clock (KeelCalendar *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  gboolean moved = !is_same_zone (zone, self->zone, keel_session_get_now (self->session));
  gint64 before = self->today;

  if (moved)
    {
      g_time_zone_unref (self->zone);
      self->zone = g_time_zone_ref (zone);
      apply_span (self);
    }
  self->today = find_today (self);
  if (self->today == before && !moved)
    {
      g_signal_emit (self, signals[SIGNAL_TICK], 0);
      return;
    }
  /* Who looks at today goes on looking at today. */
  if (self->day == before)
    keel_calendar_choose_day (self, self->today);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
