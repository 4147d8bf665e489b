/* The calendar, zones and the clock. */

#include "core/keel-clock.h"
#include "core/keel-local-time.h"

static const char *const zones[] = { "America/New_York",    "Europe/Berlin",
                                     "Australia/Lord_Howe", "Africa/Lagos",
                                     "Africa/Casablanca",   "Pacific/Apia",
                                     "Asia/Kolkata",        "UTC" };

static KeelLocalTime
read_local (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

/* --- The calendar --- */

/* Every day of Keel's years in turn, against the rules that a child learns. */
static void
test_every_day (void)
{
  gint64 days = keel_local_time_get_days (KEEL_LOCAL_TIME_MIN);

  for (int year = 1; year <= 9999; year++)
    {
      gboolean is_leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);

      for (int month = 1; month <= 12; month++)
        {
          int length = month == 2                                                ? 28 + is_leap
                       : (month == 4 || month == 6 || month == 9 || month == 11) ? 30
                                                                                 : 31;

          g_assert_true (keel_days_in_month (year, month) == length);
          for (int day = 1; day <= length; day++, days++)
            {
              int y, m, d;

              keel_civil_from_days (days, &y, &m, &d);
              if (y != year || m != month || d != day || keel_days_from_civil (year, month, day) != days)
                g_error ("day %" G_GINT64_FORMAT " is %d-%d-%d, not %d-%d-%d", days, y, m, d, year, month,
                         day);
            }
        }
    }
  g_assert_cmpint (days * KEEL_MINUTES_PER_DAY, ==, KEEL_LOCAL_TIME_END);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    gint64 days;
    int minute;
    int weekday;
  } table[] = {
    { "1970-01-01T00:00", 0, 0, 4 },        { "1969-12-31T23:59", -1, 1439, 3 },
    { "2026-01-05T19:00", 20458, 1140, 1 }, { "2024-02-29T12:34", 19782, 754, 4 },
    { "0001-01-01T00:00", -719162, 0, 1 },  { "9999-12-31T23:59", 2932896, 1439, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelLocalTime local = read_local (table[i].text);
      g_autofree char *text = keel_local_time_format (local);

      g_assert_cmpstr (text, ==, table[i].text);
      g_assert_cmpint (keel_local_time_get_days (local), ==, table[i].days);
      g_assert_cmpint (keel_local_time_get_minute (local), ==, table[i].minute);
      g_assert_cmpint (keel_local_time_get_weekday (local), ==, table[i].weekday);
    }
  g_assert_cmpint (keel_local_time_get_minute (KEEL_LOCAL_TIME_NONE), >=, 0);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: refused */
  } table[] = {
    { "2026-01-05T19:00", "2026-01-05T19:00" },
    { "2026-01-05 19:00", "2026-01-05T19:00" },
    { "2026-01-05T19:00:59", "2026-01-05T19:00" },
    { "2026-06-30T23:59:60", "2026-06-30T23:59" },
    { "2026-01-05", "2026-01-05T00:00" },
    { "2024-02-29", "2024-02-29T00:00" },
    { "2000-02-29", "2000-02-29T00:00" },
    { "", NULL },
    { "now", NULL },
    { "0000-01-01", NULL },
    { "2026-00-01", NULL },
    { "2026-13-01", NULL },
    { "2026-01-00", NULL },
    { "2026-01-32", NULL },
    { "2026-02-29", NULL },
    { "1900-02-29", NULL },
    { "2026-1-5", NULL },
    { "20260105", NULL },
    { "12026-01-05", NULL },
    { "-026-01-05", NULL },
    { "2026-01-05T", NULL },
    { "2026-01-05T24:00", NULL },
    { "2026-01-05T19:60", NULL },
    { "2026-01-05T19", NULL },
    { "2026-01-05T9:00", NULL },
    { "2026-01-05T19:00:61", NULL },
    { "2026-01-05T19:00:", NULL },
    { "2026-01-05T19:00Z", NULL },
    { "2026-01-05T19:00+01:00", NULL },
    { " 2026-01-05", NULL },
    { "2026-01-05 ", NULL },
    { "2026-01-05T19:00 ", NULL },
    { "2026-01-05t19:00", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelLocalTime local = 4711;
      gboolean read = keel_local_time_parse (table[i].text, &local);
      g_autofree char *text = read ? keel_local_time_format (local) : NULL;

      g_test_message ("“%s”", table[i].text);
      g_assert_cmpstr (text, ==, table[i].expected);
    }
}

/* --- Zones --- */

static void
test_to_utc (void)
{
  static const struct
  {
    const char *zone;
    const char *local;
    const char *utc;
    const char *shown; /* what the wall shows at that instant; NULL: the same */
  } table[] = {
    { "America/New_York", "2026-01-05T19:00", "2026-01-06T00:00", NULL },
    { "America/New_York", "2026-07-05T19:00", "2026-07-05T23:00", NULL },
    { "America/New_York", "2026-03-08T01:59", "2026-03-08T06:59", NULL },
    { "America/New_York", "2026-03-08T02:00", "2026-03-08T07:00", "2026-03-08T03:00" },
    { "America/New_York", "2026-03-08T02:59", "2026-03-08T07:59", "2026-03-08T03:59" },
    { "America/New_York", "2026-03-08T03:00", "2026-03-08T07:00", NULL },
    { "America/New_York", "2026-11-01T00:59", "2026-11-01T04:59", NULL },
    { "America/New_York", "2026-11-01T01:00", "2026-11-01T05:00", NULL },
    { "America/New_York", "2026-11-01T01:59", "2026-11-01T05:59", NULL },
    { "America/New_York", "2026-11-01T02:00", "2026-11-01T07:00", NULL },
    { "America/New_York", "1969-07-20T22:56", "1969-07-21T02:56", NULL },
    { "America/New_York", "1950-01-01T00:00", "1950-01-01T05:00", NULL },
    { "America/New_York", "2050-07-01T12:00", "2050-07-01T16:00", NULL },
    { "Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30", "2026-03-29T03:30" },
    { "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30", NULL },
    { "Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00", NULL },
    { "Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-03T15:29", NULL },
    { "Australia/Lord_Howe", "2026-10-04T02:00", "2026-10-03T15:30", "2026-10-04T02:30" },
    { "Australia/Lord_Howe", "2026-10-04T02:29", "2026-10-03T15:59", "2026-10-04T02:59" },
    { "Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30", NULL },
    { "Australia/Lord_Howe", "2026-04-05T01:29", "2026-04-04T14:29", NULL },
    { "Australia/Lord_Howe", "2026-04-05T01:30", "2026-04-04T14:30", NULL },
    { "Australia/Lord_Howe", "2026-04-05T01:59", "2026-04-04T14:59", NULL },
    { "Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30", NULL },
    { "Africa/Lagos", "2026-03-29T02:30", "2026-03-29T01:30", NULL },
    { "Asia/Kolkata", "2026-03-29T02:30", "2026-03-28T21:00", NULL },
    { "Pacific/Apia", "2011-12-30T00:00", "2011-12-30T10:00", "2011-12-31T00:00" },
    { "UTC", "2026-03-29T02:30", "2026-03-29T02:30", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GTimeZone) zone = keel_zone_open (table[i].zone);
      KeelLocalTime local = read_local (table[i].local);
      gint64 utc = keel_local_time_to_utc (local, zone);
      g_autofree char *shown = keel_local_time_format (keel_local_time_from_utc (utc, zone));

      g_test_message ("%s %s", table[i].zone, table[i].local);
      g_assert_cmpint (utc, ==, read_local (table[i].utc) * 60);
      g_assert_cmpstr (shown, ==, table[i].shown != NULL ? table[i].shown : table[i].local);
    }
}

/* Minutes of a year and a half, each against what the walls of that zone really showed: the first
 * instant that showed it, or behind a gap as far as the gap is wide. */
static void
test_every_quarter_hour (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = keel_zone_open (zones[i]);
      g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      KeelLocalTime begin = read_local ("2025-12-20");
      KeelLocalTime end = read_local ("2027-04-20");

      for (gint64 minute = begin - 1500; minute < end + 1500; minute += 15)
        {
          gint64 utc = minute * 60;
          KeelLocalTime local = keel_local_time_from_utc (utc, zone);

          if (!g_hash_table_contains (first, &local))
            g_hash_table_insert (first, g_memdup2 (&local, sizeof local), g_memdup2 (&utc, sizeof utc));
        }
      for (KeelLocalTime local = begin; local < end; local += 15)
        {
          const gint64 *expected = g_hash_table_lookup (first, &local);
          gint64 utc = keel_local_time_to_utc (local, zone);

          if (expected != NULL)
            g_assert_true (utc == *expected);
          else
            g_assert_true (keel_local_time_from_utc (utc, zone) > local &&
                           keel_local_time_to_utc (local - 60, zone) == utc - 3600);
        }
    }
}

/* A cursor gives what the plain function gives, whatever is asked in whatever order. */
static void
test_cursor (void)
{
  static const int steps[] = { 15, 1440, 7 * 1440, 31 * 1440, -1440, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
      {
        g_autoptr (GTimeZone) zone = keel_zone_open (zones[i]);
        g_autoptr (GRand) rand = g_rand_new_with_seed (7);
        KeelLocalTime local = read_local ("2011-11-01T02:15");
        KeelZoneCursor cursor;

        keel_zone_cursor_init (&cursor, zone, j % 2 == 0 ? G_MAXINT64 : local * 60);
        for (int k = 0; k < 6000; k++)
          {
            KeelLocalTime shown;
            gint64 utc;

            local += steps[j] != 0 ? steps[j] : g_rand_int_range (rand, -200000, 200000);
            utc = keel_zone_cursor_to_utc (&cursor, local, &shown);
            g_assert_true (utc == keel_local_time_to_utc (local, zone));
            g_assert_true (shown == keel_local_time_from_utc (utc, zone));
          }
      }
}

/* What a cursor knows from 06:15Z on, in the hour that New York's walls show twice, must not give that
 * hour's second time. */
static void
test_cursor_backwards (void)
{
  g_autoptr (GTimeZone) zone = keel_zone_open ("America/New_York");
  KeelZoneCursor cursor;
  KeelLocalTime shown;

  keel_zone_cursor_init (&cursor, zone, G_MAXINT64);
  for (int minute = 0; minute < 4320; minute += 15)
    {
      keel_zone_cursor_to_utc (&cursor, read_local ("2026-11-01T06:15") + minute, &shown);
      g_assert_cmpint (keel_zone_cursor_to_utc (&cursor, read_local ("2026-11-01T01:30"), &shown), ==,
                       read_local ("2026-11-01T05:30") * 60);
    }
}

static void
test_from_utc (void)
{
  g_autoptr (GTimeZone) berlin = keel_zone_open ("Europe/Berlin");

  g_assert_cmpint (keel_local_time_from_utc (0, berlin), ==, 60);
  g_assert_cmpint (keel_local_time_from_utc (-1, berlin), ==, 59);
  g_assert_cmpint (keel_local_time_from_utc (-3600, berlin), ==, 0);
  g_assert_cmpint (keel_local_time_from_utc (-3601, berlin), ==, -1);
}

static void
test_zone_names (void)
{
  static const char *const good[] = {
    "Europe/Berlin", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Etc/GMT+5", "UTC", "EST5EDT"
  };
  static const char *const bad[] = { "",
                                     "Europe/berlin",
                                     "europe/Berlin",
                                     "Europe/Berlin ",
                                     "Berlin",
                                     "+05:00",
                                     "Foo3",
                                     "AAA3BBB,M3.2.0,M11.1.0",
                                     "leapseconds",
                                     "zone.tab",
                                     "/etc/passwd",
                                     "../../../etc/passwd",
                                     "Europe",
                                     "Europe/../../../../etc/passwd",
                                     "Europe/",
                                     ":Europe/Berlin",
                                     "Z",
                                     "posixrules",
                                     "localtime" };
  g_autofree char *long_name = g_strnfill (100000, 'A');

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GTimeZone) zone = keel_zone_open (good[i]);

      g_assert_nonnull (zone);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_null (keel_zone_open (bad[i]));
    }
  g_assert_null (keel_zone_open (long_name));
}

/* --- The clock --- */

#define TEST_TYPE_CLOCK (test_clock_get_type ())
G_DECLARE_FINAL_TYPE (TestClock, test_clock, TEST, CLOCK, KeelClock)

struct _TestClock
{
  KeelClock parent_instance;

  gint64 now;
};

G_DEFINE_FINAL_TYPE (TestClock, test_clock, KEEL_TYPE_CLOCK)

static gint64
test_clock_get_now (KeelClock *clock)
{
  return TEST_CLOCK (clock)->now;
}

static GTimeZone *
test_clock_get_zone (KeelClock *clock)
{
  return keel_zone_open ("Africa/Lagos");
}

static void
test_clock_class_init (TestClockClass *klass)
{
  KEEL_CLOCK_CLASS (klass)->get_now = test_clock_get_now;
  KEEL_CLOCK_CLASS (klass)->get_zone = test_clock_get_zone;
}

static void
test_clock_init (TestClock *self)
{
}

static void
test_clock (void)
{
  static const gint64 table[][2] = { { 0, 0 },   { 999999, 0 },    { 1000000, 1 },
                                     { -1, -1 }, { -1000000, -1 }, { -1000001, -2 } };
  g_autoptr (TestClock) clock = g_object_new (TEST_TYPE_CLOCK, NULL);
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (KEEL_CLOCK (clock));

  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, "Africa/Lagos");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      clock->now = table[i][0];
      g_assert_cmpint (keel_clock_get_now_us (KEEL_CLOCK (clock)), ==, table[i][0]);
      g_assert_cmpint (keel_clock_get_now (KEEL_CLOCK (clock)), ==, table[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local-time/every-day", test_every_day);
  g_test_add_func ("/local-time/parts", test_parts);
  g_test_add_func ("/local-time/parse", test_parse);
  g_test_add_func ("/local-time/to-utc", test_to_utc);
  g_test_add_func ("/local-time/every-quarter-hour", test_every_quarter_hour);
  g_test_add_func ("/local-time/cursor", test_cursor);
  g_test_add_func ("/local-time/cursor-backwards", test_cursor_backwards);
  g_test_add_func ("/local-time/from-utc", test_from_utc);
  g_test_add_func ("/local-time/zone-names", test_zone_names);
  g_test_add_func ("/clock", test_clock);
  return g_test_run ();
}
