#include "core/keel-rhythm-change.h"

static KeelLocalTime
parse (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

/* A rule that is kept goes on as it was, from a later day on. */
static void
test_continue (void)
{
  static const struct
  {
    const char *rule, *from, *left, *first;
  } rows[] = {
    { "FREQ=YEARLY", "2026-11-25", "FREQ=YEARLY", "2027-11-24T19:00" },
    { "FREQ=WEEKLY;INTERVAL=2", "2026-12-01", "FREQ=WEEKLY;INTERVAL=2", "2026-12-08T19:00" },
    { "FREQ=WEEKLY;INTERVAL=2", "2026-12-08", "FREQ=WEEKLY;INTERVAL=2", "2026-12-08T19:00" },
    { "FREQ=WEEKLY;COUNT=4", "2026-12-02", "FREQ=WEEKLY;COUNT=2", "2026-12-08T19:00" },
    { "FREQ=WEEKLY;COUNT=4", "2020-01-01", "FREQ=WEEKLY;COUNT=4", "2026-11-24T19:00" },
    { "FREQ=WEEKLY;COUNT=4", "2026-12-16", NULL, NULL },
    { "FREQ=WEEKLY;UNTIL=20261201", "2026-12-01", "FREQ=WEEKLY;UNTIL=20261201", "2026-12-01T19:00" },
    { "FREQ=WEEKLY;UNTIL=20261201", "2026-12-02", NULL, NULL },
    { "no rule", "2026-12-02", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelLocalTime first;
      g_autofree char *left = keel_rhythm_continue_rule (rows[i].rule, parse ("2026-11-24T19:00"), NULL,
                                                         parse (rows[i].from), &first);
      g_autofree char *text = left != NULL ? keel_local_time_format (first) : NULL;

      g_test_message ("%s from %s", rows[i].rule, rows[i].from);
      g_assert_cmpstr (left, ==, rows[i].left);
      g_assert_cmpstr (text, ==, rows[i].first);
    }
}

static void
test_end (void)
{
  static const struct
  {
    const char *rule, *before, *ended;
  } rows[] = {
    { "FREQ=WEEKLY", "2026-12-01", "FREQ=WEEKLY;UNTIL=20261130T235900" },
    { "FREQ=WEEKLY", "2026-12-01T19:00", "FREQ=WEEKLY;UNTIL=20261201T185900" },
    { "FREQ=WEEKLY", "2026-11-24T19:01", "FREQ=WEEKLY;UNTIL=20261124T190000" },
    { "FREQ=WEEKLY", "2026-11-24T19:00", NULL },
    { "FREQ=WEEKLY;COUNT=3", "2026-12-08", "FREQ=WEEKLY;UNTIL=20261207T235900" },
    { "FREQ=WEEKLY;COUNT=3", "2026-12-09", "FREQ=WEEKLY;COUNT=3" },
    { "FREQ=WEEKLY;UNTIL=20261201", "2027-01-01", "FREQ=WEEKLY;UNTIL=20261201" },
    { "no rule", "2027-01-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ended = keel_rhythm_end_rule (rows[i].rule, parse ("2026-11-24T19:00"), NULL,
                                                     parse (rows[i].before));

      g_test_message ("%s before %s", rows[i].rule, rows[i].before);
      g_assert_cmpstr (ended, ==, rows[i].ended);
    }
}

static char *
list_dates (KeelSchedule *schedule)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  GString *text = g_string_new (NULL);

  keel_schedule_expand (schedule, parse ("2026-11-01") * 60, parse ("2027-01-01") * 60, utc, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *date = keel_local_time_format (g_array_index (dates, KeelOccurrence, i).local_start);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", date + strlen ("2026-"));
    }
  return g_string_free (text, FALSE);
}

/* 2026-11-24 and 2026-12-01 are Tuesdays. */
static void
test_change (void)
{
  static const struct
  {
    const char *start, *rule, *from, *new_start, *new_rule, *dates;
    guint n_cancelled;
  } rows[] = {
    { "2026-11-24T19:00", "FREQ=WEEKLY", "2026-12-08", "2026-12-10T18:00", "FREQ=WEEKLY;COUNT=2",
      "11-24T19:00 12-01T19:00 12-10T18:00 12-17T18:00", 0 },
    { "2026-11-24T19:00", "FREQ=WEEKLY", "2026-12-01", "2026-12-22T18:00", NULL, "11-24T19:00 12-22T18:00",
      0 },
    { "2026-11-24T19:00", "FREQ=WEEKLY", "2026-11-24", "2026-12-05T18:00", NULL, "12-05T18:00", 0 },
    { "2026-11-24T19:00", NULL, "2026-12-01", "2026-12-05T18:00", NULL, "11-24T19:00 12-05T18:00", 0 },
    { "2026-11-24T19:00", NULL, "2026-11-23", "2026-12-05T18:00", NULL, "12-05T18:00", 0 },
    { "2026-11-24T19:00", "FREQ=WEEKLY;COUNT=2", "2026-12-20", "2026-12-20T18:00", NULL,
      "11-24T19:00 12-01T19:00 12-20T18:00", 0 },
    { "2026-11-24T19:00", "FREQ=DAILY", "2026-11-26T20:00", "2026-11-30T19:00", NULL,
      "11-24T19:00 11-25T19:00 11-26T19:00 11-30T19:00", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) cancelled = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));
      g_autoptr (KeelSchedule) before = keel_schedule_new (parse (rows[i].start), "Europe/Berlin", 60,
                                                           rows[i].rule, &error);
      g_autoptr (KeelSchedule) after = NULL;
      g_autofree char *dates = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      after = keel_rhythm_change_schedule (before, parse (rows[i].from), parse (rows[i].new_start),
                                           "Europe/Berlin", 60, rows[i].new_rule, &error);
      g_assert_no_error (error);
      dates = list_dates (after);
      g_assert_cmpstr (dates, ==, rows[i].dates);
      keel_schedule_get_cancelled (after, KEEL_LOCAL_TIME_MIN, KEEL_LOCAL_TIME_END, cancelled);
      g_assert_cmpuint (cancelled->len, ==, rows[i].n_cancelled);
    }
}

/* What was moved or cancelled before stays so, and what was to come of the old rules is gone. */
static void
test_change_overrides (void)
{
  g_autoptr (KeelSchedule) plain = keel_schedule_new (parse ("2026-11-03T19:00"), NULL, 60, "FREQ=WEEKLY",
                                                      NULL);
  g_autoptr (KeelSchedule) moved = keel_schedule_move (plain, parse ("2026-11-10T19:00"),
                                                       parse ("2026-11-11T20:00"), 60, NULL);
  g_autoptr (KeelSchedule) cancelled = keel_schedule_cancel (moved, parse ("2026-11-17T19:00"), NULL);
  g_autoptr (KeelSchedule) later = keel_schedule_move (cancelled, parse ("2026-12-01T19:00"),
                                                       parse ("2026-12-02T19:00"), 60, NULL);
  g_autoptr (KeelSchedule) after = keel_rhythm_change_schedule (later, parse ("2026-11-25"),
                                                                parse ("2026-12-10T18:00"), NULL, 60,
                                                                "FREQ=MONTHLY", NULL);
  g_autofree char *dates = list_dates (after);

  g_assert_cmpstr (dates, ==, "11-03T19:00 11-11T20:00 11-24T19:00 12-10T18:00");
}

/* Segments that were to come are gone; what they leave behind is cancelled. */
static void
test_change_segments (void)
{
  g_autoptr (KeelSchedule) first = keel_schedule_new (parse ("2026-11-03T19:00"), NULL, 60, "FREQ=WEEKLY",
                                                      NULL);
  g_autoptr (KeelSchedule) second = keel_schedule_change_from (first, parse ("2026-12-03T19:00"), NULL, 60,
                                                               "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSchedule) after = keel_rhythm_change_schedule (second, parse ("2026-11-20"),
                                                                parse ("2026-12-13T18:00"), NULL, 60, NULL,
                                                                NULL);
  g_autofree char *dates = list_dates (after);

  g_assert_cmpstr (dates, ==, "11-03T19:00 11-10T19:00 11-17T19:00 12-13T18:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm-change/continue", test_continue);
  g_test_add_func ("/rhythm-change/end", test_end);
  g_test_add_func ("/rhythm-change/change", test_change);
  g_test_add_func ("/rhythm-change/overrides", test_change_overrides);
  g_test_add_func ("/rhythm-change/segments", test_change_segments);
  return g_test_run ();
}
