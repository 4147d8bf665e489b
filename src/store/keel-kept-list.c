#include "keel-kept-list.h"

#include <string.h>

#include "keel-directory.h"
#include "keel-list-name.h"

void
keel_kept_list_clear (KeelKeptList *self)
{
  g_free (self->list);
  g_free (self->program);
  g_free (self->timezone);
  g_free (self->etag);
  g_free (self->last_modified);
}

static gboolean
read_kept (KeelDatabase *database, const char *sql, const char *key, const char *name, KeelKeptList *kept,
           GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, sql, error);
  gboolean row;

  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, key);
  if (name)
    keel_bind_text (statement, 2, name);
  if (!keel_database_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  kept->list = keel_column_text (statement, 0);
  kept->program = keel_column_text (statement, 1);
  kept->timezone = keel_column_text (statement, 2);
  kept->etag = keel_column_text (statement, 3);
  kept->last_modified = keel_column_text (statement, 4);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
keel_kept_list_find (KeelDatabase *database, const char *address, const char *name, KeelKeptList *self,
                     GError **error)
{
  if (!name)
    return read_kept (database,
                      "SELECT name, program, timezone, etag, last_modified FROM list WHERE source = ?1"
                      " ORDER BY name",
                      address, NULL, self, error);
  if (!read_kept (database,
                  "SELECT name, program, timezone, etag, last_modified FROM list"
                  " WHERE source = ?1 AND name = ?2",
                  address, name, self, error))
    return FALSE;
  if (!self->list)
    self->list = g_strdup (name);
  return TRUE;
}

/* Two lists of one publisher are two lists: a name that another one has gets a number. */
char *
keel_kept_list_make_name (KeelDatabase *database, const char *plain, GError **error)
{
  g_autofree char *name = g_strdup (plain);

  for (guint n = 2; name; n++)
    {
      g_auto (KeelKeptList) other = { 0 };

      if (!read_kept (database, "SELECT name, NULL, NULL, NULL, NULL FROM list WHERE name = ?1", name, NULL,
                      &other, error))
        return NULL;
      if (!other.list)
        return g_steal_pointer (&name);
      g_free (name);
      name = keel_list_name_number (plain, n);
    }
  return NULL;
}

static char *
get_plain_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = base ? g_filename_display_name (base) : NULL;

  return shown ? keel_list_name_cut_copy (shown) : NULL;
}

/* In one folder, and called the same but for the number of a copy. */
static gboolean
is_copy (GFile *a, GFile *b)
{
  g_autoptr (GFile) folder = g_file_get_parent (a);
  g_autoptr (GFile) other = g_file_get_parent (b);
  g_autofree char *name = get_plain_file_name (a);
  g_autofree char *other_name = get_plain_file_name (b);

  return folder && other && g_file_equal (folder, other) && g_strcmp0 (name, other_name) == 0;
}

/* Called the same, in another folder, and no longer where it was. */
static gboolean
has_moved (GFile *was, GFile *now)
{
  g_autofree char *name = get_plain_file_name (was);
  g_autofree char *other_name = get_plain_file_name (now);

  return g_strcmp0 (name, other_name) == 0 && g_file_is_native (was) && !g_file_query_exists (was, NULL);
}

/* "Leeds" and "Leeds 2". */
static gboolean
is_named_after (const char *name, const char *plain)
{
  gsize length = strlen (plain);

  if (!g_str_has_prefix (name, plain))
    return FALSE;
  name += length;
  return *name == '\0' ||
         (*name == ' ' && name[1] != '\0' && name[1 + strspn (name + 1, "0123456789")] == '\0');
}

/* How sure it is that @list is the one in @file by what they are called and where they are: 0 where it is
 * another one. */
static int
rate (KeelList *list, GFile *file, const char *plain, gboolean says_name)
{
  g_autoptr (GFile) from = list->file ? g_file_new_for_uri (list->file) : NULL;
  gboolean named = is_named_after (list->name, plain);

  if (!from || (!named && says_name))
    return 0;
  if (g_file_equal (from, file))
    return named ? 4 : 3;
  if (!named)
    return 0;
  if (is_copy (from, file))
    return 2;
  return has_moved (from, file) ? 1 : 0;
}

typedef struct
{
  KeelList *list;
  int rating;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->rating != other->rating)
    return other->rating - one->rating;
  return (one->list->imported_at < other->list->imported_at) -
         (one->list->imported_at > other->list->imported_at);
}

/* The surest first. */
static GArray *
find_candidates (GPtrArray *lists, GFile *file, const char *plain, gboolean says_name)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; plain && i < lists->len; i++)
    {
      const Candidate candidate = { lists->pdata[i], rate (lists->pdata[i], file, plain, says_name) };

      if (candidate.rating > 0)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static gboolean
has_name (GPtrArray *lists, const char *name)
{
  for (guint i = 0; i < lists->len; i++)
    if (g_str_equal (((KeelList *) lists->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* A file of its own name where it was before needs nobody to look into it. */
static gboolean
is_list (const Candidate *candidate, const char *own, KeelKeptListCheck check, gpointer data)
{
  return !check || (own && candidate->rating >= 3) || check (candidate->list, own != NULL, data);
}

char *
keel_kept_list_choose (GPtrArray *lists, GFile *file, const char *own, KeelKeptListCheck check, gpointer data)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = base ? g_filename_display_name (base) : NULL;
  g_autofree char *plain = own ? g_strdup (own) : shown ? keel_list_name_suggest (shown) : NULL;
  g_autoptr (GArray) candidates = find_candidates (lists, file, plain, own != NULL);
  char *name;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (is_list (candidate, own, check, data))
        return g_strdup (candidate->list->name);
    }
  name = g_strdup (plain);
  for (guint n = 2; name && has_name (lists, name); n++)
    {
      g_free (name);
      name = keel_list_name_number (plain, n);
    }
  return name;
}
