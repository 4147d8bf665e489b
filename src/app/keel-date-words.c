#include "config.h"

#include "keel-date-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

char *
keel_date_words_time (KeelAgendaItem *item, GTimeZone *person)
{
  if (item->series->meeting->any_time)
    /* Translators: in the place of a time: a room that is always open. */
    return g_strdup (C_ ("time", "any time"));
  return keel_sentence_clock_time (item->occurrence.start, person);
}

char *
keel_date_words_their_time (KeelAgendaItem *item, GTimeZone *person)
{
  const char *zone = keel_schedule_get_zone (item->series->schedule);
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (zone == NULL || item->series->meeting->any_time ||
      keel_local_time_from_utc (item->occurrence.start, person) == item->occurrence.local_start)
    return NULL;
  time = keel_sentence_time (keel_local_time_get_minute (item->occurrence.local_start));
  city = keel_sentence_zone (zone);
  /* Translators: a time and a city: "19:00 in New York" */
  return g_strdup_printf (C_ ("time in a zone", "%s in %s"), time, city);
}

/* Where the rules had put it, as the clock of the person shows it. */
static KeelLocalTime
find_original (KeelAgendaItem *item, GTimeZone *person)
{
  const char *name = keel_schedule_get_zone (item->series->schedule);
  g_autoptr (GTimeZone) zone = name != NULL ? keel_zone_open (name) : NULL;

  if (zone == NULL)
    return item->occurrence.original;
  return keel_local_time_from_utc (keel_local_time_to_utc (item->occurrence.original, zone), person);
}

static char *
describe_move (KeelAgendaItem *item, GTimeZone *person, gint64 today)
{
  KeelLocalTime from = find_original (item, person);
  KeelLocalTime to = keel_local_time_from_utc (item->occurrence.start, person);
  g_autofree char *time = keel_sentence_time (keel_local_time_get_minute (from));
  g_autofree char *date = NULL;

  /* Only how long it lasts was changed. */
  if (from == to)
    return NULL;
  if (keel_local_time_get_days (from) == keel_local_time_get_days (to))
    /* Translators: of a meeting; %s is the time at which it else begins. */
    return g_strdup_printf (_ ("Moved from %s"), time);
  date = keel_sentence_day (keel_local_time_get_days (from), today);
  /* Translators: of a meeting; %1$s is the date at which it else is, %2$s the time. */
  return g_strdup_printf (_ ("Moved from %1$s, %2$s"), date, time);
}

char *
keel_date_words_change (KeelAgendaItem *item, GTimeZone *person, gint64 today)
{
  if (item->cancelled)
    /* Translators: of one date of a meeting. */
    return g_strdup (_ ("Cancelled"));
  return item->occurrence.moved ? describe_move (item, person, today) : NULL;
}

const char *
keel_date_words_attendance (KeelAttendanceState state)
{
  switch (state)
    {
    case KEEL_ATTENDANCE_WENT:
      /* Translators: I was at this meeting. */
      return C_ ("attendance", "Went");
    case KEEL_ATTENDANCE_LEFT:
      /* Translators: I was at this meeting and left before its end. */
      return C_ ("attendance", "Left early");
    default:
      /* Translators: I was not at this meeting: said without blame. */
      return C_ ("attendance", "Not this time");
    }
}

const char *
keel_date_words_sign (KeelAttendanceState state)
{
  switch (state)
    {
    case KEEL_ATTENDANCE_WENT:
      return "✓";
    case KEEL_ATTENDANCE_LEFT:
      return "◐";
    default:
      return "○";
    }
}
