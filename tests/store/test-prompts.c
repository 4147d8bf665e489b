/* The delay of a card: a reminder, once, in some minutes, one at a time. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-prompts.h"
#include "store/keel-reminder-file.h"

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
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:20Z", "Europe/Berlin");
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

/* When @schedule is due, seconds UTC, wherever the person is. */
static gint64
get_due (KeelSchedule *schedule)
{
  g_autoptr (GTimeZone) elsewhere = g_time_zone_new_identifier ("Asia/Tokyo");
  KeelOccurrence occurrence = { 0 };

  g_assert_true (keel_schedule_next (schedule, 0, elsewhere, &occurrence));
  return occurrence.start;
}

/* What keel-reminders is to tell of: "18:16 important", with a space and another; UTC. */
static void
assert_due (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rules = NULL;

  rules = keel_reminder_file_get_rules (keel_profile_get_reminder_file (fixture->profile), NULL);
  for (guint i = 0; i < rules->len; i++)
    {
      const KeelReminderRule *rule = rules->pdata[i];
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (get_due (rule->schedule));
      g_autofree char *time = g_date_time_format (moment, "%H:%M");

      g_assert_cmpint (rule->lead, ==, 0);
      g_assert_cmpint (rule->text, ==, KEEL_REMINDER_DISCREET);
      g_assert_null (rule->name);
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", time, rule->important ? " important" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static KeelPrompt *
delay (Fixture *fixture, guint minutes, const char *strategy)
{
  GError *error = NULL;
  KeelPrompt *prompt = keel_profile_set_delay (fixture->profile, minutes, strategy, &error);

  g_assert_no_error (error);
  return prompt;
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPrompt) prompt = delay (fixture, 15, "c02");
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (fixture->profile, NULL);
  const KeelPrompt *kept = prompts->pdata[0];
  g_autofree char *rule = keel_schedule_get_rule (kept->schedule);

  g_assert_cmpuint (prompts->len, ==, 1);
  g_assert_cmpint (kept->kind, ==, KEEL_PROMPT_PRACTICE);
  g_assert_cmpstr (kept->uuid, ==, prompt->uuid);
  g_assert_cmpstr (kept->subject, ==, "c02");
  g_assert_null (kept->words);
  g_assert_null (rule); /* once */
  g_assert_cmpstr (keel_schedule_get_zone (kept->schedule), ==, "Europe/Berlin");
  assert_due (fixture, "18:16 important"); /* not before 15 minutes have gone by */
}

static void
test_whole_minute (Fixture *fixture, gconstpointer data)
{
  keel_test_clock_set (fixture->clock, "2026-11-24T18:00:00Z");
  keel_prompt_free (delay (fixture, 1, NULL));
  assert_due (fixture, "18:01 important");
  keel_prompt_free (delay (fixture, KEEL_DELAY_MAX_MINUTES, NULL));
  assert_due (fixture, "18:00 important");
}

/* One at a time; what else there is to be reminded of stays. */
static void
test_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (keel_local_time_new (2026, 11, 24, 21, 0), NULL, 60,
                                                         NULL, NULL);
  g_autoptr (KeelPrompt) evening = keel_prompt_new (KEEL_PROMPT_CHECK_IN, schedule);
  g_autoptr (GPtrArray) prompts = NULL;

  g_assert_true (keel_profile_set_prompt (fixture->profile, evening, NULL));
  keel_prompt_free (delay (fixture, 15, "c02"));
  keel_prompt_free (delay (fixture, 30, "c11"));
  prompts = keel_profile_get_prompts (fixture->profile, NULL);
  g_assert_cmpuint (prompts->len, ==, 2);
  g_assert_true (keel_profile_drop_delay (fixture->profile, NULL));
  g_assert_true (keel_profile_drop_delay (fixture->profile, NULL));
  assert_due (fixture, "12:00"); /* the check-in, floating, in Tokyo */
}

/* Dropped by mistake: it comes at the time at which it would have come. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPrompt) prompt = delay (fixture, 15, "c02");

  g_assert_true (keel_profile_drop_delay (fixture->profile, NULL));
  assert_due (fixture, "");
  keel_test_clock_step (fixture->clock, 60);
  g_assert_true (keel_profile_set_prompt (fixture->profile, prompt, NULL));
  assert_due (fixture, "18:16 important");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const guint minutes[] = { 0, KEEL_DELAY_MAX_MINUTES + 1, G_MAXUINT };

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (keel_profile_set_delay (fixture->profile, minutes[i], "c02", &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
    }
  assert_due (fixture, "");
}

/* When the clocks go back there are two times 2:10: fifteen minutes are fifteen minutes. And when they go
 * forward there is no 2:10 at all. */
static void
test_changes_of_the_clock (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now;
    const char *due;
  } rows[] = {
    { "2026-10-25T00:55:00Z", "01:10 important" }, /* 2:55, and then the second 2:10 */
    { "2026-10-24T23:55:00Z", "00:10 important" }, /* 1:55, and then the first */
    { "2026-10-25T01:40:00Z", "01:55 important" },
    { "2026-03-29T00:55:00Z", "01:10 important" }, /* 1:55, and then 3:10 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      keel_test_clock_set (fixture->clock, rows[i].now);
      keel_prompt_free (delay (fixture, 15, NULL));
      assert_due (fixture, rows[i].due);
    }
}

#define ADD(name, test) g_test_add ("/store/prompts/delay/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("set", test_set);
  ADD ("whole-minute", test_whole_minute);
  ADD ("one", test_one);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  ADD ("changes-of-the-clock", test_changes_of_the_clock);
  return g_test_run ();
}
