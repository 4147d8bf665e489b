/* Attendance: the weeks it is counted in, what counts, and looking it up. */

#include "core/keel-attendance-book.h"
#include "core/keel-series.h"

static gint64
read_instant (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static char *
format_instant (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *instant;
    int first;
    const char *zone;
    const char *from, *to;
  } cases[] = {
    { "2026-11-21T18:00:00Z", 1, "UTC", "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z" },
    { "2026-11-21T18:00:00Z", 0, "UTC", "2026-11-15T00:00:00Z", "2026-11-22T00:00:00Z" },
    { "2026-11-21T18:00:00Z", 6, "UTC", "2026-11-21T00:00:00Z", "2026-11-28T00:00:00Z" },
    { "2026-11-16T00:00:00Z", 1, "UTC", "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z" },
    { "2026-11-15T23:59:59Z", 1, "UTC", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z" },
    /* Still Sunday here, Monday there. */
    { "2026-11-22T23:30:00Z", 1, "Europe/Berlin", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z" },
    { "2026-11-23T04:30:00Z", 1, "America/New_York", "2026-11-16T05:00:00Z", "2026-11-23T05:00:00Z" },
    /* An hour more and an hour less than seven times twenty-four. */
    { "2026-10-25T12:00:00Z", 1, "Europe/Berlin", "2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z" },
    { "2026-03-29T12:00:00Z", 1, "Europe/Berlin", "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z" },
    { "1969-12-31T12:00:00Z", 1, "UTC", "1969-12-29T00:00:00Z", "1970-01-05T00:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autofree char *from_text = NULL;
      g_autofree char *to_text = NULL;
      gint64 from, to;

      keel_attendance_get_week (read_instant (cases[i].instant), cases[i].first, zone, &from, &to);
      from_text = format_instant (from);
      to_text = format_instant (to);
      g_assert_cmpstr (from_text, ==, cases[i].from);
      g_assert_cmpstr (to_text, ==, cases[i].to);
    }
}

static GPtrArray *
make_all (void)
{
  static const struct
  {
    const char *series;
    KeelLocalTime occurrence;
    gint64 start;
    KeelAttendanceState state;
  } rows[] = {
    { "a", 100, 1000, KEEL_ATTENDANCE_WENT }, { "a", 200, 2000, KEEL_ATTENDANCE_NOT },
    { "a", 300, 3000, KEEL_ATTENDANCE_LEFT }, { "b", 100, 2000, KEEL_ATTENDANCE_WENT },
    { "b", -100, -9, KEEL_ATTENDANCE_WENT },
  };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (all,
                     keel_attendance_new (rows[i].series, rows[i].occurrence, rows[i].start, rows[i].state));
  return all;
}

static void
test_count (void)
{
  g_autoptr (GPtrArray) all = make_all ();

  g_assert_cmpuint (keel_attendance_count (all, G_MININT64, G_MAXINT64), ==, 4);
  g_assert_cmpuint (keel_attendance_count (all, 1000, 3000), ==, 2);
  g_assert_cmpuint (keel_attendance_count (all, 1001, 3001), ==, 2);
  g_assert_cmpuint (keel_attendance_count (all, 2000, 2001), ==, 1);
  g_assert_cmpuint (keel_attendance_count (all, 4000, 5000), ==, 0);
}

static void
test_book (void)
{
  g_autoptr (GPtrArray) all = make_all ();
  g_autoptr (KeelAttendanceBook) book = keel_attendance_book_new (all);

  for (guint i = 0; i < all->len; i++)
    {
      KeelAttendance *attendance = g_ptr_array_index (all, i);
      g_autofree char *series = g_strdup (attendance->series);

      g_assert_true (keel_attendance_book_find (book, series, attendance->occurrence) == attendance);
    }
  g_assert_null (keel_attendance_book_find (book, "b", 200));
  g_assert_null (keel_attendance_book_find (book, "c", 100));
}

static void
test_copy (void)
{
  g_autoptr (KeelAttendance) attendance = keel_attendance_new ("a", 7, 420, KEEL_ATTENDANCE_LEFT);
  g_autoptr (KeelAttendance) copy = NULL;

  g_assert_cmpint (attendance->mood_before, ==, KEEL_MOOD_NONE);
  g_assert_cmpint (attendance->mood_after, ==, KEEL_MOOD_NONE);
  attendance->heard = g_strdup ("One day");
  attendance->note = g_strdup ("Tired");
  attendance->name = g_strdup ("Lamplight");
  attendance->mood_before = 0;
  attendance->mood_after = 4;
  attendance->changed_at = 9;
  copy = keel_attendance_copy (attendance);
  g_assert_cmpstr (copy->series, ==, "a");
  g_assert_cmpint (copy->occurrence, ==, 7);
  g_assert_cmpint (copy->start, ==, 420);
  g_assert_cmpint (copy->state, ==, KEEL_ATTENDANCE_LEFT);
  g_assert_cmpstr (copy->heard, ==, "One day");
  g_assert_cmpstr (copy->note, ==, "Tired");
  g_assert_cmpstr (copy->name, ==, "Lamplight");
  g_assert_cmpint (copy->mood_before, ==, 0);
  g_assert_cmpint (copy->mood_after, ==, 4);
  g_assert_cmpint (copy->changed_at, ==, 9);
}

static void
test_words (void)
{
  g_assert_cmpint (keel_word_find (keel_attendance_words, "went"), ==, KEEL_ATTENDANCE_WENT);
  g_assert_cmpint (keel_word_find (keel_attendance_words, "not"), ==, KEEL_ATTENDANCE_NOT);
  g_assert_cmpint (keel_word_find (keel_attendance_words, "left"), ==, KEEL_ATTENDANCE_LEFT);
  g_assert_null (keel_attendance_words[KEEL_ATTENDANCE_LEFT + 1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attendance/weeks", test_weeks);
  g_test_add_func ("/attendance/count", test_count);
  g_test_add_func ("/attendance/book", test_book);
  g_test_add_func ("/attendance/copy", test_copy);
  g_test_add_func ("/attendance/words", test_words);

  return g_test_run ();
}
