#include "core/keel-rhythm.h"

#include "core/keel-schedule.h"

#define SUNDAY 0
#define MONDAY 1
#define TUESDAY 2
#define WEDNESDAY 3
#define THURSDAY 4
#define FRIDAY 5
#define BIT(n) (1u << (n))

typedef struct
{
  KeelRhythm rhythm; /* an interval of 0 is 1 */
  const char *rule;
  const char *dates; /* the first three after the start, a Tuesday: 2026-11-24 */
} Choice;

static const Choice choices[] = {
  { { .kind = KEEL_RHYTHM_ONCE }, NULL, "11-24" },
  { { .kind = KEEL_RHYTHM_DAYS }, "FREQ=DAILY", "11-24 11-25 11-26" },
  { { .kind = KEEL_RHYTHM_DAYS, .interval = 365 }, "FREQ=DAILY;INTERVAL=365", "11-24 11-24 11-23" },
  { { .kind = KEEL_RHYTHM_WEEKS, .weekdays = BIT (TUESDAY) }, "FREQ=WEEKLY;BYDAY=TU", "11-24 12-01 12-08" },
  { { .kind = KEEL_RHYTHM_WEEKS, .interval = 2, .weekdays = BIT (TUESDAY) },
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "11-24 12-08 12-22" },
  { { .kind = KEEL_RHYTHM_WEEKS, .interval = 3, .weekdays = BIT (SUNDAY) | BIT (MONDAY) | BIT (FRIDAY) },
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR,SU",
    "11-27 11-29 12-14" },
  { { .kind = KEEL_RHYTHM_WEEKS, .weekdays = 0x7f },
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
    "11-24 11-25 11-26" },
  { { .kind = KEEL_RHYTHM_MONTH_DAY, .month_day = 15 }, "FREQ=MONTHLY;BYMONTHDAY=15", "12-15 01-15 02-15" },
  { { .kind = KEEL_RHYTHM_MONTH_DAY, .month_day = 31 }, "FREQ=MONTHLY;BYMONTHDAY=31", "12-31 01-31 03-31" },
  { { .kind = KEEL_RHYTHM_MONTH_DAY, .interval = 3, .month_day = KEEL_RHYTHM_LAST_DAY },
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    "11-30 02-28 05-31" },
  { { .kind = KEEL_RHYTHM_MONTH_NTH, .nths = BIT (2), .weekday = TUESDAY },
    "FREQ=MONTHLY;BYDAY=2TU",
    "12-08 01-12 02-09" },
  { { .kind = KEEL_RHYTHM_MONTH_NTH, .nths = BIT (1) | BIT (3), .weekday = TUESDAY },
    "FREQ=MONTHLY;BYDAY=1TU,3TU",
    "12-01 12-15 01-05" },
  { { .kind = KEEL_RHYTHM_MONTH_NTH, .nths = BIT (KEEL_RHYTHM_LAST), .weekday = FRIDAY },
    "FREQ=MONTHLY;BYDAY=-1FR",
    "11-27 12-25 01-29" },
  { { .kind = KEEL_RHYTHM_MONTH_NTH, .nths = BIT (5), .weekday = SUNDAY },
    "FREQ=MONTHLY;BYDAY=5SU",
    "11-29 01-31 05-30" },
  { { .kind = KEEL_RHYTHM_MONTH_NTH,
      .interval = 24,
      .nths = BIT (1) | BIT (KEEL_RHYTHM_LAST),
      .weekday = MONDAY },
    "FREQ=MONTHLY;INTERVAL=24;BYDAY=-1MO,1MO",
    "11-30 11-06 11-27" },
  { { .kind = KEEL_RHYTHM_MONTH_AFTER, .weekday = THURSDAY, .after_nth = 2, .after_weekday = TUESDAY },
    "FREQ=MONTHLY;BYMONTHDAY=10,11,12,13,14,15,16;BYDAY=TH",
    "12-10 01-14 02-11" },
  { { .kind = KEEL_RHYTHM_MONTH_AFTER, .weekday = WEDNESDAY, .after_nth = 1, .after_weekday = MONDAY },
    "FREQ=MONTHLY;BYMONTHDAY=3,4,5,6,7,8,9;BYDAY=WE",
    "12-09 01-06 02-03" },
  { { .kind = KEEL_RHYTHM_MONTH_AFTER, .weekday = SUNDAY, .after_nth = 3, .after_weekday = MONDAY },
    "FREQ=MONTHLY;BYMONTHDAY=21,22,23,24,25,26,27;BYDAY=SU",
    "12-27 01-24 02-21" },
  { { .kind = KEEL_RHYTHM_WEEKS, .weekdays = BIT (TUESDAY), .end = KEEL_RHYTHM_TIMES, .times = 2 },
    "FREQ=WEEKLY;COUNT=2;BYDAY=TU",
    "11-24 12-01" },
  { { .kind = KEEL_RHYTHM_WEEKS, .weekdays = BIT (TUESDAY), .end = KEEL_RHYTHM_UNTIL, .until = 20788 },
    "FREQ=WEEKLY;UNTIL=20261201;BYDAY=TU",
    "11-24 12-01" },
  { { .kind = KEEL_RHYTHM_DAYS, .interval = 2, .end = KEEL_RHYTHM_TIMES, .times = 999 },
    "FREQ=DAILY;INTERVAL=2;COUNT=999",
    "11-24 11-26 11-28" },
};

static KeelLocalTime
parse (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

static KeelRhythm
complete (const KeelRhythm *rhythm)
{
  KeelRhythm whole = *rhythm;

  whole.interval = MAX (whole.interval, 1);
  return whole;
}

static char *
list_dates (KeelSchedule *schedule, guint most)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GString *text = g_string_new (NULL);
  gint64 after = G_MININT64;
  KeelOccurrence occurrence;

  for (guint i = 0; i < most && keel_schedule_next (schedule, after, utc, &occurrence); i++)
    {
      g_autofree char *date = keel_local_time_format (occurrence.local_start);

      g_string_append_printf (text, "%s%.5s", i > 0 ? " " : "", date + strlen ("2026-"));
      after = occurrence.start;
    }
  return g_string_free (text, FALSE);
}

/* Every choice becomes a rule, which has the dates that were meant and is read as the same choice. */
static void
test_choices (void)
{
  KeelLocalTime start = parse ("2026-11-24T19:00");

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      KeelRhythm rhythm = complete (&choices[i].rhythm);
      KeelRhythm read;
      g_autoptr (GError) error = NULL;
      g_autofree char *rule = NULL;
      g_autofree char *dates = NULL;
      g_autoptr (KeelSchedule) schedule = NULL;
      gint64 first = keel_rhythm_find_first (&rhythm, keel_local_time_get_days (start));

      g_test_message ("%s", choices[i].rule);
      keel_rhythm_check (&rhythm, first, &error);
      g_assert_no_error (error);
      rule = keel_rhythm_to_rule (&rhythm);
      g_assert_cmpstr (rule, ==, choices[i].rule);
      schedule = keel_schedule_new (first * KEEL_MINUTES_PER_DAY + 1140, NULL, 60, rule, &error);
      g_assert_no_error (error);
      dates = list_dates (schedule, 3);
      g_assert_cmpstr (dates, ==, choices[i].dates);

      g_assert_true (keel_rhythm_read_rule (&read, rule, first * KEEL_MINUTES_PER_DAY + 1140, NULL));
      g_assert_true (keel_rhythm_equal (&read, &rhythm));
      for (gsize j = 0; j < G_N_ELEMENTS (choices); j++)
        {
          KeelRhythm other = complete (&choices[j].rhythm);

          g_assert_cmpint (keel_rhythm_equal (&read, &other), ==, i == j);
        }
    }
}

/* What others write for the same. */
static void
test_other_rules (void)
{
  static const struct
  {
    const char *rule;
    const char *own;
  } rows[] = {
    { "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU" },
    { "freq=weekly;wkst=su;byday=tu;", "FREQ=WEEKLY;BYDAY=TU" },
    { "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" },
    { "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
    { "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=24" },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU" },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,-1", "FREQ=MONTHLY;BYDAY=-1TU,1TU" },
    { "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14", "FREQ=MONTHLY;BYDAY=2TU" },
    { "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=22,23,24,25,26,27,28", "FREQ=MONTHLY;BYDAY=4TU" },
    { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T190000", "FREQ=WEEKLY;UNTIL=20270101;BYDAY=TU" },
    { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T185959", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=TU" },
    { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T180000Z", "FREQ=WEEKLY;UNTIL=20270101;BYDAY=TU" },
    { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T000000Z", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=TU" },
  };
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelRhythm rhythm;
      g_autofree char *rule = NULL;

      g_test_message ("%s", rows[i].rule);
      g_assert_true (keel_rhythm_read_rule (&rhythm, rows[i].rule, parse ("2026-11-24T19:00"), berlin));
      rule = keel_rhythm_to_rule (&rhythm);
      g_assert_cmpstr (rule, ==, rows[i].own);
    }
}

/* Rules that say more than can be chosen are told apart and left alone. */
static void
test_beyond (void)
{
  static const char *const rules[] = {
    "FREQ=YEARLY",
    "FREQ=WEEKLY;BYMONTH=2;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
    "FREQ=WEEKLY;INTERVAL=53;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1",
    "FREQ=WEEKLY;COUNT=1000",
    "FREQ=WEEKLY;COUNT=2147483647",
    "FREQ=DAILY;INTERVAL=2;BYDAY=TU",
    "FREQ=DAILY;INTERVAL=366",
    "FREQ=DAILY;INTERVAL=2147483647",
    "FREQ=DAILY;BYMONTHDAY=1",
    "FREQ=DAILY;BYMONTHDAY=1,2;BYSETPOS=1",
    "FREQ=MONTHLY;INTERVAL=25",
    "FREQ=MONTHLY;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=2TU,3TH",
    "FREQ=MONTHLY;BYDAY=TU,2TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=TU,2WE",
    "FREQ=MONTHLY;BYDAY=6TU",
    "FREQ=MONTHLY;BYDAY=-2TU",
    "FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=8",
    "FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=6",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYMONTHDAY=-2",
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13",
    "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,15",
    "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=23,24,25,26,27,28,29",
    "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14,-1",
    "FREQ=MONTHLY;BYDAY=TU,TH;BYMONTHDAY=8,9,10,11,12,13,14",
    "FREQ=WEEKLY;UNTIL=20261101",
    "FREQ=HOURLY",
    "no rule",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      KeelRhythm rhythm = { .interval = 77 };

      g_test_message ("%s", rules[i]);
      g_assert_false (keel_rhythm_read_rule (&rhythm, rules[i], parse ("2026-11-24T19:00"), NULL));
      g_assert_cmpint (rhythm.interval, ==, 77);
    }
}

/* How long a rule goes on is known of every rule. */
static void
test_end (void)
{
  KeelRhythm rhythm = { .end = KEEL_RHYTHM_UNTIL };
  KeelLocalTime start = parse ("2026-11-24T19:00");

  g_assert_true (keel_rhythm_read_end (&rhythm, "FREQ=YEARLY", start, NULL));
  g_assert_cmpint (rhythm.end, ==, KEEL_RHYTHM_GOES_ON);
  g_assert_true (keel_rhythm_read_end (&rhythm, "FREQ=YEARLY;COUNT=2000", start, NULL));
  g_assert_cmpint (rhythm.end, ==, KEEL_RHYTHM_TIMES);
  g_assert_cmpint (rhythm.times, ==, 2000);
  g_assert_true (keel_rhythm_read_end (&rhythm, "FREQ=YEARLY;UNTIL=20261201", start, NULL));
  g_assert_cmpint (rhythm.end, ==, KEEL_RHYTHM_UNTIL);
  g_assert_cmpint (rhythm.until, ==, 20788);
  g_assert_false (keel_rhythm_read_end (&rhythm, "no rule", start, NULL));
}

static void
test_bad_choices (void)
{
  static const struct
  {
    KeelRhythm rhythm;
    KeelRhythmError code;
  } rows[] = {
    { { .kind = KEEL_RHYTHM_DAYS, .interval = 0 }, KEEL_RHYTHM_ERROR_INTERVAL },
    { { .kind = KEEL_RHYTHM_DAYS, .interval = 366 }, KEEL_RHYTHM_ERROR_INTERVAL },
    { { .kind = KEEL_RHYTHM_WEEKS, .interval = 53, .weekdays = 1 }, KEEL_RHYTHM_ERROR_INTERVAL },
    { { .kind = KEEL_RHYTHM_WEEKS, .interval = 1 }, KEEL_RHYTHM_ERROR_WEEKDAYS },
    { { .kind = KEEL_RHYTHM_WEEKS, .interval = 1, .weekdays = BIT (7) }, KEEL_RHYTHM_ERROR_WEEKDAYS },
    { { .kind = KEEL_RHYTHM_MONTH_DAY, .interval = 25, .month_day = 1 }, KEEL_RHYTHM_ERROR_INTERVAL },
    { { .kind = KEEL_RHYTHM_MONTH_DAY, .interval = 1, .month_day = 0 }, KEEL_RHYTHM_ERROR_MONTH_DAY },
    { { .kind = KEEL_RHYTHM_MONTH_DAY, .interval = 1, .month_day = 32 }, KEEL_RHYTHM_ERROR_MONTH_DAY },
    { { .kind = KEEL_RHYTHM_MONTH_NTH, .interval = 1 }, KEEL_RHYTHM_ERROR_NTHS },
    { { .kind = KEEL_RHYTHM_MONTH_AFTER, .interval = 1, .weekday = 2, .after_nth = 1, .after_weekday = 2 },
      KEEL_RHYTHM_ERROR_AFTER },
    { { .kind = KEEL_RHYTHM_MONTH_AFTER, .interval = 1, .weekday = 2, .after_nth = 4, .after_weekday = 1 },
      KEEL_RHYTHM_ERROR_AFTER },
    { { .kind = KEEL_RHYTHM_MONTH_AFTER, .interval = 1, .weekday = 2, .after_nth = 0, .after_weekday = 1 },
      KEEL_RHYTHM_ERROR_AFTER },
    { { .kind = KEEL_RHYTHM_DAYS, .interval = 1, .end = KEEL_RHYTHM_UNTIL, .until = 20780 },
      KEEL_RHYTHM_ERROR_UNTIL },
    { { .kind = KEEL_RHYTHM_DAYS, .interval = 1, .end = KEEL_RHYTHM_TIMES }, KEEL_RHYTHM_ERROR_TIMES },
    { { .kind = KEEL_RHYTHM_DAYS, .interval = 1, .end = KEEL_RHYTHM_TIMES, .times = 1000 },
      KEEL_RHYTHM_ERROR_TIMES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (keel_rhythm_check (&rows[i].rhythm, 20781, &error));
      g_assert_error (error, KEEL_RHYTHM_ERROR, (int) rows[i].code);
    }
}

/* Of what is not chosen, nothing is wrong. */
static void
test_unused_fields (void)
{
  KeelRhythm rhythm = { .kind = KEEL_RHYTHM_ONCE, .end = KEEL_RHYTHM_TIMES, .month_day = 99 };
  KeelRhythm other = { .kind = KEEL_RHYTHM_ONCE };

  g_assert_true (keel_rhythm_check (&rhythm, 20781, NULL));
  g_assert_true (keel_rhythm_equal (&rhythm, &other));
  rhythm = (KeelRhythm){ .kind = KEEL_RHYTHM_DAYS, .interval = 1, .times = -1, .until = -1 };
  g_assert_true (keel_rhythm_check (&rhythm, 20781, NULL));
}

static void
test_init (void)
{
  KeelRhythm rhythm;

  keel_rhythm_init (&rhythm, parse ("2026-11-24T19:00"));
  g_assert_cmpint (rhythm.kind, ==, KEEL_RHYTHM_ONCE);
  for (KeelRhythmKind kind = KEEL_RHYTHM_ONCE; kind <= KEEL_RHYTHM_MONTH_AFTER; kind++)
    {
      rhythm.kind = kind;
      g_assert_true (keel_rhythm_check (&rhythm, 20781, NULL));
    }
  g_assert_cmpuint (rhythm.weekdays, ==, BIT (TUESDAY));
  g_assert_cmpuint (rhythm.nths, ==, BIT (4));
  g_assert_cmpint (rhythm.month_day, ==, 24);
}

static void
test_first (void)
{
  static const struct
  {
    KeelRhythm rhythm;
    const char *first; /* from 2026-11-24 on, however long the interval */
  } rows[] = {
    { { .kind = KEEL_RHYTHM_ONCE }, "2026-11-24" },
    { { .kind = KEEL_RHYTHM_DAYS, .interval = 9 }, "2026-11-24" },
    { { .kind = KEEL_RHYTHM_WEEKS, .interval = 9, .weekdays = BIT (MONDAY) | BIT (SUNDAY) }, "2026-11-29" },
    { { .kind = KEEL_RHYTHM_WEEKS, .interval = 9, .weekdays = BIT (TUESDAY) }, "2026-11-24" },
    { { .kind = KEEL_RHYTHM_MONTH_DAY, .interval = 9, .month_day = 23 }, "2026-12-23" },
    { { .kind = KEEL_RHYTHM_MONTH_NTH,
        .interval = 9,
        .nths = BIT (1),
        .weekday = FRIDAY,
        .end = KEEL_RHYTHM_TIMES },
      "2026-12-04" },
    { { .kind = KEEL_RHYTHM_MONTH_NTH,
        .interval = 9,
        .nths = BIT (5),
        .weekday = TUESDAY,
        .end = KEEL_RHYTHM_UNTIL },
      "2026-12-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 first = keel_rhythm_find_first (&rows[i].rhythm, 20781);
      g_autofree char *date = keel_local_time_format (first * KEEL_MINUTES_PER_DAY);

      g_assert_cmpint (strncmp (date, rows[i].first, strlen (rows[i].first)), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm/choices", test_choices);
  g_test_add_func ("/rhythm/other-rules", test_other_rules);
  g_test_add_func ("/rhythm/beyond", test_beyond);
  g_test_add_func ("/rhythm/end", test_end);
  g_test_add_func ("/rhythm/bad-choices", test_bad_choices);
  g_test_add_func ("/rhythm/unused-fields", test_unused_fields);
  g_test_add_func ("/rhythm/init", test_init);
  g_test_add_func ("/rhythm/first", test_first);
  return g_test_run ();
}
