#include "keel-privacy.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A limit does not hold back a system that hands dumps to a program (core(5), "Piping core dumps to a
 * program"): such a one gets a dump without memory. */
static void
empty_dumps (void)
{
  int file = open ("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);

  if (file < 0)
    return;
  if (write (file, "0", 1) != 1)
    g_debug ("/proc/self/coredump_filter: %s", g_strerror (errno));
  close (file);
}

/* Not PR_SET_DUMPABLE: portals could no longer see which program asks them. */
void
keel_privacy_harden_process (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0)
    g_warning ("Core dumps cannot be prevented: %s", g_strerror (errno));
  empty_dumps ();
  umask (077);
}
