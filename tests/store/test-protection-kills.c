/*
 * A process that dies while a passphrase is put on, changed or taken off: at every system call that changes a
 * file (each KEEL_STEP-th of them: 1 for all), and at any moment (KEEL_KILLS times). After each the profile
 * opens with the secret that it must have, and has all that was acknowledged.
 */

#include "keel-protection-checks.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keel-test-calls.h"
#include "store/keel-recovery-code.h"

#define N_KILLS_SHORT 42
#define STEP_SHORT 3
#define UUID_LENGTH 36

typedef KeelProtectedFixture Fixture;

/* Writes until it is killed, and says so each time. */
static void
write_for_ever (Fixture *fixture, KeelVaultKey *key, int tell)
{
  KeelProfile *profile = keel_profile_open (fixture->data_dir, NULL, key, fixture->clock, NULL);

  for (;;)
    {
      char *uuid = keel_protected_fixture_follow (profile, KEEL_SEALED " Later", FALSE);

      if (uuid == NULL || write (tell, uuid, UUID_LENGTH) != UUID_LENGTH)
        _exit (1);
      g_free (uuid);
    }
}

static void
open_and_close_for_ever (Fixture *fixture, KeelVaultKey *key)
{
  for (;;)
    {
      KeelProfile *profile = keel_profile_open (fixture->data_dir, NULL, key, fixture->clock, NULL);

      if (profile == NULL)
        _exit (1);
      g_object_unref (profile);
    }
}

/* In the child. What was done is told: UUIDs, the recovery code, or "done". */
static void
run_job (Fixture *fixture, KeelJob job, KeelVaultKey *key, const char *passphrase, int tell)
{
  g_autofree char *said = NULL;

  if (job == KEEL_JOB_WRITE)
    write_for_ever (fixture, key, tell);
  else if (job == KEEL_JOB_CLOSE)
    open_and_close_for_ever (fixture, key);
  else if (job == KEEL_JOB_ON)
    said = keel_protection_turn_on (fixture->folder, passphrase, keel_key_cost_lowest, NULL);
  else if (job == KEEL_JOB_CODE)
    said = keel_protection_renew_recovery_code (fixture->folder, key, NULL);
  else if (job == KEEL_JOB_OFF ? keel_protection_turn_off (fixture->folder, key, NULL)
                               : keel_protection_set_passphrase (fixture->folder, key, passphrase,
                                                                 keel_key_cost_lowest, NULL))
    said = g_strdup ("done");
  if (said == NULL || write (tell, said, strlen (said)) < 0)
    _exit (1);
}

static char *
read_all (int file)
{
  GString *text = g_string_new (NULL);
  char bytes[4096];
  ssize_t length;

  while ((length = read (file, bytes, sizeof bytes)) > 0)
    g_string_append_len (text, bytes, length);
  close (file);
  return g_string_free (text, FALSE);
}

/* At every call */

static guint cut_at;

static int
cut_cb (const KeelCall *call)
{
  if (--cut_at == 0)
    kill (getpid (), SIGKILL);
  return 0;
}

/* TRUE: it died before the @n-th call; FALSE: it came to its end. *told is what it told. */
static gboolean
run_cut (Fixture *fixture, KeelJob job, KeelVaultKey *key, const char *passphrase, guint n, char **told)
{
  int pipes[2];
  int status = 0;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = keel_fork ();
  if (child == 0)
    {
      cut_at = n;
      keel_test_calls_watch (cut_cb);
      if (job == KEEL_N_JOBS)
        keel_settle (fixture);
      else
        run_job (fixture, job, key, passphrase, pipes[1]);
      _exit (0);
    }
  close (pipes[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *told = read_all (pipes[0]);
  g_assert_true (WIFSIGNALED (status) ? WTERMSIG (status) == SIGKILL : WEXITSTATUS (status) == 0);
  return WIFSIGNALED (status);
}

/* What was cut is mended by a process that is cut as well. */
static gboolean
cut_once (Fixture *base, KeelJob job, KeelVaultKey *key, guint n, KeelExpected *expected, guint *phases)
{
  const char *passphrase = job == KEEL_JOB_PASSPHRASE ? keel_get_other_passphrase (expected->passphrase)
                                                      : expected->passphrase;
  g_autofree char *told = NULL;
  g_autofree char *nothing = NULL;
  Fixture copy;
  gboolean cut;

  keel_enter_copy (&copy, base);
  cut = run_cut (&copy, job, key, passphrase, n, &told);
  phases[keel_find_phase (&copy, expected->on)]++;
  if (cut)
    run_cut (&copy, KEEL_N_JOBS, NULL, NULL, 1 + n % 17, &nothing);
  keel_check_profile (&copy, job, told, expected);
  keel_leave_copy (&copy);
  return cut;
}

static void
cut_job (Fixture *base, KeelJob job, gboolean on, const char *code)
{
  guint step = keel_get_number ("KEEL_STEP", STEP_SHORT);
  g_autoptr (KeelVaultKey) key = on ? keel_protected_fixture_unlock (base, KEEL_PASSPHRASE) : NULL;
  guint phases[KEEL_N_PHASES] = { 0 };
  gboolean cut = TRUE;
  guint changed = 0;
  guint n;

  for (n = 1; cut; n += job == KEEL_JOB_ON || job == KEEL_JOB_OFF ? step : 1)
    {
      KeelExpected expected = { on, KEEL_PASSPHRASE, g_strdup (code), g_ptr_array_new () };

      cut = cut_once (base, job, key, n, &expected, phases);
      changed += strcmp (expected.passphrase, KEEL_PASSPHRASE) != 0 ||
                 (job == KEEL_JOB_CODE && expected.code == NULL);
      g_ptr_array_unref (expected.written);
      g_free (expected.code);
    }
  keel_report_phases (keel_job_names[job], n, phases);
  if (job == KEEL_JOB_PASSPHRASE || job == KEEL_JOB_CODE)
    {
      g_test_message ("%s: changed in %u", keel_job_names[job], changed);
      g_assert_cmpuint (changed, >, 0);
      g_assert_cmpuint (changed, <, n - 1);
      return;
    }
  g_assert_cmpuint (phases[KEEL_PHASE_PREPARING], >, 1);
  g_assert_cmpuint (phases[KEEL_PHASE_DECIDED], >, 1);
  g_assert_cmpuint (phases[KEEL_PHASE_AFTER], >, 0);
}

static void
test_every_call (Fixture *fixture, const void *data)
{
  char *code;

  cut_job (fixture, KEEL_JOB_ON, FALSE, NULL);
  code = keel_protected_fixture_turn_on (fixture);
  cut_job (fixture, KEEL_JOB_OFF, TRUE, code);
  cut_job (fixture, KEEL_JOB_PASSPHRASE, TRUE, code);
  cut_job (fixture, KEEL_JOB_CODE, TRUE, code);
  keel_secret_free (code);
}

/* At any moment */

/* What makes sense in that state. */
static KeelJob
choose_job (guint i, gboolean on)
{
  KeelJob job = (KeelJob) (i % KEEL_N_JOBS);

  if (on && job == KEEL_JOB_ON)
    return KEEL_JOB_OFF;
  return !on && job < KEEL_JOB_WRITE ? KEEL_JOB_ON : job;
}

/* How long it takes when it is let be, in microseconds, by trying on a copy. */
static gint64
measure (Fixture *base, KeelJob job, KeelVaultKey *key, const KeelExpected *expected)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *told = NULL;
  Fixture copy;

  if (job == KEEL_JOB_WRITE || job == KEEL_JOB_CLOSE)
    return 60000;
  keel_enter_copy (&copy, base);
  start = g_get_monotonic_time ();
  run_cut (&copy, job, key, expected->passphrase, 0, &told);
  start = g_get_monotonic_time () - start;
  keel_leave_copy (&copy);
  return start;
}

static char *
kill_job (Fixture *fixture, KeelJob job, KeelVaultKey *key, const char *passphrase, gint64 longest)
{
  struct pollfd told = { .events = POLLIN };
  int pipes[2];
  int status = 0;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = keel_fork ();
  if (child == 0)
    {
      run_job (fixture, job, key, passphrase, pipes[1]);
      for (;;)
        pause ();
    }
  close (pipes[1]);
  told.fd = pipes[0];
  if (job == KEEL_JOB_WRITE) /* opening is what KEEL_JOB_CLOSE is for */
    g_assert_cmpint (poll (&told, 1, -1), >=, 0);
  g_usleep (g_test_rand_int_range (0, (gint32) longest + 1));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  return read_all (pipes[0]);
}

static void
test_any_moment (Fixture *fixture, const void *data)
{
  guint kills = keel_get_number ("KEEL_KILLS", N_KILLS_SHORT);
  KeelExpected expected = { FALSE, KEEL_PASSPHRASE, NULL, g_ptr_array_new_with_free_func (g_free) };
  guint phases[KEEL_N_JOBS][KEEL_N_PHASES] = { { 0 } };
  guint all[KEEL_N_PHASES] = { 0 };
  gint64 longest[KEEL_N_JOBS] = { 0 };

  for (guint i = 0; i < kills; i++)
    {
      KeelJob job = choose_job (i, expected.on);
      gboolean was_on = expected.on;
      const char *passphrase = job == KEEL_JOB_PASSPHRASE ? keel_get_other_passphrase (expected.passphrase)
                                                          : expected.passphrase;
      g_autoptr (KeelVaultKey) key = was_on ? keel_protected_fixture_unlock (fixture, expected.passphrase)
                                            : NULL;
      g_autofree char *told = NULL;

      if (longest[job] == 0)
        longest[job] = measure (fixture, job, key, &expected) * 5 / 4;
      told = kill_job (fixture, job, key, passphrase, longest[job]);
      phases[job][keel_find_phase (fixture, was_on)]++;
      keel_check_profile (fixture, job, told, &expected);
    }
  for (guint job = 0; job < KEEL_N_JOBS; job++)
    {
      guint n = 0;

      for (guint phase = 0; phase < KEEL_N_PHASES; phase++)
        {
          n += phases[job][phase];
          all[phase] += phases[job][phase];
        }
      keel_report_phases (keel_job_names[job], n, phases[job]);
    }
  g_test_message ("%u kills, %u commits acknowledged, none lost", kills, expected.written->len);
  g_assert_cmpuint (all[KEEL_PHASE_PREPARING], >, 0);
  g_assert_cmpuint (all[KEEL_PHASE_AFTER] + all[KEEL_PHASE_DECIDED], >, 0);
  g_assert_cmpuint (expected.written->len, >, 0);
  g_ptr_array_unref (expected.written);
  g_free (expected.code);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/protection/kills/" name, Fixture, NULL, keel_protected_fixture_set_up, function,       \
              keel_protected_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-call", test_every_call);
  ADD ("any-moment", test_any_moment);
  return g_test_run ();
}
