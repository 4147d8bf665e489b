/* What filters leave and what their counts say, against asking again with each of them chosen. */

#include "keel-list-fixture.h"

#include <string.h>

#include "content/keel-content.h"

/* 2026-11-21T18:00:00Z, a Saturday; 13:00 in New York, 19:00 in Berlin. */
#define NOW G_GINT64_CONSTANT (1795284000)

static const char meetings[] =
    /* going on since 12:30; 13:15, closed; 14:59 and 15:01 are two hours away and not */
    "[{\"slug\":\"on\",\"name\":\"A\",\"day\":6,\"time\":\"12:30\",\"end_time\":\"13:30\",\"types\":[\"O\",\"X\",\"D\"],"
    "\"attendance_option\":\"in_person\",\"location\":\"P\",\"address\":\"1 Elm St\"},"
    "{\"slug\":\"soon\",\"name\":\"B\",\"day\":6,\"time\":\"13:15\",\"types\":[\"C\",\"S\",\"D\"],"
    "\"attendance_option\":\"online\",\"conference_url\":\"https://zoom.us/j/1234567891\"},"
    "{\"slug\":\"two\",\"name\":\"C\",\"day\":6,\"time\":\"15:00\",\"types\":[\"O\",\"ES\",\"ASL\",\"B\"],"
    "\"attendance_option\":\"hybrid\",\"location\":\"P\",\"conference_url\":\"https://zoom.us/j/1234567892\"},"
    "{\"slug\":\"later\",\"name\":\"D\",\"day\":6,\"time\":\"15:01\",\"types\":[\"O\",\"DE\",\"D\",\"BA\"],"
    "\"attendance_option\":\"in_person\",\"location\":\"P\"},"
    "{\"slug\":\"morning\",\"name\":\"E\",\"day\":1,\"time\":\"05:00\",\"types\":[\"O\",\"X\",\"CF\",\"D\",\"B\"],"
    "\"attendance_option\":\"in_person\",\"location\":\"P\"},"
    "{\"slug\":\"night\",\"name\":\"F\",\"day\":1,\"time\":\"22:00\",\"types\":[\"C\"],"
    "\"attendance_option\":\"in_person\",\"location\":\"P\"},"
    "{\"slug\":\"evening\",\"name\":\"G\",\"day\":2,\"time\":\"21:59\",\"types\":\"\","
    "\"attendance_option\":\"in_person\",\"location\":\"P\"},"
    /* in the evening where it is, in the afternoon in New York */
    "{\"slug\":\"berlin\",\"name\":\"H\",\"day\":2,\"time\":\"22:30\",\"timezone\":\"Europe/Berlin\",\"types\":[\"DE\",\"O\"],"
    "\"attendance_option\":\"in_person\",\"location\":\"P\"},"
    "{\"slug\":\"room\",\"name\":\"I\",\"day\":6,\"time\":\"00:00\",\"end_time\":\"23:59\",\"types\":[\"O\"],"
    "\"attendance_option\":\"online\",\"conference_url\":\"https://zoom.us/j/1234567893\"},"
    "{\"slug\":\"closed-room\",\"name\":\"J\",\"day\":3,\"time\":\"00:00\",\"end_time\":\"23:59\",\"types\":[\"O\"],"
    "\"attendance_option\":\"online\",\"conference_url\":\"https://zoom.us/j/1234567894\"},"
    "{\"slug\":\"arranged\",\"name\":\"K\",\"location\":\"Q\"}]";

static const char others[] =
    "[{\"slug\":\"other\",\"name\":\"Z\",\"day\":0,\"time\":\"09:00\",\"types\":[\"O\",\"WC\",\"St\"],"
    "\"attendance_option\":\"in_person\",\"location\":\"P\"}]";

typedef struct
{
  KeelListFixture list;
  KeelMeetingIndex *index;
  GTimeZone *person;
} Fixture;

static void
import (Fixture *fixture, const char *name, const char *text, const char *program, gint64 now)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const KeelImportOptions options = {
    .program = program, .timezone = "America/New_York", .types = keel_content_get_types (content), .now = now
  };

  keel_import_report_free (keel_list_fixture_import (&fixture->list, name, text, &options));
}

static void
open_index (Fixture *fixture)
{
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (&fixture->list);
  g_autoptr (GError) error = NULL;

  fixture->index = keel_meeting_index_new (directory, &error);
  g_assert_no_error (error);
}

static void
set_up_empty (Fixture *fixture, const void *data)
{
  keel_list_fixture_set_up (&fixture->list, data);
  fixture->person = g_time_zone_new_identifier ("America/New_York");
}

static void
set_up (Fixture *fixture, const void *data)
{
  set_up_empty (fixture, data);
  import (fixture, "one.json", meetings, "aa", NOW);
  import (fixture, "two.json", others, "na", NOW);
  open_index (fixture);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  g_clear_object (&fixture->index);
  g_time_zone_unref (fixture->person);
  keel_list_fixture_tear_down (&fixture->list, data);
}

static KeelMeetingResults *
search (Fixture *fixture, const KeelMeetingQuery *query, gint64 now)
{
  g_autoptr (GError) error = NULL;
  KeelMeetingResults *results = keel_meeting_index_search (fixture->index, query, now, fixture->person,
                                                           &error);

  g_assert_no_error (error);
  return results;
}

static guint
count (Fixture *fixture, const KeelMeetingQuery *query)
{
  g_autoptr (KeelMeetingResults) results = search (fixture, query, NOW);

  return results->total;
}

static char *
list_slugs (const KeelMeetingResults *results)
{
  g_autoptr (GString) slugs = g_string_new (NULL);

  for (guint i = 0; i < results->matches->len; i++)
    g_string_append_printf (slugs, "%s%s", i ? " " : "",
                            ((KeelMatch *) results->matches->pdata[i])->meeting->slug);
  return g_string_free (g_steal_pointer (&slugs), FALSE);
}

static const char *const discussion[] = { "Discussion", NULL };
static const char *const both[] = { "discussion", "Big Book", NULL };
static const char *const unknown[] = { "Knitting", NULL };

static const struct
{
  KeelMeetingQuery query;
  const char *slugs; /* in the order of their next start, after what is going on where that was asked for */
} rows[] = {
  { { .soon = TRUE }, "soon two" },
  { { .now = TRUE }, "on room" },
  { { .soon = TRUE, .now = TRUE }, "on room soon two" },
  { { .parts = KEEL_PART_MORNING }, "other morning closed-room room" },
  { { .parts = KEEL_PART_AFTERNOON }, "soon two later berlin closed-room room on" },
  { { .parts = KEEL_PART_EVENING }, "evening closed-room room" },
  { { .parts = KEEL_PART_NIGHT }, "night closed-room room" },
  { { .parts = KEEL_PART_NIGHT | KEEL_PART_EVENING }, "night evening closed-room room" },
  { { .parts = KEEL_PART_AFTERNOON, .days = 1 << 2 }, "berlin" },
  { { .open_only = TRUE }, "two later other morning berlin closed-room room on" },
  { { .access = KEEL_ACCESS_WHEELCHAIR }, "other morning on" },
  { { .access = KEEL_ACCESS_WHEELCHAIR | KEEL_ACCESS_CHILDREN }, "morning" },
  { { .access = KEEL_ACCESS_SIGN_LANGUAGE }, "two" },
  { { .language = "Spanish" }, "soon two" },
  { { .language = "spanish" }, "soon two" },
  { { .language = "Español" }, "soon two" },
  { { .language = "German" }, "later berlin" },
  { { .language = "Klingon" }, "" },
  { { .types = discussion }, "soon later morning on" },
  { { .types = both }, "morning" },
  { { .types = unknown }, "" },
  { { .types = discussion, .language = "Spanish", .soon = TRUE }, "soon" },
  { { .program = "na" }, "other" },
  { { .program = "na", .now = TRUE }, "" },
  { { .text = "p", .program = "aa", .open_only = TRUE, .parts = KEEL_PART_AFTERNOON },
    "two later berlin on" },
};

static void
test_filters (Fixture *fixture, const void *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeetingResults) results = search (fixture, &rows[i].query, NOW);
      g_autofree char *slugs = list_slugs (results);

      g_test_message ("row %u", i);
      g_assert_cmpstr (slugs, ==, rows[i].slugs);
      g_assert_cmpuint (results->total, ==, results->matches->len);
    }
}

/* How many there are once @one is chosen as well, for the kinds that add up to nothing: types. */
static guint
count_with_type (Fixture *fixture, const KeelMeetingQuery *query, const char *one)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  KeelMeetingQuery asked = *query;

  for (guint i = 0; query->types && query->types[i]; i++)
    g_ptr_array_add (names, (char *) query->types[i]);
  g_ptr_array_add (names, (char *) one);
  g_ptr_array_add (names, NULL);
  asked.types = (const char *const *) names->pdata;
  return count (fixture, &asked);
}

#define ASSERT_COUNT(counted, member, value)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    KeelMeetingQuery asked_ = *query;                                                                        \
                                                                                                             \
    asked_.member = value;                                                                                   \
    g_assert_cmpuint (counted, ==, count (fixture, &asked_));                                                \
  }                                                                                                          \
  G_STMT_END

static void
assert_when (Fixture *fixture, const KeelMeetingQuery *query, const KeelMeetingResults *results)
{
  KeelMeetingQuery asked = *query;

  asked.soon = TRUE;
  asked.now = FALSE;
  g_assert_cmpuint (results->soon, ==, count (fixture, &asked));
  asked.soon = FALSE;
  asked.now = TRUE;
  g_assert_cmpuint (results->now, ==, count (fixture, &asked));
}

static void
assert_lists (Fixture *fixture, const KeelMeetingQuery *query, const KeelMeetingResults *results)
{
  g_assert_cmpuint (results->by_program->len, ==, 2);
  g_assert_cmpuint (results->by_language->len, ==, 2);
  for (guint i = 0; i < results->by_program->len; i++)
    {
      const KeelFilterCount *found = results->by_program->pdata[i];

      ASSERT_COUNT (found->count, program, found->name);
    }
  for (guint i = 0; i < results->by_language->len; i++)
    {
      const KeelFilterCount *found = results->by_language->pdata[i];

      ASSERT_COUNT (found->count, language, found->name);
    }
  for (guint i = 0; i < results->by_type->len; i++)
    {
      const KeelFilterCount *found = results->by_type->pdata[i];

      g_test_message ("%s", found->name);
      g_assert_cmpuint (found->count, ==, count_with_type (fixture, query, found->name));
    }
}

/* Every count is what choosing it gives. */
static void
test_counts (Fixture *fixture, const void *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelMeetingQuery *query = &rows[i].query;
      g_autoptr (KeelMeetingResults) results = search (fixture, query, NOW);

      g_test_message ("row %u", i);
      for (guint day = 0; day < 7; day++)
        ASSERT_COUNT (results->by_day[day], days, (guint8) (1 << day));
      for (guint part = 0; part < KEEL_N_PARTS; part++)
        ASSERT_COUNT (results->by_part[part], parts, (guint8) (1 << part));
      for (guint need = 0; need < KEEL_N_ACCESS; need++)
        ASSERT_COUNT (results->by_access[need], access, (guint8) (query->access | 1 << need));
      ASSERT_COUNT (results->online, online, TRUE);
      ASSERT_COUNT (results->in_person, in_person, TRUE);
      ASSERT_COUNT (results->open, open_only, TRUE);
      assert_when (fixture, query, results);
      assert_lists (fixture, query, results);
    }
}

/* Languages, needs and what other filters say stand apart; the most frequent come first. */
static void
test_types_offered (Fixture *fixture, const void *data)
{
  const KeelMeetingQuery all = { NULL };
  g_autoptr (KeelMeetingResults) results = search (fixture, &all, NOW);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < results->by_type->len; i++)
    {
      const KeelFilterCount *found = results->by_type->pdata[i];

      g_string_append_printf (text, "%s %u; ", found->name, found->count);
    }
  g_assert_cmpstr (text->str, ==, "Discussion 4; Big Book 2; Step 1; ");
}

static void
test_match (Fixture *fixture, const void *data)
{
  const KeelMeetingQuery query = { .types = discussion, .now = TRUE };
  const KeelMeetingQuery other = { .language = "German", .soon = FALSE, .limit = 1 };
  g_autoptr (KeelMeetingResults) results = search (fixture, &query, NOW);
  g_autoptr (KeelMeetingResults) german = search (fixture, &other, NOW);
  const KeelMatch *match = results->matches->pdata[0];

  g_assert_cmpint (match->began_at, ==, NOW - 30 * 60);
  g_assert_cmpint (match->next_start, ==, NOW - 30 * 60 + 7 * 86400);
  g_assert_cmpuint (match->meeting->access, ==, KEEL_ACCESS_WHEELCHAIR);
  g_assert_cmpuint (g_strv_length (match->meeting->languages), ==, 0);
  match = german->matches->pdata[0];
  g_assert_cmpstr (match->meeting->languages[0], ==, "German");
  g_assert_cmpint (match->began_at, ==, 0);
}

/* The clock goes on between two keystrokes. */
static void
test_clock (Fixture *fixture, const void *data)
{
  static const struct
  {
    int seconds;
    const char *now;
  } moments[] = {
    { 0, "room on" },
    { 899, "room on" },
    { 15 * 60, "soon room on" },
    { 30 * 60, "soon room" },
    { 7200, "two room" },
    { -3600, "room" },
    { 11 * 3600, "" },
    { 4 * 86400 - 3 * 3600, "closed-room" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (moments); i++)
    {
      const KeelMeetingQuery query = { .now = TRUE };
      g_autoptr (KeelMeetingResults) results = search (fixture, &query,
                                                       NOW + moments[i % G_N_ELEMENTS (moments)].seconds);
      g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
      g_autofree char *slugs = list_slugs (results);
      g_auto (GStrv) expected = g_strsplit (moments[i % G_N_ELEMENTS (moments)].now, " ", -1);

      g_test_message ("%d: %s", moments[i % G_N_ELEMENTS (moments)].seconds, slugs);
      g_assert_cmpuint (results->total, ==, g_strv_length (expected));
      for (guint j = 0; expected[j]; j++)
        g_assert_nonnull (strstr (slugs, expected[j]));
    }
}

/* Saturday the 21st is the third one: the second Saturday is in December, the third is going on. */
static const char calendar[] =
    "BEGIN:VCALENDAR\r\n"
    "BEGIN:VEVENT\r\nUID:second\r\nSUMMARY:Second\r\nDTSTART;TZID=America/New_York:20260110T183000\r\n"
    "RRULE:FREQ=MONTHLY;BYDAY=2SA\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:third\r\nSUMMARY:Third\r\nDTSTART;TZID=America/New_York:20260117T123000\r\n"
    "DURATION:PT2H\r\nRRULE:FREQ=MONTHLY;BYDAY=3SA\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:once\r\nSUMMARY:Once\r\nDTSTART;TZID=America/New_York:20261121T144500\r\n"
    "DURATION:PT1H\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:weekly\r\nSUMMARY:Weekly\r\nDTSTART;TZID=America/New_York:20260117T134500\r\n"
    "RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

/* What a calendar says of its dates is what counts, and time goes on. */
static void
test_schedules (Fixture *fixture, const void *data)
{
  static const struct
  {
    int minutes; /* from now */
    KeelMeetingQuery query;
    const char *slugs;
  } moments[] = {
    { 0, { NULL }, "weekly once second third" },
    { 0, { .soon = TRUE }, "weekly once" },
    { 0, { .now = TRUE }, "third" },
    { 0, { .parts = KEEL_PART_EVENING }, "second" },
    { 89, { .now = TRUE }, "weekly third" },
    { 90, { .now = TRUE }, "weekly" },
    { 106, { .now = TRUE }, "once" },
    { 0, { .now = TRUE }, "third" },
    { 165, { .now = TRUE }, "" },
    { 3 * 60, { NULL }, "weekly second third" },
    { 60 * 24 * 40, { NULL }, "weekly second third" },
  };
  g_autoptr (KeelMeetingResults) results = NULL;
  const KeelMeeting *meeting;

  import (fixture, "calendar.ics", calendar, "na", NOW - 86400);
  open_index (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (KeelMeetingResults) found = search (fixture, &moments[i].query,
                                                     NOW + 60 * moments[i].minutes);
      g_autofree char *slugs = list_slugs (found);

      g_test_message ("moment %u", i);
      g_assert_cmpstr (slugs, ==, moments[i].slugs);
    }
  results = search (fixture, &moments[0].query, NOW);
  meeting = ((KeelMatch *) results->matches->pdata[0])->meeting;
  g_assert_null (meeting->schedule);
  meeting = ((KeelMatch *) results->matches->pdata[2])->meeting;
  g_assert_nonnull (meeting->schedule);
  g_assert_null (meeting->notes);
  /* 2026-12-12T18:30 in New York */
  g_assert_cmpint (((KeelMatch *) results->matches->pdata[2])->next_start, ==, NOW + 21 * 86400 + 330 * 60);
}

/* On two days of a month, and on one. */
static const char rhythms[] =
    "BEGIN:VCALENDAR\r\n"
    "BEGIN:VEVENT\r\nUID:two\r\nSUMMARY:Two days\r\nDTSTART;TZID=America/New_York:20261102T190000\r\n"
    "DURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO,3TH\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:first\r\nSUMMARY:First Friday\r\nDTSTART;TZID=America/New_York:20260102T190000\r\n"
    "DURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYDAY=1FR\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

/* All the weekdays of a schedule count, not only the next one. */
static void
test_schedule_days (Fixture *fixture, const void *data)
{
  static const struct
  {
    guint8 days;
    const char *slugs;
  } asked[] = { { 1 << 1, "two" },
                { 1 << 4, "two" },
                { 1 << 5, "first" },
                { 1 << 1 | 1 << 4, "two" },
                { 1 << 2, "" },
                { 1 << 6, "" },
                { 1 << 5 | 1 << 4, "two first" },
                { 0, "two first" } };
  static const guint expected[] = { 0, 1, 0, 0, 1, 1, 0 };

  import (fixture, "calendar.ics", rhythms, "na", NOW);
  open_index (fixture);
  /* On each day of two weeks the next date is another one. */
  for (guint i = 0; i < G_N_ELEMENTS (asked) * 14; i++)
    {
      const KeelMeetingQuery query = { .days = asked[i % 8].days, .order = KEEL_ORDER_NAME };
      g_autoptr (KeelMeetingResults) results = search (fixture, &query, NOW + i / 8 * 86400);
      g_auto (GStrv) slugs = g_strsplit (asked[i % 8].slugs, " ", -1);

      g_test_message ("day %u, days %x", i / 8, query.days);
      g_assert_cmpuint (results->total, ==, g_strv_length (slugs));
      for (guint j = 0; slugs[j]; j++)
        g_assert_cmpstr (((KeelMatch *) results->matches->pdata[j])->meeting->slug, ==,
                         slugs[g_strv_length (slugs) - 1 - j]);
      for (guint day = 0; day < 7; day++)
        g_assert_cmpuint (results->by_day[day], ==, expected[day]);
    }
}

/* Nobody is told of a change where only time went on, and day and minute are still those of the next date. */
static void
test_schedule_again (Fixture *fixture, const void *data)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const KeelMeetingQuery query = { .text = "two days" };

  for (guint day = 0; day < 7; day++)
    {
      const KeelImportOptions options = { .program = "na",
                                          .timezone = "America/New_York",
                                          .types = keel_content_get_types (content),
                                          .now = NOW + day * 86400 };
      g_autoptr (KeelImportReport) report = keel_list_fixture_import (&fixture->list, "calendar.ics", rhythms,
                                                                      &options);

      g_test_message ("day %u", day);
      keel_assert_report (report, day ? 0 : 2, 0, day ? 2 : 0, 0);
    }
  open_index (fixture);
  for (guint day = 0; day < 14; day++)
    {
      g_autoptr (KeelMeetingResults) results = search (fixture, &query, NOW + day * 86400);
      const KeelMatch *match = results->matches->pdata[0];
      KeelLocalTime local = keel_local_time_from_utc (match->next_start, fixture->person);

      g_assert_cmpint (match->meeting->day, ==, keel_local_time_get_weekday (local));
      g_assert_cmpint (match->meeting->minute, ==, 19 * 60);
    }
}

static void
test_query_copy (void)
{
  char text[] = "words";
  char program[] = "aa";
  char *types[] = { text, NULL };
  const KeelMeetingQuery query = {
    .text = text, .program = program, .types = (const char *const *) types, .soon = TRUE
  };
  g_autoptr (KeelMeetingQuery) copy = keel_meeting_query_copy (&query);
  g_autoptr (KeelMeetingQuery) again = keel_meeting_query_copy (copy);

  text[0] = program[0] = 'x';
  g_assert_cmpstr (again->text, ==, "words");
  g_assert_cmpstr (again->program, ==, "aa");
  g_assert_cmpstr (again->types[0], ==, "words");
  g_assert_null (again->types[1]);
  g_assert_null (again->language);
  g_assert_true (again->soon);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/find-filters/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("filters", test_filters);
  ADD ("counts", test_counts);
  ADD ("types-offered", test_types_offered);
  ADD ("match", test_match);
  ADD ("clock", test_clock);
  g_test_add ("/store/find-filters/schedules", Fixture, NULL, set_up_empty, test_schedules, tear_down);
  g_test_add ("/store/find-filters/schedule-days", Fixture, NULL, set_up_empty, test_schedule_days,
              tear_down);
  g_test_add ("/store/find-filters/schedule-again", Fixture, NULL, set_up_empty, test_schedule_again,
              tear_down);
  g_test_add_func ("/store/find-filters/query-copy", test_query_copy);

  return g_test_run ();
}
