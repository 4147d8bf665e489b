/* The same meeting in two lists, and the towns of a directory. */

#include "keel-list-fixture.h"

#include "store/keel-meeting-array.h"
#include "store/keel-meeting-twins.h"
#include "store/keel-town-address.h"
#include "store/keel-twin-keys.h"

#define NOW G_GINT64_CONSTANT (1795284000)

#define METRES (1 / 111195.0) /* of latitude, in degrees */
#define ZOOM "https://us02web.zoom.us/j/87654321098?pwd=abc"

/* A meeting as one list has it; no list: the end. */
typedef struct
{
  guint list;
  guint when;
  guint program;
  const char *link;
  const char *address;
  const char *name;
  double latitude; /* 0: no position */
} Meeting;

static const struct
{
  const char *why;
  Meeting meetings[6];
  const char *leaders; /* a letter for each; those with the same one are the same */
} cases[] = {
  { "nothing but the time", { { 1, 1, 1 }, { 2, 1, 1 } }, "ab" },
  { "the same room", { { 1, 1, 1, ZOOM }, { 2, 1, 1, ZOOM } }, "aa" },
  { "another time", { { 1, 1, 1, ZOOM }, { 2, 2, 1, ZOOM } }, "ab" },
  { "by appointment", { { 1, 0, 1, ZOOM }, { 2, 0, 1, ZOOM } }, "ab" },
  { "one list alone", { { 1, 1, 1, ZOOM }, { 1, 1, 1, ZOOM } }, "ab" },
  { "another program", { { 1, 1, 1, ZOOM }, { 2, 1, 2, ZOOM } }, "ab" },
  { "a program that one does not say", { { 1, 1, 1, ZOOM }, { 2, 1, 0, ZOOM } }, "aa" },
  { "a program that nobody says", { { 1, 1, 0, ZOOM }, { 2, 1, 0, ZOOM } }, "aa" },
  { "unknown between two programs", { { 1, 1, 1, ZOOM }, { 2, 1, 0, ZOOM }, { 3, 1, 2, ZOOM } }, "abc" },
  { "three lists", { { 1, 1, 1, ZOOM }, { 2, 1, 1, ZOOM }, { 3, 1, 1, ZOOM } }, "aaa" },
  { "two of a list in one room", { { 1, 1, 1, ZOOM }, { 1, 1, 1, ZOOM }, { 2, 1, 1, ZOOM } }, "abc" },
  { "a room's link that has no name of its own",
    { { 1, 1, 1, "https://zoom.us/join", NULL, "Noon" }, { 2, 1, 1, "https://zoom.us/join", NULL, "Noon" } },
    "ab" },
  { "a group's page",
    { { 1, 1, 1, "https://group.example/meetings", NULL, "Noon" },
      { 2, 1, 1, "https://group.example/meetings", NULL, "Women" } },
    "ab" },
  { "a group's page, and the name",
    { { 1, 1, 1, "https://group.example/meetings", NULL, "Noon crowd" },
      { 2, 1, 1, "https://group.example/meetings", NULL, "Noon Crowd" } },
    "aa" },
  { "the same address and name",
    { { 1, 1, 1, NULL, "12 Elm St., Springfield", "Noon Crowd" },
      { 2, 1, 1, NULL, "12 ELM ST, Springfield", "Noon  crowd" } },
    "aa" },
  { "the same address, another name",
    { { 1, 1, 1, NULL, "12 Elm St", "Noon Crowd" }, { 2, 1, 1, NULL, "12 Elm St", "Women" } },
    "ab" },
  { "an address of nothing", { { 1, 1, 1, NULL, "?", "Noon" }, { 2, 1, 1, NULL, "?", "Noon" } }, "ab" },
  { "80 m away", { { 1, 1, 1, .latitude = 40 }, { 2, 1, 1, .latitude = 40 + 80 * METRES } }, "aa" },
  { "120 m away", { { 1, 1, 1, .latitude = 40 }, { 2, 1, 1, .latitude = 40 + 120 * METRES } }, "ab" },
  { "two of a list in one house",
    { { 1, 1, 1, .latitude = 40 }, { 2, 1, 1, .latitude = 40 }, { 2, 1, 1, .latitude = 40 + 50 * METRES } },
    "abc" },
  { "two of a list in one house, one of them with its room",
    { { 1, 1, 1, ZOOM, .latitude = 40 }, { 2, 1, 1, ZOOM, .latitude = 40 }, { 2, 1, 1, .latitude = 40 } },
    "aab" },
  { "in a row",
    { { 1, 1, 1, .latitude = 40 },
      { 2, 1, 1, .latitude = 40 + 80 * METRES },
      { 3, 1, 1, .latitude = 40 + 160 * METRES } },
    "aaa" },
  { "in a row back to the first list",
    { { 1, 1, 1, .latitude = 40 },
      { 2, 1, 1, .latitude = 40 + 80 * METRES },
      { 1, 1, 1, .latitude = 40 + 160 * METRES } },
    "abc" },
  { "by room and by house",
    { { 1, 1, 1, ZOOM }, { 2, 1, 1, ZOOM, .latitude = 40 }, { 3, 1, 1, .latitude = 40 } },
    "aaa" },
};

/* Two links as two lists have them, of meetings with these names. */
static const struct
{
  const char *one, *name;
  const char *other, *other_name;
  gboolean same;
} links[] = {
  /* A number is the room, whatever is said around it. */
  { "https://zoom.us/j/87654321098", "A", "http://us06web.zoom.us/j/87654321098?pwd=x#success", "B", TRUE },
  { "https://zoom.us/j/87654321098", "A", "https://zoom.us/wc/join/87654321098", "B", TRUE },
  { "https://zoom.us/j/87654321098", "A", "https://zoom.us/wc/87654321098/join", "B", TRUE },
  { "https://zoom.us/j/87654321098", "A", "https://us02web.zoom.com/j/87654321098", "B", TRUE },
  { "https://zoom.us/j/87654321098", "A", "https://zoom.us/j/87654321099", "A", FALSE },
  { "https://zoom.us/my/harbour", "A", "https://us02web.zoom.us/my/Harbour?pwd=x", "B", TRUE },
  { "https://zoom.us/my/harbour", "A", "https://zoom.us/my/bay", "A", FALSE },
  { "https://meet.google.com/abc-defg-hij", "A", "https://meet.google.com/abc-defg-hij?hs=1", "B", TRUE },
  { "https://meet.google.com/abc-defg-hij", "A", "https://meet.google.com/abc-defg-hik", "A", FALSE },
  { "https://teams.live.com/meet/9312345678901", "A", "https://teams.live.com/meet/9312345678901?p=x", "B",
    TRUE },
  { "https://meet.jit.si/Harbour", "A", "https://meet.jit.si/harbour", "B", TRUE },
  /* Zoom's other pages, and what is no number: nothing. */
  { "https://zoom.us/join", "A", "https://zoom.us/join", "A", FALSE },
  { "https://zoom.us", "A", "https://zoom.us/", "A", FALSE },
  { "https://zoom.us/j/", "A", "https://zoom.us/j/", "A", FALSE },
  { "https://zoom.us/my/", "A", "https://zoom.us/my/", "A", FALSE },
  { "https://zoom.us/j/12345678", "A", "https://zoom.us/j/12345678", "A", FALSE },
  { "https://zoom.us/j/1234567890", "A", "https://zoom.us/j/1234567890", "A", FALSE },
  { "https://zoom.us/j/9999999999", "A", "https://zoom.us/j/9999999999", "A", FALSE },
  { "https://zoom.us/j/XXXXXXXXXXX?pwd=X", "A", "https://zoom.us/j/XXXXXXXXXXX?pwd=X", "A", FALSE },
  { "https://zoom.us/meeting/register/tZabc", "A", "https://zoom.us/meeting/register/tZabc", "A", FALSE },
  /* A host alone. */
  { "https://meet.google.com", "A", "https://meet.google.com/", "A", FALSE },
  { "https://group.example/", "A", "https://group.example", "A", FALSE },
  { "https://group.example/#meetings", "A", "https://group.example/#meetings", "A", FALSE },
  { "https://notzoom.us/j/87654321098", "A", "https://notzoom.us/j/87654321098", "B", FALSE },
  { "https://group.example/zoom.us/j/87654321098", "A", "https://group.example/zoom.us/j/87654321098", "B",
    FALSE },
  /* Anything else: the name as well. */
  { "https://group.example/online", "Noon Crowd", "https://group.example/online", "Women", FALSE },
  { "https://group.example/online", "Noon Crowd", "http://www.Group.example/online/", "noon crowd!", TRUE },
  { "https://group.example/online", "Noon", "https://group.example/Online", "Noon", FALSE },
  { "https://group.example/?r=1", "Noon", "https://group.example/?r=1", "Noon", TRUE },
  { "https://group.example/?r=1", "Noon", "https://group.example/?r=2", "Noon", FALSE },
  { "https://group.example/online", "?", "https://group.example/online", "?", FALSE },
  { "https://group.example/online", NULL, "https://group.example/online", NULL, FALSE },
  { "https://meet.google.com/landing", "Noon", "https://meet.google.com/landing", "Women", FALSE },
  { "tel:+15551234567", "A", "tel:+15551234567", "A", FALSE },
  { NULL, "A", NULL, "A", FALSE },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gint64 one = keel_twin_make_link_key (links[i].one, links[i].name);
      gint64 other = keel_twin_make_link_key (links[i].other, links[i].other_name);

      g_test_message ("%s “%s”, %s “%s”", links[i].one, links[i].name, links[i].other, links[i].other_name);
      g_assert_cmpint (one != 0 && one == other, ==, links[i].same);
    }
}

static void
add_trait (GArray *traits, const Meeting *meeting)
{
  KeelPackedPosition position = { 0, 0, 0 };
  KeelTwinTrait trait = {
    .when = meeting->when,
    .link_key = keel_twin_make_link_key (meeting->link, meeting->name),
    .place_key = keel_twin_make_place_key (meeting->address, meeting->name),
    .list = meeting->list,
    .program = (guint16) meeting->program,
    .placed = meeting->latitude != 0,
  };

  keel_pack_position (meeting->latitude, -75, &position);
  trait.x = position.x;
  trait.y = position.y;
  trait.z = position.z;
  g_array_append_val (traits, trait);
}

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) traits = g_array_new (FALSE, FALSE, sizeof (KeelTwinTrait));
      g_autofree guint32 *leaders = NULL;
      char text[7] = "";
      char next = 'a';

      for (guint j = 0; j < 6 && cases[i].meetings[j].list > 0; j++)
        add_trait (traits, &cases[i].meetings[j]);
      leaders = keel_meeting_twins_find (traits);
      for (guint j = 0; j < traits->len; j++)
        text[j] = leaders[j] == j ? next++ : text[leaders[j]];
      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (text, ==, cases[i].leaders);
    }
}

/* At one time in one town, more than anybody would compare with each other. */
static void
test_many (void)
{
  g_autoptr (GArray) traits = g_array_new (FALSE, FALSE, sizeof (KeelTwinTrait));
  g_autofree guint32 *leaders = NULL;
  gint64 start = g_get_monotonic_time ();
  guint joined = 0;

  for (guint i = 0; i < 4000; i++)
    {
      const Meeting meeting = {
        .list = i % 2, .when = 1, .program = 1, .latitude = 20 + i / 2 * 300 * METRES
      };

      add_trait (traits, &meeting);
    }
  leaders = keel_meeting_twins_find (traits);
  for (guint i = 0; i < traits->len; i++)
    joined += leaders[i] != i;
  g_assert_cmpuint (joined, ==, 2000);
  g_test_message ("%u ms", (guint) (g_get_monotonic_time () - start) / 1000);
}

/* --- Through the index --- */

#define PLACED                                                                                               \
  "\"timezone\":\"America/New_York\",\"attendance_option\":\"in_person\",\"location\":\"Hall\","             \
  "\"latitude\":40.0,\"longitude\":-75.0"

static KeelMeetingIndex *
import_two (KeelListFixture *fixture, const char *one, const char *other)
{
  const KeelImportOptions older = { .program = "aa", .now = NOW - 2 * 86400 };
  const KeelImportOptions newer = { .now = NOW };
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (GError) error = NULL;
  KeelMeetingIndex *index;

  keel_import_report_free (keel_list_fixture_import (fixture, "older.json", one, &older));
  keel_import_report_free (keel_list_fixture_import (fixture, "newer.json", other, &newer));
  directory = keel_list_fixture_open (fixture);
  index = keel_meeting_index_new (directory, &error);
  g_assert_no_error (error);
  return index;
}

static const char old_list[] =
    "[{\"slug\":\"a\",\"name\":\"Harbour Group\",\"day\":1,\"time\":\"19:00\",\"url\":\"https://old.example/a\"," PLACED
    "},"
    "{\"slug\":\"b\",\"name\":\"Only here\",\"day\":2,\"time\":\"19:00\"," PLACED "}]";
static const char new_list[] =
    "[{\"slug\":\"x\",\"name\":\"Monday at the port\",\"day\":1,\"time\":\"19:00\",\"end_time\":\"20:30\"," PLACED
    "},"
    "{\"slug\":\"y\",\"name\":\"Another day\",\"day\":3,\"time\":\"19:00\"," PLACED "}]";

static KeelMeetingResults *
search (KeelMeetingIndex *index, const KeelMeetingQuery *query)
{
  g_autoptr (GTimeZone) person = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  KeelMeetingResults *results = keel_meeting_index_search (index, query, NOW, person, &error);

  g_assert_no_error (error);
  return results;
}

static void
test_sources (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    KeelMeetingQuery query;
    guint total;
  } rows[] = {
    { { NULL }, 3 },
    { { .text = "harbour" }, 1 },
    { { .text = "port" }, 1 },
    { { .text = "group port" }, 0 },
    { { .program = "aa" }, 2 },
    { { .days = 1 << 1 }, 1 },
    { { .order = KEEL_ORDER_NAME }, 3 },
  };
  g_autoptr (KeelMeetingIndex) index = import_two (fixture, old_list, new_list);
  const KeelMeetingQuery query = { .days = 1 << 1 };
  g_autoptr (KeelMeetingResults) results = search (index, &query);
  const KeelMatch *match = results->matches->pdata[0];
  const KeelMatchSource *source;

  /* What the newer list says, and the program that only the older one knows. */
  g_assert_cmpstr (match->meeting->slug, ==, "x");
  g_assert_cmpstr (match->meeting->program, ==, "aa");
  g_assert_cmpint (match->imported_at, ==, NOW);
  g_assert_cmpuint (match->sources->len, ==, 2);
  source = match->sources->pdata[0];
  g_assert_cmpstr (source->list, ==, "Newer");
  g_assert_cmpstr (source->id, ==, match->meeting->id);
  g_assert_null (source->url);
  source = match->sources->pdata[1];
  g_assert_cmpstr (source->list, ==, "Older");
  g_assert_cmpstr (source->url, ==, "https://old.example/a");
  g_assert_cmpint (source->imported_at, ==, NOW - 2 * 86400);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeetingResults) found = search (index, &rows[i].query);

      g_test_message ("row %u", i);
      g_assert_cmpuint (found->total, ==, rows[i].total);
      g_assert_cmpuint (found->matches->len, ==, rows[i].total);
    }
}

/* One list goes, the meeting stays. */
static void
test_source_removed (KeelListFixture *fixture, const void *data)
{
  g_autoptr (KeelMeetingIndex) index = import_two (fixture, old_list, new_list);
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  const KeelMeetingQuery query = { .days = 1 << 1 };
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autoptr (GError) error = NULL;
  const KeelMatch *match;

  g_assert_true (keel_directory_remove_list (directory, "Newer", &error));
  results = search (index, &query);
  g_assert_cmpuint (results->matches->len, ==, 0);
  g_clear_pointer (&results, keel_meeting_results_free);
  g_assert_true (keel_meeting_index_refresh (index, &error));
  results = search (index, &query);
  g_assert_cmpuint (results->total, ==, 1);
  match = results->matches->pdata[0];
  g_assert_cmpstr (match->meeting->slug, ==, "a");
  g_assert_cmpuint (match->sources->len, ==, 1);
}

/* One calendar in two lists: the older was read when another of its days came next. */
static void
test_schedules (KeelListFixture *fixture, const void *data)
{
  static const char *const names[] = { "older.ics", "newer.ics" };
  static const char calendar[] =
      "BEGIN:VCALENDAR\r\n"
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Harbour\r\nDTSTART;TZID=America/New_York:20261116T190000\r\n"
      "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH\r\nURL:https://zoom.us/j/87654321098\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Harbour\r\nDTSTART;TZID=America/New_York:20261123T190000\r\n"
      "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH\r\nURL:https://zoom.us/j/87654321098\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n";
  const KeelMeetingQuery query = { NULL };
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (KeelMeetingIndex) index = NULL;
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const KeelImportOptions options = { .program = "aa", .now = NOW - (6 - 4 * (gint64) i) * 86400 };

      keel_import_report_free (keel_list_fixture_import (fixture, names[i], calendar, &options));
    }
  directory = keel_list_fixture_open (fixture);
  index = keel_meeting_index_new (directory, &error);
  g_assert_no_error (error);
  results = search (index, &query);
  /* The two are in turns: not the same one, on neither of the days. */
  g_assert_cmpuint (results->total, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (((KeelMatch *) results->matches->pdata[i])->sources->len, ==, 2);
}

/* --- Towns --- */

static void
test_addresses (void)
{
  static const struct
  {
    const char *address, *town, *region;
  } addresses[] = {
    { "12 Elm St, Springfield, IL 62701, USA", "Springfield", "IL" },
    { "12 Elm St, Springfield, IL 62701", "Springfield", "IL" },
    { "12 Elm St, Springfield, IL", "Springfield", "IL" },
    { "12 Elm St, Suite 4, Springfield, IL 62701, USA", "Springfield", "IL" },
    { "Springfield, IL, USA", "Springfield", "IL" },
    { "Springfield, IL", "Springfield", "IL" },
    { "Torstraße 12, 10119 Berlin, Germany", "Berlin", "Germany" },
    { "Torstraße 12, 10119 Berlin", "Berlin", NULL },
    { "12 High Street, London SW1A 1AA, UK", "London", "UK" },
    { "12 High Street, Leeds, England", "Leeds", "England" },
    { "12 High St, Leeds, West Yorkshire LS1 4AB, UK", "Leeds", "West Yorkshire" },
    { "12 High St, Leeds, West Yorkshire, LS1 4AB, United Kingdom", "Leeds", "West Yorkshire" },
    { "12 High St, Headingley, Leeds LS6 3AB, UK", "Leeds", "UK" },
    { "Guildhall, Guildford GU1 3AA, Surrey, UK", "Guildford", "Surrey" },
    { "12 High St, Guildford, Surrey gu1 3aa", "Guildford", "Surrey" },
    { "12 High St, Guildford, Surrey, England, UK", "Guildford", "Surrey" },
    { "Parish Hall, Bangor, Co. Down BT20 4AA, UK", "Bangor", "Co. Down" },
    { "12 High St, Newport, Isle of Wight PO30 1AA", "Newport", "Isle of Wight" },
    { "12 High St, Cardiff CF10 1AA, Wales, UK", "Cardiff", "Wales" },
    { "12 High St, Surrey GU1 3AA, UK", "Surrey", "UK" },
    { "12 Elm St, Norfolk, VA 23501, USA", "Norfolk", "VA" },
    { "Suite 4, 12 Elm St, Cleveland, OH 44101, USA", "Cleveland", "OH" },
    { "12 King St, London, ON N6A 1A1, Canada", "London", "ON" },
    { "Village Hall, Church Road, Kent ME1 1AA", "Kent", NULL },
    { "Village Hall, Church Road, Rochester, Kent ME1 1AA", "Rochester", "Kent" },
    { "Village Hall, Church Road, Rochester ME1 1AA", "Rochester", NULL },
    { "Village Hall, Church Road, ME1 1AA", NULL, NULL },
    { "Parish Hall, Street, Somerset BA16 0AA", "Street", "Somerset" },
    { "12 Elm St, Suite B2 3rd, Kent, WA 98030, USA", "Kent", "WA" },
    { "12 Elm St, Suite B2 3RD, Kent, WA 98030, USA", "Kent", "WA" },
    { "Suite B2 3rd, Kent, WA", "Kent", "WA" },
    { "Calle Mayor 1, Madrid", "Madrid", NULL },
    { "12 Elm St", NULL, NULL },
    { "", NULL, NULL },
    { ", ,", NULL, NULL },
    { "62701", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *town = NULL;
      g_autofree char *region = NULL;

      keel_town_split_address (addresses[i].address, &town, &region);
      g_test_message ("%s", addresses[i].address);
      g_assert_cmpstr (town, ==, addresses[i].town);
      g_assert_cmpstr (region, ==, addresses[i].region);
    }
}

static void
test_positions (void)
{
  static const struct
  {
    const char *text;
    double latitude, longitude;
  } good[] = {
    { "52.5, 13.4", 52.5, 13.4 },   { "52.5,13.4", 52.5, 13.4 }, { " 52.5 13.4 ", 52.5, 13.4 },
    { "-33.9; 18.4", -33.9, 18.4 }, { "52,5 13,4", 52.5, 13.4 }, { "52,5; -13,4", 52.5, -13.4 },
    { "+52, -13", 52, -13 },        { "90 180", 90, 180 },
  };
  static const char *const bad[] = { "",    "52",          "52.5,", "91 0",  "0 181",    "1 2 3",
                                     "a b", "52.5 N 13.4", "1e5 2", "-- ++", "Berlin 12" };
  double latitude, longitude;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (keel_town_parse_position (good[i].text, &latitude, &longitude));
      g_assert_cmpfloat (latitude, ==, good[i].latitude);
      g_assert_cmpfloat (longitude, ==, good[i].longitude);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (keel_town_parse_position (bad[i], &latitude, &longitude));
    }
}

#define MEETING(slug, address, region, latitude, longitude)                                                  \
  "{\"slug\":\"" slug "\",\"name\":\"N\",\"day\":1,\"time\":\"19:00\",\"formatted_address\":\"" address      \
  "\","                                                                                                      \
  "\"region\":\"" region "\",\"latitude\":" latitude ",\"longitude\":" longitude "}"

static const char towns[] =
    "[" MEETING ("a", "1 Elm St, Springfield, IL 62701, USA", "Springfield", "40.0", "-90.0") "," MEETING (
        "b", "2 Elm St, Springfield, IL 62701, USA", "Springfield", "40.2",
        "-90.0") "," MEETING ("c", "1 Oak St, Springfield, MA 01101, USA", "Downtown", "42.1",
                              "-72.5") "," MEETING ("d", "Rämistrasse 1, 8001 Zürich, Switzerland", "",
                                                    "47.37",
                                                    "8.54") ","
                                                            "{\"slug\":\"e\",\"name\":\"N\",\"day\":1,\"time\":\"19:00\",\"region\":\"Springdale\"}]";

static char *
find_towns (KeelMeetingIndex *index, const char *text, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = keel_meeting_index_find_towns (index, text, limit, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const KeelTown *town = found->pdata[i];

      g_string_append_printf (names, "%s|%s|%u|%.1f %.1f; ", town->name, town->region ? town->region : "",
                              town->count, town->latitude, town->longitude);
    }
  return g_string_free (names, FALSE);
}

static void
test_towns (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    const char *text;
    guint limit;
    const char *towns;
  } rows[] = {
    { "spring", 9, "Springfield|IL|2|40.1 -90.0; Springfield|MA|1|42.1 -72.5; " },
    { "spring", 1, "Springfield|IL|2|40.1 -90.0; " },
    { "SPRINGFIELD, m", 9, "Springfield|MA|1|42.1 -72.5; " },
    { "zurich", 9, "Zürich|Switzerland|1|47.4 8.5; " },
    { "ZÜR", 9, "Zürich|Switzerland|1|47.4 8.5; " },
    { "down", 9, "Downtown|MA|1|42.1 -72.5; " },
    { "field", 9, "" },
    { "", 9, "" },
    { "  ", 9, "" },
    { "52.5, 13.4", 9, "52.5, 13.4||0|52.5 13.4; " },
  };
  g_autoptr (KeelMeetingIndex) index = import_two (fixture, towns, new_list);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = find_towns (index, rows[i].text, rows[i].limit);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found, ==, rows[i].towns);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/find-twins/" name, KeelListFixture, NULL, keel_list_fixture_set_up, function,          \
              keel_list_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/find-twins/same", test_same);
  g_test_add_func ("/store/find-twins/links", test_links);
  g_test_add_func ("/store/find-twins/many", test_many);
  ADD ("sources", test_sources);
  ADD ("source-removed", test_source_removed);
  ADD ("schedules", test_schedules);
  g_test_add_func ("/store/find-twins/addresses", test_addresses);
  g_test_add_func ("/store/find-twins/positions", test_positions);
  ADD ("towns", test_towns);

  return g_test_run ();
}
