#include <locale.h>

#include "content/keel-sentences.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* 2026-11-24T12:00Z, a Tuesday. */
#define NOW G_GINT64_CONSTANT (1795521600)

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_clock (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  assert_words (keel_sentence_time (0), "00:00");
  assert_words (keel_sentence_time (9 * 60 + 5), "09:05");
  assert_words (keel_sentence_time (19 * 60), "19:00");
  assert_words (keel_sentence_time (-1), "By appointment");
  assert_words (keel_sentence_clock_time (NOW, berlin), "13:00");
}

static void
test_clock_of_twelve (void)
{
  static const struct
  {
    int minute;
    const char *words;
  } rows[] = {
    { 0, "12:00 AM" }, { 65, "1:05 AM" }, { 719, "11:59 AM" }, { 720, "12:00 PM" }, { 1140, "7:00 PM" },
  };

  /* The build makes this locale; without it half of the clocks would go untested. */
  g_assert_nonnull (setlocale (LC_ALL, "en_US.UTF-8"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (keel_sentence_time (rows[i].minute), rows[i].words);
  assert_words (keel_sentence_distance (1.609344), "1.0 miles");
  assert_words (keel_sentence_distance (100), "62 miles");
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_days (void)
{
  static const char *const names[] = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  };

  for (int day = 0; day < 7; day++)
    assert_words (keel_sentence_weekday (day), names[day]);
  assert_words (keel_sentence_weekday (KEEL_DAY_BY_APPOINTMENT), "By appointment");
}

static void
test_dates (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) auckland = g_time_zone_new_identifier ("Pacific/Auckland");

  assert_words (keel_sentence_date (NOW, utc, NOW), "Today");
  assert_words (keel_sentence_date (NOW + 11 * HOUR, utc, NOW), "Today");
  assert_words (keel_sentence_date (NOW + 12 * HOUR, utc, NOW), "Tomorrow");
  /* It is already Wednesday there. */
  assert_words (keel_sentence_date (NOW + 12 * HOUR, auckland, NOW), "Today");
  assert_words (keel_sentence_date (NOW - DAY, utc, NOW), "Yesterday");
  assert_words (keel_sentence_date (NOW + 7 * DAY, utc, NOW), "Tuesday 1 December");
  assert_words (keel_sentence_date (NOW - 7 * DAY, utc, NOW), "Tuesday 17 November");
  assert_words (keel_sentence_date (NOW + 42 * DAY, utc, NOW), "Tuesday 5 January 2027");
  assert_words (keel_sentence_day (NOW / DAY, NOW / DAY), "Tuesday 24 November");
  assert_words (keel_sentence_day (NOW / DAY, NOW / DAY + 60), "Tuesday 24 November 2026");
  assert_words (keel_sentence_month (NOW / DAY), "November 2026");
  assert_words (keel_sentence_month (NOW / DAY + 7), "December 2026");
}

static const struct
{
  int day, minute, duration;
  gboolean any_time;
  const char *zone, *person;
  const char *words;
} meetings[] = {
  { 2, 1140, 90, FALSE, "America/New_York", "America/New_York", "Tuesday 19:00–20:30" },
  { 2, 1140, 0, FALSE, "America/New_York", "America/New_York", "Tuesday 19:00" },
  { 2, 1140, 90, FALSE, "America/New_York", "America/Toronto", "Tuesday 19:00–20:30" },
  { 2, 1140, 90, FALSE, "America/New_York", "Europe/Berlin",
    "Wednesday 01:00–02:30 · Tuesday 19:00 (New York time)" },
  { 0, 30, 60, FALSE, "Europe/Berlin", "America/New_York",
    "Saturday 18:30–19:30 · Sunday 00:30 (Berlin time)" },
  { 2, 1140, 90, FALSE, "America/Argentina/Buenos_Aires", "UTC",
    "Tuesday 22:00–23:30 · Tuesday 19:00 (Buenos Aires time)" },
  { 6, 1410, 60, FALSE, "America/New_York", "America/New_York", "Saturday 23:30–00:30" },
  { 2, 1140, 90, FALSE, NULL, "Europe/Berlin", "Tuesday 19:00–20:30 (time zone not known)" },
  { 2, 1140, 90, FALSE, "Nowhere/Atall", "Europe/Berlin", "Tuesday 19:00–20:30" },
  { 3, 0, 1439, TRUE, "America/New_York", "America/New_York", "Wednesday, any time" },
  /* Wherever one is: it is open. */
  { 3, 0, 1440, TRUE, "America/New_York", "Europe/Berlin", "Wednesday, any time" },
  { 0, 0, 1440, TRUE, NULL, "Europe/Berlin", "Sunday, any time" },
  { -1, -1, 0, FALSE, "America/New_York", "Europe/Berlin", "By appointment" },
  { 2, -1, 0, FALSE, "America/New_York", "Europe/Berlin", "By appointment" },
};

static void
test_meeting_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autoptr (GTimeZone) person = g_time_zone_new_identifier (meetings[i].person);

      g_test_message ("%s", meetings[i].words);
      meeting->day = meetings[i].day;
      meeting->minute = meetings[i].minute;
      meeting->duration = meetings[i].duration;
      meeting->any_time = meetings[i].any_time;
      meeting->timezone = g_strdup (meetings[i].zone);
      assert_words (keel_sentence_meeting_time (meeting, person, NOW), meetings[i].words);
    }
}

/* The clocks go back in New York two weeks before or after they do elsewhere: what counts is the next
 * meeting. */
static void
test_meeting_time_between_changes (void)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  meeting->day = 2;
  meeting->minute = 1140;
  meeting->timezone = g_strdup ("America/New_York");
  /* 2026-10-26T12:00Z: Berlin has changed, New York has not. */
  assert_words (keel_sentence_meeting_time (meeting, berlin, NOW - 29 * DAY),
                "Wednesday 00:00 · Tuesday 19:00 (New York time)");
}

static void
test_zones (void)
{
  assert_words (keel_sentence_zone ("America/New_York"), "New York");
  assert_words (keel_sentence_zone ("America/Argentina/Buenos_Aires"), "Buenos Aires");
  assert_words (keel_sentence_zone ("UTC"), "UTC");
  assert_words (keel_sentence_zone ("Etc/UTC"), "UTC");
  assert_words (keel_sentence_zone ("Etc/GMT+5"), "Etc/GMT+5");
  assert_words (keel_sentence_zone (NULL), "");
}

static void
test_leads (void)
{
  static const struct
  {
    int minutes;
    const char *words;
  } rows[] = {
    { 0, "at the start" },        { 1, "1 minute before" },    { 30, "30 minutes before" },
    { 60, "1 hour before" },      { 90, "90 minutes before" }, { 120, "2 hours before" },
    { 150, "2 h 30 min before" }, { 1440, "1 day before" },    { 2880, "2 days before" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (keel_sentence_lead (rows[i].minutes), rows[i].words);
}

static void
test_ages (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } rows[] = {
    { -5, "just now" },           { 59, "just now" },
    { 60, "1 minute ago" },       { 59 * 60, "59 minutes ago" },
    { HOUR, "1 hour ago" },       { 23 * HOUR, "23 hours ago" },
    { DAY, "1 day ago" },         { 3 * DAY, "3 days ago" },
    { 14 * DAY, "2 weeks ago" },  { 92 * DAY, "3 months ago" },
    { 730 * DAY, "2 years ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (keel_sentence_age (NOW - rows[i].seconds, NOW), rows[i].words);
}

static void
test_distances (void)
{
  assert_words (keel_sentence_distance (-1), "distance not known");
  assert_words (keel_sentence_distance (0), "50 m");
  assert_words (keel_sentence_distance (0.84), "850 m");
  assert_words (keel_sentence_distance (2.36), "2.4 km");
  assert_words (keel_sentence_distance (42.3), "42 km");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/times/clock", test_clock);
  g_test_add_func ("/times/clock-of-twelve", test_clock_of_twelve);
  g_test_add_func ("/times/days", test_days);
  g_test_add_func ("/times/dates", test_dates);
  g_test_add_func ("/times/meeting-times", test_meeting_times);
  g_test_add_func ("/times/meeting-time-between-changes", test_meeting_time_between_changes);
  g_test_add_func ("/times/zones", test_zones);
  g_test_add_func ("/times/leads", test_leads);
  g_test_add_func ("/times/ages", test_ages);
  g_test_add_func ("/times/distances", test_distances);
  return g_test_run ();
}
