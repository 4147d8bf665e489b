/* What main () does first: seen from a child, since it cannot be taken back. */

#include <glib.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keel-test-folder.h"
#include "store/keel-privacy.h"

static gboolean
has_no_dump (void)
{
  struct rlimit limit = { 1, 1 };
  g_autofree char *filter = NULL;

  return getrlimit (RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0 &&
         g_file_get_contents ("/proc/self/coredump_filter", &filter, NULL, NULL) &&
         strtoul (filter, NULL, 16) == 0;
}

static int
run_child (void)
{
  const struct rlimit all = { 1 << 20, 1 << 20 };
  struct stat info;

  umask (0);
  setrlimit (RLIMIT_CORE, &all);
  keel_privacy_harden_process ();
  if (!has_no_dump ())
    return 1;
  if (prctl (PR_GET_DUMPABLE) != 1)
    return 2;
  if (g_mkdir ("folder", 0777) != 0 || stat ("folder", &info) != 0 || (info.st_mode & 0777) != 0700)
    return 3;
  if (close (open ("file", O_CREAT | O_WRONLY, 0666)) != 0 || stat ("file", &info) != 0)
    return 4;
  if ((info.st_mode & 0777) != 0600)
    return 5;
  signal (SIGSEGV, SIG_DFL); /* AddressSanitizer would tell of it and exit */
  raise (SIGSEGV);
  return 6;
}

static void
test_harden (void)
{
  g_autofree char *folder = keel_test_folder_make ();
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    _exit (chdir (folder) == 0 ? run_child () : 7);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status))
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGSEGV);
  g_assert_false (WCOREDUMP (status));
  keel_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/privacy/harden", test_harden);
  return g_test_run ();
}
