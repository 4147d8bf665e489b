#include "keel-attempts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define LONGEST_FILE 64

typedef struct
{
  guint count; /* in a row */
  gint64 last; /* seconds UTC */
} Attempts;

static const guint pauses[] = { 0, 1, 2, 4, 8, 16, 30 };

static Attempts
load (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "attempts", NULL);
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  char text[LONGEST_FILE + 1] = "";
  Attempts attempts = { 0, 0 };
  int end = 0;
  gssize length;

  if (file < 0)
    return attempts;
  length = read (file, text, LONGEST_FILE);
  g_close (file, NULL);
  if (length <= 0 ||
      sscanf (text, "%9u %18" G_GINT64_MODIFIER "d%n", &attempts.count, &attempts.last, &end) != 2 ||
      strcmp (text + end, "\n") != 0)
    return (Attempts){ 0, 0 };
  return attempts;
}

/* In its place: what is lost with it in a power cut is a wait of seconds. */
static void
save (const char *folder, const Attempts *attempts)
{
  g_autofree char *path = g_build_filename (folder, "attempts", NULL);
  g_autofree char *text = g_strdup_printf ("%u %" G_GINT64_FORMAT "\n", attempts->count, attempts->last);
  int file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  gsize length = strlen (text);

  if (file < 0 || write (file, text, length) != (gssize) length)
    g_warning ("%s: %s", path, g_strerror (errno));
  if (file >= 0)
    g_close (file, NULL);
}

/* Seconds after the @count-th in a row: 0 for none. */
static guint
get_pause (guint count)
{
  return pauses[MIN (count, G_N_ELEMENTS (pauses) - 1)];
}

/* One that was in the future was written before the clock was set back. When it was nobody knows; the whole
 * wait begins now. */
guint
keel_attempts_get_wait (const char *folder, gint64 now)
{
  Attempts attempts = load (folder);
  guint pause = get_pause (attempts.count);

  if (pause == 0)
    return 0;
  if (attempts.last > now)
    {
      attempts.last = now;
      save (folder, &attempts);
    }
  return now - attempts.last >= pause ? 0 : pause - (guint) (now - attempts.last);
}

void
keel_attempts_add (const char *folder, gint64 now)
{
  Attempts attempts = load (folder);

  attempts.count = MIN (attempts.count + 1, 999999);
  attempts.last = now;
  save (folder, &attempts);
}

void
keel_attempts_clear (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "attempts", NULL);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_warning ("%s: %s", path, g_strerror (errno));
}
