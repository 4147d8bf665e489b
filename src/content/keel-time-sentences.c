#include "keel-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"

#define MINUTES_PER_WEEK (7 * KEEL_MINUTES_PER_DAY)

char *
keel_sentence_weekday (int day)
{
  if (day < 0 || day > 6)
    /* Translators: a meeting without a fixed day: one asks for it. */
    return g_strdup (_ ("By appointment"));
  return g_strdup (keel_phrase_weekday (day));
}

char *
keel_sentence_time (int minute)
{
  if (minute < 0)
    return g_strdup (_ ("By appointment"));
  return keel_phrase_time (minute % KEEL_MINUTES_PER_DAY);
}

char *
keel_sentence_clock_time (gint64 utc, GTimeZone *zone)
{
  return keel_phrase_time (keel_local_time_get_minute (keel_local_time_from_utc (utc, zone)));
}

/* Translators: months as they stand alone, in a heading: “November 2026”. */
static const char *const headings[] = {
  NC_ ("month alone", "January"), NC_ ("month alone", "February"), NC_ ("month alone", "March"),
  NC_ ("month alone", "April"),   NC_ ("month alone", "May"),      NC_ ("month alone", "June"),
  NC_ ("month alone", "July"),    NC_ ("month alone", "August"),   NC_ ("month alone", "September"),
  NC_ ("month alone", "October"), NC_ ("month alone", "November"), NC_ ("month alone", "December"),
};

char *
keel_sentence_day (gint64 day, gint64 today)
{
  int year, this_year, month, month_day;

  keel_civil_from_days (day, &year, &month, &month_day);
  keel_civil_from_days (today, &this_year, &month, &month_day);
  return year == this_year ? keel_phrase_date (day) : keel_phrase_date_of_year (day);
}

char *
keel_sentence_month (gint64 day)
{
  int year, month, month_day;

  keel_civil_from_days (day, &year, &month, &month_day);
  /* Translators: a month and its year as a heading: “November 2026”. */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$d"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "month alone", headings[month - 1]), year);
}

char *
keel_sentence_date (gint64 utc, GTimeZone *zone, gint64 now)
{
  gint64 day = keel_local_time_get_days (keel_local_time_from_utc (utc, zone));
  gint64 today = keel_local_time_get_days (keel_local_time_from_utc (now, zone));

  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today + 1)
    return g_strdup (_ ("Tomorrow"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  return keel_sentence_day (day, today);
}

/* "19:00–20:30", or the start alone where the list gives no end. */
static char *
describe_span (int minute, int duration)
{
  g_autofree char *start = keel_phrase_time (minute);
  g_autofree char *end = NULL;

  if (duration <= 0)
    return g_steal_pointer (&start);
  end = keel_phrase_time ((minute + duration) % KEEL_MINUTES_PER_DAY);
  /* Translators: from when to when: “19:00–20:30”. */
  return g_strdup_printf (C_ ("times", "%1$s–%2$s"), start, end);
}

static char *
describe_weekly (int day, int minute, int duration)
{
  g_autofree char *span = describe_span (minute, duration);

  /* Translators: a weekday and a time: “Tuesday 19:00–20:30”. */
  return g_strdup_printf (C_ ("weekday and time", "%1$s %2$s"), keel_phrase_weekday (day), span);
}

/* Where a clock on the person's wall stands when the meeting begins for the next time; FALSE where that is
 * what the meeting's own clock shows. */
static gboolean
find_person_time (KeelMeeting *meeting, GTimeZone *person, gint64 now, KeelLocalTime *local)
{
  g_autoptr (GTimeZone) zone = keel_zone_open (meeting->timezone);
  KeelLocalTime here, start;

  if (zone == NULL)
    return FALSE;
  here = keel_local_time_from_utc (now, zone);
  start = (keel_local_time_get_days (here) + (meeting->day - keel_local_time_get_weekday (here) + 7) % 7) *
              KEEL_MINUTES_PER_DAY +
          meeting->minute;
  if (start < here)
    start += MINUTES_PER_WEEK;
  *local = keel_local_time_from_utc (keel_local_time_to_utc (start, zone), person);
  return *local != start;
}

char *
keel_sentence_any_time (int day)
{
  /* Translators: a room that is open around the clock, on this weekday; %s is the weekday. */
  return g_strdup_printf (_ ("%s, any time"), keel_phrase_weekday (day));
}

char *
keel_sentence_meeting_time (KeelMeeting *meeting, GTimeZone *person, gint64 now)
{
  g_autofree char *own = NULL, *there = NULL, *here = NULL, *city = NULL;
  KeelLocalTime local;

  if (meeting->day == KEEL_DAY_BY_APPOINTMENT || meeting->minute < 0)
    return g_strdup (_ ("By appointment"));
  if (meeting->any_time)
    return keel_sentence_any_time (meeting->day);

  own = describe_weekly (meeting->day, meeting->minute, meeting->duration);
  if (meeting->timezone == NULL)
    /* Translators: %s is a weekday and a time. */
    return g_strdup_printf (_ ("%s (time zone not known)"), own);
  if (!find_person_time (meeting, person, now, &local))
    return g_steal_pointer (&own);

  city = keel_sentence_zone (meeting->timezone);
  here = describe_weekly (keel_local_time_get_weekday (local), keel_local_time_get_minute (local),
                          meeting->duration);
  there = describe_weekly (meeting->day, meeting->minute, 0);
  /* Translators: %1$s is when a meeting is for you, %2$s when it is where it is held, %3$s a city:
   * “Wednesday 01:00–02:30 · Tuesday 19:00 (New York time)”. */
  return g_strdup_printf (_ ("%1$s · %2$s (%3$s time)"), here, there, city);
}

char *
keel_sentence_zone (const char *zone)
{
  const char *slash;
  char *city;

  if (zone == NULL)
    return g_strdup ("");
  if (g_str_equal (zone, "Etc/UTC") || g_str_equal (zone, "Etc/GMT"))
    return g_strdup ("UTC");
  /* Etc/GMT+5 is five hours behind: its last part alone would mislead. */
  if (g_str_has_prefix (zone, "Etc/"))
    return g_strdup (zone);
  slash = g_strrstr (zone, "/");
  city = g_strdup (slash != NULL ? slash + 1 : zone);
  return g_strdelimit (city, "_", ' ');
}

char *
keel_sentence_lead (int minutes)
{
  if (minutes <= 0)
    /* Translators: a reminder in the moment when a meeting begins. */
    return g_strdup (_ ("at the start"));
  if (minutes % KEEL_MINUTES_PER_DAY == 0)
    return g_strdup_printf (ngettext ("%d day before", "%d days before", minutes / KEEL_MINUTES_PER_DAY),
                            minutes / KEEL_MINUTES_PER_DAY);
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d hour before", "%d hours before", minutes / 60), minutes / 60);
  if (minutes < 120)
    return g_strdup_printf (ngettext ("%d minute before", "%d minutes before", minutes), minutes);
  /* Translators: hours and minutes, short: “2 h 30 min before”. */
  return g_strdup_printf (_ ("%1$d h %2$d min before"), minutes / 60, minutes % 60);
}

char *
keel_sentence_age (gint64 then, gint64 now)
{
  gint64 minutes = (now - then) / 60;
  int days = (int) (minutes / KEEL_MINUTES_PER_DAY);

  if (minutes < 1)
    return g_strdup (_ ("just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) minutes), (int) minutes);
  if (days < 1)
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong) minutes / 60),
                            (int) minutes / 60);
  if (days < 14)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
  if (days < 60)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", days / 7), days / 7);
  if (days < 730)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", days / 30), days / 30);
  return g_strdup_printf (ngettext ("%d year ago", "%d years ago", days / 365), days / 365);
}
