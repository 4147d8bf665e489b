#include "keel-date-line.h"

#include "keel-date-words.h"

/* When it begins on that day: nothing for what has begun before or is always open. */
static char *
describe_time (KeelCalendar *calendar, KeelAgendaItem *item, gint64 day)
{
  if (item->series->meeting->any_time || item->occurrence.start < keel_calendar_get_midnight (calendar, day))
    return NULL;
  return keel_date_words_time (item, keel_calendar_get_zone (calendar));
}

/* What was is more than where it had been put. */
static void
read_state (KeelDateLine *self, KeelCalendar *calendar, KeelAgendaItem *item)
{
  KeelAttendance *attendance = keel_calendar_find_attendance (calendar, item);

  if (attendance != NULL && !item->cancelled)
    {
      self->state = g_strdup (keel_date_words_attendance (attendance->state));
      self->sign = keel_date_words_sign (attendance->state);
      return;
    }
  self->state = keel_date_words_change (item, keel_calendar_get_zone (calendar),
                                        keel_calendar_get_today (calendar));
  if (self->state != NULL)
    self->sign = item->cancelled ? KEEL_DATE_SIGN_CANCELLED : KEEL_DATE_SIGN_MOVED;
}

KeelDateLine *
keel_date_line_new (KeelCalendar *calendar, KeelAgendaItem *item, gint64 day)
{
  KeelDateLine *self = g_new0 (KeelDateLine, 1);

  keel_series_mark_read (&self->mark, keel_session_get_content (keel_calendar_get_session (calendar)),
                         item->series);
  self->time = describe_time (calendar, item, day);
  self->name = g_strdup (item->series->meeting->name);
  self->over = keel_calendar_is_over (calendar, item);
  self->cancelled = item->cancelled;
  read_state (self, calendar, item);
  return self;
}

void
keel_date_line_free (KeelDateLine *self)
{
  g_free (self->time);
  g_free (self->name);
  g_free (self->state);
  g_free (self);
}

static void
append (GString *text, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, ", %s", words);
}

char *
keel_date_line_describe (KeelCalendar *calendar, KeelAgendaItem *item)
{
  GTimeZone *zone = keel_calendar_get_zone (calendar);
  KeelAttendance *attendance = keel_calendar_find_attendance (calendar, item);
  g_autofree char *time = keel_date_words_time (item, zone);
  g_autofree char *their_time = keel_date_words_their_time (item, zone);
  g_autofree char *change = keel_date_words_change (item, zone, keel_calendar_get_today (calendar));
  GString *text = g_string_new (time);

  append (text, item->series->meeting->name);
  append (text, their_time);
  append (text, change);
  if (attendance != NULL && !item->cancelled)
    append (text, keel_date_words_attendance (attendance->state));
  return g_string_free (text, FALSE);
}
