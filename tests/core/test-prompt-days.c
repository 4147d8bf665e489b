/* Reminders on weekdays: what was chosen is what comes, and can be read again. */

#include "core/keel-prompt-days.h"

/* A Sunday. */
#define TODAY "2026-11-22T12:00"

/* The local starts in the eight days from @TODAY on, in Berlin. */
static char *
describe (KeelSchedule *schedule)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  g_autoptr (GString) text = g_string_new (NULL);
  KeelLocalTime today = 0;

  g_assert_true (keel_local_time_parse (TODAY, &today));
  keel_schedule_expand (schedule, keel_local_time_to_utc (today - 12 * 60, zone),
                        keel_local_time_to_utc (today - 12 * 60 + 8 * KEEL_MINUTES_PER_DAY, zone), zone,
                        dates);
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *start = keel_local_time_format (g_array_index (dates, KeelOccurrence, i).original);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", start + 8);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_chosen (void)
{
  static const struct
  {
    guint days;
    int minute;
    const char *dates;
  } rows[] = {
    { 0x7f, 21 * 60, "22T21:00 23T21:00 24T21:00 25T21:00 26T21:00 27T21:00 28T21:00 29T21:00" },
    { 0x7f, 0, "22T00:00 23T00:00 24T00:00 25T00:00 26T00:00 27T00:00 28T00:00 29T00:00" },
    { 1 << 0, 450, "22T07:30 29T07:30" },
    { 1 << 1 | 1 << 3 | 1 << 5, 1439, "23T23:59 25T23:59 27T23:59" },
    { 1 << 6, 600, "28T10:00" },
    { 1 << 0 | 1 << 6, 600, "22T10:00 28T10:00 29T10:00" },
  };
  KeelLocalTime today = 0;

  g_assert_true (keel_local_time_parse (TODAY, &today));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelSchedule) schedule = keel_prompt_days_to_schedule (today, rows[i].days, rows[i].minute);
      g_autofree char *dates = describe (schedule);
      guint days = 0;
      int minute = -1;

      g_assert_cmpstr (dates, ==, rows[i].dates);
      g_assert_null (keel_schedule_get_zone (schedule));
      g_assert_cmpuint (keel_schedule_get_duration (schedule), ==, KEEL_PROMPT_MINUTES);
      g_assert_true (keel_prompt_days_read (schedule, &days, &minute));
      g_assert_cmpuint (days, ==, rows[i].days);
      g_assert_cmpint (minute, ==, rows[i].minute);
    }
}

/* What was asked for in another way is not bent into this one. */
static void
test_other (void)
{
  static const char *const rules[] = { NULL, "FREQ=DAILY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=DAILY;COUNT=3" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (KeelSchedule) schedule = keel_schedule_new (0, NULL, 60, rules[i], NULL);
      guint days = 99;
      int minute = 99;

      g_test_message ("%s", rules[i]);
      g_assert_nonnull (schedule);
      g_assert_false (keel_prompt_days_read (schedule, &days, &minute));
      g_assert_cmpuint (days, ==, 99);
      g_assert_cmpint (minute, ==, 99);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prompt-days/chosen", test_chosen);
  g_test_add_func ("/prompt-days/other", test_other);
  return g_test_run ();
}
