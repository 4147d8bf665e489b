#include "core/keel-opening-hours.h"

#include <string.h>

#include "core/keel-local-time.h"

/* Hours as "DAYS FROM-TO, …", days from Sunday (0) to Saturday (6); "always"; "" for never open. */
#define SAMARITANS "always"
#define DANISH "0123456 11:00-05:00"
#define FRENCH "0123456 08:00-02:00"
#define WORKDAYS "12345 09:30-17:30"
#define DRINKLINE "12345 09:00-20:00, 60 11:00-16:00"
#define ARAB_WEEK "01234 09:00-22:00"
#define ROUND "0123456 00:00-24:00"
#define TWO_HALVES "0123456 08:00-20:00, 0123456 20:00-08:00"
#define WEEKEND "5 18:00-24:00, 6 00:00-24:00, 0 00:00-12:00"
#define SMALL_HOURS "0123456 02:30-03:00"
#define MONTHS_LONG "1 08:00-08:00"

static const struct
{
  const char *hours;
  const char *zone;
  const char *now;     /* UTC */
  const char *changes; /* UTC; NULL: never */
  gboolean open;
} rows[] = {
  { SAMARITANS, "Europe/London", "2026-11-22T15:00", NULL, TRUE },
  { "", "Europe/London", "2026-11-22T15:00", NULL, FALSE },
  { ROUND, "Europe/London", "2026-11-22T15:00", NULL, TRUE },
  { TWO_HALVES, "Europe/London", "2026-11-22T15:00", NULL, TRUE },
  { TWO_HALVES, "Europe/London", "2026-03-29T01:30", NULL, TRUE },

  /* The line of Denmark closes at 05:00: before it, at it, in the gap and where it opens. */
  { DANISH, "Europe/Copenhagen", "2026-11-22T03:59", "2026-11-22T04:00", TRUE },
  { DANISH, "Europe/Copenhagen", "2026-11-22T04:00", "2026-11-22T10:00", FALSE },
  { DANISH, "Europe/Copenhagen", "2026-11-22T09:59", "2026-11-22T10:00", FALSE },
  { DANISH, "Europe/Copenhagen", "2026-11-22T10:00", "2026-11-23T04:00", TRUE },
  { DANISH, "Europe/Copenhagen", "2026-11-22T23:30", "2026-11-23T04:00", TRUE },

  /* Night past midnight, and the year's end. */
  { FRENCH, "Europe/Paris", "2026-11-22T00:30", "2026-11-22T01:00", TRUE },
  { FRENCH, "Europe/Paris", "2026-11-22T01:00", "2026-11-22T07:00", FALSE },
  { FRENCH, "Europe/Paris", "2026-12-31T23:30", "2027-01-01T01:00", TRUE },

  /* The clock is put forward at 02:00 on 29 March: 02:00 is not there and becomes 03:00, the same moment. */
  { FRENCH, "Europe/Paris", "2026-03-29T00:59", "2026-03-29T01:00", TRUE },
  { FRENCH, "Europe/Paris", "2026-03-29T01:00", "2026-03-29T06:00", FALSE },
  /* … and back at 03:00 on 25 October: 02:00 is there twice, and the line closes at the first. */
  { FRENCH, "Europe/Paris", "2026-10-24T23:59", "2026-10-25T00:00", TRUE },
  { FRENCH, "Europe/Paris", "2026-10-25T00:00", "2026-10-25T07:00", FALSE },
  { FRENCH, "Europe/Paris", "2026-10-25T06:59", "2026-10-25T07:00", FALSE },
  /* A night with a change of clocks is an hour shorter or longer. */
  { DANISH, "Europe/Copenhagen", "2026-03-28T22:00", "2026-03-29T03:00", TRUE },
  { DANISH, "Europe/Copenhagen", "2026-10-24T22:00", "2026-10-25T04:00", TRUE },
  /* Half an hour that the clock jumps over: nobody answers before the next day. */
  { SMALL_HOURS, "Europe/Paris", "2026-03-29T00:30", "2026-03-30T00:30", FALSE },
  { SMALL_HOURS, "Europe/Paris", "2026-03-30T00:30", "2026-03-30T01:00", TRUE },
  /* On the other half of the earth. */
  { FRENCH, "Australia/Sydney", "2026-10-03T15:59", "2026-10-03T16:00", TRUE },
  { FRENCH, "Australia/Sydney", "2026-10-03T16:00", "2026-10-03T21:00", FALSE },
  { FRENCH, "Australia/Sydney", "2026-04-04T14:30", "2026-04-04T15:00", TRUE },
  { FRENCH, "Australia/Sydney", "2026-04-04T16:30", "2026-04-04T22:00", FALSE },

  /* Weekdays: over the weekend, and a summer's day in the zone of the line. */
  { WORKDAYS, "Europe/Dublin", "2026-11-20T17:29", "2026-11-20T17:30", TRUE },
  { WORKDAYS, "Europe/Dublin", "2026-11-20T17:30", "2026-11-23T09:30", FALSE },
  { WORKDAYS, "Europe/Dublin", "2026-11-22T12:00", "2026-11-23T09:30", FALSE },
  { WORKDAYS, "Europe/Dublin", "2026-07-01T08:29", "2026-07-01T08:30", FALSE },
  { WORKDAYS, "Europe/Dublin", "2026-07-01T08:30", "2026-07-01T16:30", TRUE },
  /* Over the weekend in which the clock changes. */
  { WORKDAYS, "Europe/Dublin", "2026-03-27T17:30", "2026-03-30T08:30", FALSE },
  { WORKDAYS, "Europe/Dublin", "2026-10-23T16:30", "2026-10-26T09:30", FALSE },
  { DRINKLINE, "Europe/London", "2026-11-20T20:00", "2026-11-21T11:00", FALSE },
  { DRINKLINE, "Europe/London", "2026-11-21T15:59", "2026-11-21T16:00", TRUE },
  { DRINKLINE, "Europe/London", "2026-11-22T16:00", "2026-11-23T09:00", FALSE },
  /* The weekday is that of the line, not of the person: Sunday evening here is Monday there. */
  { WORKDAYS, "Pacific/Auckland", "2026-11-22T20:29", "2026-11-22T20:30", FALSE },
  { WORKDAYS, "Pacific/Auckland", "2026-11-22T20:30", "2026-11-23T04:30", TRUE },
  { WORKDAYS, "America/Los_Angeles", "2026-11-23T01:00", "2026-11-23T17:30", FALSE },
  { ARAB_WEEK, "Asia/Baghdad", "2026-11-19T18:59", "2026-11-19T19:00", TRUE },
  { ARAB_WEEK, "Asia/Baghdad", "2026-11-19T19:00", "2026-11-22T06:00", FALSE },
  { ARAB_WEEK, "Asia/Baghdad", "2026-11-22T06:00", "2026-11-22T19:00", TRUE },

  /* Spans that touch at midnight are one. */
  { WEEKEND, "Europe/Berlin", "2026-11-20T17:00", "2026-11-22T11:00", TRUE },
  { WEEKEND, "Europe/Berlin", "2026-11-22T11:00", "2026-11-27T17:00", FALSE },
  /* One day in the week, around the clock. */
  { MONTHS_LONG, "Asia/Kolkata", "2026-11-23T02:30", "2026-11-24T02:30", TRUE },
  { MONTHS_LONG, "Asia/Kolkata", "2026-11-24T02:30", "2026-11-30T02:30", FALSE },
};

static int
read_minute (const char *text)
{
  return (int) (g_ascii_strtoll (text, NULL, 10) * 60 + g_ascii_strtoll (text + 3, NULL, 10));
}

static KeelOpeningHours *
make_hours (const char *text)
{
  KeelOpeningHours *hours;
  g_auto (GStrv) spans = g_strsplit (text, ", ", -1);

  if (g_str_equal (text, "always"))
    return keel_opening_hours_new_always ();
  hours = keel_opening_hours_new ();
  for (guint i = 0; spans[i] != NULL; i++)
    {
      const char *time = strchr (spans[i], ' ') + 1;
      guint days = 0;

      for (const char *day = spans[i]; *day != ' '; day++)
        days |= 1u << (*day - '0');
      g_assert_true (keel_opening_hours_add (hours, days, read_minute (time), read_minute (time + 6)));
    }
  return hours;
}

static gint64
read_utc (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local * 60;
}

static void
test_look (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelOpeningHours) hours = make_hours (rows[i].hours);
      g_autoptr (GTimeZone) zone = keel_zone_open (rows[i].zone);
      KeelOpeningState state = keel_opening_hours_look (hours, zone, read_utc (rows[i].now));
      g_autofree char *changes = keel_local_time_format (state.changes / 60);

      g_test_message ("%s in %s at %s", rows[i].hours, rows[i].zone, rows[i].now);
      g_assert_cmpint (state.open, ==, rows[i].open);
      g_assert_cmpstr (state.changes == 0 ? NULL : changes, ==, rows[i].changes);
    }
}

/* Minute by minute through a week with a change of clocks: what is said to come does come. */
static void
test_walk (void)
{
  static const char *const weeks[] = { "2026-03-26T00:00", "2026-10-22T00:00" };

  for (guint week = 0; week < G_N_ELEMENTS (weeks); week++)
    {
      g_autoptr (KeelOpeningHours) hours = make_hours (DANISH ", " SMALL_HOURS);
      g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Copenhagen");
      gint64 start = read_utc (weeks[week]);
      KeelOpeningState state = keel_opening_hours_look (hours, zone, start);

      for (gint64 now = start; now < start + 6 * 24 * 3600; now += 15 * 60)
        {
          KeelOpeningState next = keel_opening_hours_look (hours, zone, now);

          g_assert_cmpint (next.changes, >, now);
          g_assert_cmpint (next.open, ==, now >= state.changes ? !state.open : state.open);
          if (now < state.changes)
            g_assert_cmpint (next.changes, ==, state.changes);
          state = next;
        }
    }
}

static void
test_refused (void)
{
  static const struct
  {
    guint days;
    int from, to;
  } wrong[] = { { 0, 60, 120 }, { 128, 60, 120 }, { 1, -1, 120 }, { 1, 1440, 120 }, { 1, 60, 1441 } };
  g_autoptr (KeelOpeningHours) hours = keel_opening_hours_new ();
  guint days;
  int from, to;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (keel_opening_hours_add (hours, wrong[i].days, wrong[i].from, wrong[i].to));
  g_assert_cmpuint (keel_opening_hours_get_n_spans (hours), ==, 0);
  g_assert_false (keel_opening_hours_is_always (hours));
  g_assert_true (keel_opening_hours_add (hours, 2, 480, 120));
  keel_opening_hours_get_span (hours, 0, &days, &from, &to);
  g_assert_cmpuint (days, ==, 2);
  g_assert_cmpint (from, ==, 480);
  g_assert_cmpint (to, ==, 120);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-hours/look", test_look);
  g_test_add_func ("/opening-hours/walk", test_walk);
  g_test_add_func ("/opening-hours/refused", test_refused);
  return g_test_run ();
}
