/* Which rules and schedules are refused and why, and how those that are taken are written. */

#include "core/keel-recurrence.h"
#include "schedule-checks.h"

#include <string.h>

#define SEED 20260106

/* --- Rules --- */

typedef void (*RowFunc) (char **columns);

static void
for_each_row (const char *name, guint n_columns, RowFunc check)
{
  g_autofree char *text = read_schedule_fixture (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      {
        g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

        g_test_message ("%s", lines[i]);
        g_assert_cmpuint (g_strv_length (columns), ==, n_columns);
        check (columns);
      }
}

static void
check_refused_rule (char **columns)
{
  gboolean is_invalid = strcmp (columns[1], "invalid") == 0;
  int code = is_invalid ? KEEL_RECURRENCE_ERROR_INVALID : KEEL_RECURRENCE_ERROR_UNSUPPORTED;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) schedule_error = NULL;

  g_assert_null (keel_recurrence_parse (columns[0], &error));
  g_assert_error (error, KEEL_RECURRENCE_ERROR, code);
  g_assert_nonnull (strstr (error->message, columns[2]));
  g_assert_null (keel_recurrence_parse (columns[0], NULL));
  g_assert_null (keel_schedule_new (0, NULL, 60, columns[0], &schedule_error));
  g_assert_error (schedule_error, KEEL_RECURRENCE_ERROR, code);
}

static void
test_refused_rules (void)
{
  g_autofree char *long_rule = g_strnfill (5000, 'A');
  g_autoptr (GError) error = NULL;

  for_each_row ("refused-rules.tsv", 3, check_refused_rule);
  g_assert_null (keel_recurrence_parse (long_rule, &error));
  g_assert_error (error, KEEL_RECURRENCE_ERROR, KEEL_RECURRENCE_ERROR_INVALID);
  g_assert_null (keel_recurrence_parse ("FREQ=\xff", NULL));
}

static void
check_rule_text (char **columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelRecurrence) found = keel_recurrence_parse (columns[0], &error);
  g_autoptr (KeelRecurrence) written = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  text = keel_recurrence_to_string (found);
  g_assert_cmpstr (text, ==, columns[1]);
  written = keel_recurrence_parse (text, &error);
  g_assert_no_error (error);
  again = keel_recurrence_to_string (written);
  g_assert_cmpstr (again, ==, text);
}

static void
test_rule_texts (void)
{
  for_each_row ("rules.tsv", 2, check_rule_text);
}

/* --- What is refused --- */

static KeelSchedule *
make_weekly (void)
{
  g_autoptr (GError) error = NULL;
  KeelSchedule *schedule = keel_schedule_new (read_local ("2026-01-05T12:00"), "Africa/Lagos", 60,
                                              "FREQ=WEEKLY;COUNT=4", &error);

  g_assert_no_error (error);
  return schedule;
}

static void
test_limits (void)
{
  static const struct
  {
    const char *start;
    const char *zone;
    guint duration;
    int code; /* -1: taken */
  } table[] = {
    { "1900-01-01T00:00", "Africa/Lagos", 0, -1 },
    { "2199-12-31T23:59", "Africa/Lagos", 31 * 1440, -1 },
    { "1899-12-31T23:59", "Africa/Lagos", 60, KEEL_SCHEDULE_ERROR_RANGE },
    { "2200-01-01T00:00", "Africa/Lagos", 60, KEEL_SCHEDULE_ERROR_RANGE },
    { "2026-01-05T12:00", "Africa/Lagos", 31 * 1440 + 1, KEEL_SCHEDULE_ERROR_RANGE },
    { "2026-01-05T12:00", "Africa/Lagos", G_MAXUINT, KEEL_SCHEDULE_ERROR_RANGE },
    { "2026-01-05T12:00", "Africa/Atlantis", 60, KEEL_SCHEDULE_ERROR_ZONE },
    { "2026-01-05T12:00", "", 60, KEEL_SCHEDULE_ERROR_ZONE },
    { "2026-01-05T12:00", "+01:00", 60, KEEL_SCHEDULE_ERROR_ZONE },
    { "2026-01-05T12:00", "/etc/passwd", 60, KEEL_SCHEDULE_ERROR_ZONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelSchedule) schedule = keel_schedule_new (read_local (table[i].start), table[i].zone,
                                                             table[i].duration, "FREQ=DAILY", &error);

      g_test_message ("%s %s %u", table[i].start, table[i].zone, table[i].duration);
      if (table[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, KEEL_SCHEDULE_ERROR, table[i].code);
      g_assert_true ((schedule == NULL) == (error != NULL));
    }
}

static void
test_unknown_dates (void)
{
  static const char *const unknown[] = { "2026-01-05T12:01", "2026-01-06T12:00", "2025-12-29T12:00",
                                         "2026-02-02T12:00", "9999-12-31T12:00" };
  g_autoptr (KeelSchedule) schedule = make_weekly ();
  g_autoptr (KeelSchedule) same = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) move_error = NULL;
      g_autoptr (GError) cancel_error = NULL;

      g_assert_null (keel_schedule_move (schedule, read_local (unknown[i]), read_local ("2026-01-07T12:00"),
                                         60, &move_error));
      g_assert_error (move_error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
      g_assert_null (keel_schedule_cancel (schedule, read_local (unknown[i]), &cancel_error));
      g_assert_error (cancel_error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
    }
  g_assert_null (keel_schedule_cancel (schedule, KEEL_LOCAL_TIME_NONE, NULL));
  g_assert_null (keel_schedule_add (schedule, KEEL_LOCAL_TIME_NONE, 60, NULL));
  g_assert_null (keel_schedule_change_from (schedule, KEEL_LOCAL_TIME_NONE, NULL, 60, NULL, NULL));
  g_assert_null (keel_schedule_change_from (schedule, G_MAXINT64, NULL, 60, NULL, NULL));
  same = keel_schedule_restore (schedule, read_local ("2026-01-06T12:00"));
  g_assert_true (keel_schedule_equal (schedule, same));
}

static void
test_too_many_overrides (void)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSchedule) one_more = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = NULL;
  GString *text = g_string_new ("(1, [('2026-01-05T12:00', 'Africa/Lagos', 60, 'FREQ=DAILY')], [");

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *date = keel_local_time_format (read_local ("2026-02-01T12:00") +
                                                      i * KEEL_MINUTES_PER_DAY);

      g_string_append_printf (text, "%s('%s', 'cancel', '%s', 0)", i > 0 ? ", " : "", date, date);
    }
  g_string_append (text, "])");
  schedule = keel_schedule_from_string (text->str, &error);
  g_assert_no_error (error);
  long_text = keel_schedule_to_string (schedule);
  g_assert_cmpstr (long_text, ==, text->str);
  one_more = keel_schedule_add (schedule, read_local ("2026-01-05T13:00"), 60, &error);
  g_assert_null (one_more);
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
  g_string_free (text, TRUE);
}

static void
test_too_many_segments (void)
{
  g_autoptr (KeelSchedule) schedule = make_weekly ();
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= 1000; i++)
    {
      g_autoptr (KeelSchedule) changed =
          keel_schedule_change_from (schedule, read_local ("2026-01-05T12:00") + i * KEEL_MINUTES_PER_DAY,
                                     "Africa/Lagos", 60, "FREQ=DAILY", &error);

      if (i == 1000)
        {
          g_assert_null (changed);
          break;
        }
      g_assert_no_error (error);
      keel_schedule_unref (schedule);
      schedule = g_steal_pointer (&changed);
    }
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
}

#define SEGMENT "('2026-01-05T12:00', 'Africa/Lagos', 60, 'FREQ=DAILY')"

static void
test_hostile_texts (void)
{
  static const struct
  {
    const char *text;
    GQuark (*domain) (void);
    int code;
  } table[] = {
    { "", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "()", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "<1>", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "\xff\xfe", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(2, [" SEGMENT "], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], []) and more", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], [", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT ", " SEGMENT "], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT ", ('2026-01-05T13:00', '', 60, '')], [])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [('2026-02-30T12:00', '', 60, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [('2026-01-05T12:00', '', -1, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [('2026-01-05T12:00', '', 99999, '')], [])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [('9999-01-05T12:00', '', 60, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [('2026-01-05T12:00', '../../../etc/passwd', 60, '')], [])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_ZONE },
    { "(1, [('2026-01-05T12:00', '', 60, 'FREQ=SECONDLY')], [])", keel_recurrence_error_quark,
      KEEL_RECURRENCE_ERROR_UNSUPPORTED },
    { "(1, [('2026-01-05T12:00', '', 60, 'nonsense')], [])", keel_recurrence_error_quark,
      KEEL_RECURRENCE_ERROR_INVALID },
    { "(1, [" SEGMENT "], [('x', 'cancel', '2026-01-06T12:00', 0)])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'forget', '2026-01-06T12:00', 0)])",
      keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'add', '2026-01-06T12:00', 99999)])",
      keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'move', '0001-01-01T00:00', 60)])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'cancel', '2026-01-06T12:00', 0), "
      "('2026-01-06T12:00', 'cancel', '2026-01-06T12:00', 0)])",
      keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_null (keel_schedule_from_string (table[i].text, &error));
      g_assert_error (error, table[i].domain (), table[i].code);
      g_assert_null (keel_schedule_from_string (table[i].text, NULL));
    }
}

static void
test_large_texts (void)
{
  g_autofree char *nested = g_strnfill (1000000, '[');
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, ' ');

  g_assert_null (keel_schedule_from_string (nested, NULL));
  g_assert_null (keel_schedule_from_string (huge, NULL));
}

/* Text with a few bytes changed is refused or is another proper schedule. */
static void
test_damaged_texts (void)
{
  static const char whole[] = "(1, [('2026-01-05T12:00', 'Europe/Berlin', 60, 'FREQ=WEEKLY;BYDAY=MO,TU')], "
                              "[('2026-01-12T12:00', 'move', '2026-01-13T12:00', 60)])";
  static const char bytes[] = "0123456789()[]<>',;=-:TZ aM\\\"\x80";
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint accepted = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (KeelSchedule) schedule = NULL;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        text[g_rand_int_range (rand, 0, sizeof whole - 1)] =
            bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      schedule = keel_schedule_from_string (text, NULL);
      if (schedule == NULL)
        continue;
      accepted++;
      check_round_trip (schedule, 0, G_GINT64_CONSTANT (1800000000), NULL);
    }
  g_test_message ("%u of 20000 were still schedules", accepted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-text/refused-rules", test_refused_rules);
  g_test_add_func ("/schedule-text/rule-texts", test_rule_texts);
  g_test_add_func ("/schedule-text/limits", test_limits);
  g_test_add_func ("/schedule-text/unknown-dates", test_unknown_dates);
  g_test_add_func ("/schedule-text/too-many-overrides", test_too_many_overrides);
  g_test_add_func ("/schedule-text/too-many-segments", test_too_many_segments);
  g_test_add_func ("/schedule-text/hostile-texts", test_hostile_texts);
  g_test_add_func ("/schedule-text/large-texts", test_large_texts);
  g_test_add_func ("/schedule-text/damaged-texts", test_damaged_texts);
  return g_test_run ();
}
