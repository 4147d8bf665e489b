/* Who has a profile open: many beside each other, or one alone. */

#include "keel-test-folder.h"
#include "store/keel-profile-lock.h"
#include "store/keel-store-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define HOLD_US (200 * 1000)

typedef struct
{
  char *above;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->above = keel_test_folder_make ();
  fixture->folder = g_build_filename (fixture->above, "profile", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keel_test_folder_remove (fixture->above);
  g_free (fixture->folder);
  g_free (fixture->above);
}

static int
share (Fixture *fixture)
{
  GError *error = NULL;
  int lock = keel_profile_lock_share (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lock, >=, 0);
  return lock;
}

static int
take_alone (Fixture *fixture)
{
  GError *error = NULL;
  int lock = keel_profile_lock_alone (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lock, >=, 0);
  return lock;
}

static void
assert_in_use (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (keel_profile_lock_alone (fixture->folder, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IN_USE);
}

static void
test_together (Fixture *fixture, gconstpointer data)
{
  int first = share (fixture);
  int second = share (fixture);

  assert_in_use (fixture);
  keel_profile_lock_release (first);
  assert_in_use (fixture);
  keel_profile_lock_release (second);
  keel_profile_lock_release (take_alone (fixture));
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lock", NULL);
  int lock = share (fixture);
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (fcntl (lock, F_GETFD) & FD_CLOEXEC, !=, 0);
  keel_profile_lock_release (lock);
}

/* Held by a process that dies: the kernel gives it back. */
static void
test_holder_dies (Fixture *fixture, gconstpointer data)
{
  int ready[2];
  pid_t child;
  char byte;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      keel_profile_lock_share (fixture->folder, NULL);
      g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
      pause ();
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  assert_in_use (fixture);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  keel_profile_lock_release (take_alone (fixture));
  close (ready[0]);
  close (ready[1]);
}

static gpointer
release_soon (gpointer lock)
{
  g_usleep (HOLD_US);
  keel_profile_lock_release (GPOINTER_TO_INT (lock));
  return NULL;
}

static void
test_waits (Fixture *fixture, gconstpointer data)
{
  int alone = take_alone (fixture);
  gint64 start = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("release", release_soon, GINT_TO_POINTER (alone));

  keel_profile_lock_release (share (fixture));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, HOLD_US / 2);
  g_thread_join (thread);
}

static void
test_waits_not_for_ever (Fixture *fixture, gconstpointer data)
{
  int alone = take_alone (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (keel_profile_lock_share (fixture->folder, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY);
  keel_profile_lock_release (alone);
}

typedef struct
{
  Fixture *fixture;
  int lock;
} Removal;

static gpointer
remove_soon (gpointer data)
{
  const Removal *removal = data;
  g_autofree char *beside = g_build_filename (removal->fixture->above, ".removed", NULL);
  g_autofree char *path = g_build_filename (beside, "lock", NULL);

  g_usleep (HOLD_US);
  g_assert_cmpint (g_rename (removal->fixture->folder, beside), ==, 0);
  g_assert_cmpint (g_mkdir (removal->fixture->folder, 0700), ==, 0); /* another of that name */
  g_assert_cmpint (g_remove (path), ==, 0);
  keel_profile_lock_release (removal->lock);
  return NULL;
}

/* Who waited for a folder that went does not open another that has its name now. */
static void
test_removed_while_waiting (Fixture *fixture, gconstpointer data)
{
  Removal removal = { .fixture = fixture, .lock = take_alone (fixture) };
  GThread *thread = g_thread_new ("remove", remove_soon, &removal);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (keel_profile_lock_share (fixture->folder, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_thread_join (thread);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_cmpint (keel_profile_lock_share (fixture->folder, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

/* A link in its place is not followed: whoever can write there could have any file made. */
static void
test_no_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lock", NULL);
  g_autofree char *target = g_build_filename (fixture->above, "target", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (target, path), ==, 0);
  g_assert_cmpint (keel_profile_lock_alone (fixture->folder, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/profile-lock/together", test_together);
  add_test ("/store/profile-lock/file", test_file);
  add_test ("/store/profile-lock/holder-dies", test_holder_dies);
  add_test ("/store/profile-lock/waits", test_waits);
  add_test ("/store/profile-lock/waits-not-for-ever", test_waits_not_for_ever);
  add_test ("/store/profile-lock/removed-while-waiting", test_removed_while_waiting);
  add_test ("/store/profile-lock/no-folder", test_no_folder);
  add_test ("/store/profile-lock/no-link", test_no_link);
  return g_test_run ();
}
