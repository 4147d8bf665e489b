#include "keel-list-fixture.h"

#include <string.h>

#include "core/keel-schedule.h"
#include "store/keel-zone-week.h"

/* 2026-11-21T18:00:00Z, a Saturday; 13:00 in New York, 19:00 in Berlin, 03:00 on Sunday in Tokyo. */
#define NOW G_GINT64_CONSTANT (1795284000)

static const char meetings[] =
    "[{\"slug\":\"jose\",\"name\":\"José y Ángela\",\"day\":6,\"time\":\"13:30\",\"timezone\":\"America/New_York\","
    "\"location\":\"Casa Abierta\",\"address\":\"12 Elm St, Springfield\",\"latitude\":40.0,\"longitude\":-75.0,"
    "\"types\":[\"O\"],\"attendance_option\":\"in_person\"},"
    "{\"slug\":\"past\",\"name\":\"Noon Crowd\",\"day\":6,\"time\":\"12:00\",\"timezone\":\"America/New_York\","
    "\"location\":\"O'Brien's Hall\",\"address\":\"1 Stone Way\",\"latitude\":40.5,\"longitude\":-75.0,"
    "\"attendance_option\":\"in_person\"},"
    "{\"slug\":\"now\",\"name\":\"Right Now\",\"day\":6,\"time\":\"13:00\",\"timezone\":\"America/New_York\","
    "\"attendance_option\":\"in_person\",\"location\":\"Pier\"},"
    "{\"slug\":\"tokyo\",\"name\":\"Sunday Sunrise\",\"day\":0,\"time\":\"04:00\",\"timezone\":\"Asia/Tokyo\","
    "\"attendance_option\":\"online\",\"conference_url\":\"https://zoom.us/j/1\"},"
    "{\"slug\":\"berlin\",\"name\":\"Grüne Straße\",\"day\":6,\"time\":\"19:15\",\"timezone\":\"Europe/Berlin\","
    "\"attendance_option\":\"hybrid\",\"conference_url\":\"https://zoom.us/j/2\",\"location\":\"Küche\","
    "\"latitude\":52.5,\"longitude\":13.4},"
    "{\"slug\":\"late\",\"name\":\"Week's End\",\"day\":0,\"time\":\"00:15\",\"timezone\":\"America/New_York\","
    "\"attendance_option\":\"online\",\"conference_url\":\"https://zoom.us/j/3\"},"
    "{\"slug\":\"arranged\",\"name\":\"Ask First\",\"location\":\"Elm Court\"}]";

static KeelMeetingIndex *
open_index (KeelListFixture *fixture)
{
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  KeelMeetingIndex *index = keel_meeting_index_new (directory, &error);

  g_assert_no_error (error);
  return index;
}

static KeelMeetingIndex *
import_meetings (KeelListFixture *fixture)
{
  const KeelImportOptions options = { .program = "na", .now = NOW - 5 };

  keel_import_report_free (keel_list_fixture_import (fixture, "list.json", meetings, &options));
  return open_index (fixture);
}

static KeelMeetingResults *
search (KeelMeetingIndex *index, const KeelMeetingQuery *query)
{
  g_autoptr (GTimeZone) person = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  KeelMeetingResults *results = keel_meeting_index_search (index, query, NOW, person, &error);

  g_assert_no_error (error);
  return results;
}

/* The slugs of the results, with spaces between them. */
static char *
list_slugs (const KeelMeetingResults *results)
{
  g_autoptr (GString) slugs = g_string_new (NULL);

  for (guint i = 0; i < results->matches->len; i++)
    {
      const KeelMatch *match = g_ptr_array_index (results->matches, i);

      g_string_append_printf (slugs, "%s%s", i ? " " : "", match->meeting->slug);
    }
  return g_string_free (g_steal_pointer (&slugs), FALSE);
}

static void
assert_found (KeelMeetingIndex *index, const char *text, const char *expected)
{
  const KeelMeetingQuery query = { .text = text };
  g_autoptr (KeelMeetingResults) results = search (index, &query);
  g_autofree char *slugs = list_slugs (results);
  g_autofree char *start = g_strndup (text, 40);
  g_autofree char *escaped = g_strescape (start, NULL);

  g_test_message ("\"%s\"", escaped);
  g_assert_cmpstr (slugs, ==, expected);
  g_assert_cmpuint (results->total, ==, results->matches->len);
}

static void
test_words (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    const char *text;
    const char *slugs;
  } rows[] = {
    { "Jose", "jose" },
    { "JOSÉ", "jose" },
    { "jose\xcc\x81", "jose" },
    { "angela", "jose" },
    { "j", "jose" },
    { "jo", "jose" },
    { "josé y", "jose" },
    { "y jos", "jose" },
    { "gru", "berlin" },
    { "grune", "berlin" },
    { "straße", "berlin" },
    { "kuche", "berlin" },
    { "elm", "jose arranged" },
    { "elm spring", "jose" },
    { "spring elm", "jose" },
    { "elm nothing", "" },
    { "st", "berlin jose past" },
    { "sto", "past" },
    { "stone", "past" },
    { "stones", "" },
    { "o'brien", "past" },
    { "brien's", "past" },
    { "sunrise", "tokyo" },
    { "sunris", "tokyo" },
    { "zzz", "" },
    { "12 elm", "jose" },
  };
  g_autoptr (KeelMeetingIndex) index = import_meetings (fixture);

  /* Twice: the second time out of what was kept. */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    assert_found (index, rows[i % G_N_ELEMENTS (rows)].text, rows[i % G_N_ELEMENTS (rows)].slugs);
}

static void
test_hostile_words (KeelListFixture *fixture, const void *data)
{
  static const char *const texts[] = {
    "\"jose\"",   "jose*",   "*jose",    "(jose",    "jose)",   "jose -", "^jose",
    "jose\"\"\"", "{jose}",  "+jose",    "jose\n\t", "jose;--", "jose'",  "\xe2\x80\x9cjose\xe2\x80\x9d",
    "jose\x01",   "jose, y", "jose\xff",
  };
  static const char *const nothing[] = {
    "jose AND nothing", "jose OR noon", "NEAR(jose y, 2)", "jose NOT y",
    "name : nothing",   "name:jose*",   "rowid 1",         "meeting_text"
  };
  static const char *const empty[] = { "", " ", "\"", "*", "-", "()", "'", "…", "\xff", "^ * \" NEAR" };
  g_autoptr (KeelMeetingIndex) index = import_meetings (fixture);
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_found (index, texts[i], "jose");
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_found (index, nothing[i], "");
  /* No word at all is no filter; the last one has one. */
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      const KeelMeetingQuery query = { .text = empty[i] };
      g_autoptr (KeelMeetingResults) results = search (index, &query);

      g_assert_cmpuint (results->total, ==, i + 1 < G_N_ELEMENTS (empty) ? 7 : 0);
    }
  assert_found (index, long_text, "");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "w%u ", i);
  assert_found (index, many->str, "");
}

static void
test_next_start (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    const char *slug;
    int minutes; /* from now; 0: by appointment */
  } rows[] = {
    { "berlin", 15 },          { "jose", 30 },      { "tokyo", 60 },   { "late", 11 * 60 + 15 },
    { "past", 7 * 1440 - 60 }, { "now", 7 * 1440 }, { "arranged", 0 },
  };
  const KeelMeetingQuery query = { NULL };
  g_autoptr (KeelMeetingIndex) index = import_meetings (fixture);
  g_autoptr (KeelMeetingResults) results = search (index, &query);

  g_assert_cmpuint (results->total, ==, G_N_ELEMENTS (rows));
  g_assert_cmpuint (results->matches->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelMatch *match = g_ptr_array_index (results->matches, i);

      g_assert_cmpstr (match->meeting->slug, ==, rows[i].slug);
      g_assert_cmpint (match->next_start, ==, rows[i].minutes ? NOW + 60 * rows[i].minutes : 0);
      g_assert_cmpint (match->imported_at, ==, NOW - 5);
      g_assert_cmpfloat (match->distance_km, <, 0);
    }
}

static void
assert_counts (KeelMeetingIndex *index, const KeelMeetingQuery *query, const char *slugs, const char *counts)
{
  g_autoptr (KeelMeetingResults) results = search (index, query);
  g_autofree char *found = list_slugs (results);
  const guint *d = results->by_day;
  g_autofree char *text = g_strdup_printf ("%u: %u %u %u %u %u %u %u, %u %u", results->total, d[0], d[1],
                                           d[2], d[3], d[4], d[5], d[6], results->online, results->in_person);

  g_assert_cmpstr (found, ==, slugs);
  g_assert_cmpstr (text, ==, counts);
}

static void
test_filters (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    KeelMeetingQuery query;
    const char *slugs;
    const char *counts; /* total: Sunday … Saturday, online in_person */
  } rows[] = {
    { { NULL }, "berlin jose tokyo late past now arranged", "7: 2 0 0 0 0 0 4, 3 5" },
    { { .online = TRUE }, "berlin tokyo late", "3: 2 0 0 0 0 0 1, 3 1" },
    { { .in_person = TRUE }, "berlin jose past now arranged", "5: 0 0 0 0 0 0 4, 1 5" },
    { { .online = TRUE, .in_person = TRUE }, "berlin", "1: 0 0 0 0 0 0 1, 1 1" },
    { { .days = 1 }, "tokyo late", "2: 2 0 0 0 0 0 4, 2 0" },
    { { .days = 1 << 1 }, "", "0: 2 0 0 0 0 0 4, 0 0" },
    { { .days = 1 << 6, .online = TRUE }, "berlin", "1: 2 0 0 0 0 0 1, 1 1" },
    { { .days = 1 | 1 << 6 }, "berlin jose tokyo late past now", "6: 2 0 0 0 0 0 4, 3 4" },
    { { .program = "na", .limit = 2 }, "berlin jose", "7: 2 0 0 0 0 0 4, 3 5" },
    { { .program = "aa" }, "", "0: 0 0 0 0 0 0 0, 0 0" },
    { { .text = "elm", .in_person = TRUE }, "jose arranged", "2: 0 0 0 0 0 0 1, 0 2" },
    { { .text = "elm", .days = 1 << 6 }, "jose", "1: 0 0 0 0 0 0 1, 0 1" },
  };
  g_autoptr (KeelMeetingIndex) index = import_meetings (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      assert_counts (index, &rows[i].query, rows[i].slugs, rows[i].counts);
    }
}

static void
test_orders (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    KeelMeetingQuery query;
    const char *slugs;
  } rows[] = {
    { { .order = KEEL_ORDER_NAME }, "arranged berlin jose past now tokyo late" },
    { { .order = KEEL_ORDER_NAME, .limit = 3, .online = TRUE }, "berlin tokyo late" },
    { { .order = KEEL_ORDER_DISTANCE, .limit = 3 }, "berlin jose tokyo" },
    { { .order = KEEL_ORDER_DISTANCE, .near = TRUE, .latitude = 40.4, .longitude = -75, .limit = 3 },
      "past jose berlin" },
    { { .order = KEEL_ORDER_DISTANCE, .near = TRUE, .latitude = 52, .longitude = 13 },
      "berlin past jose now tokyo late arranged" },
    { { .near = TRUE, .latitude = 40.4, .longitude = -75, .within_km = 20 }, "past" },
    { { .near = TRUE, .latitude = 40.4, .longitude = -75, .within_km = 100 }, "jose past" },
    { { .near = TRUE, .latitude = 40.4, .longitude = -75, .within_km = 1e9 }, "berlin jose past" },
  };
  g_autoptr (KeelMeetingIndex) index = import_meetings (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeetingResults) results = search (index, &rows[i].query);
      g_autofree char *slugs = list_slugs (results);

      g_test_message ("row %u", i);
      g_assert_cmpstr (slugs, ==, rows[i].slugs);
    }
}

static void
test_distance (KeelListFixture *fixture, const void *data)
{
  const KeelMeetingQuery query = { .near = TRUE, .latitude = 41, .longitude = -75, .text = "jose" };
  g_autoptr (KeelMeetingIndex) index = import_meetings (fixture);
  g_autoptr (KeelMeetingResults) results = search (index, &query);
  const KeelMatch *match = g_ptr_array_index (results->matches, 0);

  /* One degree of latitude. */
  g_assert_cmpfloat_with_epsilon (match->distance_km, 111.195, 0.01);
}

static void
test_refresh (KeelListFixture *fixture, const void *data)
{
  static const char other[] = "[{\"slug\":\"x\",\"name\":\"José again\",\"day\":1,\"time\":\"10:00\"}]";
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (KeelMeetingIndex) index = open_index (fixture);
  g_autoptr (GError) error = NULL;

  assert_found (index, "jose", "");
  keel_import_report_free (keel_list_fixture_import (fixture, "list.json", meetings, NULL));
  g_assert_true (keel_meeting_index_refresh (index, &error));
  assert_found (index, "jose", "jose");

  /* Until it is told, it knows what it knew. */
  keel_import_report_free (keel_list_fixture_import (fixture, "other.json", other, NULL));
  assert_found (index, "jose", "jose");
  g_assert_true (keel_meeting_index_refresh (index, &error));
  assert_found (index, "jose", "jose x");

  directory = keel_list_fixture_open (fixture);
  g_assert_true (keel_directory_remove_list (directory, "List", &error));
  assert_found (index, "elm", "");
  g_assert_true (keel_meeting_index_refresh (index, &error));
  assert_found (index, "jose", "x");
  g_assert_true (keel_directory_remove_list (directory, "Other", &error));
  g_assert_true (keel_meeting_index_refresh (index, &error));
  assert_found (index, "", "");
}

static void
test_limit (KeelListFixture *fixture, const void *data)
{
  g_autofree char *text = keel_make_list (2000);
  g_autoptr (KeelMeetingIndex) index = NULL;
  gint64 last = 0;

  keel_import_report_free (keel_list_fixture_import (fixture, "list.json", text, NULL));
  index = open_index (fixture);
  for (guint limit = 0; limit <= 3000; limit += 750)
    {
      const KeelMeetingQuery query = { .limit = limit, .text = "main" };
      g_autoptr (KeelMeetingResults) results = search (index, &query);

      g_assert_cmpuint (results->total, ==, 2000);
      g_assert_cmpuint (results->matches->len, ==, limit == 0 ? 50 : MIN (limit, 2000));
      last = 0;
      for (guint i = 0; i < results->matches->len; i++)
        {
          const KeelMatch *match = g_ptr_array_index (results->matches, i);

          g_assert_cmpint (match->next_start, >=, last);
          last = match->next_start;
        }
    }
  g_assert_cmpint (last, >, NOW);
}

/* Against keel_schedule_next (), through the changes of the clock of many zones. */
static void
test_zone_week (void)
{
  static const char *const names[] = {
    "America/New_York", "Europe/Berlin",     "Australia/Lord_Howe", "Asia/Tokyo",       "UTC",
    "America/Havana",   "Africa/Casablanca", "Pacific/Apia",        "America/St_Johns", "Europe/Lisbon",
    "Asia/Kathmandu",   "America/Santiago"
  };

  for (guint i = 0; i < 6000; i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autoptr (KeelSchedule) schedule = NULL;
      gint64 now = NOW + (gint64) g_test_rand_int_range (0, 3 * 365 * 24 * 60) * 60 +
                   g_test_rand_int_range (0, 2) * 30;
      KeelOccurrence next;
      KeelZoneWeek week;

      g_assert_nonnull (zone);
      meeting->timezone = g_strdup (name);
      meeting->day = g_test_rand_int_range (0, 7);
      meeting->minute = g_test_rand_int_range (0, 288) * 5;
      schedule = keel_meeting_to_schedule (meeting, keel_local_time_from_utc (now, zone) - 14 * 1440, NULL);
      g_assert_nonnull (schedule);
      g_assert_true (keel_schedule_next (schedule, now, zone, &next));
      keel_zone_week_init (&week, zone, now);
      if (keel_zone_week_get_next (&week, meeting->day, meeting->minute) != next.start)
        g_test_message ("%s day %d minute %d now %" G_GINT64_FORMAT, name, meeting->day, meeting->minute,
                        now);
      g_assert_cmpint (keel_zone_week_get_next (&week, meeting->day, meeting->minute), ==, next.start);
    }
}

/* In the week of the change, for every minute of the hours around it. */
static void
test_clock_change (void)
{
  static const struct
  {
    const char *zone;
    gint64 change; /* seconds UTC */
  } rows[] = {
    { "America/New_York", 1805007600 },    /* 2027-03-14T07:00Z, forward */
    { "America/New_York", 1825567200 },    /* 2027-11-07T06:00Z, back */
    { "Europe/Berlin", 1806195600 },       /* 2027-03-28T01:00Z, forward */
    { "Europe/Berlin", 1824944400 },       /* 2027-10-31T01:00Z, back */
    { "Australia/Lord_Howe", 1806764400 }, /* 2027-04-03T15:00Z, back by half an hour */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);

      for (int minute = -240; minute < 240; minute += 5)
        {
          gint64 change = rows[i].change;
          KeelLocalTime local = keel_local_time_from_utc (change - 86400, zone) + 1440 + minute;
          gint64 expected = keel_local_time_to_utc (local, zone);

          for (gint64 now = change - 5 * 86400; now < change + 4 * 3600; now += 1800)
            {
              KeelZoneWeek week;
              gint64 next;

              keel_zone_week_init (&week, zone, now);
              next = keel_zone_week_get_next (&week, keel_local_time_get_weekday (local),
                                              keel_local_time_get_minute (local));
              g_assert_cmpint (next, >, now);
              if (expected > now)
                g_assert_cmpint (next, ==, expected);
              else
                g_assert_cmpint (next, ==, keel_local_time_to_utc (local + 7 * 1440, zone));
            }
        }
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/meeting-index/" name, KeelListFixture, NULL, keel_list_fixture_set_up, function,       \
              keel_list_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("words", test_words);
  ADD ("hostile-words", test_hostile_words);
  ADD ("next-start", test_next_start);
  ADD ("filters", test_filters);
  ADD ("orders", test_orders);
  ADD ("distance", test_distance);
  ADD ("refresh", test_refresh);
  ADD ("limit", test_limit);
  g_test_add_func ("/store/meeting-index/zone-week", test_zone_week);
  g_test_add_func ("/store/meeting-index/clock-change", test_clock_change);

  return g_test_run ();
}
