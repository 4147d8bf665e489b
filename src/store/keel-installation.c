#include "keel-installation.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

static const struct
{
  const char *name;
  const char *built;     /* below the build folder */
  const char *installed; /* folder */
} programs[] = {
  { "keel", "src/app/keel", KEEL_BINDIR },
  { "keelctl", "src/cli/keelctl", KEEL_BINDIR },
  { "keel-reminders", "src/reminders/keel-reminders", KEEL_LIBEXECDIR },
};

/* gettext ignores LANGUAGE in the plain C locale, so a computer without a locale gets C.UTF-8. */
static void
leave_plain_locale (int category)
{
  const char *name = setlocale (category, NULL);

  if (g_strcmp0 (name, "C") == 0 || g_strcmp0 (name, "POSIX") == 0)
    setlocale (category, "C.UTF-8");
}

gboolean
keel_installation_is_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *root = realpath (KEEL_BUILD_ROOT, NULL);
  gboolean inside = FALSE;

  if (program != NULL && root != NULL)
    {
      g_autofree char *prefix = g_strconcat (root, G_DIR_SEPARATOR_S, NULL);

      inside = g_str_has_prefix (program, prefix);
    }
  free (root);
  return inside;
}

char *
keel_installation_get_program (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      if (!g_str_equal (programs[i].name, name))
        continue;
      if (keel_installation_is_build_folder ())
        return g_build_filename (KEEL_BUILD_ROOT, programs[i].built, NULL);
      return g_build_filename (programs[i].installed, name, NULL);
    }
  g_return_val_if_reached (NULL);
}

void
keel_installation_init_locale (const char *language)
{
  g_autofree char *folder = NULL;

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);

  setlocale (LC_ALL, "");
  leave_plain_locale (LC_CTYPE);
  leave_plain_locale (LC_MESSAGES);

  if (keel_installation_is_build_folder ())
    folder = g_build_filename (KEEL_BUILD_ROOT, "po", NULL);
  else
    folder = g_strdup (KEEL_LOCALEDIR);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
