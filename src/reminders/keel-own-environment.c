#include "keel-own-environment.h"

#include "store/keel-installation.h"

#define FILE_SYSTEMS "GIO_USE_VFS"
#define LANGUAGE "LANGUAGE" /* keel_installation_init_locale () sets it */

const char *const keel_own_environment_names[] = { FILE_SYSTEMS, LANGUAGE, NULL };

static char **inherited;

void
keel_own_environment_enter (void)
{
  inherited = g_get_environ ();
  g_setenv (FILE_SYSTEMS, "local", TRUE);
}

void
keel_own_environment_speak (const char *language)
{
  keel_installation_init_locale (language);
}

char **
keel_own_environment_get_inherited (void)
{
  g_assert (inherited != NULL);
  return inherited;
}
