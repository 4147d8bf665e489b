/* Attendance in the journal: kept, replaced, taken back, outliving what it belongs to; and not projected. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "keel-test-rules.h"
#include "store/keel-profile.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define NOW 1795284000 /* 2026-11-21T18:00:00Z */

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
  KeelJournal *journal; /* the profile's */
} Fixture;

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
  fixture->journal = keel_profile_get_journal (fixture->profile);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-21T18:00:00Z", "Europe/Berlin");
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

static char *
follow (Fixture *fixture, const char *name, const char *slug)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (0, "Europe/Berlin", 60, "FREQ=DAILY", NULL);
  g_autoptr (KeelSeries) own = NULL;
  g_autoptr (KeelSeries) added = NULL;
  GError *error = NULL;

  meeting->name = g_strdup (name);
  meeting->list = slug != NULL ? g_strdup ("Harbour") : NULL;
  meeting->slug = g_strdup (slug);
  own = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  g_array_append_val (own->leads, lead);
  added = keel_profile_follow_new (fixture->profile, own, &error);
  g_assert_no_error (error);
  return g_strdup (added->uuid);
}

/* Returns what was there. */
static KeelAttendance *
attend (Fixture *fixture, const char *series, KeelLocalTime occurrence, KeelAttendanceState state,
        const char *heard)
{
  g_autoptr (KeelAttendance) attendance = keel_attendance_new (series, occurrence, occurrence * 60, state);
  KeelAttendance *before = NULL;
  GError *error = NULL;

  attendance->heard = g_strdup (heard);
  g_assert_true (keel_profile_set_attendance (fixture->profile, attendance, &before, &error));
  g_assert_no_error (error);
  return before;
}

/* "name occurrence state", one after the other */
static char *
describe (GPtrArray *all)
{
  GString *text = g_string_new (NULL);

  g_assert_nonnull (all);
  for (guint i = 0; i < all->len; i++)
    {
      KeelAttendance *attendance = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%s %d %s", i > 0 ? ", " : "", attendance->name,
                              (int) attendance->occurrence, keel_attendance_words[attendance->state]);
    }
  g_ptr_array_unref (all);
  return g_string_free (text, FALSE);
}

static void
assert_span (Fixture *fixture, gint64 from, gint64 to, const char *wanted)
{
  g_autofree char *got = describe (keel_journal_get_attendance (fixture->journal, from, to, NULL));

  g_assert_cmpstr (got, ==, wanted);
}

static void
assert_of (Fixture *fixture, const char *series, const char *wanted)
{
  g_autofree char *got = describe (keel_journal_get_attendance_of (fixture->journal, series, NULL));

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *series = follow (fixture, "Abends", NULL);
  g_autoptr (KeelAttendance) attendance = keel_attendance_new (series, -1440, 77, KEEL_ATTENDANCE_LEFT);
  g_autoptr (KeelAttendance) found = NULL;
  GError *error = NULL;

  attendance->heard = g_strdup ("„Ein Tag“\nund noch einer");
  attendance->note = g_strdup ("Tired");
  attendance->mood_before = 0;
  attendance->mood_after = KEEL_MOOD_MAX;
  g_assert_true (keel_profile_set_attendance (fixture->profile, attendance, NULL, &error));
  g_assert_no_error (error);
  open_profile (fixture);
  found = keel_journal_find_attendance (fixture->journal, series, -1440, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->series, ==, series);
  g_assert_cmpint (found->occurrence, ==, -1440);
  g_assert_cmpint (found->start, ==, 77);
  g_assert_cmpint (found->state, ==, KEEL_ATTENDANCE_LEFT);
  g_assert_cmpstr (found->heard, ==, attendance->heard);
  g_assert_cmpstr (found->note, ==, "Tired");
  g_assert_cmpint (found->mood_before, ==, 0);
  g_assert_cmpint (found->mood_after, ==, KEEL_MOOD_MAX);
  g_assert_cmpstr (found->name, ==, "Abends");
  g_assert_cmpint (found->changed_at, ==, NOW);
  g_assert_null (keel_journal_find_attendance (fixture->journal, series, -1439, &error));
  g_assert_no_error (error);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *series = follow (fixture, "Abends", NULL);
  g_autoptr (KeelAttendance) first = attend (fixture, series, 1440, KEEL_ATTENDANCE_WENT, "One day");
  g_autoptr (KeelAttendance) second = attend (fixture, series, 1440, KEEL_ATTENDANCE_NOT, "");
  g_autoptr (KeelAttendance) third = NULL;

  g_assert_null (first);
  g_assert_cmpint (second->state, ==, KEEL_ATTENDANCE_WENT);
  g_assert_cmpstr (second->heard, ==, "One day");
  assert_span (fixture, G_MININT64, G_MAXINT64, "Abends 1440 not");
  third = keel_journal_find_attendance (fixture->journal, series, 1440, NULL);
  g_assert_null (third->heard);
}

/* As the window does: what was there before goes back, or away. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *series = follow (fixture, "Abends", NULL);
  g_autoptr (KeelAttendance) before = NULL;
  g_autoptr (KeelAttendance) back = NULL;
  GError *error = NULL;

  attend (fixture, series, 1440, KEEL_ATTENDANCE_WENT, "One day");
  g_assert_true (keel_profile_delete_attendance (fixture->profile, series, 1440, &error));
  g_assert_true (keel_profile_delete_attendance (fixture->profile, series, 1440, &error));
  g_assert_no_error (error);
  assert_span (fixture, G_MININT64, G_MAXINT64, "");

  g_assert_null (attend (fixture, series, 1440, KEEL_ATTENDANCE_LEFT, "Two"));
  before = attend (fixture, series, 1440, KEEL_ATTENDANCE_WENT, NULL);
  g_assert_true (keel_profile_set_attendance (fixture->profile, before, NULL, &error));
  back = keel_journal_find_attendance (fixture->journal, series, 1440, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->state, ==, KEEL_ATTENDANCE_LEFT);
  g_assert_cmpstr (back->heard, ==, "Two");
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  g_autofree char *late = follow (fixture, "Late", NULL);
  g_autofree char *early = follow (fixture, "Early", NULL);

  attend (fixture, late, 100, KEEL_ATTENDANCE_WENT, NULL);
  attend (fixture, early, 100, KEEL_ATTENDANCE_NOT, NULL);
  attend (fixture, early, 50, KEEL_ATTENDANCE_LEFT, NULL);
  attend (fixture, early, 200, KEEL_ATTENDANCE_WENT, NULL);
  assert_span (fixture, 50 * 60, 200 * 60, "Early 50 left, Early 100 not, Late 100 went");
  assert_span (fixture, 50 * 60 + 1, 200 * 60 + 1, "Early 100 not, Late 100 went, Early 200 went");
  assert_span (fixture, 101 * 60, 200 * 60, "");
  assert_of (fixture, early, "Early 50 left, Early 100 not, Early 200 went");
  assert_of (fixture, "nobody", "");
}

/* History stays when a meeting is let go, and is its own again when it is followed anew. */
static void
test_unfollowed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = follow (fixture, "Abends", "abends");
  g_autofree char *other = follow (fixture, "Morgens", "morgens");
  g_autofree char *second = NULL;

  attend (fixture, first, 1440, KEEL_ATTENDANCE_WENT, NULL);
  attend (fixture, other, 1440, KEEL_ATTENDANCE_WENT, NULL);
  g_assert_true (keel_profile_unfollow (fixture->profile, first, NULL));
  assert_span (fixture, G_MININT64, G_MAXINT64, "Abends 1440 went, Morgens 1440 went");
  assert_of (fixture, first, "Abends 1440 went");
  attend (fixture, first, 2880, KEEL_ATTENDANCE_NOT, NULL);

  second = follow (fixture, "Abends again", "abends");
  attend (fixture, second, 4320, KEEL_ATTENDANCE_WENT, NULL);
  assert_of (fixture, second, "Abends 1440 went, Abends 2880 not, Abends again 4320 went");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *series = follow (fixture, "Abends", NULL);
  gint64 counter = keel_journal_get_change_counter (fixture->journal, NULL);

  for (guint i = 0; i < 4; i++)
    {
      const int code = i == 0 ? KEEL_STORE_ERROR_NOT_FOUND : KEEL_STORE_ERROR_INVALID;
      g_autoptr (KeelAttendance) bad = keel_attendance_new (i == 0 ? "nobody" : series, 0, 0,
                                                            KEEL_ATTENDANCE_WENT);
      g_autoptr (GError) error = NULL;

      if (i == 1)
        bad->mood_before = KEEL_MOOD_MAX + 1;
      if (i == 2)
        bad->mood_after = KEEL_MOOD_NONE - 1;
      if (i == 3)
        bad->state = KEEL_ATTENDANCE_LEFT + 1;
      g_assert_false (keel_profile_set_attendance (fixture->profile, bad, NULL, &error));
      g_assert_error (error, KEEL_STORE_ERROR, code);
    }
  assert_span (fixture, G_MININT64, G_MAXINT64, "");
  g_assert_cmpint (keel_journal_get_change_counter (fixture->journal, NULL), ==, counter);
}

static gint64
get_stamp (Fixture *fixture)
{
  return keel_reminder_file_get_stamp (keel_profile_get_reminder_file (fixture->profile), NULL);
}

/* Any projection replaces this name; nothing else does. */
static void
mark_rules (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (keel_profile_get_folder (fixture->profile), "reminders.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE rule SET name = 'untouched'", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
}

static gboolean
are_rules_marked (Fixture *fixture)
{
  g_autoptr (GPtrArray) rules = keel_test_get_reminders (keel_profile_get_reminder_file (fixture->profile));

  g_assert_cmpuint (rules->len, ==, 1);
  return g_strcmp0 (((KeelReminderRule *) rules->pdata[0])->name, "untouched") == 0;
}

/* The stamp follows the journal without a projection, unless something else waits to be projected. */
static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  g_autofree char *series = follow (fixture, "Abends", NULL);
  gint64 counter = keel_journal_get_change_counter (fixture->journal, NULL);

  mark_rules (fixture);
  attend (fixture, series, 1440, KEEL_ATTENDANCE_WENT, NULL);
  g_assert_cmpint (keel_journal_get_change_counter (fixture->journal, NULL), ==, counter + 1);
  g_assert_cmpint (get_stamp (fixture), ==, counter + 1);
  g_assert_true (keel_profile_delete_attendance (fixture->profile, series, 1440, NULL));
  g_assert_cmpint (get_stamp (fixture), ==, counter + 2);
  open_profile (fixture);
  g_assert_true (are_rules_marked (fixture));

  g_assert_true (keel_journal_set_setting (fixture->journal, "x", "y", NULL));
  g_assert_cmpint (get_stamp (fixture), ==, counter + 2);
  attend (fixture, series, 1440, KEEL_ATTENDANCE_WENT, NULL);
  g_assert_cmpint (get_stamp (fixture), ==, counter + 4);
  g_assert_false (are_rules_marked (fixture));
}

static void
test_goal (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (keel_journal_get_weekly_goal (fixture->journal, NULL), ==, 0);
  g_assert_true (keel_journal_set_weekly_goal (fixture->journal, 3, NULL));
  open_profile (fixture);
  g_assert_cmpint (keel_journal_get_weekly_goal (fixture->journal, NULL), ==, 3);
  g_assert_true (keel_journal_set_weekly_goal (fixture->journal, KEEL_WEEKLY_GOAL_MAX, NULL));
  g_assert_cmpint (keel_journal_get_weekly_goal (fixture->journal, NULL), ==, KEEL_WEEKLY_GOAL_MAX);
  g_assert_true (keel_journal_set_weekly_goal (fixture->journal, 0, NULL));
  g_assert_cmpint (keel_journal_get_weekly_goal (fixture->journal, NULL), ==, 0);
  g_assert_true (keel_journal_set_setting (fixture->journal, "weekly-goal", "many", NULL));
  g_assert_cmpint (keel_journal_get_weekly_goal (fixture->journal, NULL), ==, 0);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/attendance/round-trip", test_round_trip);
  add_test ("/store/attendance/replaced", test_replaced);
  add_test ("/store/attendance/undo", test_undo);
  add_test ("/store/attendance/spans", test_spans);
  add_test ("/store/attendance/unfollowed", test_unfollowed);
  add_test ("/store/attendance/refused", test_refused);
  add_test ("/store/attendance/stamp", test_stamp);
  add_test ("/store/attendance/goal", test_goal);
  return g_test_run ();
}
