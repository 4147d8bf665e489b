/* Rooms that are always open: lists have a row for each weekday, a person sees one room. */

#include "keel-list-fixture.h"

/* 2026-11-21T18:00:00Z, a Saturday; 13:00 in New York. */
#define NOW G_GINT64_CONSTANT (1795284000)
#define EVERY_DAY 0x7f
#define WORKDAYS 0x3e

static void
append_room (GString *text, guint8 days, const char *slug, const char *name, const char *link,
             const char *notes)
{
  for (guint day = 0; day < 7; day++)
    {
      if (days >> day & 1)
        g_string_append_printf (text,
                                "%s{\"slug\":\"%s-%u\",\"name\":\"%s\",\"day\":%u,\"time\":\"00:00\","
                                "\"end_time\":\"23:59\",\"timezone\":\"America/New_York\","
                                "\"attendance_option\":\"online\",\"conference_url\":\"%s\","
                                "\"notes\":\"%s%u\"}",
                                text->len > 1 ? "," : "", slug, day, name, day, link, notes, day);
    }
}

/* One that is open around the clock, one on five days, one of the same name behind another link, and a
 * meeting in the first one's room at midnight. */
static void
import_rooms (KeelListFixture *fixture, const char *name, const char *slug)
{
  const KeelImportOptions options = { .program = "na", .now = NOW };
  g_autoptr (GString) text = g_string_new ("[");

  append_room (text, EVERY_DAY, slug, "Harbour", "https://zoom.us/j/87654321098", "lamp");
  append_room (text, WORKDAYS, "work", "Workdays", "https://zoom.us/j/87654321097", "desk");
  append_room (text, WORKDAYS, "other", "Harbour", "https://zoom.us/j/87654321096", "buoy");
  g_string_append (text, ",{\"slug\":\"single\",\"name\":\"Harbour\",\"day\":1,\"time\":\"00:00\","
                         "\"timezone\":\"America/New_York\",\"attendance_option\":\"online\","
                         "\"conference_url\":\"https://zoom.us/j/87654321098\"}]");
  keel_import_report_free (keel_list_fixture_import (fixture, name, text->str, &options));
}

static KeelMeetingIndex *
open_index (KeelListFixture *fixture)
{
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  KeelMeetingIndex *index = keel_meeting_index_new (directory, &error);

  g_assert_no_error (error);
  return index;
}

static KeelMeetingResults *
search (KeelMeetingIndex *index, const KeelMeetingQuery *query, gint64 now)
{
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  KeelMeetingResults *results = keel_meeting_index_search (index, query, now, person, &error);

  g_assert_no_error (error);
  return results;
}

static const KeelMatch *
get_match (const KeelMeetingResults *results, guint i)
{
  g_assert_cmpuint (i, <, results->matches->len);
  return results->matches->pdata[i];
}

static void
test_one_room (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    KeelMeetingQuery query;
    guint total;
  } rows[] = {
    { { NULL }, 4 },
    { { .days = 1 << 0 }, 1 },
    { { .days = 1 << 1 }, 4 },
    { { .days = 1 << 2 | 1 << 6 }, 3 },
    { { .now = TRUE }, 1 },
    { { .parts = KEEL_PART_MORNING }, 4 },
    /* The words of every row find it. */
    { { .text = "lamp0" }, 1 },
    { { .text = "lamp5" }, 1 },
    { { .text = "desk3" }, 1 },
    { { .text = "desk0" }, 0 },
    { { .order = KEEL_ORDER_NAME }, 4 },
  };
  static const guint by_day[] = { 1, 4, 3, 3, 3, 3, 1 };
  g_autoptr (KeelMeetingIndex) index = NULL;

  import_rooms (fixture, "list.json", "room");
  index = open_index (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeetingResults) results = search (index, &rows[i].query, NOW);

      g_test_message ("row %u", i);
      g_assert_cmpuint (results->total, ==, rows[i].total);
      g_assert_cmpuint (results->matches->len, ==, rows[i].total);
      for (guint day = 0; i == 0 && day < 7; day++)
        g_assert_cmpuint (results->by_day[day], ==, by_day[day]);
    }
}

/* What the row of a room says: on which days, since when, when again. */
static void
test_times (KeelListFixture *fixture, const void *data)
{
  const KeelMeetingQuery query = { .text = "harbour lamp" };
  const KeelMeetingQuery work = { .text = "workdays" };
  const gint64 ahead[] = { 2, 1, 1, 1, 1, 1, 3 }; /* days to the next workday, from Saturday on */
  g_autoptr (KeelMeetingIndex) index = NULL;

  import_rooms (fixture, "list.json", "room");
  index = open_index (fixture);
  for (guint day = 0; day < 8; day++)
    {
      gint64 now = NOW + day * 86400;
      gint64 midnight = now - 13 * 3600;
      gboolean on = day % 7 >= 2;
      g_autoptr (KeelMeetingResults) room = search (index, &query, now);
      g_autoptr (KeelMeetingResults) desk = search (index, &work, now);

      g_test_message ("day %u", day);
      g_assert_true (get_match (room, 0)->meeting->any_time);
      g_assert_cmpuint (get_match (room, 0)->days, ==, EVERY_DAY);
      g_assert_cmpuint (get_match (room, 0)->sources->len, ==, 1);
      g_assert_cmpint (get_match (room, 0)->began_at, ==, midnight);
      g_assert_cmpint (get_match (room, 0)->next_start, ==, midnight + 86400);
      g_assert_cmpuint (get_match (desk, 0)->days, ==, WORKDAYS);
      g_assert_cmpint (get_match (desk, 0)->began_at, ==, on ? midnight : 0);
      g_assert_cmpint (get_match (desk, 0)->next_start, ==, midnight + ahead[day % 7] * 86400);
    }
}

/* Two lists with seven rows each: one room with two sources. */
static void
test_two_lists (KeelListFixture *fixture, const void *data)
{
  const KeelMeetingQuery query = { NULL };
  g_autoptr (KeelMeetingIndex) index = NULL;
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GError) error = NULL;

  import_rooms (fixture, "one.json", "room");
  import_rooms (fixture, "two.json", "chamber");
  index = open_index (fixture);
  results = search (index, &query, NOW);
  g_assert_cmpuint (results->total, ==, 4);
  for (guint i = 0; i < results->matches->len; i++)
    {
      const KeelMatch *match = get_match (results, i);
      const KeelMatchSource *other = match->sources->pdata[1];

      g_assert_cmpuint (match->sources->len, ==, 2);
      g_assert_cmpstr (other->list, !=, match->meeting->list);
    }
  g_clear_pointer (&results, keel_meeting_results_free);
  g_assert_true (keel_directory_remove_list (directory, "One", &error));
  g_assert_true (keel_meeting_index_refresh (index, &error));
  results = search (index, &query, NOW);
  g_assert_cmpuint (results->total, ==, 4);
  g_assert_cmpuint (get_match (results, 0)->sources->len, ==, 1);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/find-rooms/" name, KeelListFixture, NULL, keel_list_fixture_set_up, function,          \
              keel_list_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("one-room", test_one_room);
  ADD ("times", test_times);
  ADD ("two-lists", test_two_lists);

  return g_test_run ();
}
