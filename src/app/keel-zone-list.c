#include "keel-zone-list.h"

#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Lines of zone.tab: country, position, name, remark; between tabs. */
static void
add_line (GPtrArray *names, const char *line)
{
  g_auto (GStrv) fields = NULL;

  if (*line == '#')
    return;
  fields = g_strsplit (line, "\t", 4);
  if (g_strv_length (fields) >= 3)
    g_ptr_array_add (names, g_strdup (fields[2]));
}

GPtrArray *
keel_zone_list_load (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", "zone.tab",
                                            NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return names;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    add_line (names, *line);
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_ptr_array_sort (names, compare_names);
  return names;
}
