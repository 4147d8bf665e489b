/* What lists write for times, days and rhythms. */
#include "core/keel-feed-context.h"
#include "core/keel-feed-time.h"

static const struct
{
  const char *text;
  int minute; /* -1: none */
} times[] = {
  { "18:00", 1080 },    { "18:00:00", 1080 },   { "8:00", 480 },
  { "08:05", 485 },     { "00:00", 0 },         { "23:59", 1439 },
  { "24:00", 1440 },    { "24:00:00", 1440 },   { "11:00 AM", 660 },
  { "11:00AM", 660 },   { "11:00 a.m.", 660 },  { "12:00 AM", 0 },
  { "12:30 am", 30 },   { "12:00 PM", 720 },    { "05:30P", 1050 },
  { "5:30 PM", 1050 },  { "5:30 p. m.", 1050 }, { "7pm", 1140 },
  { "7 PM", 1140 },     { "19:00 PM", 1140 },   { "1900", 1140 },
  { "730", 450 },       { "19.30", 1170 },      { "19h30", 1170 },
  { "noon", 720 },      { "Midnight", 0 },      { "", -1 },
  { "8", -1 },          { "25:00", -1 },        { "24:01", -1 },
  { "12:60", -1 },      { "13:00 AM", -1 },     { "12:0", -1 },
  { ":30", -1 },        { "12:00:0", -1 },      { "12:00 XM", -1 },
  { "12:00 PM x", -1 }, { "noonish", -1 },      { "-1:00", -1 },
  { "99999", -1 },
};

static void
test_times (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minute = -1;

      g_test_message ("%s", times[i].text);
      g_assert_true (keel_feed_parse_time (times[i].text, &minute) == (times[i].minute >= 0));
      if (times[i].minute >= 0)
        g_assert_cmpint (minute, ==, times[i].minute);
    }
}

static const struct
{
  const char *text;
  int day;
} days[] = {
  { "0", 0 },       { "1", 1 },        { "6", 6 },    { "7", 0 },         { "Sunday", 0 }, { "monday", 1 },
  { "TUESDAY", 2 }, { "Weds", 3 },     { "Wed.", 3 }, { "Thursdays", 4 }, { "Thurs", 4 },  { "fri", 5 },
  { "Sat", 6 },     { "8", -1 },       { "-1", -1 },  { "", -1 },         { "M", -1 },     { "Su", -1 },
  { "Sunny", -1 },  { "someday", -1 }, { "17", -1 },  { "Mondayss", -1 },
};

static void
test_days (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (days); i++)
    {
      int day = -1;

      g_test_message ("%s", days[i].text);
      g_assert_true (keel_feed_parse_day (days[i].text, &day) == (days[i].day >= 0));
      g_assert_cmpint (day, ==, days[i].day);
    }
}

static const struct
{
  const char *text;
  gboolean rhythm;
} rhythms[] = {
  { "1st Thursday IP", TRUE },
  { "Only on the 2nd and 4th Tuesdays", TRUE },
  { "Last Friday Step Meeting", TRUE },
  { "First week: Step; second week: Tradition", TRUE },
  { "3rd wk speaker", TRUE },
  { "Every other Wednesday", TRUE },
  { "every 2 weeks", TRUE },
  { "Alternate Sundays", TRUE },
  { "Bi-weekly", TRUE },
  { "Meets once a month", TRUE },
  { "fifth Saturday only", TRUE },
  { "LAST SUNDAY of each month", TRUE },
  { "Primer lunes de cada mes", TRUE },
  { "el último viernes", TRUE },
  { "1º y 3º domingo", TRUE },
  { "cada dos semanas", TRUE },
  { "cada quince días", TRUE },
  { "Reunión mensual", TRUE },
  { "", FALSE },
  { "Step study every week", FALSE },
  { "Every Friday", FALSE },
  { "2nd floor, first door", FALSE },
  { "First Step meeting on Mondays", FALSE },
  { "Second Street entrance. Friday parking is free", FALSE },
  { "We support each other on Sundays", FALSE },
  { "6 months and 30 days are celebrated", FALSE },
  { "todos los lunes", FALSE },
  { "Just For Today", FALSE },
};

static void
test_rhythms (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rhythms); i++)
    {
      g_test_message ("%s", rhythms[i].text);
      g_assert_cmpint (keel_feed_has_rhythm (rhythms[i].text), ==, rhythms[i].rhythm);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/times", test_times);
  g_test_add_func ("/feed/days", test_days);
  g_test_add_func ("/feed/rhythms", test_rhythms);

  return g_test_run ();
}
