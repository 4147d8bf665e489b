#include "config.h"

#include "keel-languages.h"

#include <libintl.h>
#include <string.h>

#define NAME_FIELD "X-Language-Name:"
#define MAGIC 0x950412deU

static void
language_free (KeelLanguage *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

static void
add_language (GPtrArray *languages, const char *code, char *name)
{
  KeelLanguage *language = g_new0 (KeelLanguage, 1);

  language->code = g_strdup (code);
  language->name = name != NULL ? name : g_strdup (code);
  g_ptr_array_add (languages, language);
}

/* A catalogue's header is the translation of "", which sorts before everything else. */
static char *
find_header (const char *content, gsize length)
{
  guint32 words[7];
  guint32 entry[2];

  if (length < sizeof words)
    return NULL;
  memcpy (words, content, sizeof words);
  if (words[0] != MAGIC || words[2] == 0 || words[4] > length - sizeof entry)
    return NULL;
  memcpy (entry, content + words[4], sizeof entry);
  if (entry[1] > length || entry[0] > length - entry[1])
    return NULL;
  return g_strndup (content + entry[1], entry[0]);
}

static char *
read_name (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autofree char *header = NULL;
  g_auto (GStrv) lines = NULL;

  if (file != NULL)
    header = find_header (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  if (header == NULL || !g_utf8_validate (header, -1, NULL))
    return NULL;
  lines = g_strsplit (header, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, NAME_FIELD))
        return g_strdup (g_strstrip (*line + strlen (NAME_FIELD)));
    }
  return NULL;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  const KeelLanguage *one = *(const KeelLanguage *const *) a;
  const KeelLanguage *other = *(const KeelLanguage *const *) b;

  return g_utf8_collate (one->name, other->name);
}

GPtrArray *
keel_languages_list (void)
{
  GPtrArray *languages = g_ptr_array_new_with_free_func ((GDestroyNotify) language_free);
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *code;

  add_language (languages, "en", g_strdup ("English"));
  while (dir != NULL && (code = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, code, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        add_language (languages, code, read_name (path));
    }
  g_ptr_array_sort (languages, compare_names);
  return languages;
}
