/* What lists say otherwise of the meetings that a person follows, and what the person makes of it. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-changes.h"

#include <string.h>

/* A Wednesday noon in New York. */
#define NOW "2026-11-25T17:00:00Z"
#define DAY (24 * 3600)

#define ROW(rest) "{\"slug\":\"candle\",\"timezone\":\"America/New_York\"," rest "}"
#define TUESDAY "\"name\":\"Candle\",\"day\":2,\"time\":\"19:00\",\"end_time\":\"20:00\""
#define HALL "\"location\":\"Hall\",\"formatted_address\":\"1 Quay, Portville\""
#define LINK "\"conference_url\":\"https://example.org/j/7\""
#define OTHER                                                                                                \
  "{\"slug\":\"other\",\"name\":\"Other\",\"day\":0,\"time\":\"10:00\",\"formatted_address\":\"3 Quay\"}"

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new (NOW, "Europe/Berlin");
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

static void
import_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "list", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const KeelImportOptions options = { .list = "Harbour",
                                      .now = keel_clock_get_now (KEEL_CLOCK (fixture->clock)) };
  g_autoptr (KeelImportReport) report = NULL;
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  report = keel_profile_import (fixture->profile, file, &options, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
import (Fixture *fixture, const char *row)
{
  g_autofree char *text = row != NULL ? g_strdup_printf ("[%s,%s]", OTHER, row)
                                      : g_strdup_printf ("[%s]", OTHER);

  import_text (fixture, text);
}

/* Imports a calendar with one event of these lines. */
static void
import_event (Fixture *fixture, const char *lines)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
                                           "UID:candle\r\nSUMMARY:Candle\r\nDURATION:PT1H\r\n%s"
                                           "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                           lines);

  import_text (fixture, text);
}

static char *
follow_candle (Fixture *fixture)
{
  g_autofree char *id = keel_directory_make_id ("Harbour", "candle");
  g_autoptr (KeelSeries) series = NULL;
  GError *error = NULL;

  series = keel_profile_follow (fixture->profile, id, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (series->uuid);
}

/* Imports @row and follows it; returns the UUID. */
static char *
follow (Fixture *fixture, const char *row)
{
  import (fixture, row);
  return follow_candle (fixture);
}

static GPtrArray *
get_changes (Fixture *fixture)
{
  GError *error = NULL;
  GPtrArray *changes = keel_profile_get_changes (fixture->profile, NULL, &error);

  g_assert_no_error (error);
  return changes;
}

static void
assert_changes (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) changes = get_changes (fixture);

  g_assert_cmpuint (changes->len, ==, n);
}

/* What is shown of the change of this series at present; the caller frees. */
static char *
get_shown (Fixture *fixture, const char *uuid)
{
  g_autoptr (GPtrArray) changes = get_changes (fixture);

  for (guint i = 0; i < changes->len; i++)
    {
      const KeelFollowedChange *change = changes->pdata[i];

      if (g_str_equal (change->series->uuid, uuid))
        return g_strdup (change->fingerprint);
    }
  return g_strdup ("");
}

static KeelSeries *
take_shown (Fixture *fixture, const char *uuid, GError **error)
{
  g_autofree char *shown = get_shown (fixture, uuid);

  return keel_profile_take_change (fixture->profile, uuid, shown, error);
}

static KeelSeries *
keep_shown (Fixture *fixture, const char *uuid, GError **error)
{
  g_autofree char *shown = get_shown (fixture, uuid);

  return keel_profile_keep_mine (fixture->profile, uuid, shown, error);
}

static KeelSeries *
find (Fixture *fixture, const char *uuid)
{
  GError *error = NULL;
  KeelSeries *series = keel_journal_find_series (keel_profile_get_journal (fixture->profile), uuid, &error);

  g_assert_no_error (error);
  return series;
}

/* The local starts of @series in the 21 days around now: "11-24T19:00 11-26T19:30 …"; the caller frees. */
static char *
list_dates (KeelSeries *series)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  GString *text = g_string_new (NULL);
  gint64 at = g_date_time_to_unix (now);

  keel_schedule_expand (series->schedule, at - 7 * DAY, at + 14 * DAY, person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *local = keel_local_time_format (g_array_index (dates, KeelOccurrence, i).local_start);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", local + strlen ("2026-"));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *was;
  const char *now; /* NULL: gone */
  guint what;
} Row;

static const Row rows[] = {
  { "same", ROW (TUESDAY "," HALL), ROW (TUESDAY "," HALL), KEEL_MEETING_CHANGE_NONE },
  { "region-alone", ROW (TUESDAY "," HALL), ROW (TUESDAY "," HALL ",\"region\":\"Quay\""),
    KEEL_MEETING_CHANGE_NONE },
  { "name", ROW (TUESDAY "," HALL),
    ROW ("\"name\":\"Lamp\",\"day\":2,\"time\":\"19:00\",\"end_time\":\"20:00\"," HALL),
    KEEL_MEETING_CHANGE_NAME },
  { "time", ROW (TUESDAY "," HALL),
    ROW ("\"name\":\"Candle\",\"day\":2,\"time\":\"19:30\",\"end_time\":\"20:30\"," HALL),
    KEEL_MEETING_CHANGE_TIME },
  { "day", ROW (TUESDAY "," HALL),
    ROW ("\"name\":\"Candle\",\"day\":4,\"time\":\"19:00\",\"end_time\":\"20:00\"," HALL),
    KEEL_MEETING_CHANGE_TIME },
  { "length", ROW (TUESDAY "," HALL),
    ROW ("\"name\":\"Candle\",\"day\":2,\"time\":\"19:00\",\"end_time\":\"20:30\"," HALL),
    KEEL_MEETING_CHANGE_TIME },
  { "length-unsaid", ROW (TUESDAY "," HALL), ROW ("\"name\":\"Candle\",\"day\":2,\"time\":\"19:00\"," HALL),
    KEEL_MEETING_CHANGE_NONE },
  { "zone", ROW (TUESDAY "," HALL),
    "{\"slug\":\"candle\",\"timezone\":\"America/Chicago\"," TUESDAY "," HALL "}", KEEL_MEETING_CHANGE_TIME },
  { "by-appointment", ROW (TUESDAY "," HALL), ROW ("\"name\":\"Candle\",\"end_time\":\"20:00\"," HALL),
    KEEL_MEETING_CHANGE_TIME },
  { "place", ROW (TUESDAY "," HALL),
    ROW (TUESDAY ",\"location\":\"Shed\",\"formatted_address\":\"2 Quay, Portville\""),
    KEEL_MEETING_CHANGE_PLACE },
  { "link", ROW (TUESDAY "," LINK), ROW (TUESDAY ",\"conference_url\":\"https://example.org/j/8\""),
    KEEL_MEETING_CHANGE_LINK },
  { "goes-online", ROW (TUESDAY "," HALL), ROW (TUESDAY "," HALL "," LINK),
    KEEL_MEETING_CHANGE_LINK | KEEL_MEETING_CHANGE_VENUE },
  { "phone", ROW (TUESDAY "," LINK ",\"conference_phone\":\"+1 555 0100\""),
    ROW (TUESDAY "," LINK ",\"conference_phone\":\"+1 555 0101\""), KEEL_MEETING_CHANGE_PHONE },
  { "inactive", ROW (TUESDAY "," HALL), ROW (TUESDAY "," HALL ",\"attendance_option\":\"inactive\""),
    KEEL_MEETING_CHANGE_GONE },
  { "notes", ROW (TUESDAY "," HALL), ROW (TUESDAY "," HALL ",\"notes\":\"1st and 3rd week\""),
    KEEL_MEETING_CHANGE_NOTES },
  { "gone", ROW (TUESDAY "," HALL), NULL, KEEL_MEETING_CHANGE_GONE },
};

static void
test_row (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autofree char *uuid = follow (fixture, row->was);
  g_autoptr (GPtrArray) changes = NULL;
  KeelFollowedChange *change;

  assert_changes (fixture, 0);
  import (fixture, row->now);
  changes = get_changes (fixture);
  g_assert_cmpuint (changes->len, ==, row->what != KEEL_MEETING_CHANGE_NONE);
  if (changes->len == 0)
    return;
  change = changes->pdata[0];
  g_assert_cmpstr (change->series->uuid, ==, uuid);
  g_assert_cmpuint (change->what, ==, row->what);
  g_assert_true ((change->meeting == NULL) == (row->what == KEEL_MEETING_CHANGE_GONE));
  g_assert_cmpint (change->paused, ==, g_str_equal (row->name, "inactive"));
}

#define INACTIVE ",\"attendance_option\":\"inactive\""

/* What its list marks as not meeting at present is not gone: it may come back, or go for good. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) before = NULL;
  GError *error = NULL;

  import (fixture, ROW (TUESDAY "," HALL INACTIVE));
  series = find (fixture, uuid);
  g_assert_cmpint (series->vanished_at, ==, 0);
  assert_changes (fixture, 1);
  before = keep_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  assert_changes (fixture, 0);
  import (fixture, ROW (TUESDAY "," HALL));
  assert_changes (fixture, 0);
  import (fixture, ROW (TUESDAY "," HALL INACTIVE));
  assert_changes (fixture, 0);
  import (fixture, NULL);
  assert_changes (fixture, 1);
}

static void
test_pause_of_days (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = keel_directory_make_id ("Harbour", "candle-4");
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;

  import (fixture, ROW ("\"name\":\"Candle\",\"day\":[2,4],\"time\":\"19:00\"," HALL));
  series = keel_profile_follow (fixture->profile, id, NULL, &error);
  g_assert_no_error (error);
  import (fixture, ROW ("\"name\":\"Candle\",\"day\":[2,4],\"time\":\"19:00\"," HALL INACTIVE));
  changes = get_changes (fixture);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (((KeelFollowedChange *) changes->pdata[0])->paused);
}

/* Each answer can be taken back; then it is asked again. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now; /* NULL: gone */
    gboolean take;
  } answers[] = {
    { ROW ("\"name\":\"Lamp\",\"day\":3,\"time\":\"20:00\"," HALL), TRUE },
    { ROW ("\"name\":\"Lamp\",\"day\":3,\"time\":\"20:00\"," HALL), FALSE },
    { ROW (TUESDAY "," HALL INACTIVE), TRUE },
    { NULL, TRUE },
    { NULL, FALSE },
  };
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) first = find (fixture, uuid);
  g_autofree char *dates = list_dates (first);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (KeelSeries) before = NULL;
      g_autoptr (KeelSeries) after = NULL;
      g_autofree char *dates_after = NULL;
      GError *error = NULL;

      import (fixture, answers[i].now);
      before = answers[i].take ? take_shown (fixture, uuid, &error) : keep_shown (fixture, uuid, &error);
      g_assert_no_error (error);
      assert_changes (fixture, 0);
      g_assert_true (keel_profile_undo_answer (fixture->profile, before, &error));
      g_assert_no_error (error);
      assert_changes (fixture, 1);
      after = find (fixture, uuid);
      dates_after = list_dates (after);
      g_assert_cmpstr (after->meeting->name, ==, "Candle");
      g_assert_cmpstr (dates_after, ==, dates);
    }
}

/* The change is not told again, until there is another one. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autoptr (KeelSeries) none = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, ROW (TUESDAY "," LINK));
  assert_changes (fixture, 1);
  before = keep_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  assert_changes (fixture, 0);
  after = find (fixture, uuid);
  g_assert_true (keel_series_equal (before, after));
  import (fixture, ROW (TUESDAY "," LINK ",\"region\":\"Quay\""));
  assert_changes (fixture, 0);

  none = keep_shown (fixture, uuid, &error);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_assert_null (none);

  import (fixture, ROW (TUESDAY ",\"conference_url\":\"https://example.org/j/9\""));
  assert_changes (fixture, 1);
  /* Back to what is followed: nothing to decide. */
  import (fixture, ROW (TUESDAY "," HALL));
  assert_changes (fixture, 0);
}

typedef struct
{
  const char *name;
  const char *now;
  const char *dates;
} Taking;

/* Followed is Wednesday 13:00, which is an hour from now, from the 25th on; so no date is before that. */
#define WEDNESDAY "\"name\":\"Candle\",\"day\":3,\"time\":\"13:00\",\"end_time\":\"14:00\"," HALL

static const Taking takings[] = {
  { "later-today", "\"day\":3,\"time\":\"15:30\"", "11-25T15:30 12-02T15:30" },
  { "earlier-today", "\"day\":3,\"time\":\"09:00\"", "12-02T09:00 12-09T09:00" },
  { "tomorrow", "\"day\":4,\"time\":\"13:00\"", "11-26T13:00 12-03T13:00" },
  { "yesterday", "\"day\":2,\"time\":\"13:00\"", "12-01T13:00 12-08T13:00" },
};

static void
test_take (Fixture *fixture, gconstpointer data)
{
  const Taking *taking = data;
  g_autofree char *uuid = follow (fixture, ROW (WEDNESDAY));
  g_autofree char *row = g_strdup_printf (ROW ("\"name\":\"Lamp\"," HALL ",%s"), taking->now);
  g_autoptr (KeelSeries) first = find (fixture, uuid);
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates = NULL;
  GError *error = NULL;

  import (fixture, row);
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  g_assert_true (keel_series_equal (first, before));
  after = find (fixture, uuid);
  g_assert_cmpstr (after->meeting->name, ==, "Lamp");
  g_assert_cmpuint (after->leads->len, ==, before->leads->len);
  dates = list_dates (after);
  g_assert_cmpstr (dates, ==, taking->dates);
  assert_changes (fixture, 0);
}

/* Three weeks of past stay, and what comes is new. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates = NULL;
  GError *error = NULL;

  keel_test_clock_set (fixture->clock, "2026-11-04T17:00:00Z");
  uuid = follow (fixture, ROW (TUESDAY "," HALL));
  keel_test_clock_set (fixture->clock, NOW);
  import (fixture, ROW ("\"name\":\"Candle\",\"day\":1,\"time\":\"18:00\",\"end_time\":\"19:00\"," HALL));
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  after = find (fixture, uuid);
  dates = list_dates (after);
  g_assert_cmpstr (dates, ==, "11-24T19:00 11-30T18:00 12-07T18:00");
}

/* Today's has begun at its old time: it stays, and the new time holds from the next one on. */
static void
test_begun (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates = NULL;
  GError *error = NULL;

  keel_test_clock_set (fixture->clock, "2026-11-25T10:00:00Z");
  uuid = follow (fixture, ROW ("\"name\":\"Candle\",\"day\":3,\"time\":\"11:30\"," HALL));
  keel_test_clock_set (fixture->clock, NOW);
  import (fixture, ROW ("\"name\":\"Candle\",\"day\":3,\"time\":\"20:00\"," HALL));
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  after = find (fixture, uuid);
  dates = list_dates (after);
  g_assert_cmpstr (dates, ==, "11-25T11:30 12-02T20:00");
}

#define ZONE "TZID=America/New_York:"
#define WEEKLY(start, rule) "DTSTART;" ZONE start "\r\nRRULE:FREQ=WEEKLY;" rule "\r\n"
#define MOVED(date, start)                                                                                   \
  "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:candle\r\nSUMMARY:Candle\r\nDURATION:PT1H\r\n"                          \
  "RECURRENCE-ID;" ZONE date "\r\nDTSTART;" ZONE start "\r\n"
#define TUESDAYS WEEKLY ("20261103T190000", "COUNT=6")

typedef struct
{
  const char *name;
  const char *was, *now; /* lines of an event */
  const char *dates;
} Calendar;

/* Of a calendar, which says more than day and minute. Now is Wednesday the 25th, 12:00. */
static const Calendar calendars[] = {
  { "count", TUESDAYS, WEEKLY ("20261103T193000", "COUNT=5"), "11-24T19:00 12-01T19:30" },
  { "moved-from-the-past", TUESDAYS,
    WEEKLY ("20261103T200000", "COUNT=6") MOVED ("20261110T200000", "20261127T180000"),
    "11-24T19:00 11-27T18:00 12-01T20:00 12-08T20:00" },
  { "moved-in-the-past", TUESDAYS MOVED ("20261110T190000", "20261120T180000"),
    WEEKLY ("20261103T200000", "COUNT=6"), "11-20T18:00 11-24T19:00 12-01T20:00 12-08T20:00" },
  { "over-today", WEEKLY ("20261104T110000", "COUNT=9"), WEEKLY ("20261104T150000", "COUNT=9"),
    "11-25T11:00 12-02T15:00" },
  { "added-first", TUESDAYS, WEEKLY ("20261103T200000", "COUNT=6") "RDATE;" ZONE "20261127T120000\r\n",
    "11-24T19:00 11-27T12:00 12-01T20:00 12-08T20:00" },
  { "added", TUESDAYS, WEEKLY ("20261103T200000", "COUNT=6") "RDATE;" ZONE "20261205T100000\r\n",
    "11-24T19:00 12-01T20:00 12-05T10:00 12-08T20:00" },
  { "no-longer-cancelled", TUESDAYS "EXDATE;" ZONE "20261201T190000\r\n", TUESDAYS,
    "11-24T19:00 12-01T19:00 12-08T19:00" },
  { "cancelled", TUESDAYS, TUESDAYS "EXDATE;" ZONE "20261201T190000\r\n", "11-24T19:00 12-08T19:00" },
};

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  const Calendar *calendar = data;
  g_autofree char *uuid = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates = NULL;
  GError *error = NULL;

  import_event (fixture, calendar->was);
  uuid = follow_candle (fixture);
  import_event (fixture, calendar->now);
  assert_changes (fixture, 1);
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  after = find (fixture, uuid);
  dates = list_dates (after);
  g_assert_cmpstr (dates, ==, calendar->dates);
  assert_changes (fixture, 0);
}

/* What a calendar says in another way, when a date passes or its first one has come, is no change. */
static void
test_calendar_same (Fixture *fixture, gconstpointer data)
{
  static const char *const same[] = {
    WEEKLY ("20261103T190000", "BYDAY=TU"),
    WEEKLY ("20261110T190000", "BYDAY=TU"),
    WEEKLY ("20261201T190000", "BYDAY=TU"),
    "DTSTART;" ZONE "20261103T190000\r\nRRULE:FREQ=WEEKLY\r\n",
  };
  g_autofree char *uuid = NULL;

  import_event (fixture, WEEKLY ("20261201T190000", "BYDAY=TU"));
  uuid = follow_candle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      import_event (fixture, same[i]);
      assert_changes (fixture, 0);
    }
  import_event (fixture, WEEKLY ("20261201T193000", "BYDAY=TU"));
  assert_changes (fixture, 1);
  import_event (fixture, WEEKLY ("20261103T190000", "BYDAY=WE"));
  assert_changes (fixture, 1);
}

/* Of Tuesdays and Thursdays the Tuesdays are followed: a Thursday that is cancelled is no change of these,
 * and a Tuesday is one of the time alone. */
static void
test_calendar_days (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = keel_directory_make_id ("Harbour", "candle-TU");
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;

  import_event (fixture, WEEKLY ("20261103T190000", "BYDAY=TU,TH"));
  series = keel_profile_follow (fixture->profile, id, NULL, &error);
  g_assert_no_error (error);
  import_event (fixture, WEEKLY ("20261103T190000", "BYDAY=TU,TH") "EXDATE;" ZONE "20261126T190000\r\n");
  assert_changes (fixture, 0);
  import_event (fixture, WEEKLY ("20261103T190000", "BYDAY=TU,TH") "EXDATE;" ZONE "20261201T190000\r\n");
  changes = get_changes (fixture);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpuint (((KeelFollowedChange *) changes->pdata[0])->what, ==, KEEL_MEETING_CHANGE_TIME);
}

#define UNTIL_MOVED(date, start)                                                                             \
  "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:candle\r\nSUMMARY:Candle\r\nDURATION:PT1H\r\n"                          \
  "RECURRENCE-ID;RANGE=THISANDFUTURE;" ZONE date "\r\nDTSTART;" ZONE start "\r\n"

typedef struct
{
  const char *name;
  const char *was;
  const char *slug; /* that is followed */
  const char *now;
  guint what;
  const char *new_slug;
} Day;

static const Day days[] = {
  { "one-more", WEEKLY ("20261103T190000", "BYDAY=TU"), "candle", WEEKLY ("20261103T190000", "BYDAY=TU,TH"),
    KEEL_MEETING_CHANGE_NONE, "candle-TU" },
  { "one-more-and-later", WEEKLY ("20261103T190000", "BYDAY=TU"), "candle",
    WEEKLY ("20261103T193000", "BYDAY=TU,TH"), KEEL_MEETING_CHANGE_TIME, "candle-TU" },
  { "one-less", WEEKLY ("20261103T190000", "BYDAY=TU,TH"), "candle-TU",
    WEEKLY ("20261103T190000", "BYDAY=TU"), KEEL_MEETING_CHANGE_NONE, "candle" },
  { "one-less-and-later", WEEKLY ("20261103T190000", "BYDAY=TU,TH"), "candle-TU",
    WEEKLY ("20261103T193000", "BYDAY=TU"), KEEL_MEETING_CHANGE_TIME, "candle" },
  { "another", WEEKLY ("20261102T190000", "BYDAY=MO"), "candle",
    WEEKLY ("20261102T190000", "BYDAY=MO") UNTIL_MOVED ("20261207T190000", "20261208T190000"),
    KEEL_MEETING_CHANGE_TIME, "candle" },
  { "another-of-several", WEEKLY ("20261103T190000", "BYDAY=TU,TH"), "candle-TU",
    WEEKLY ("20261104T190000", "BYDAY=WE"), KEEL_MEETING_CHANGE_TIME, "candle" },
};

/* A calendar's event that gains or loses a weekday, or has another one, is not gone. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  const Day *day = data;
  g_autofree char *id = keel_directory_make_id ("Harbour", day->slug);
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) reconciled = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;

  import_event (fixture, day->was);
  series = keel_profile_follow (fixture->profile, id, NULL, &error);
  g_assert_no_error (error);
  import_event (fixture, day->now);
  reconciled = find (fixture, series->uuid);
  g_assert_cmpint (reconciled->vanished_at, ==, 0);
  changes = get_changes (fixture);
  g_assert_cmpuint (changes->len, ==, day->what != KEEL_MEETING_CHANGE_NONE);
  if (changes->len == 0)
    return;
  g_assert_cmpuint (((KeelFollowedChange *) changes->pdata[0])->what, ==, day->what);
  before = take_shown (fixture, series->uuid, &error);
  g_assert_no_error (error);
  after = find (fixture, series->uuid);
  g_assert_cmpstr (after->meeting->slug, ==, day->new_slug);
  assert_changes (fixture, 0);
}

/* Tuesdays and Thursdays are followed, and Tuesdays are left: Thursdays have not become Tuesdays. */
static void
test_day_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tuesday = keel_directory_make_id ("Harbour", "candle-TU");
  g_autofree char *thursday = keel_directory_make_id ("Harbour", "candle-TH");
  g_autoptr (KeelSeries) one = NULL;
  g_autoptr (KeelSeries) other = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const KeelFollowedChange *change;
  GError *error = NULL;

  import_event (fixture, WEEKLY ("20261103T190000", "BYDAY=TU,TH"));
  one = keel_profile_follow (fixture->profile, tuesday, NULL, &error);
  g_assert_no_error (error);
  other = keel_profile_follow (fixture->profile, thursday, NULL, &error);
  g_assert_no_error (error);
  import_event (fixture, WEEKLY ("20261103T190000", "BYDAY=TU"));
  changes = get_changes (fixture);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpstr (change->series->uuid, ==, other->uuid);
  g_assert_cmpuint (change->what, ==, KEEL_MEETING_CHANGE_GONE);
}

/* A list that names no zone means the place where its groups meet, which is not the next one where the person
 * is: followed and taken anew in Berlin, both stand in its time. */
static void
test_floating (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = NULL;
  g_autoptr (KeelSeries) followed = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates = NULL;
  GError *error = NULL;

  import_event (fixture, "DTSTART:20261103T190000\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\n");
  uuid = follow_candle (fixture);
  followed = find (fixture, uuid);
  g_assert_cmpstr (keel_schedule_get_zone (followed->schedule), ==, "Europe/Berlin");
  import_event (fixture, "DTSTART:20261103T200000\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\n");
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  after = find (fixture, uuid);
  dates = list_dates (after);
  g_assert_cmpstr (keel_schedule_get_zone (after->schedule), ==, "Europe/Berlin");
  g_assert_cmpstr (dates, ==, "11-24T19:00 12-01T20:00 12-08T20:00");
}

/* What a person adds themselves goes where they go. */
static void
test_floating_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) added = NULL;
  KeelLocalTime start;
  GError *error = NULL;

  meeting->name = g_strdup ("Reading");
  g_assert_true (keel_local_time_parse ("2026-11-25T21:00", &start));
  schedule = keel_schedule_new (start, NULL, 30, "FREQ=DAILY", &error);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  added = keel_profile_follow_new (fixture->profile, series, &error);
  g_assert_no_error (error);
  g_assert_null (keel_schedule_get_zone (added->schedule));
}

static void
change_since (Fixture *fixture, const char *uuid)
{
  const int lead = 5;
  g_autoptr (KeelSeries) taken = find (fixture, uuid);
  g_autoptr (KeelSeries) noted = keel_series_copy (taken);
  GError *error = NULL;

  noted->note = g_strdup ("Bring tea");
  noted->home_group = TRUE;
  g_array_append_val (noted->leads, lead);
  g_assert_true (keel_profile_update (fixture->profile, noted, &error));
  g_assert_no_error (error);
}

/* What the person wrote after an answer is not the answer's. */
static void
test_undo_later (Fixture *fixture, gconstpointer data)
{
  gboolean take = GPOINTER_TO_INT (data);
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) first = find (fixture, uuid);
  g_autofree char *dates = list_dates (first);
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates_after = NULL;
  GError *error = NULL;

  import (fixture, ROW ("\"name\":\"Lamp\",\"day\":3,\"time\":\"20:00\"," HALL));
  before = take ? take_shown (fixture, uuid, &error) : keep_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  change_since (fixture, uuid);
  g_assert_true (keel_profile_undo_answer (fixture->profile, before, &error));
  g_assert_no_error (error);
  after = find (fixture, uuid);
  dates_after = list_dates (after);
  g_assert_cmpstr (after->meeting->name, ==, "Candle");
  g_assert_cmpstr (dates_after, ==, dates);
  g_assert_cmpstr (after->note, ==, "Bring tea");
  g_assert_true (after->home_group);
  g_assert_cmpuint (after->leads->len, ==, 2);
  assert_changes (fixture, 1);
}

/* Dates that were moved or cancelled since stay so where they were before too: of every third day, which the
 * list made every day. */
static void
test_undo_dates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) cancelled = NULL;
  g_autoptr (KeelSeries) moved = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autofree char *dates = NULL;
  KeelLocalTime first, second, other;
  GError *error = NULL;

  g_assert_true (keel_local_time_parse ("2026-11-26T19:00", &first));
  g_assert_true (keel_local_time_parse ("2026-11-29T19:00", &second));
  g_assert_true (keel_local_time_parse ("2026-11-30T12:00", &other));
  import_event (fixture, "DTSTART;" ZONE "20261120T190000\r\nRRULE:FREQ=DAILY;INTERVAL=3;COUNT=6\r\n");
  uuid = follow_candle (fixture);
  import_event (fixture, "DTSTART;" ZONE "20261120T190000\r\nRRULE:FREQ=DAILY;COUNT=11\r\n");
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  cancelled = keel_profile_cancel_date (fixture->profile, uuid, first, &error);
  g_assert_no_error (error);
  moved = keel_profile_move_date (fixture->profile, uuid, second, other, 60, &error);
  g_assert_no_error (error);
  g_assert_true (keel_profile_undo_answer (fixture->profile, before, &error));
  g_assert_no_error (error);
  after = find (fixture, uuid);
  dates = list_dates (after);
  g_assert_cmpstr (dates, ==, "11-20T19:00 11-23T19:00 11-30T12:00 12-02T19:00 12-05T19:00");
}

/* An answer is to what was shown, and to nothing that the list says since. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autofree char *shown = NULL;
  g_autoptr (KeelSeries) first = find (fixture, uuid);
  g_autoptr (KeelSeries) after = NULL;
  g_autoptr (GError) taking = NULL;
  g_autoptr (GError) keeping = NULL;

  import (fixture, ROW (TUESDAY ",\"location\":\"Shed\""));
  shown = get_shown (fixture, uuid);
  import (fixture, NULL);
  g_assert_null (keel_profile_take_change (fixture->profile, uuid, shown, &taking));
  g_assert_error (taking, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  g_assert_null (keel_profile_keep_mine (fixture->profile, uuid, shown, &keeping));
  g_assert_error (keeping, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  after = find (fixture, uuid);
  g_assert_cmpstr (after->meeting->name, ==, first->meeting->name);
  assert_changes (fixture, 1);
}

/* What was taken later is not lost by the undo of what was taken before. */
static void
test_undo_old (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) first = NULL;
  g_autoptr (KeelSeries) second = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autoptr (GError) failure = NULL;
  GError *error = NULL;

  import (fixture, ROW (TUESDAY ",\"location\":\"Shed\""));
  first = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  import (fixture, ROW (TUESDAY ",\"location\":\"Barn\""));
  second = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  g_assert_false (keel_profile_undo_answer (fixture->profile, first, &failure));
  g_assert_error (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  after = find (fixture, uuid);
  g_assert_cmpstr (after->meeting->location, ==, "Barn");
  assert_changes (fixture, 0);
  g_assert_true (keel_profile_undo_answer (fixture->profile, second, &error));
  g_assert_no_error (error);
  g_assert_true (keel_profile_undo_answer (fixture->profile, first, &error));
  g_assert_no_error (error);
}

/* A new place leaves the dates, and what the person moved, alone. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) first = NULL;
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  KeelLocalTime original, moved;
  GError *error = NULL;

  g_assert_true (keel_local_time_parse ("2026-12-01T19:00", &original));
  g_assert_true (keel_local_time_parse ("2026-12-02T18:00", &moved));
  first = keel_profile_move_date (fixture->profile, uuid, original, moved, 60, &error);
  g_assert_no_error (error);
  import (fixture, ROW (TUESDAY ",\"location\":\"Shed\",\"formatted_address\":\"2 Quay, Portville\""));
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  after = find (fixture, uuid);
  g_assert_cmpstr (after->meeting->location, ==, "Shed");
  g_assert_true (keel_schedule_equal (before->schedule, after->schedule));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) kept = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  import (fixture, NULL);
  kept = keep_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  assert_changes (fixture, 0);

  import (fixture, ROW (TUESDAY "," LINK));
  assert_changes (fixture, 1);
  import (fixture, ROW (TUESDAY "," HALL));
  /* It was there again, so that it is gone is known already; to say so twice would be a nuisance. */
  import (fixture, NULL);
  assert_changes (fixture, 0);

  keel_journal_set_setting (keel_profile_get_journal (fixture->profile), "kept/none", "", NULL);
  import (fixture, ROW (TUESDAY "," LINK));
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
}

static void
test_gone_taken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  import (fixture, NULL);
  before = take_shown (fixture, uuid, &error);
  g_assert_no_error (error);
  all = keel_journal_get_series (keel_profile_get_journal (fixture->profile), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 0);
  g_assert_true (keel_profile_refollow (fixture->profile, uuid, &error));
  assert_changes (fixture, 1);
}

static void
test_appointment (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (KeelSeries) first = find (fixture, uuid);
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, ROW ("\"name\":\"Candle\"," HALL));
  before = take_shown (fixture, uuid, &error);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  after = find (fixture, uuid);
  g_assert_true (keel_series_equal (first, after));
}

/* Who removes a list has not been told of a change by it. */
static void
test_removed_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = follow (fixture, ROW (TUESDAY "," HALL));
  g_autoptr (GPtrArray) other = NULL;
  GError *error = NULL;

  import (fixture, NULL);
  other = keel_profile_get_changes (fixture->profile, "Other", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->len, ==, 0);
  assert_changes (fixture, 1);
  g_assert_true (
      keel_directory_remove_list (keel_profile_get_directory (fixture->profile), "Harbour", &error));
  assert_changes (fixture, 0);
}

#define ADD(path, function) g_test_add ("/profile-changes/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile-changes/compare/%s", rows[i].name);

      g_test_add (path, Fixture, &rows[i], set_up, test_row, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (takings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile-changes/take/%s", takings[i].name);

      g_test_add (path, Fixture, &takings[i], set_up, test_take, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile-changes/calendar/%s", calendars[i].name);

      g_test_add (path, Fixture, &calendars[i], set_up, test_calendar, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile-changes/days/%s", days[i].name);

      g_test_add (path, Fixture, &days[i], set_up, test_days, tear_down);
    }
  ADD ("day-gone", test_day_gone);
  g_test_add ("/profile-changes/undo-later/take", Fixture, GINT_TO_POINTER (TRUE), set_up, test_undo_later,
              tear_down);
  g_test_add ("/profile-changes/undo-later/keep", Fixture, GINT_TO_POINTER (FALSE), set_up, test_undo_later,
              tear_down);
  ADD ("calendar-same", test_calendar_same);
  ADD ("calendar-days", test_calendar_days);
  ADD ("floating", test_floating);
  ADD ("floating-by-hand", test_floating_by_hand);
  ADD ("undo-dates", test_undo_dates);
  ADD ("undo-old", test_undo_old);
  ADD ("shown", test_shown);
  ADD ("keep", test_keep);
  ADD ("pause", test_pause);
  ADD ("pause-of-days", test_pause_of_days);
  ADD ("undo", test_undo);
  ADD ("past", test_past);
  ADD ("begun", test_begun);
  ADD ("place", test_place);
  ADD ("gone", test_gone);
  ADD ("gone-taken", test_gone_taken);
  ADD ("appointment", test_appointment);
  ADD ("removed-list", test_removed_list);
  return g_test_run ();
}
