#include "keel-test-folder.h"

#include <ftw.h>
#include <stdio.h>

static int
remove_cb (const char *path, const struct stat *info, int type, struct FTW *position)
{
  return remove (path);
}

char *
keel_test_folder_make (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("keel-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
keel_test_folder_remove (const char *folder)
{
  g_assert_cmpint (nftw (folder, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
}
