/* Where Keel lives, in which language it speaks, and what the computer's zone is called. */

#include "core/keel-clock.h"
#include "store/keel-installation.h"
#include "store/keel-system-clock.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "config.h"

static void
test_programs (void)
{
  static const struct
  {
    const char *name;
    const char *path;
  } cases[] = {
    { "keel", "src/app/keel" },
    { "keelctl", "src/cli/keelctl" },
    { "keel-reminders", "src/reminders/keel-reminders" },
  };

  g_assert_true (keel_installation_is_build_folder ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = keel_installation_get_program (cases[i].name);
      g_autofree char *wanted = g_build_filename (KEEL_BUILD_ROOT, cases[i].path, NULL);

      g_assert_cmpstr (path, ==, wanted);
    }
}

/* In a process of its own, because it changes the whole process. */
static void
test_locale (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("LC_ALL", "C", TRUE);
  keel_installation_init_locale ("es");
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), ==, "C.UTF-8");
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C.UTF-8");
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "es");
  g_assert_cmpstr (bind_textdomain_codeset (GETTEXT_PACKAGE, NULL), ==, "UTF-8");
  g_assert_true (g_str_has_prefix (bindtextdomain (GETTEXT_PACKAGE, NULL), KEEL_BUILD_ROOT));
}

static void
test_clock (void)
{
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  gint64 before = g_get_real_time ();
  gint64 now = keel_clock_get_now_us (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <, before + 60 * G_USEC_PER_SEC);
  g_assert_cmpint (keel_clock_get_now (clock), >=, before / G_USEC_PER_SEC);
}

static void
test_zone (void)
{
  static const struct
  {
    const char *environment;
    const char *name;
  } cases[] = {
    { "Europe/Berlin", "Europe/Berlin" },
    { ":America/New_York", "America/New_York" },
    { "CET-1CEST,M3.5.0,M10.5.0/3", NULL },
  };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KeelClock) clock = keel_system_clock_new ();
      g_autoptr (GTimeZone) zone = NULL;
      g_autofree char *name = NULL;

      g_setenv ("TZ", cases[i].environment, TRUE);
      zone = keel_clock_get_zone (clock);
      name = keel_zone_get_name (zone);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/installation/programs", test_programs);
  g_test_add_func ("/store/installation/locale", test_locale);
  g_test_add_func ("/store/installation/clock", test_clock);
  g_test_add_func ("/store/installation/zone", test_zone);
  return g_test_run ();
}
