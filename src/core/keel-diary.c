#include "keel-diary.h"

#include <string.h>

#include "keel-fold.h"

const char *const keel_diary_worksheets[KEEL_DIARY_N_KINDS] = { "w56", "w49", "w45", "w57" };

KeelDiaryPage *
keel_diary_page_new (KeelEntry *entry, KeelDiaryKind kind, gint64 day)
{
  KeelDiaryPage *self = g_new0 (KeelDiaryPage, 1);

  self->entry = g_object_ref (entry);
  self->kind = kind;
  self->day = day;
  self->mood = -1;
  self->tags = g_new0 (char *, 1);
  self->words = g_strdup (entry->beginning);
  return self;
}

void
keel_diary_page_free (KeelDiaryPage *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->entry);
  g_strfreev (self->tags);
  g_free (self->words);
  g_free (self);
}

/* Takes @tag. */
static void
add_tag (GPtrArray *tags, GHashTable *known, char *tag)
{
  g_strstrip (tag);
  while (*tag == '#')
    memmove (tag, tag + 1, strlen (tag));
  g_strstrip (tag);
  if (*tag != '\0' && g_hash_table_add (known, keel_fold (tag)))
    g_ptr_array_add (tags, tag);
  else
    g_free (tag);
}

/* "#sleep #work": without a comma, what is marked are words of their own. */
static gboolean
are_marked (const char *text)
{
  return strpbrk (text, ",;\n") == NULL && strchr (text, '#') != NULL;
}

GStrv
keel_diary_parse_tags (const char *text)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree GStrv pieces = NULL;

  pieces = text != NULL ? g_strsplit_set (text, are_marked (text) ? "#" : ",;\n", -1) : g_new0 (char *, 1);
  for (char **piece = pieces; *piece != NULL; piece++)
    add_tag (tags, known, *piece);
  g_ptr_array_add (tags, NULL);
  return (GStrv) g_ptr_array_steal (tags, NULL);
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const KeelDiaryPage *first = *(const KeelDiaryPage *const *) a;
  const KeelDiaryPage *second = *(const KeelDiaryPage *const *) b;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  if (first->entry->created_at != second->entry->created_at)
    return first->entry->created_at > second->entry->created_at ? -1 : 1;
  return g_strcmp0 (first->entry->uuid, second->entry->uuid);
}

void
keel_diary_sort (GPtrArray *pages)
{
  g_ptr_array_sort (pages, compare_pages);
}

typedef struct
{
  const char *words;
  guint count;
  guint place; /* of the first page that has it */
} Tag;

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const Tag *first = *(const Tag *const *) a;
  const Tag *second = *(const Tag *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

static void
count_tag (GHashTable *known, GPtrArray *tags, const char *words)
{
  g_autofree char *folded = keel_fold (words);
  Tag *tag = g_hash_table_lookup (known, folded);

  if (tag == NULL)
    {
      tag = g_new0 (Tag, 1);
      tag->words = words;
      tag->place = tags->len;
      g_ptr_array_add (tags, tag);
      g_hash_table_insert (known, g_steal_pointer (&folded), tag);
    }
  tag->count++;
}

GStrv
keel_diary_list_tags (const GPtrArray *pages)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GStrv list;

  for (guint i = 0; i < pages->len; i++)
    {
      const KeelDiaryPage *page = g_ptr_array_index (pages, i);

      for (char **tag = page->tags; *tag != NULL; tag++)
        count_tag (known, tags, *tag);
    }
  g_ptr_array_sort (tags, compare_tags);
  list = g_new0 (char *, tags->len + 1);
  for (guint i = 0; i < tags->len; i++)
    list[i] = g_strdup (((const Tag *) g_ptr_array_index (tags, i))->words);
  return list;
}

gboolean
keel_diary_page_has_tag (const KeelDiaryPage *page, const char *tag)
{
  g_autofree char *wanted = keel_fold (tag);

  for (char **own = page->tags; *own != NULL; own++)
    {
      g_autofree char *folded = keel_fold (*own);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }
  return FALSE;
}
