#include <locale.h>

#include "content/keel-room-sentences.h"
#include "content/keel-sentences.h"

static const struct
{
  const char *start;
  const char *rule; /* nullable: once */
  const char *words;
} rows[] = {
  /* 24 November 2026 is a Tuesday. */
  { "2026-11-24T19:00", NULL, "Once, on Tuesday 24 November 2026 at 19:00" },
  { "2026-11-24T19:00", "FREQ=WEEKLY", "Every Tuesday at 19:00" },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", "Every Tuesday at 19:00" },
  { "2026-11-22T07:05", "FREQ=WEEKLY;BYDAY=SU", "Every Sunday at 07:05" },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231T000000Z",
    "Every Tuesday at 19:00, until Thursday 30 December 2027" },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231",
    "Every Tuesday at 19:00, until Friday 31 December 2027" },
  { "2026-11-24T19:00", "FREQ=WEEKLY;COUNT=10",
    "Every Tuesday at 19:00, 10 times from Tuesday 24 November 2026" },
  { "2026-11-24T19:00", "FREQ=YEARLY;COUNT=1",
    "Every year on 24 November at 19:00, 1 time from Tuesday 24 November 2026" },
  { "2026-11-24T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every 2 weeks on Tuesday at 19:00" },
  { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU,TH", "Every Tuesday and Thursday at 19:00" },
  { "2026-11-23T19:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "Every Monday, Wednesday and Friday at 19:00" },
  { "2026-11-23T19:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,FR",
    "Every Monday, Tuesday, Wednesday and Friday at 19:00" },
  { "2026-11-24T21:00", "FREQ=DAILY", "Every day at 21:00" },
  { "2026-11-24T21:00", "FREQ=DAILY;INTERVAL=3", "Every 3 days at 21:00" },
  { "2026-11-24T19:00", "FREQ=MONTHLY", "Every month on day 24 at 19:00" },
  { "2026-11-15T19:00", "FREQ=MONTHLY;BYMONTHDAY=1,15", "Every month on day 1 and day 15 at 19:00" },
  { "2026-11-30T19:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day at 19:00" },
  { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=2TU", "Every month on the second Tuesday at 19:00" },
  { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "Every month on the second Tuesday at 19:00" },
  { "2026-11-27T19:00", "FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday at 19:00" },
  { "2026-11-03T19:00", "FREQ=MONTHLY;BYDAY=1TU,3TU",
    "Every month on the first Tuesday and the third Tuesday at 19:00" },
  { "2026-11-10T19:00", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU",
    "Every 2 months on the second Tuesday at 19:00" },
  { "2026-12-10T19:00", "FREQ=MONTHLY;BYMONTHDAY=10,11,12,13,14,15,16;BYDAY=TH",
    "Every month on the Thursday after the second Tuesday at 19:00" },
  { "2026-12-09T19:00", "FREQ=MONTHLY;INTERVAL=3;BYDAY=WE;BYMONTHDAY=3,4,5,6,7,8,9;UNTIL=20271231",
    "Every 3 months on the Wednesday after the first Monday at 19:00, until Friday 31 December 2027" },
  { "2026-11-24T19:00", "FREQ=YEARLY", "Every year on 24 November at 19:00" },
  { "2026-11-24T19:00", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24", "Every year on 24 November at 19:00" },
  { "2026-11-24T19:00", "FREQ=YEARLY;INTERVAL=4", "Every 4 years on 24 November at 19:00" },
};

/* Rooms that are open around the clock. */
static const struct
{
  const char *start;
  guint duration;
  const char *rule;
  const char *words;
} open_rooms[] = {
  { "2026-11-24T00:00", 1440, "FREQ=DAILY", "Every day, any time" },
  { "2026-11-24T00:00", 1439, "FREQ=DAILY;UNTIL=20271231",
    "Every day, any time, until Friday 31 December 2027" },
  { "2026-11-24T00:00", 1440, "FREQ=WEEKLY", "Tuesday, any time" },
  { "2026-11-24T00:00", 1440, "FREQ=WEEKLY;BYDAY=WE", "Wednesday, any time" },
  /* These are not, or not always. */
  { "2026-11-24T00:00", 1438, "FREQ=DAILY", "Every day at 00:00" },
  { "2026-11-24T01:00", 1440, "FREQ=DAILY", "Every day at 01:00" },
  { "2026-11-24T00:00", 1440, "FREQ=DAILY;INTERVAL=2", "Every 2 days at 00:00" },
  { "2026-11-24T00:00", 1440, "FREQ=MONTHLY", "Every month on day 24 at 00:00" },
};

/* What has no short words. */
static const char *const wordless[] = {
  "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=3,4,5,6,7,8",
  "FREQ=WEEKLY;BYMONTH=2;BYDAY=TU",
  "FREQ=DAILY;BYDAY=TU",
  "FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=-1",
  "FREQ=MONTHLY;BYDAY=TU",
  "FREQ=YEARLY;BYDAY=2TU;BYMONTH=11",
  "FREQ=MONTHLY;BYDAY=-2TU",
};

static char *
describe_for (const char *start, guint duration, const char *rule)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  KeelLocalTime local;

  g_test_message ("%s %s", start, rule);
  g_assert_true (keel_local_time_parse (start, &local));
  schedule = keel_schedule_new (local, NULL, duration, rule, &error);
  g_assert_no_error (error);
  return keel_sentence_schedule (schedule);
}

static char *
describe (const char *start, const char *rule)
{
  return describe_for (start, 60, rule);
}

static void
test_open_rooms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (open_rooms); i++)
    {
      g_autofree char *words = describe_for (open_rooms[i].start, open_rooms[i].duration,
                                             open_rooms[i].rule);

      g_assert_cmpstr (words, ==, open_rooms[i].words);
    }
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = describe (rows[i].start, rows[i].rule);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_wordless (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wordless); i++)
    {
      g_autofree char *words = describe ("2026-11-24T19:00", wordless[i]);

      g_assert_true (g_str_has_prefix (words, "Repeats (FREQ="));
    }
}

/* What counts is how it goes on. */
static void
test_changed (void)
{
  g_autoptr (KeelSchedule) first = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  KeelLocalTime tuesday, thursday;

  g_assert_true (keel_local_time_parse ("2026-11-24T19:00", &tuesday));
  g_assert_true (keel_local_time_parse ("2026-12-10T18:30", &thursday));
  first = keel_schedule_new (tuesday, NULL, 60, "FREQ=WEEKLY", &error);
  g_assert_no_error (error);
  changed = keel_schedule_change_from (first, thursday, NULL, 60, "FREQ=WEEKLY", &error);
  g_assert_no_error (error);
  words = keel_sentence_schedule (changed);
  g_assert_cmpstr (words, ==, "Every Thursday at 18:30");
}

static void
test_open_days (void)
{
  static const struct
  {
    guint8 days; /* bit 0 = Sunday */
    const char *words;
  } rooms[] = {
    { 0x7f, "Open around the clock" },
    { 1 << 2, "Tuesday, any time" },
    { 1 << 5 | 1 << 1, "Monday and Friday, any time" },
    { 1 << 0 | 1 << 2 | 1 << 6, "Tuesday, Saturday and Sunday, any time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *words = keel_sentence_open_days (rooms[i].days);

      g_assert_cmpstr (words, ==, rooms[i].words);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedules/words", test_words);
  g_test_add_func ("/schedules/open-rooms", test_open_rooms);
  g_test_add_func ("/schedules/open-days", test_open_days);
  g_test_add_func ("/schedules/wordless", test_wordless);
  g_test_add_func ("/schedules/changed", test_changed);
  return g_test_run ();
}
