/* What the calendar shows follows the clock and the zone of the computer without being opened anew: a clock
 * that the test steps, and a zone file that it replaces. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "app/keel-calendar.h"
#include "app/keel-care-book.h"
#include "core/keel-clock.h"

#define BERLIN "Europe/Berlin"
#define TOKYO "Asia/Tokyo"

/* A clock that shows what it is told to. */
#define TEST_TYPE_CLOCK (test_clock_get_type ())
G_DECLARE_FINAL_TYPE (TestClock, test_clock, TEST, CLOCK, KeelClock)

struct _TestClock
{
  KeelClock parent_instance;

  gint64 now;     /* microseconds since 1970-01-01 */
  gint64 started; /* monotonic, where it goes on by itself; 0: it stands still */
  const char *zone;
};

G_DEFINE_FINAL_TYPE (TestClock, test_clock, KEEL_TYPE_CLOCK)

static gint64
test_clock_get_now (KeelClock *clock)
{
  TestClock *self = TEST_CLOCK (clock);

  return self->now + (self->started != 0 ? g_get_monotonic_time () - self->started : 0);
}

static GTimeZone *
test_clock_get_zone (KeelClock *clock)
{
  return g_time_zone_new_identifier (TEST_CLOCK (clock)->zone);
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
  self->zone = BERLIN;
}

typedef struct
{
  char *folder;
  TestClock *clock;
  KeelSession *session;
  KeelCalendar *calendar;
  guint changes, days, ticks;
} Fixture;

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
set_time (Fixture *fixture, const char *local, const char *zone)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  KeelLocalTime time;

  g_assert_true (keel_local_time_parse (local, &time));
  fixture->clock->now = keel_local_time_to_utc (time, there) * G_USEC_PER_SEC;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  keel_session_open_finish (KEEL_SESSION (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_session_follow_finish (KEEL_SESSION (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (series);
}

static void
follow (Fixture *fixture, const char *name, const char *start, const char *zone)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  KeelLocalTime time;
  guint before = keel_session_get_series (fixture->session)->len;

  g_assert_true (keel_local_time_parse (start, &time));
  schedule = keel_schedule_new (time, zone, 60, "FREQ=DAILY", NULL);
  meeting->name = g_strdup (name);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  keel_session_follow_new_async (fixture->session, series, followed_cb, NULL);
  while (keel_session_get_series (fixture->session)->len == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gboolean opened = FALSE;

  fixture->folder = g_dir_make_tmp ("keel-test-XXXXXX", NULL);
  fixture->clock = g_object_new (TEST_TYPE_CLOCK, NULL);
  set_time (fixture, "2026-11-24T12:00", BERLIN);
  fixture->session = keel_session_new (fixture->folder, NULL, NULL);
  keel_session_set_clock (fixture->session, KEEL_CLOCK (fixture->clock));
  keel_session_open_async (fixture->session, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  follow (fixture, "Harbour", "2026-11-01T19:00", BERLIN);
  follow (fixture, "Night", "2026-11-01T21:00", NULL);
  fixture->calendar = keel_calendar_new (fixture->session);
  keel_calendar_set_days (fixture->calendar, keel_calendar_get_today (fixture->calendar) - 3, 14);
  while (keel_care_book_peek (keel_care_book_get (fixture->session)) == NULL) /* which changes it, too */
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (fixture->calendar, "changed", G_CALLBACK (count_cb), &fixture->changes);
  g_signal_connect_swapped (fixture->calendar, "day-changed", G_CALLBACK (count_cb), &fixture->days);
  g_signal_connect_swapped (fixture->calendar, "tick", G_CALLBACK (count_cb), &fixture->ticks);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->calendar), (gpointer *) &fixture->calendar);
  g_object_unref (fixture->calendar);
  g_assert_null (fixture->calendar);
  keel_session_close (fixture->session);
  g_object_unref (fixture->session);
  g_object_unref (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
check_signals (Fixture *fixture, guint changes, guint days, guint ticks)
{
  g_assert_cmpuint (fixture->changes, ==, changes);
  g_assert_cmpuint (fixture->days, ==, days);
  g_assert_cmpuint (fixture->ticks, ==, ticks);
  fixture->changes = fixture->days = fixture->ticks = 0;
}

/* "Harbour 19:00, Night 21:00", over in small letters. */
static void
check_today (Fixture *fixture, const char *expected)
{
  GTimeZone *zone = keel_calendar_get_zone (fixture->calendar);
  g_autoptr (GPtrArray) items = keel_calendar_list_day (fixture->calendar,
                                                        keel_calendar_get_today (fixture->calendar));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      KeelAgendaItem *item = items->pdata[i];
      g_autofree char *time = keel_local_time_format (
          keel_local_time_from_utc (item->occurrence.start, zone));
      const char *name = item->series->meeting->name;
      g_autofree char *small = g_ascii_strdown (name, -1);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              keel_calendar_is_over (fixture->calendar, item) ? small : name,
                              strchr (time, 'T') + 1);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  check_today (fixture, "Harbour 19:00, Night 21:00");
  set_time (fixture, "2026-11-24T20:00", BERLIN);
  keel_calendar_look_at_clock (fixture->calendar);
  check_signals (fixture, 0, 0, 1);
  check_today (fixture, "harbour 19:00, Night 21:00");
}

/* Whoever looks at today goes on looking at today; whoever looks at another day stays there. */
static void
test_midnight (Fixture *fixture, gconstpointer data)
{
  gint64 today = keel_calendar_get_today (fixture->calendar);

  set_time (fixture, "2026-11-25T00:00", BERLIN);
  keel_calendar_look_at_clock (fixture->calendar);
  check_signals (fixture, 1, 1, 0);
  g_assert_cmpint (keel_calendar_get_today (fixture->calendar), ==, today + 1);
  g_assert_cmpint (keel_calendar_get_day (fixture->calendar), ==, today + 1);

  keel_calendar_choose_day (fixture->calendar, today + 5);
  check_signals (fixture, 0, 1, 0);
  set_time (fixture, "2026-11-28T00:00", BERLIN);
  keel_calendar_look_at_clock (fixture->calendar);
  check_signals (fixture, 1, 0, 0);
  g_assert_cmpint (keel_calendar_get_today (fixture->calendar), ==, today + 4);
  g_assert_cmpint (keel_calendar_get_day (fixture->calendar), ==, today + 5);

  /* A clock that is set back is believed as well. */
  set_time (fixture, "2026-11-24T10:00", BERLIN);
  keel_calendar_look_at_clock (fixture->calendar);
  g_assert_cmpint (keel_calendar_get_today (fixture->calendar), ==, today);
}

/* 12:00 in Berlin is 20:00 in Tokyo: the same day. What is floating goes with the person. */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  fixture->clock->zone = TOKYO;
  keel_calendar_look_at_clock (fixture->calendar);
  check_signals (fixture, 1, 0, 0);
  check_today (fixture, "harbour 03:00, Night 21:00");
  set_time (fixture, "2026-11-25T00:30", TOKYO);
  keel_calendar_look_at_clock (fixture->calendar);
  check_signals (fixture, 1, 1, 0);
  fixture->clock->zone = BERLIN;
  keel_calendar_look_at_clock (fixture->calendar);
  check_signals (fixture, 1, 1, 0);
  check_today (fixture, "Harbour 19:00, Night 21:00");
}

/* Nobody calls: the calendar itself sees that it is midnight. */
static void
test_by_itself (Fixture *fixture, gconstpointer data)
{
  gint64 today = keel_calendar_get_today (fixture->calendar);
  gint64 start = g_get_monotonic_time ();

  set_time (fixture, "2026-11-24T23:59", BERLIN);
  fixture->clock->now += 58 * G_USEC_PER_SEC;
  fixture->clock->started = start;
  keel_minute_watch_arm (keel_calendar_get_watch (fixture->calendar),
                         keel_session_get_now (fixture->session));
  while (fixture->changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (keel_calendar_get_today (fixture->calendar), ==, today + 1);
  g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, 30);
}

static void
link_to (const char *path, const char *zone)
{
  g_autofree char *target = g_build_filename ("/usr/share/zoneinfo", zone, NULL);
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);

  g_assert_no_errno (symlink (target, fresh));
  g_assert_no_errno (g_rename (fresh, path));
}

/* The computer is told that it is elsewhere: a link is put in the place of another. */
static void
test_zone_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "localtime", NULL);

  link_to (path, BERLIN);
  keel_minute_watch_set_zone_file (keel_calendar_get_watch (fixture->calendar), path);
  fixture->clock->zone = TOKYO;
  link_to (path, TOKYO);
  while (fixture->changes == 0)
    g_main_context_iteration (NULL, TRUE);
  check_today (fixture, "harbour 03:00, Night 21:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/calendar-clock/minutes", Fixture, NULL, set_up, test_minutes, tear_down);
  g_test_add ("/calendar-clock/midnight", Fixture, NULL, set_up, test_midnight, tear_down);
  g_test_add ("/calendar-clock/zone", Fixture, NULL, set_up, test_zone, tear_down);
  g_test_add ("/calendar-clock/by-itself", Fixture, NULL, set_up, test_by_itself, tear_down);
  g_test_add ("/calendar-clock/zone-file", Fixture, NULL, set_up, test_zone_file, tear_down);
  return g_test_run ();
}
