#include "keel-bmlt-formats.h"

#include "keel-feed-text.h"

/* All servers of the world together have fewer. */
#define MAX_ENTRIES (100 * 1000)

typedef struct
{
  KeelBmltFormat format;
  gboolean english;
} Entry;

struct _KeelBmltFormats
{
  GHashTable *entries; /* "key" and "#id", each alone and behind "server\n" */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->format.key);
  g_free (entry->format.world_id);
  g_free (entry->format.name);
  g_free (entry);
}

/* Takes @index. English stays where there is a choice, and of several servers the first. */
static void
insert (KeelBmltFormats *self, char *index, const Entry *entry)
{
  const Entry *old = g_hash_table_lookup (self->entries, index);
  Entry *copy;

  if (old != NULL ? old->english || !entry->english : g_hash_table_size (self->entries) >= MAX_ENTRIES)
    {
      g_free (index);
      return;
    }

  copy = g_new0 (Entry, 1);
  copy->english = entry->english;
  copy->format.key = g_strdup (entry->format.key);
  copy->format.world_id = g_strdup (entry->format.world_id);
  copy->format.name = g_strdup (entry->format.name);
  g_hash_table_insert (self->entries, index, copy);
}

static const KeelBmltFormat *
find (KeelBmltFormats *self, const char *server, const char *mark, const char *word)
{
  g_autofree char *index = NULL;
  const Entry *entry = NULL;

  if (server != NULL)
    {
      index = g_strconcat (server, "\n", mark, word, NULL);
      entry = g_hash_table_lookup (self->entries, index);
      g_clear_pointer (&index, g_free);
    }
  if (entry == NULL)
    {
      index = g_strconcat (mark, word, NULL);
      entry = g_hash_table_lookup (self->entries, index);
    }

  return entry != NULL ? &entry->format : NULL;
}

KeelBmltFormats *
keel_bmlt_formats_new (void)
{
  KeelBmltFormats *self = g_new0 (KeelBmltFormats, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);

  return self;
}

void
keel_bmlt_formats_free (KeelBmltFormats *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_free (self);
}

void
keel_bmlt_formats_add (KeelBmltFormats *self, JsonObject *row)
{
  g_autofree char *key = keel_feed_get_line (row, "key_string");
  g_autofree char *id = keel_feed_get_first_line (row, "id", "shared_id_bigint", NULL);
  g_autofree char *name = keel_feed_get_line (row, "name_string");
  g_autofree char *world_id = keel_feed_get_line (row, "world_id");
  g_autofree char *language = keel_feed_get_line (row, "lang");
  g_autofree char *server = keel_feed_get_line (row, "root_server_uri");
  Entry entry = { .format = { key, world_id, name },
                  .english = language != NULL && g_ascii_strcasecmp (language, "en") == 0 };

  if (key == NULL || name == NULL)
    return;

  insert (self, g_strdup (key), &entry);
  if (server != NULL)
    insert (self, g_strconcat (server, "\n", key, NULL), &entry);
  if (id == NULL)
    return;
  insert (self, g_strconcat ("#", id, NULL), &entry);
  if (server != NULL)
    insert (self, g_strconcat (server, "\n#", id, NULL), &entry);
}

const KeelBmltFormat *
keel_bmlt_formats_find_key (KeelBmltFormats *self, const char *server, const char *key)
{
  return find (self, server, "", key);
}

const KeelBmltFormat *
keel_bmlt_formats_find_id (KeelBmltFormats *self, const char *server, const char *id)
{
  return find (self, server, "#", id);
}
