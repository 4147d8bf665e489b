/* Calendars with every quirk of facts/meeting-formats.md §3: what is read of each, line by line. */

#include "core/keel-ical-reader.h"

#include <string.h>

#include "core/keel-row-splitter.h"

/* 2026-01-01T00:00Z */
#define NOW G_GINT64_CONSTANT (1767225600)
#define DATES 5

static const char *const skip_names[] = { "syntax",      "not-object", "no-name", "bad-day",   "bad-time",
                                          "unpublished", "inactive",   "over",    "cancelled", "rhythm" };

static GBytes *
read_fixture (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".ics", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "ical", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* `name | zone | minutes | first dates from now on`. */
static void
describe_series (KeelSeries *series, GString *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *zone = keel_schedule_get_zone (series->schedule);
  gint64 after = NOW - 1;
  KeelOccurrence occurrence;

  g_string_append_printf (text, "%s | %s", series->meeting->name, zone != NULL ? zone : "floating");
  for (int i = 0; i < DATES && keel_schedule_next (series->schedule, after, utc, &occurrence); i++)
    {
      g_autofree char *date = keel_local_time_format (occurrence.local_start);

      g_string_append_printf (text, " | %s+%d", date, (int) ((occurrence.end - occurrence.start) / 60));
      after = occurrence.start;
    }
  g_string_append_c (text, '\n');
}

static char *
describe_calendar (GBytes *bytes, const char *timezone)
{
  const KeelIcalOptions options = { .now = NOW, .timezone = timezone };
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelIcalReader) reader = keel_ical_reader_new (bytes, &options, NULL, &error);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  GString *text = g_string_new (NULL);
  KeelSkippedRow *skipped = NULL;

  if (reader == NULL)
    {
      g_assert_true (error->domain == KEEL_FEED_ERROR);
      g_string_append_printf (text, "error %d\n", error->code);
      return g_string_free (text, FALSE);
    }
  while (keel_ical_reader_next (reader, series, &skipped, NULL, &error))
    {
      if (skipped != NULL)
        g_string_append_printf (text, "skip %s %s (%s)\n", skip_names[skipped->reason], skipped->name,
                                skipped->detail);
      g_clear_pointer (&skipped, keel_skipped_row_free);
      if (series->len > 0)
        describe_series (series->pdata[0], text);
      g_ptr_array_set_size (series, 0);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < keel_ical_reader_get_notices (reader)->len; i++)
    {
      const KeelNotice *notice = &g_array_index (keel_ical_reader_get_notices (reader), KeelNotice, i);

      g_string_append_printf (text, "notice %d: %u (%s)\n", notice->kind, notice->count, notice->detail);
    }
  return g_string_free (text, FALSE);
}

static const char *const fixtures[] = {
  "across-midnight",
  "alarms",
  "all-day",
  "bad-events",
  "bytes",
  "changed-dates",
  "cr-only",
  "empty-tzid",
  "links",
  "new-edition",
  "no-event",
  "override-alone",
  "override-before-master",
  "rules",
  "same-uid",
  "several-days",
  "this-and-future",
  "unbalanced",
  "unwrapped",
  "utc-and-floating",
  "weekly",
  "weekly-lf-no-zone-block-no-uid",
  "zone-block-alone",
  "zone-block-with-location",
  "zone-names",
};

/* Each NAME.ics with what is expected of it in NAME.txt. */
static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "ical", file, NULL);
  g_autoptr (GBytes) bytes = read_fixture (name);
  g_autofree char *text = describe_calendar (bytes, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static GPtrArray *
read_all (GBytes *bytes, const char *timezone)
{
  const KeelIcalOptions options = { .now = NOW, .timezone = timezone, .program = "na" };
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelIcalReader) reader = keel_ical_reader_new (bytes, &options, NULL, &error);
  GPtrArray *series = g_ptr_array_new_with_free_func (g_object_unref);
  KeelSkippedRow *skipped = NULL;

  g_assert_no_error (error);
  while (keel_ical_reader_next (reader, series, &skipped, NULL, &error))
    g_clear_pointer (&skipped, keel_skipped_row_free);
  g_assert_no_error (error);
  return series;
}

static GPtrArray *
read_fixture_series (const char *name)
{
  g_autoptr (GBytes) bytes = read_fixture (name);

  return read_all (bytes, NULL);
}

static void
test_links (void)
{
  static const struct
  {
    const char *room;
    const char *page;
    const char *place;
    KeelVenue venue;
  } table[] = {
    { "https://us02web.zoom.us/j/123?pwd=x", NULL, NULL, KEEL_VENUE_ONLINE },
    { "https://meet.jit.si/Room", NULL, NULL, KEEL_VENUE_ONLINE },
    { NULL, "https://example.org/meetings/7", "Library", KEEL_VENUE_IN_PERSON },
    { NULL, NULL, NULL, KEEL_VENUE_UNKNOWN },
    { "https://video.example.org/7", NULL, NULL, KEEL_VENUE_ONLINE },
    { NULL, NULL, NULL, KEEL_VENUE_UNKNOWN },
  };
  g_autoptr (GPtrArray) series = read_fixture_series ("links");

  g_assert_cmpuint (series->len, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelMeeting *meeting = ((KeelSeries *) series->pdata[i])->meeting;

      g_assert_cmpstr (meeting->conference_url, ==, table[i].room);
      g_assert_cmpstr (meeting->url, ==, table[i].page);
      g_assert_cmpstr (meeting->location, ==, table[i].place);
      g_assert_cmpint (meeting->venue, ==, table[i].venue);
      g_assert_cmpstr (meeting->program, ==, "na");
    }
}

static void
test_texts (void)
{
  g_autoptr (GPtrArray) series = read_fixture_series ("bytes");
  KeelMeeting *first = ((KeelSeries *) series->pdata[0])->meeting;
  KeelMeeting *second = ((KeelSeries *) series->pdata[1])->meeting;

  g_assert_cmpstr (first->name, ==, "Café group");
  g_assert_cmpstr (second->name, ==, "Café folded");
  g_assert_cmpstr (second->notes, ==, "One\nTwo, three; four\\five");
  g_assert_cmpstr (second->slug, ==, "b");
}

static void
test_leads (void)
{
  g_autoptr (GPtrArray) all = read_fixture_series ("alarms");
  const GArray *leads = ((KeelSeries *) all->pdata[0])->leads;

  g_assert_cmpuint (leads->len, ==, 2);
  g_assert_cmpint (g_array_index (leads, int, 0), ==, 15);
  g_assert_cmpint (g_array_index (leads, int, 1), ==, 26 * 60);
}

/* What a list of weekly meetings makes of it. */
static void
test_meetings (void)
{
  g_autoptr (GPtrArray) days = read_fixture_series ("several-days");
  g_autoptr (GPtrArray) rules = read_fixture_series ("rules");
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  KeelMeeting *meeting;

  keel_ical_series_to_meetings (days->pdata[0], NOW, meetings);
  g_assert_cmpuint (meetings->len, ==, 3);
  meeting = meetings->pdata[2];
  g_assert_cmpstr (meeting->slug, ==, "a-FR");
  g_assert_cmpint (meeting->day, ==, 5);
  g_assert_cmpint (meeting->minute, ==, 7 * 60);
  g_assert_cmpstr (meeting->timezone, ==, "Europe/Berlin");
  g_assert_null (meeting->schedule);

  g_ptr_array_set_size (meetings, 0);
  keel_ical_series_to_meetings (rules->pdata[0], NOW, meetings);
  g_assert_cmpuint (meetings->len, ==, 1);
  meeting = meetings->pdata[0];
  g_assert_cmpint (meeting->day, ==, 2);
  g_assert_cmpint (meeting->minute, ==, 19 * 60);
  g_assert_null (meeting->notes);
  g_assert_true (keel_schedule_equal (meeting->schedule, ((KeelSeries *) rules->pdata[0])->schedule));

  /* Before it begins, weekly is not yet every week; but its rows are the same ones. */
  g_ptr_array_set_size (meetings, 0);
  keel_ical_series_to_meetings (days->pdata[0], 0, meetings);
  g_assert_cmpuint (meetings->len, ==, 3);
  meeting = meetings->pdata[2];
  g_assert_nonnull (meeting->schedule);
  g_assert_cmpstr (meeting->slug, ==, "a-FR");
}

static GPtrArray *
read_event (const char *lines)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Lamp\n%s\n"
                                           "END:VEVENT\nEND:VCALENDAR\n",
                                           lines);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GPtrArray *series = read_all (bytes, NULL);

  g_assert_cmpuint (series->len, ==, 1);
  return series;
}

/* "a-MO 1 19:00 | a-WE 01-07T19:00 …": every week, or what comes in two weeks. */
static char *
describe_rows (GPtrArray *meetings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      KeelMeeting *meeting = meetings->pdata[i];
      g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", meeting->slug);
      if (meeting->schedule == NULL)
        g_string_append_printf (text, " %d %02d:%02d", meeting->day, meeting->minute / 60,
                                meeting->minute % 60);
      else
        keel_schedule_expand (meeting->schedule, NOW, NOW + 14 * 86400, NULL, dates);
      for (guint j = 0; j < dates->len; j++)
        {
          g_autofree char *date = keel_local_time_format (
              g_array_index (dates, KeelOccurrence, j).local_start);

          g_string_append_printf (text, " %s", date + strlen ("2026-"));
        }
    }
  return g_string_free (text, FALSE);
}

/* The rule alone says which rows there are: a followed one is not gone when a date is cancelled. */
static void
test_rows (void)
{
  static const struct
  {
    const char *lines, *rows;
  } table[] = {
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE", "a-MO 1 19:00 | a-WE 3 19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEXDATE:20260107T190000Z",
      "a-MO 1 19:00 | a-WE 01-14T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEXDATE:20251203T190000Z",
      "a-MO 1 19:00 | a-WE 01-07T19:00 01-14T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12",
      "a-MO 01-05T19:00 | a-WE 01-07T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=11", "a-MO 01-05T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2",
      "a-MO 01-12T19:00 | a-WE 01-14T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260110T000000Z",
      "a-MO 01-05T19:00 | a-WE 01-07T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\nRDATE:20260110T100000Z",
      "a-MO 01-05T19:00 01-10T10:00 01-12T19:00 | a-WE 3 19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nSUMMARY:Lamp\nRECURRENCE-ID:20260107T190000Z\nDTSTART:20260108T180000Z",
      "a-MO 1 19:00 | a-WE 01-08T18:00 01-14T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nSUMMARY:Lamp\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260107T190000Z\nDTSTART:20260107T200000Z",
      "a-MO 01-05T19:00 01-12T20:00 | a-WE 01-07T20:00 01-14T20:00" },
    { "DTSTART:20260112T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE", "a-MO 01-12T19:00 | a-WE 01-14T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1", "a 01-05T19:00 01-12T19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO", "a 1 19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=TU", "a 2 19:00" },
    { "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;COUNT=20", "a 01-05T19:00 01-12T19:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) series = read_event (table[i].lines);
      g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *rows = NULL;

      keel_ical_series_to_meetings (series->pdata[0], NOW, meetings);
      rows = describe_rows (meetings);
      g_assert_cmpstr (rows, ==, table[i].rows);
    }
}

/* When the series moves to other weekdays, the old row is over with the last date that it had: January 12,
 * from which it was moved, never comes. */
static void
test_moved_rows (void)
{
  g_autoptr (GPtrArray) series = read_event (
      "DTSTART:20251201T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\n"
      "SUMMARY:Lamp\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260112T190000Z\nDTSTART:20260113T190000Z\n"
      "RRULE:FREQ=WEEKLY;BYDAY=TU,TH");
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *rows = NULL;
  g_autofree char *rule = NULL;

  keel_ical_series_to_meetings (series->pdata[0], NOW, meetings);
  rows = describe_rows (meetings);
  g_assert_cmpstr (rows, ==, "a-MO 01-05T19:00 | a-TU 01-13T19:00 | a-WE 01-07T19:00 | a-TH");
  rule = keel_schedule_get_rule (((KeelMeeting *) meetings->pdata[0])->schedule);
  g_assert_cmpstr (rule, ==, "FREQ=WEEKLY;UNTIL=20260105T190000;BYDAY=MO");
}

static void
test_any_time (void)
{
  static const struct
  {
    const char *lines;
    gboolean any_time;
  } table[] = {
    { "DTSTART:20251201T000000Z\nDTEND:20251201T235900Z\nRRULE:FREQ=DAILY", TRUE },
    { "DTSTART:20251201T000000Z\nDURATION:PT24H\nRRULE:FREQ=DAILY", TRUE },
    { "DTSTART;VALUE=DATE:20251201\nRRULE:FREQ=DAILY", TRUE },
    { "DTSTART:20251201T000000Z\nDTEND:20251201T235900Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU", TRUE },
    { "DTSTART:20251201T000000Z\nDTEND:20251201T230000Z\nRRULE:FREQ=DAILY", FALSE },
    { "DTSTART:20251201T003000Z\nDURATION:PT24H\nRRULE:FREQ=DAILY", FALSE },
    { "DTSTART:20251201T000000Z\nRRULE:FREQ=DAILY", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) series = read_event (table[i].lines);
      g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);

      keel_ical_series_to_meetings (series->pdata[0], NOW, meetings);
      g_test_message ("%s", table[i].lines);
      g_assert_cmpint (((KeelMeeting *) meetings->pdata[0])->any_time, ==, table[i].any_time);
    }
}

/* A zone that was chosen stands in for one that is not given, not for one that is. */
static void
test_chosen_zone (void)
{
  g_autoptr (GBytes) bytes = read_fixture ("utc-and-floating");
  g_autofree char *text = describe_calendar (bytes, "America/Denver");

  g_assert_nonnull (strstr (text, "UTC | UTC |"));
  g_assert_nonnull (strstr (text, "Floating | America/Denver | 2025-12-31T21:00+45"));
  g_assert_nonnull (strstr (text, "notice 0: 1 (America/Denver)"));
}

/* --- Files that are none, or of an enemy --- */

static void
test_other_files (void)
{
  static const struct
  {
    const char *text;
    KeelFeedError code;
  } table[] = {
    { "", KEEL_FEED_ERROR_EMPTY_FILE },
    { " \r\n\t", KEEL_FEED_ERROR_EMPTY_FILE },
    { "\xef\xbb\xbf", KEEL_FEED_ERROR_EMPTY_FILE },
    { "<!DOCTYPE html><title>Sign in</title>", KEEL_FEED_ERROR_HTML },
    { "[]", KEEL_FEED_ERROR_FORMAT },
    { "BEGIN:VCARD\nEND:VCARD\n", KEEL_FEED_ERROR_FORMAT },
    { "BEGIN:VCALENDAR\n", KEEL_FEED_ERROR_EMPTY_LIST },
    { "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR\n", KEEL_FEED_ERROR_EMPTY_LIST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].text, strlen (table[i].text));
      g_autofree char *text = describe_calendar (bytes, NULL);
      g_autofree char *expected = g_strdup_printf ("error %d\n", table[i].code);

      g_assert_cmpstr (text, ==, expected);
    }
}

static char *
describe_text (GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return describe_calendar (bytes, NULL);
}

static void
append_many (GString *text, const char *piece, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append (text, piece);
}

static void
test_long_line (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:");
  g_autofree char *found = NULL;

  append_many (text, "0123456789", 1024 * 1024);
  g_string_append (text, "\nEND:VEVENT\nEND:VCALENDAR\n");
  found = describe_text (text);
  g_assert_cmpstr (found, ==, "error 7\n");
}

static void
test_long_folded_line (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:");
  g_autofree char *found = NULL;

  append_many (text, "0123456789\n ", 1024 * 1024);
  found = describe_text (text);
  g_assert_cmpstr (found, ==, "error 7\n");
}

static void
test_deep (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\n");
  g_autofree char *found = NULL;

  append_many (text, "BEGIN:X\n", 100 * 1000);
  found = describe_text (text);
  g_assert_cmpstr (found, ==, "error 6\n");
}

/* 100,000 dates taken out and put in, each named twice; and a description of just under a megabyte. */
static void
test_many_dates (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Many\n"
                                "DTSTART;TZID=Europe/Berlin:20260105T190000\nRRULE:FREQ=DAILY\nDESCRIPTION:");
  g_autofree char *found = NULL;

  append_many (text, "\\n\\,", 200 * 1000);
  for (int i = 0; i < 5000; i++)
    {
      int year, month, day;

      keel_civil_from_days (keel_days_from_civil (2026, 1, 5) + i, &year, &month, &day);
      g_string_append_printf (text,
                              "\nEXDATE;TZID=Europe/Berlin:%1$04d%2$02d%3$02dT190000,"
                              "%1$04d%2$02d%3$02dT190000\nRDATE:%1$04d%2$02d%3$02dT120000Z",
                              year, month, day);
    }
  g_string_append (text, "\nEND:VEVENT\nEND:VCALENDAR\n");
  found = describe_text (text);
  g_assert_true (
      g_str_has_prefix (found, "Many | Europe/Berlin | 2026-01-05T13:00+60 | 2026-01-06T13:00+60"));
}

static void
test_many_events (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\n");
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text,
                            "BEGIN:VEVENT\nUID:%d\nSUMMARY:x\nDTSTART:20260105T190000Z\n"
                            "RRULE:FREQ=WEEKLY\nEND:VEVENT\n",
                            i % 15000);
  bytes = g_string_free_to_bytes (text);
  series = read_all (bytes, NULL);
  g_assert_cmpuint (series->len, ==, 15000);
}

static void
test_cancel (void)
{
  const KeelIcalOptions options = { .now = NOW };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = read_fixture ("rules");
  g_autoptr (KeelIcalReader) reader = keel_ical_reader_new (bytes, &options, cancellable, NULL);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  KeelSkippedRow *skipped;

  g_assert_true (keel_ical_reader_next (reader, series, &skipped, cancellable, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (keel_ical_reader_next (reader, series, &skipped, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- What others publish --- */

static guint
read_folder (const char *path, guint *without)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint files = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      char *data;
      gsize length;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        files += read_folder (child, without);
      else if (g_file_get_contents (child, &data, &length, NULL))
        {
          g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

          text = describe_calendar (bytes, "Europe/Berlin");
          *without += !g_str_has_prefix (text, "error") && strstr (text, " | ") == NULL;
          g_assert_cmpuint (strlen (text), >, 0);
          g_test_message ("%s\n%s", child, text);
          files++;
        }
    }
  return files;
}

static void
test_shared (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_SHARED") != NULL ? g_getenv ("KEEL_SHARED") : "",
                                            "feeds", "ics", NULL);
  guint without = 0;
  guint files = read_folder (path, &without);

  if (files == 0)
    g_test_skip ("no calendars of others here");
  g_test_message ("%u files, %u of them without a date from 2026 on", files, without);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = g_strconcat ("/ical-reader/fixture/", fixtures[i], NULL);

      g_test_add_data_func (path, fixtures[i], test_fixture);
    }
  g_test_add_func ("/ical-reader/links", test_links);
  g_test_add_func ("/ical-reader/texts", test_texts);
  g_test_add_func ("/ical-reader/leads", test_leads);
  g_test_add_func ("/ical-reader/meetings", test_meetings);
  g_test_add_func ("/ical-reader/rows", test_rows);
  g_test_add_func ("/ical-reader/moved-rows", test_moved_rows);
  g_test_add_func ("/ical-reader/any-time", test_any_time);
  g_test_add_func ("/ical-reader/chosen-zone", test_chosen_zone);
  g_test_add_func ("/ical-reader/other-files", test_other_files);
  g_test_add_func ("/ical-reader/long-line", test_long_line);
  g_test_add_func ("/ical-reader/long-folded-line", test_long_folded_line);
  g_test_add_func ("/ical-reader/deep", test_deep);
  g_test_add_func ("/ical-reader/many-dates", test_many_dates);
  g_test_add_func ("/ical-reader/many-events", test_many_events);
  g_test_add_func ("/ical-reader/cancel", test_cancel);
  g_test_add_func ("/ical-reader/shared", test_shared);
  return g_test_run ();
}
