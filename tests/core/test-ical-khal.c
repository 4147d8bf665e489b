/* Calendars that Keel writes, as khal lists them. */

#include "ical-series.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <string.h>

#define SEED 20261122
#define SERIES 12

typedef struct
{
  char *folder;
  char *config;
} Khal;

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
start_khal (Khal *khal)
{
  g_autofree char *text = NULL;
  g_autofree char *calendar = NULL;

  khal->folder = g_dir_make_tmp ("keel-khal-XXXXXX", NULL);
  khal->config = g_build_filename (khal->folder, "config", NULL);
  calendar = g_build_filename (khal->folder, "calendar", NULL);
  g_mkdir (calendar, 0700);
  text = g_strdup_printf ("[calendars]\n[[keel]]\npath = %s\n[locale]\nlocal_timezone = UTC\n"
                          "default_timezone = UTC\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\n"
                          "longdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\n"
                          "longdatetimeformat = %%Y-%%m-%%d %%H:%%M\n[sqlite]\npath = %s/khal.db\n",
                          calendar, khal->folder);
  write_file (khal->config, text);
}

static char *
run_khal (const Khal *khal, const char *const *arguments)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_ptr_array_add (all, (gpointer) "khal");
  g_ptr_array_add (all, (gpointer) "-c");
  g_ptr_array_add (all, khal->config);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) arguments[i]);
  g_ptr_array_add (all, NULL);
  g_subprocess_launcher_setenv (launcher, "HOME", khal->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", khal->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", khal->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) all->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static void
stop_khal (Khal *khal)
{
  const char *const arguments[] = { "rm", "-rf", "--", khal->folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);

  g_subprocess_wait (process, NULL, NULL);
  g_free (khal->folder);
  g_free (khal->config);
}

/* khal lists what goes past midnight on both days. */
static gboolean
has_start (GArray *starts, gint64 start)
{
  for (guint i = starts->len; i > 0; i--)
    if (g_array_index (starts, gint64, i - 1) == start)
      return TRUE;
  return FALSE;
}

/* What khal lists, as write_instants () writes it. */
static char *
list_with_khal (const Khal *khal)
{
  const char *const list[] = { "list",       "--day-format", "",  "--format", "{start-date}T{start-time}",
                               "2026-01-01", "370d",         NULL };
  g_autofree char *output = run_khal (khal, list);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      KeelLocalTime start;

      if (!keel_local_time_parse (lines[i], &start))
        continue;
      start *= 60;
      if (!has_start (starts, start))
        g_array_append_val (starts, start);
    }
  return write_instants (starts);
}

static GPtrArray *
pick_series (GArray *starts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < SERIES; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("series%u", i);
      g_autoptr (KeelSchedule) schedule = pick_plain_schedule (rand);

      g_ptr_array_add (all, make_series (schedule, uuid));
      append_starts (schedule, starts);
    }
  return all;
}

static void
import_with_khal (const Khal *khal, const char *text)
{
  g_autofree char *path = g_build_filename (khal->folder, "all.ics", NULL);
  const char *const import[] = { "import", "--batch", "-a", "keel", path, NULL };
  g_autofree char *output = NULL;

  write_file (path, text);
  output = run_khal (khal, import);
}

/* khal takes a second for each start, so all series are in one calendar. */
static void
test_dates (void)
{
  g_autofree char *program = g_find_program_in_path ("khal");
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) all = pick_series (starts);
  g_autofree char *text = write_calendar (all, NULL);
  g_autofree char *ours = write_instants (starts);
  g_autofree char *theirs = NULL;
  Khal khal;

  if (program == NULL)
    {
      g_test_skip ("khal is not installed");
      return;
    }
  start_khal (&khal);
  import_with_khal (&khal, text);
  theirs = list_with_khal (&khal);
  stop_khal (&khal);
  g_assert_cmpuint (strlen (ours), >, 5000);
  g_assert_cmpstr (theirs, ==, ours);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-khal/dates", test_dates);
  return g_test_run ();
}
