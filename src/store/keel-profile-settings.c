#include "keel-profile-settings.h"

#include "keel-store-error.h"

#define GROUP "Profile"

static const char beginning[] =
    "# A profile of Keel: what must be known before it is unlocked, and nothing else. Plain text.\n"
    "#\n"
    "# Name   what this profile is called where one is chosen; keep it neutral. Empty: the folder's name.\n"
    "# Pages  which pages and wording are offered: member, family, or both (member;family;).\n"
    "\n"
    "[" GROUP "]\n"
    "Name=\n"
    "Pages=member;\n";

static void
set_write_error (const GError *failure, GError **error)
{
  KeelStoreError code = KEEL_STORE_ERROR_IO;

  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = KEEL_STORE_ERROR_FULL;
  else if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    code = KEEL_STORE_ERROR_READ_ONLY;
  g_set_error_literal (error, KEEL_STORE_ERROR, code, failure->message);
}

gboolean
keel_profile_settings_make (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "profile.ini", NULL);
  g_autoptr (GError) failure = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_file_set_contents_full (path, beginning, sizeof beginning - 1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure))
    return TRUE;
  set_write_error (failure, error);
  return FALSE;
}

char *
keel_profile_settings_get_name (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "profile.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  name = g_key_file_get_string (file, GROUP, "Name", NULL);
  return name != NULL && *g_strstrip (name) != '\0' ? g_steal_pointer (&name) : NULL;
}
