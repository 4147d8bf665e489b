/* The lock of keel-reminders, and starting it. */

#include "keel-test-folder.h"
#include "store/keel-installation.h"
#include "store/keel-reminder-process.h"
#include "store/keel-store-error.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SINCE 1795370400

static KeelReminderStatus
get_status (const char *data_dir)
{
  KeelReminderStatus status;
  GError *error = NULL;

  g_assert_true (keel_reminder_process_get_status (data_dir, &status, &error));
  g_assert_no_error (error);
  return status;
}

/* A process that takes the lock and keeps it until it is killed. */
static pid_t
start_holder (const char *data_dir)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (keel_reminder_process_lock (data_dir, SINCE, NULL) < 0 || write (ready[1], "x", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  close (ready[1]);
  return child;
}

static void
stop_holder (pid_t child)
{
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

static void
test_lock (void)
{
  g_autofree char *above = keel_test_folder_make ();
  g_autofree char *data_dir = g_build_filename (above, "not", "there", NULL);
  g_autoptr (GError) error = NULL;
  pid_t holder;
  int lock;

  g_assert_false (get_status (data_dir).running);
  holder = start_holder (data_dir);
  g_assert_true (get_status (data_dir).running);
  g_assert_cmpint (get_status (data_dir).pid, ==, holder);
  g_assert_cmpint (get_status (data_dir).since, ==, SINCE);
  g_assert_cmpint (keel_reminder_process_lock (data_dir, SINCE, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY);
  /* Running already: nothing to do. */
  g_assert_true (keel_reminder_process_ensure (data_dir, NULL));
  g_assert_cmpint (get_status (data_dir).pid, ==, holder);

  stop_holder (holder);
  g_assert_false (get_status (data_dir).running);
  g_assert_cmpint (get_status (data_dir).pid, ==, 0);
  lock = keel_reminder_process_lock (data_dir, SINCE + 1, NULL);
  g_assert_cmpint (lock, >=, 0);
  g_assert_cmpint (fcntl (lock, F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
  g_assert_cmpint (get_status (data_dir).pid, ==, getpid ());
  g_assert_cmpint (get_status (data_dir).since, ==, SINCE + 1);
  close (lock);
  keel_test_folder_remove (above);
}

typedef struct
{
  const char *data_dir;
  int stop;
  int looks;
} Watch;

static gpointer
look_cb (gpointer data)
{
  Watch *watch = data;

  while (!g_atomic_int_get (&watch->stop))
    {
      get_status (watch->data_dir);
      g_atomic_int_inc (&watch->looks);
    }
  return NULL;
}

/* Whoever looks must not send keel-reminders away. */
static void
test_watched (void)
{
  g_autofree char *data_dir = keel_test_folder_make ();
  Watch watch = { .data_dir = data_dir };
  GThread *thread;

  close (keel_reminder_process_lock (data_dir, SINCE, NULL));
  thread = g_thread_new ("look", look_cb, &watch);
  for (guint i = 0; i < 50; i++)
    {
      int lock = keel_reminder_process_lock (data_dir, SINCE, NULL);

      g_assert_cmpint (lock, >=, 0);
      close (lock);
    }
  g_atomic_int_set (&watch.stop, 1);
  g_thread_join (thread);
  g_assert_cmpint (watch.looks, >, 0);
  keel_test_folder_remove (data_dir);
}

static void
test_bad_folder (void)
{
  g_autofree char *above = keel_test_folder_make ();
  g_autofree char *file = g_build_filename (above, "file", NULL);
  g_autofree char *data_dir = g_build_filename (file, "below", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_false (keel_reminder_process_ensure (data_dir, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOLDER);
  g_clear_error (&error);
  g_assert_cmpint (keel_reminder_process_lock (data_dir, SINCE, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOLDER);
  keel_test_folder_remove (above);
}

static int
get_parent (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  int parent = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (sscanf (strrchr (text, ')') + 1, " %*c %d", &parent), ==, 1);
  return parent;
}

static void
assert_detached (int pid)
{
  g_assert_cmpint (getsid (pid), !=, getsid (0));
  g_assert_cmpint (get_parent (pid), !=, getpid ());
  for (int fd = 0; fd < 3; fd++)
    {
      g_autofree char *path = g_strdup_printf ("/proc/%d/fd/%d", pid, fd);
      g_autofree char *target = g_file_read_link (path, NULL);

      g_assert_cmpstr (target, ==, "/dev/null");
    }
}

static void
test_start (void)
{
  g_autofree char *program = keel_installation_get_program ("keel-reminders");
  g_autofree char *data_dir = keel_test_folder_make ();
  GError *error = NULL;
  KeelReminderStatus status;

  g_assert_true (keel_installation_is_build_folder ());
  if (!g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("keel-reminders is not built");
      keel_test_folder_remove (data_dir);
      return;
    }
  g_assert_true (keel_reminder_process_ensure (data_dir, &error));
  g_assert_no_error (error);
  status = get_status (data_dir);
  g_assert_true (status.running);
  g_assert_cmpint (status.pid, >, 1);
  assert_detached (status.pid);

  g_assert_true (keel_reminder_process_ensure (data_dir, &error));
  g_assert_cmpint (get_status (data_dir).pid, ==, status.pid);

  g_assert_cmpint (kill (status.pid, SIGTERM), ==, 0);
  for (guint i = 0; i < 500 && get_status (data_dir).running; i++)
    g_usleep (10000);
  g_assert_false (get_status (data_dir).running);
  keel_test_folder_remove (data_dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reminder-process/lock", test_lock);
  g_test_add_func ("/store/reminder-process/watched", test_watched);
  g_test_add_func ("/store/reminder-process/bad-folder", test_bad_folder);
  g_test_add_func ("/store/reminder-process/start", test_start);
  return g_test_run ();
}
