/* Six processes claim the same reminders: each goes to exactly one of them. */

#include "keel-test-folder.h"
#include "store/keel-reminder-file.h"

#include <sys/wait.h>
#include <unistd.h>

#define SERIES "9f1e0f9a-63a5-4cf1-8f51-0d5e2c1d8a11"
#define N_PROCESSES 6
#define N_REMINDERS 200

/* Under load somebody may be out of luck for longer than SQLite waits; what counts is who gets what. */
static gboolean
is_out_of_luck (GError **error)
{
  if (!g_error_matches (*error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

static gboolean
claim_one (KeelReminderFile *file, int occurrence, const char *holder, gboolean *mine, GError **error)
{
  const KeelReminderKey key = { SERIES, occurrence, occurrence, 30 };
  const KeelReminderEvent event = {
    .series = (char *) SERIES,
    .occurrence = occurrence,
    .start = occurrence,
    .lead = 30,
    .at = 1,
    .shown = 1,
    .outcome = KEEL_OUTCOME_SHOWN,
    .reason = (char *) holder,
  };
  KeelClaim result = KEEL_CLAIM_TAKEN;

  *mine = FALSE;
  while (!keel_reminder_file_claim (file, &key, 1, holder, 1, &result, error))
    if (!is_out_of_luck (error))
      return FALSE;
  if (result != KEEL_CLAIM_MINE)
    return TRUE;
  *mine = TRUE;
  while (!keel_reminder_file_confirm (file, &event, 1, error))
    if (!is_out_of_luck (error))
      return FALSE;
  return TRUE;
}

/* In a process of its own, once all are there. Returns how many reminders it got. */
static int
claim_all (const char *folder, const char *holder, int gate, GError **error)
{
  g_autoptr (KeelReminderFile) file = keel_reminder_file_open (folder, error);
  int mine = 0;
  char byte;

  g_assert_cmpint (read (gate, &byte, 1), ==, 0);
  for (int i = 0; file != NULL && i < N_REMINDERS; i++)
    {
      gboolean got;

      if (!claim_one (file, i, holder, &got, error))
        break;
      mine += got;
      g_usleep (got ? 20000 : 0); /* else who has the lock keeps it, and nobody contends */
    }
  return mine;
}

static pid_t
start_process (int number, const char *folder, const int gate[2])
{
  g_autofree char *holder = g_strdup_printf ("process %d", number);
  pid_t child = fork ();
  GError *error = NULL;
  int mine;

  if (child != 0)
    return child;
  close (gate[1]);
  mine = claim_all (folder, holder, gate[0], &error);
  if (error != NULL)
    g_printerr ("%s: %s\n", holder, error->message);
  _exit (error != NULL ? 255 : mine);
}

static void
check_log (const char *folder)
{
  g_autoptr (KeelReminderFile) file = keel_reminder_file_open (folder, NULL);
  g_autoptr (GPtrArray) log = keel_reminder_file_get_log (file, 0, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (log->len, ==, N_REMINDERS);
  for (guint i = 0; i < log->len; i++)
    g_assert_true (
        g_hash_table_add (seen, GINT_TO_POINTER (((KeelReminderEvent *) log->pdata[i])->occurrence + 1)));
}

static void
test_processes (void)
{
  g_autofree char *folder = keel_test_folder_make ();
  pid_t children[N_PROCESSES];
  int gate[2];
  int total = 0;
  int winners = 0;

  g_assert_cmpint (pipe (gate), ==, 0);
  for (int i = 0; i < N_PROCESSES; i++)
    children[i] = start_process (i, folder, gate);
  close (gate[0]);
  close (gate[1]);
  for (int i = 0; i < N_PROCESSES; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), !=, 255);
      total += WEXITSTATUS (status);
      winners += WEXITSTATUS (status) > 0;
      g_test_message ("process %d got %d", i, WEXITSTATUS (status));
    }
  g_assert_cmpint (total, ==, N_REMINDERS);
  g_assert_cmpint (winners, >, 1); /* else nothing was contended for */
  check_log (folder);
  keel_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reminder-file/processes", test_processes);
  return g_test_run ();
}
