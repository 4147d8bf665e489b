/* Days, lapses and milestones in the journal: kept as they are, replaced, taken away and brought back; what
 * was reached stays. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-days.h"
#include "store/keel-journal-programs.h"
#include "store/keel-journal-progress.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-urges.h"

#define NOON "T11:00:00Z" /* in Berlin, in winter */

static KeelContent *content;

static gint64
read_day (const char *date)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (date, &local));
  return keel_local_time_get_days (local);
}

static void
go_to (KeelJournalFixture *fixture, const char *date)
{
  g_autofree char *moment = g_strconcat (date, NOON, NULL);

  keel_test_clock_set (fixture->clock, moment);
}

static KeelDayCount *
save_count (KeelJournalFixture *fixture, KeelDayCount *count)
{
  KeelDayCount *before = NULL;
  GError *error = NULL;

  keel_journal_set_day_count (fixture->journal, count, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (count->uuid);
  return before;
}

static KeelDayCount *
start (KeelJournalFixture *fixture, const char *date)
{
  KeelDayCount *count = keel_day_count_new (read_day (date));

  count->mode = KEEL_DAY_MODE_BOTH;
  g_assert_null (save_count (fixture, count));
  return count;
}

static KeelLapse *
save_lapse (KeelJournalFixture *fixture, KeelLapse *lapse)
{
  KeelLapse *before = NULL;
  GError *error = NULL;

  keel_journal_set_lapse (fixture->journal, lapse, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lapse->uuid);
  return before;
}

static KeelLapse *
lapse_on (KeelJournalFixture *fixture, const KeelDayCount *count, const char *date, KeelLapseChoice choice)
{
  KeelLapse *lapse = keel_lapse_new (count->uuid);

  lapse->day = date != NULL ? read_day (date) : KEEL_DAY_NONE;
  lapse->choice = choice;
  g_assert_null (save_lapse (fixture, lapse));
  return lapse;
}

static KeelDays *
read_days (KeelJournalFixture *fixture)
{
  GError *error = NULL;
  KeelDays *days = keel_journal_read_days (fixture->journal, content, &error);

  g_assert_no_error (error);
  return days;
}

/* The first count: "streak 3 of 10, total 12". */
static void
assert_stand (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (KeelDays) days = read_days (fixture);
  const KeelCountStand *stand = g_ptr_array_index (days->counts, 0);
  g_autofree char *found = g_strdup_printf ("streak %u of %u, total %u%s", stand->standing->streak,
                                            stand->standing->best, stand->standing->total,
                                            stand->standing->stopped ? ", stopped" : "");

  g_assert_cmpstr (found, ==, expected);
}

/* Marks, the newest first. */
static char *
write_reached (const GPtrArray *reached)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reached->len; i++)
    {
      const KeelReached *one = g_ptr_array_index (reached, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", one->mark);
      if (one->subject != NULL)
        g_string_append_printf (text, ":%s", one->subject);
    }
  return g_string_free (text, FALSE);
}

static void
assert_reached (KeelJournalFixture *fixture, const char *reached, const char *untold)
{
  g_autoptr (KeelDays) days = read_days (fixture);
  g_autofree char *all = write_reached (days->reached);
  g_autofree char *new_ones = write_reached (days->untold);

  g_assert_cmpstr (all, ==, reached);
  g_assert_cmpstr (new_ones, ==, untold);
}

static void
tell_all (KeelJournalFixture *fixture)
{
  g_autoptr (KeelDays) days = read_days (fixture);
  GError *error = NULL;

  keel_journal_tell_reached (fixture->journal, days->untold, &error);
  g_assert_no_error (error);
}

/* --- Kept as they are --- */

static void
fill (KeelDayCount *count)
{
  count->name = g_strdup ("alcohol – 酒, 'wine'");
  count->minute = 22 * 60 + 15;
  count->mode = KEEL_DAY_MODE_TOTAL;
  count->day_one = TRUE;
  count->leap = KEEL_DAY_LEAP_MARCH;
  count->scheme = g_strdup ("na");
  count->path = KEEL_DAY_PATH_MEMBERSHIP;
  count->money = 1250;
  count->currency = g_strdup ("EUR");
  count->minutes = 90;
  count->stopped = read_day ("2026-11-20");
}

static void
test_counts_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (read_day ("2026-10-01"));
  g_autoptr (KeelDayCount) bare = keel_day_count_new (read_day ("1969-12-30"));
  g_autoptr (KeelDayCount) read = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fill (count);
  bare->name = g_strdup (" \n ");
  g_assert_null (save_count (fixture, count));
  g_assert_null (save_count (fixture, bare));
  g_assert_cmpint (count->position, <, bare->position);
  keel_journal_fixture_open (fixture);
  read = keel_journal_find_day_count (fixture->journal, count->uuid, NULL);
  g_assert_true (keel_day_count_equal (read, count));
  g_assert_cmpint (read->changed_at, ==, keel_clock_get_now (KEEL_CLOCK (fixture->clock)));
  all = keel_journal_get_day_counts (fixture->journal, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_clear_pointer (&bare->name, g_free); /* nothing but white space is nothing */
  g_assert_true (keel_day_count_equal (all->pdata[1], bare));
}

static void
test_lapses_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-10-01");
  g_autoptr (KeelLapse) lapse = keel_lapse_new (count->uuid);
  g_autoptr (KeelLapse) loose = keel_lapse_new (NULL);
  g_autoptr (KeelLapse) read = NULL;
  g_autoptr (GPtrArray) all = NULL;

  lapse->day = read_day ("2026-11-01");
  lapse->minute = 0;
  lapse->choice = KEEL_LAPSE_NEW_START;
  lapse->restart = read_day ("2026-11-03");
  lapse->note = g_strdup ("At the wedding\n");
  lapse->entry = g_strdup ("9b2b");
  g_assert_null (save_lapse (fixture, lapse));
  g_assert_null (save_lapse (fixture, loose)); /* of no count, today */
  g_assert_cmpint (loose->day, ==, read_day ("2026-11-22"));
  keel_journal_fixture_open (fixture);
  read = keel_journal_find_lapse (fixture->journal, lapse->uuid, NULL);
  g_free (lapse->note);
  lapse->note = g_strdup ("At the wedding");
  g_assert_true (keel_lapse_equal (read, lapse));
  all = keel_journal_get_lapses (fixture->journal, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (keel_lapse_equal (all->pdata[0], loose));
}

static void
test_options_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  KeelDayOptions options = { .night_end = 1 };
  GError *error = NULL;

  g_assert_true (keel_journal_get_day_options (fixture->journal, &options, NULL));
  g_assert_cmpint (options.night_end, ==, 0);
  g_assert_true (options.moments);
  options = (KeelDayOptions){ .night_end = 4 * 60, .moments = FALSE };
  g_assert_true (keel_journal_set_day_options (fixture->journal, &options, NULL));
  keel_journal_fixture_open (fixture);
  options = (KeelDayOptions){ .moments = TRUE };
  g_assert_true (keel_journal_get_day_options (fixture->journal, &options, NULL));
  g_assert_cmpint (options.night_end, ==, 4 * 60);
  g_assert_false (options.moments);
  options.night_end = 12 * 60 + 1;
  g_assert_false (keel_journal_set_day_options (fixture->journal, &options, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_error_free (error);
}

static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (read_day ("2026-10-01"));
  g_autoptr (KeelLapse) lapse = keel_lapse_new ("nowhere");
  g_autoptr (KeelReached) reached = keel_reached_new ("days-30", 20000);
  GError *error = NULL;

  count->currency = g_strdup ("euro");
  g_assert_false (keel_journal_set_day_count (fixture->journal, count, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (count->uuid);
  g_clear_error (&error);
  g_clear_pointer (&count->currency, g_free);
  count->stopped = count->start - 1;
  g_assert_false (keel_journal_set_day_count (fixture->journal, count, NULL, &error));
  g_clear_error (&error);
  g_assert_false (keel_journal_set_lapse (fixture->journal, lapse, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_assert_null (lapse->uuid);
  g_clear_error (&error);
  lapse->restart = lapse->day - 1;
  g_assert_false (keel_journal_set_lapse (fixture->journal, lapse, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (keel_journal_set_reached (fixture->journal, reached, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (keel_journal_set_lapse_deleted (fixture->journal, "nowhere", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* --- Every change can be taken back --- */

static void
test_count_undone (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-12");
  g_autoptr (KeelLapse) lapse = lapse_on (fixture, count, "2026-11-18", KEEL_LAPSE_NEW_START);
  g_autoptr (KeelDayCount) before = NULL;
  g_autoptr (KeelDays) days = NULL;

  assert_stand (fixture, "streak 4 of 6, total 9");
  count->start = read_day ("2026-11-02");
  before = save_count (fixture, count);
  assert_stand (fixture, "streak 4 of 16, total 19");
  keel_day_count_free (save_count (fixture, before));
  assert_stand (fixture, "streak 4 of 6, total 9");

  g_assert_true (keel_journal_set_day_count_deleted (fixture->journal, count->uuid, TRUE, NULL));
  days = read_days (fixture);
  g_assert_cmpuint (days->counts->len, ==, 0);
  g_assert_cmpuint (days->lapses->len, ==, 0);
  g_assert_cmpuint (days->reached->len, ==, 0);
  g_assert_true (keel_journal_set_day_count_deleted (fixture->journal, count->uuid, FALSE, NULL));
  assert_stand (fixture, "streak 4 of 6, total 9");
}

static void
test_lapse_undone (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-02");
  g_autoptr (KeelLapse) lapse = NULL;
  static const struct
  {
    KeelLapseChoice choice;
    const char *stand;
  } rows[] = {
    { KEEL_LAPSE_KEEP_TOTAL, "streak 0 of 20, total 20" },
    { KEEL_LAPSE_STOP, "streak 0 of 20, total 20, stopped" },
    { KEEL_LAPSE_NOT_COUNTED, "streak 20 of 20, total 20" },
    { KEEL_LAPSE_NEW_START, "streak 0 of 20, total 20" },
  };

  assert_stand (fixture, "streak 20 of 20, total 20");
  lapse = lapse_on (fixture, count, NULL, KEEL_LAPSE_KEEP_TOTAL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelLapse) before = NULL;

      lapse->choice = rows[i].choice;
      before = save_lapse (fixture, lapse);
      assert_stand (fixture, rows[i].stand);
      keel_lapse_free (save_lapse (fixture, before));
      assert_stand (fixture, rows[i > 0 ? 0 : i].stand);
    }
  g_assert_true (keel_journal_set_lapse_deleted (fixture->journal, lapse->uuid, TRUE, NULL));
  assert_stand (fixture, "streak 20 of 20, total 20");
  g_assert_true (keel_journal_set_lapse_deleted (fixture->journal, lapse->uuid, FALSE, NULL));
  assert_stand (fixture, "streak 0 of 20, total 20");
}

/* --- What was reached --- */

/* Whoever gives a start date of long ago is told of nothing but of what is today. */
static void
test_not_told_of_old (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-10-23");

  assert_reached (fixture, "days-30 days-21 days-14 days-7 days-3 days-1", "days-30");
  tell_all (fixture);
  assert_reached (fixture, "days-30 days-21 days-14 days-7 days-3 days-1", "");
  go_to (fixture, "2026-12-22");
  assert_reached (fixture, "days-60 days-30 days-21 days-14 days-7 days-3 days-1", "days-60");
  tell_all (fixture);
  keel_journal_fixture_open (fixture);
  assert_reached (fixture, "days-60 days-30 days-21 days-14 days-7 days-3 days-1", "");
}

/* Of all that came meanwhile. */
static void
test_asleep (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-22");
  KeelDayOptions options = { .moments = FALSE };

  assert_reached (fixture, "", "");
  go_to (fixture, "2026-12-24");
  assert_reached (fixture, "days-30 days-21 days-14 days-7 days-3 days-1",
                  "days-30 days-21 days-14 days-7 days-3 days-1");
  g_assert_true (keel_journal_set_day_options (fixture->journal, &options, NULL));
  assert_reached (fixture, "days-30 days-21 days-14 days-7 days-3 days-1", "");
}

static void
test_stays_after_lapse (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-22");
  g_autoptr (KeelLapse) lapse = NULL;

  go_to (fixture, "2026-11-30");
  assert_reached (fixture, "days-7 days-3 days-1", "days-7 days-3 days-1");
  tell_all (fixture);
  /* it was two days ago, and a week had been reached by then; then it turns out to have been before that */
  lapse = lapse_on (fixture, count, "2026-11-29", KEEL_LAPSE_NEW_START);
  assert_reached (fixture, "days-1 days-7 days-3 days-1", "days-1");
  tell_all (fixture);
  lapse->day = read_day ("2026-11-25");
  keel_lapse_free (save_lapse (fixture, lapse));
  assert_reached (fixture, "days-7 days-3 days-1 days-3 days-1", "");
}

static void
test_stays_after_other_date (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-22");
  g_autoptr (KeelDayCount) before = NULL;

  go_to (fixture, "2026-11-30");
  assert_reached (fixture, "days-7 days-3 days-1", "days-7 days-3 days-1");
  tell_all (fixture);
  count->start = read_day ("2026-11-28"); /* it stays, and nothing is told twice */
  before = save_count (fixture, count);
  assert_reached (fixture, "days-1 days-7 days-3", "");
  go_to (fixture, "2026-12-06");
  assert_reached (fixture, "days-7 days-3 days-1", "");
  go_to (fixture, "2026-11-30");
  keel_day_count_free (save_count (fixture, before));
  assert_reached (fixture, "days-7 days-3 days-1", "");
}

/* A lapse that is taken back leaves no second set of what was reached after it. */
static void
test_lapse_taken_back (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-12");
  g_autoptr (KeelLapse) lapse = NULL;

  assert_reached (fixture, "days-7 days-3 days-1", "");
  lapse = lapse_on (fixture, count, "2026-11-20", KEEL_LAPSE_NEW_START);
  assert_reached (fixture, "days-1 days-7 days-3 days-1", "");
  g_assert_true (keel_journal_set_lapse_deleted (fixture->journal, lapse->uuid, TRUE, NULL));
  assert_reached (fixture, "days-7 days-3 days-1", "");
  g_assert_true (keel_journal_set_lapse_deleted (fixture->journal, lapse->uuid, FALSE, NULL));
  assert_reached (fixture, "days-1 days-7 days-3 days-1", "");
}

static void
test_clock_set_back (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-22");

  go_to (fixture, "2026-12-01");
  assert_reached (fixture, "days-7 days-3 days-1", "days-7 days-3 days-1");
  tell_all (fixture);
  go_to (fixture, "2026-10-01");
  assert_stand (fixture, "streak 0 of 0, total 0");
  assert_reached (fixture, "", "");
  go_to (fixture, "2026-12-01");
  assert_stand (fixture, "streak 9 of 9, total 9");
  assert_reached (fixture, "days-7 days-3 days-1", "");
}

/* What is kept while it is a year too far is not reached when it is right again. */
static void
test_clock_ahead (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-21");

  go_to (fixture, "2027-11-22");
  tell_all (fixture);
  go_to (fixture, "2026-11-22");
  assert_stand (fixture, "streak 1 of 1, total 1");
  assert_reached (fixture, "days-1", "");
  go_to (fixture, "2026-11-24");
  assert_reached (fixture, "days-3 days-1", "");
}

/* What the person took away does not come back by itself. */
static void
test_taken_away (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-21");
  g_autoptr (KeelDays) days = read_days (fixture);
  const char *uuid = ((KeelReached *) days->reached->pdata[0])->uuid;

  assert_reached (fixture, "days-1", "days-1");
  g_assert_true (keel_journal_set_reached_deleted (fixture->journal, uuid, TRUE, NULL));
  assert_reached (fixture, "", "");
  count->day_one = TRUE; /* it is a day sooner now */
  keel_day_count_free (save_count (fixture, count));
  assert_reached (fixture, "", "");
  g_assert_true (keel_journal_set_reached_deleted (fixture->journal, uuid, FALSE, NULL));
  assert_reached (fixture, "days-1", "days-1");
}

static void
test_by_hand (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelReached) amends = keel_reached_new (KEEL_REACHED_AMENDS, read_day ("2026-11-20"));
  g_autoptr (KeelReached) own = keel_reached_new (KEEL_REACHED_OWN, read_day ("2026-11-21"));
  g_autoptr (KeelDays) days = NULL;

  own->words = g_strdup ("My first day at work");
  own->told_at = 1;
  g_assert_true (keel_journal_set_reached (fixture->journal, amends, NULL));
  g_assert_true (keel_journal_set_reached (fixture->journal, own, NULL));
  days = read_days (fixture);
  assert_reached (fixture, "own amends", "amends");
  g_assert_cmpstr (((KeelReached *) days->reached->pdata[0])->words, ==, "My first day at work");
  g_assert_true (keel_journal_set_reached_deleted (fixture->journal, own->uuid, TRUE, NULL));
  assert_reached (fixture, "amends", "amends");
}

/* --- Those without time --- */

static void
write_urges (KeelJournalFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KeelUrge) urge = keel_urge_new (5);

      g_assert_true (keel_journal_set_urge (fixture->journal, urge, NULL, NULL));
    }
}

static void
test_without_time (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) step = keel_part_progress_new ("aa", "steps", 4);
  g_autoptr (KeelPartProgress) before = NULL;
  g_autoptr (KeelStrategyRun) run = keel_strategy_run_new ("c28");

  write_urges (fixture, 29);
  assert_reached (fixture, "", "");
  write_urges (fixture, 1);
  assert_reached (fixture, "logs-30", "logs-30");
  go_to (fixture, "2026-11-23");
  step->state = KEEL_PART_DONE;
  g_assert_true (
      keel_journal_set_progress (fixture->journal, step, KEEL_PART_SAYS_STATE, NULL, &before, NULL));
  assert_reached (fixture, "part:aa/steps/4 logs-30", "part:aa/steps/4 logs-30");
  tell_all (fixture);
  go_to (fixture, "2026-11-24");
  g_assert_true (keel_journal_set_run (fixture->journal, run, NULL));
  assert_reached (fixture, "first-rehearsal part:aa/steps/4 logs-30", "first-rehearsal");
}

static KeelSeries *
follow (KeelJournalFixture *fixture, KeelSeriesKind kind, const char *service)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (0, "Europe/Berlin", 60, "FREQ=DAILY", NULL);
  g_autoptr (KeelSeries) series = NULL;
  KeelSeries *added;
  GError *error = NULL;

  meeting->name = g_strdup ("Harbour Lights");
  series = keel_series_new (kind, meeting, schedule);
  series->service = g_strdup (service);
  added = keel_journal_add_series (fixture->journal, series, &error);
  g_assert_no_error (error);
  return added;
}

static void
attend (KeelJournalFixture *fixture, const KeelSeries *series, const char *date, KeelAttendanceState state)
{
  gint64 day = read_day (date);
  g_autoptr (KeelAttendance) attendance = keel_attendance_new (series->uuid, day * KEEL_MINUTES_PER_DAY,
                                                               day * KEEL_MINUTES_PER_DAY * 60 + 43200,
                                                               state);
  GError *error = NULL;

  g_assert_true (keel_journal_set_attendance (fixture->journal, attendance, NULL, &error));
  g_assert_no_error (error);
}

/* A meeting, and no doctor; one to which the person went. */
static void
test_first_meeting (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) doctor = follow (fixture, KEEL_SERIES_DOCTOR, NULL);
  g_autoptr (KeelSeries) meeting = follow (fixture, KEEL_SERIES_MEETING, NULL);
  g_autoptr (KeelSeries) tea = NULL;
  g_autoptr (KeelDays) days = NULL;

  attend (fixture, doctor, "2026-11-19", KEEL_ATTENDANCE_WENT);
  attend (fixture, meeting, "2026-11-19", KEEL_ATTENDANCE_NOT);
  assert_reached (fixture, "", "");
  attend (fixture, meeting, "2026-11-21", KEEL_ATTENDANCE_WENT);
  attend (fixture, meeting, "2026-11-20", KEEL_ATTENDANCE_LEFT);
  assert_reached (fixture, "first-meeting", "first-meeting");
  days = read_days (fixture);
  g_assert_cmpint (((KeelReached *) days->reached->pdata[0])->day, ==, read_day ("2026-11-20"));
  tell_all (fixture);
  tea = follow (fixture, KEEL_SERIES_MEETING, "Tea");
  assert_reached (fixture, "service first-meeting", "service");
  keel_test_clock_step (fixture->clock, 86400);
  assert_reached (fixture, "service first-meeting", "service"); /* once */
}

static void
test_old_without_time (KeelJournalFixture *fixture, gconstpointer data)
{
  write_urges (fixture, 40);
  go_to (fixture, "2026-11-29");
  assert_reached (fixture, "logs-30", "");
}

/* --- Programs, zones, other counts --- */

static void
test_scheme (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, "2026-09-20");

  count->scheme = g_strdup ("na");
  keel_day_count_free (save_count (fixture, count));
  assert_reached (fixture, "days-60 days-30 days-0", "");
}

static void
test_two_counts (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) first = start (fixture, "2026-11-21");
  g_autoptr (KeelDayCount) second = start (fixture, "2026-11-15");
  g_autoptr (KeelLapse) lapse = lapse_on (fixture, second, NULL, KEEL_LAPSE_NEW_START);
  g_autoptr (KeelDays) days = read_days (fixture);

  assert_stand (fixture, "streak 1 of 1, total 1");
  g_assert_cmpuint (days->counts->len, ==, 2);
  g_assert_cmpuint (keel_days_find (days, second->uuid)->standing->best, ==, 7);
  g_assert_cmpuint (keel_days_find (days, second->uuid)->lapses->len, ==, 1);
  g_assert_cmpuint (keel_days_find (days, first->uuid)->lapses->len, ==, 0);
  g_assert_null (keel_days_find (days, "nowhere"));
}

/* From Samoa to Hawaii, where it is the day before. */
static void
test_zones (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = NULL;

  keel_test_clock_set_zone (fixture->clock, "Pacific/Apia");
  keel_test_clock_set (fixture->clock, "2026-03-10T09:00:00Z");
  count = start (fixture, "2026-03-01");
  assert_stand (fixture, "streak 9 of 9, total 9");
  keel_test_clock_set_zone (fixture->clock, "Pacific/Honolulu");
  keel_test_clock_set (fixture->clock, "2026-03-10T19:00:00Z"); /* the 10th there, the 11th at home */
  assert_stand (fixture, "streak 10 of 10, total 10");
  keel_journal_fixture_open (fixture);
  keel_test_clock_set (fixture->clock, "2026-03-11T10:30:00Z"); /* the 11th in both */
  assert_stand (fixture, "streak 10 of 10, total 10");
  keel_test_clock_set (fixture->clock, "2026-03-12T09:59:00Z"); /* the 11th there still */
  assert_stand (fixture, "streak 10 of 10, total 10");
  keel_test_clock_set (fixture->clock, "2026-03-12T10:00:00Z");
  assert_stand (fixture, "streak 11 of 11, total 11");
}

/* Nothing of it makes reminders be written anew. */
static void
test_no_reminders (KeelJournalFixture *fixture, gconstpointer data)
{
  gint64 before = keel_journal_get_change_counter (fixture->journal, NULL);
  g_autoptr (KeelDayCount) count = start (fixture, "2026-11-02");
  g_autoptr (KeelLapse) lapse = lapse_on (fixture, count, NULL, KEEL_LAPSE_NEW_START);

  tell_all (fixture);
  g_assert_cmpint (keel_journal_get_change_counter (fixture->journal, NULL), ==, before);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/days/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, function,          \
              keel_journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  content = keel_content_new ();
  ADD ("counts-kept", test_counts_kept);
  ADD ("lapses-kept", test_lapses_kept);
  ADD ("options-kept", test_options_kept);
  ADD ("refused", test_refused);
  ADD ("count-undone", test_count_undone);
  ADD ("lapse-undone", test_lapse_undone);
  ADD ("not-told-of-old", test_not_told_of_old);
  ADD ("asleep", test_asleep);
  ADD ("stays-after-lapse", test_stays_after_lapse);
  ADD ("stays-after-other-date", test_stays_after_other_date);
  ADD ("lapse-taken-back", test_lapse_taken_back);
  ADD ("clock-set-back", test_clock_set_back);
  ADD ("clock-ahead", test_clock_ahead);
  ADD ("taken-away", test_taken_away);
  ADD ("by-hand", test_by_hand);
  ADD ("without-time", test_without_time);
  ADD ("first-meeting", test_first_meeting);
  ADD ("old-without-time", test_old_without_time);
  ADD ("scheme", test_scheme);
  ADD ("two-counts", test_two_counts);
  ADD ("zones", test_zones);
  ADD ("no-reminders", test_no_reminders);
  status = g_test_run ();
  g_object_unref (content);
  return status;
}
