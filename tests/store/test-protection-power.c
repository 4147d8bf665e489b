/*
 * A disk that is full, or whose power goes, while a passphrase is put on or taken off: from each KEEL_STEP-th
 * write on, and KEEL_POINTS times. After each the profile opens with the secret that it must have.
 */

#include "keel-protection-checks.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "keel-test-calls.h"
#include "keel-test-power.h"
#include "store/keel-recovery-code.h"

#define STEP_SHORT 3
#define N_POINTS_SHORT 80
#define N_POINTS_DEAF 500

typedef KeelProtectedFixture Fixture;

static guint full_after;

static int
full_cb (const KeelCall *call)
{
  if (call->kind != KEEL_CALL_WRITE || full_after == 0)
    return 0;
  return --full_after == 0 ? (full_after = 1, ENOSPC) : 0;
}

static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

/* TRUE where it was full before it was done. */
static gboolean
fill_up (Fixture *base, guint n, guint *refused)
{
  KeelExpected expected = { FALSE, KEEL_PASSPHRASE, NULL, g_ptr_array_new () };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  Fixture copy;
  gboolean full;

  keel_enter_copy (&copy, base);
  full_after = n;
  keel_test_calls_watch (full_cb);
  code = keel_protection_turn_on (copy.folder, KEEL_PASSPHRASE, keel_key_cost_lowest, &error);
  keel_test_calls_watch (NULL);
  full = full_after == 1;
  g_assert_true (full || code != NULL);
  g_assert_true ((code != NULL) == keel_protection_is_on (copy.folder));
  if (code == NULL)
    g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL);
  *refused += code == NULL;
  keel_check_profile (&copy, KEEL_JOB_ON, code != NULL ? code : "", &expected);
  keel_leave_copy (&copy);
  g_ptr_array_unref (expected.written);
  g_free (expected.code);
  return full;
}

static void
test_full (Fixture *fixture, const void *data)
{
  guint step = keel_get_number ("KEEL_STEP", STEP_SHORT);
  guint handler;
  guint refused = 0;
  guint n;

  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  handler = g_log_set_handler ("keel", G_LOG_LEVEL_WARNING, ignore_cb, NULL);
  for (n = 2; fill_up (fixture, n, &refused); n += step)
    ;
  g_log_remove_handler ("keel", handler);
  g_test_message ("A full disk from the %u-th write on at last; %u of them refused", n, refused);
  g_assert_cmpuint (refused, >, 5);
}

/* Power cuts */

/* In a process of its own, since it ends with the first thing that is wrong. */
static gboolean
is_well (Fixture *fixture, KeelJob job, const char *told, const KeelExpected *expected)
{
  int status = 0;
  pid_t child = keel_fork ();

  if (child == 0)
    {
      KeelExpected mine = { expected->on, expected->passphrase, g_strdup (expected->code),
                            g_ptr_array_new () };
      int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);

      dup2 (nowhere, STDOUT_FILENO);
      dup2 (nowhere, STDERR_FILENO);
      keel_check_profile (fixture, job, told, &mine);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
enter_cut (Fixture *copy, const Fixture *base, guint time, gboolean deaf, GRand *random)
{
  copy->clock = base->clock;
  copy->data_dir = g_strconcat (base->data_dir, "-cut", NULL);
  copy->folder = g_build_filename (copy->data_dir, "profiles", "default", NULL);
  g_assert_cmpint (g_mkdir_with_parents (copy->folder, 0700), ==, 0);
  keel_test_power_cut (copy->folder, time, deaf, random);
}

/* Some of all moments, and each tenth of them when it was done and told. */
static guint
choose_time (guint i, guint points)
{
  guint end = keel_test_power_get_time () - 1;

  if (i % 10 == 0)
    return end;
  return points > end ? i % end : (guint) ((guint64) i * end / points);
}

static gboolean
survives_cut (Fixture *base, KeelJob job, const char *told, const KeelExpected *expected, guint time,
              gboolean deaf, GRand *random, guint *phases)
{
  Fixture copy;
  gboolean well;

  enter_cut (&copy, base, time, deaf, random);
  phases[keel_find_phase (&copy, expected->on)]++;
  well = is_well (&copy, job, time + 1 == keel_test_power_get_time () ? told : "", expected);
  keel_leave_copy (&copy);
  return well;
}

/* @told is what came of it, for who asked. */
static void
cut_power (Fixture *fixture, KeelJob job, const char *told, const KeelExpected *expected)
{
  guint points = keel_get_number ("KEEL_POINTS", N_POINTS_SHORT);
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  guint phases[KEEL_N_PHASES] = { 0 };
  guint losses = 0;

  keel_test_power_pause ();
  for (guint i = 1; i <= points; i++)
    {
      guint time = choose_time (i, points);

      if (survives_cut (fixture, job, told, expected, time, FALSE, random, phases))
        continue;
      g_test_message ("%s: at %u", keel_job_names[job], time);
      losses++;
    }
  g_test_message ("%s: %u of %u power cuts in %u events lost something", keel_job_names[job], losses, points,
                  keel_test_power_get_time ());
  keel_report_phases (keel_job_names[job], points, phases);
  g_assert_cmpuint (losses, ==, 0);
  g_assert_cmpuint (phases[KEEL_PHASE_PREPARING], >, 0);
  g_assert_cmpuint (phases[KEEL_PHASE_DECIDED], >, 0);
}

/* That the replay has teeth: where nothing is synchronized, something is lost. */
static void
cut_power_deaf (Fixture *fixture, KeelJob job, const char *told, const KeelExpected *expected)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (19);
  guint phases[KEEL_N_PHASES] = { 0 };
  guint i = 1;

  while (i <= N_POINTS_DEAF &&
         survives_cut (fixture, job, told, expected, choose_time (i, N_POINTS_DEAF), TRUE, random, phases))
    i++;
  g_test_message ("%s, nothing synchronized: lost with power cut %u", keel_job_names[job], i);
  g_assert_cmpuint (i, <=, N_POINTS_DEAF);
}

static void
cut_power_both (Fixture *fixture, KeelJob job, const char *told, const KeelExpected *expected)
{
  cut_power (fixture, job, told, expected);
  cut_power_deaf (fixture, job, told, expected);
  keel_test_power_stop ();
}

static void
test_power (Fixture *fixture, const void *data)
{
  const KeelExpected before = { FALSE, KEEL_PASSPHRASE, NULL, NULL };
  KeelExpected after = { TRUE, KEEL_PASSPHRASE, NULL, NULL };
  g_autoptr (KeelVaultKey) key = NULL;

  keel_test_power_record (fixture->folder);
  after.code = keel_protected_fixture_turn_on (fixture);
  cut_power_both (fixture, KEEL_JOB_ON, after.code, &before);

  key = keel_protected_fixture_unlock (fixture, KEEL_PASSPHRASE);
  keel_test_power_record (fixture->folder);
  g_assert_true (keel_protection_turn_off (fixture->folder, key, NULL));
  cut_power_both (fixture, KEEL_JOB_OFF, "done", &after);
  keel_secret_free (after.code);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/protection/" name, Fixture, NULL, keel_protected_fixture_set_up, function,             \
              keel_protected_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("power", test_power);
  return g_test_run ();
}
