#include "keel-record-filter.h"

#include <string.h>

static gboolean
text_has (const char *text, const char *wanted)
{
  g_autofree char *folded = NULL;
  g_autofree char *folded_wanted = NULL;

  if (text == NULL)
    return FALSE;
  /* Accents do not matter where GLib knows what lies under them; letters without spaces between words are
   * found anywhere. */
  if (g_str_match_string (wanted, text, TRUE))
    return TRUE;
  folded = g_utf8_casefold (text, -1);
  folded_wanted = g_utf8_casefold (wanted, -1);
  return strstr (folded, folded_wanted) != NULL;
}

static gboolean
has_word (KeelAttendance *attendance, const char *word)
{
  return text_has (attendance->name, word) || text_has (attendance->heard, word) ||
         text_has (attendance->note, word);
}

static gboolean
lets_through (char **words, const char *group, KeelAttendance *attendance)
{
  if (group != NULL && g_strcmp0 (attendance->name, group) != 0)
    return FALSE;
  for (char **word = words; *word != NULL; word++)
    {
      if (**word != '\0' && !has_word (attendance, *word))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
keel_record_filter_apply (const KeelRecordFilter *filter, GPtrArray *all)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit_set (filter->text != NULL ? filter->text : "", " \t\n", -1);

  for (guint i = 0; i < all->len; i++)
    {
      if (lets_through (words, filter->group, all->pdata[i]))
        g_ptr_array_add (found, g_object_ref (all->pdata[i]));
    }
  return found;
}

static void
group_free (KeelRecordGroup *group)
{
  g_free (group->name);
  g_free (group);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const KeelRecordGroup *first = *(const KeelRecordGroup *const *) a;
  const KeelRecordGroup *second = *(const KeelRecordGroup *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static KeelRecordGroup *
find_group (GPtrArray *groups, GHashTable *known, const char *name)
{
  KeelRecordGroup *group = g_hash_table_lookup (known, name);

  if (group == NULL)
    {
      group = g_new0 (KeelRecordGroup, 1);
      group->name = g_strdup (name);
      g_ptr_array_add (groups, group);
      g_hash_table_insert (known, group->name, group);
    }
  return group;
}

GPtrArray *
keel_record_list_groups (GPtrArray *all)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    {
      KeelAttendance *attendance = all->pdata[i];

      if (attendance->name != NULL)
        find_group (groups, known, attendance->name)->count += keel_attendance_was_there (attendance);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
