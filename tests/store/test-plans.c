/* If-then plans: kept, and their reminders come, change and go with them, in reminders.db too. */

#include "core/keel-prompt-days.h"
#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-plans.h"
#include "store/keel-profile-prompts.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
} Fixture;

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:00Z", "Europe/Berlin"); /* a Tuesday */
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

/* Each weekday at @hour. */
static KeelPlan *
make_timed (const char *situation, int hour, gboolean remind)
{
  KeelPlan *plan = keel_plan_new (situation, "call");

  plan->bind = KEEL_PLAN_TIME;
  plan->schedule = keel_prompt_days_to_schedule (keel_local_time_new (2026, 11, 24, 0, 0), 0x3e, hour * 60);
  plan->remind = remind;
  return plan;
}

/* Returns what stood there. */
static KeelPlan *
save (Fixture *fixture, KeelPlan *plan)
{
  KeelPlan *before = NULL;
  GError *error = NULL;

  keel_profile_set_plan (fixture->profile, plan, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (plan->uuid);
  return before;
}

static void
set_deleted (Fixture *fixture, const KeelPlan *plan, gboolean deleted)
{
  GError *error = NULL;

  keel_profile_set_plan_deleted (fixture->profile, plan->uuid, deleted, &error);
  g_assert_no_error (error);
}

static void
assert_plans (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) plans = keel_profile_get_plans (fixture->profile, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const KeelPlan *plan = plans->pdata[i];

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? "; " : "", plan->situation,
                              keel_plan_bind_words[plan->bind], plan->remind ? " reminded" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The minutes at which reminders of plans are due, of the journal and of reminders.db alike. */
static void
assert_reminders (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (fixture->profile, NULL);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  rules = keel_reminder_file_get_rules (keel_profile_get_reminder_file (fixture->profile), NULL);
  g_assert_cmpuint (rules->len, ==, prompts->len);
  for (guint i = 0; i < prompts->len; i++)
    {
      const KeelPrompt *prompt = prompts->pdata[i];
      const KeelReminderRule *rule = rules->pdata[i];

      g_assert_cmpint (prompt->kind, ==, KEEL_PROMPT_PLAN);
      g_assert_cmpint (rule->text, ==, KEEL_REMINDER_DISCREET);
      g_assert_null (rule->name);
      g_assert_false (rule->meeting);
      g_assert_true (keel_schedule_equal (rule->schedule, prompt->schedule));
      g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                              keel_local_time_get_minute (keel_schedule_get_start (prompt->schedule)) / 60);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) place = keel_plan_new ("  I pass the shop ", "cross the road");
  g_autoptr (KeelPlan) bare = keel_plan_new ("I lie awake", "get up");
  g_autoptr (KeelPlan) timed = make_timed ("It is Friday", 17, FALSE);
  g_autoptr (GPtrArray) plans = NULL;
  const KeelPlan *read;

  place->bind = KEEL_PLAN_PLACE;
  place->target = g_strdup ("Corner shop");
  place->strategy = g_strdup ("c14");
  place->tags = KEEL_TAG_BIT (KEEL_TAG_PLACE) | KEEL_TAG_BIT (KEEL_TAG_ALCOHOL);
  g_assert_null (save (fixture, place));
  g_assert_null (save (fixture, bare));
  g_assert_null (save (fixture, timed));
  open_profile (fixture);
  assert_plans (fixture, "I pass the shop place; I lie awake none; It is Friday time");
  assert_reminders (fixture, "");
  plans = keel_profile_get_plans (fixture->profile, NULL);
  read = plans->pdata[0];
  g_assert_cmpstr (read->uuid, ==, place->uuid);
  g_assert_cmpstr (read->action, ==, "cross the road");
  g_assert_cmpstr (read->target, ==, "Corner shop");
  g_assert_cmpstr (read->strategy, ==, "c14");
  g_assert_cmpuint (read->tags, ==, place->tags);
  g_assert_true (keel_plan_equal (plans->pdata[1], bare));
  g_assert_true (keel_plan_equal (plans->pdata[2], timed));
}

static void
test_reminded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) plan = make_timed ("I come home", 17, TRUE);
  g_autoptr (KeelPlan) later = NULL;
  g_autoptr (KeelPlan) before = NULL;
  g_autoptr (GPtrArray) prompts = NULL;
  g_autofree char *prompt = NULL;

  save (fixture, plan);
  assert_reminders (fixture, "17");
  prompt = g_strdup (plan->prompt);
  prompts = keel_profile_get_prompts (fixture->profile, NULL);
  g_assert_cmpstr (((KeelPrompt *) prompts->pdata[0])->subject, ==, plan->uuid);
  g_assert_cmpstr (((KeelPrompt *) prompts->pdata[0])->words, ==, "call");

  /* Another time; whoever saves the plan need not know of its prompt. */
  later = make_timed ("I come home", 19, TRUE);
  later->uuid = g_strdup (plan->uuid);
  before = save (fixture, later);
  g_assert_true (keel_plan_equal (before, plan));
  g_assert_cmpstr (later->prompt, ==, prompt);
  assert_reminders (fixture, "19");

  /* No reminder any more, and again: the same. */
  later->remind = FALSE;
  keel_plan_free (save (fixture, later));
  assert_reminders (fixture, "");
  keel_plan_free (save (fixture, before));
  assert_reminders (fixture, "17");
  g_assert_cmpstr (before->prompt, ==, prompt);
}

/* What is no longer bound to a time is not told of. */
static void
test_unbound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) plan = make_timed ("I come home", 17, TRUE);

  save (fixture, plan);
  plan->bind = KEEL_PLAN_FREE;
  plan->remind = FALSE;
  g_clear_pointer (&plan->schedule, keel_schedule_unref);
  keel_plan_free (save (fixture, plan));
  assert_plans (fixture, "I come home none");
  assert_reminders (fixture, "");
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) plan = make_timed ("I come home", 17, TRUE);
  g_autoptr (KeelPlan) quiet = make_timed ("It is noon", 12, FALSE);
  g_autoptr (GError) error = NULL;

  save (fixture, plan);
  save (fixture, quiet);
  set_deleted (fixture, plan, TRUE);
  set_deleted (fixture, quiet, TRUE);
  assert_plans (fixture, "");
  assert_reminders (fixture, "");
  set_deleted (fixture, plan, FALSE);
  set_deleted (fixture, quiet, FALSE);
  assert_plans (fixture, "I come home time reminded; It is noon time");
  assert_reminders (fixture, "17");

  /* To save what was deleted brings it back, and nothing had stood there. */
  set_deleted (fixture, plan, TRUE);
  g_assert_null (save (fixture, plan));
  assert_reminders (fixture, "17");

  g_assert_false (keel_profile_set_plan_deleted (fixture->profile, "none", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
refuse (Fixture *fixture, KeelPlan *plan)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_profile_set_plan (fixture->profile, plan, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (plan->uuid);
  keel_plan_free (plan);
}

static KeelPlan *
make_bound (KeelPlanBind bind, const char *target)
{
  KeelPlan *plan = keel_plan_new ("I wait", "breathe");

  plan->bind = bind;
  plan->target = g_strdup (target);
  return plan;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  KeelPlan *reminded = make_bound (KEEL_PLAN_PLACE, "Station");
  KeelPlan *both = make_timed ("I wait", 17, FALSE);

  reminded->remind = TRUE;
  both->bind = KEEL_PLAN_FREE;
  refuse (fixture, keel_plan_new ("", "breathe"));
  refuse (fixture, keel_plan_new ("I wait", " \t"));
  refuse (fixture, keel_plan_new (NULL, "breathe"));
  refuse (fixture, make_bound (KEEL_PLAN_PLACE, NULL));
  refuse (fixture, make_bound (KEEL_PLAN_PERSON, ""));
  refuse (fixture, make_bound (KEEL_PLAN_MEETING, "  "));
  refuse (fixture, make_bound (KEEL_PLAN_FREE, "Station"));
  refuse (fixture, make_bound (KEEL_PLAN_TIME, NULL)); /* no time */
  refuse (fixture, make_bound (KEEL_PLAN_MEETING + 1, "Station"));
  refuse (fixture, reminded);
  refuse (fixture, both);
  assert_plans (fixture, "");
}

/* Nothing of a plan is in the file that is not encrypted. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) plan = make_timed ("quetzal comes", 17, TRUE);
  g_autofree char *path = g_build_filename (keel_profile_get_folder (fixture->profile), "reminders.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_free (plan->action);
  plan->action = g_strdup ("quetzal goes");
  save (fixture, plan);
  assert_reminders (fixture, "17");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  for (gsize i = 0; i + 7 <= length; i++)
    g_assert_true (memcmp (bytes + i, "quetzal", 7) != 0);
}

/* The plan is a person's: it is there, without the time that cannot be read. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) plan = make_timed ("I come home", 17, FALSE);
  g_autofree char *path = g_build_filename (keel_profile_get_folder (fixture->profile), "journal.db", NULL);
  sqlite3 *handle;

  save (fixture, plan);
  g_clear_object (&fixture->profile);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE plan SET schedule = 'x', remind = 1", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
  open_profile (fixture);
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "The schedule of plan*");
  assert_plans (fixture, "I come home none");
  g_test_assert_expected_messages ();
}

#define ADD(name, test) g_test_add ("/store/plans/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("reminded", test_reminded);
  ADD ("unbound", test_unbound);
  ADD ("deleted", test_deleted);
  ADD ("refused", test_refused);
  ADD ("private", test_private);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
