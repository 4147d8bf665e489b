#include "config.h"

#include "keel-entry-guards.h"

#include <glib/gi18n-lib.h>

#include "core/keel-fold.h"

#include "keel-session-guard.h"

struct _KeelEntryGuards
{
  GHashTable *seen; /* set of UUIDs */
  gboolean asks;    /* there is a passphrase to ask for */
};

static gboolean
has_words (const char *text, const char *words)
{
  g_autofree char *folded = keel_fold (text);
  g_autofree char *wanted = keel_fold (words);
  g_auto (GStrv) all = g_strsplit_set (wanted, " \t\n", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (strstr (folded, all[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether its words were what it was found by, and that must not be told. */
static gboolean
is_hidden (const KeelEntryGuards *self, const KeelEntry *entry, const char *words)
{
  g_autofree char *told = g_strjoin (" ", entry->name, entry->title, NULL);

  return words != NULL && !g_hash_table_contains (self->seen, entry->uuid) && !has_words (told, words);
}

/* Only that there is something, so that it can be put back. */
static void
forget (KeelEntry *entry)
{
  g_free (entry->name);
  /* Translators: what a page that nobody else is to see is called in the trash. */
  entry->name = g_strdup (_ ("A private page"));
  g_clear_pointer (&entry->title, g_free);
  g_clear_pointer (&entry->target, g_free);
  g_clear_pointer (&entry->shared_with, g_free);
  entry->link = KEEL_ENTRY_LINK_NONE;
  entry->state = KEEL_ENTRY_DRAFT;
  entry->shared_at = 0;
}

/* FALSE: it is left out. @entry is nobody else's yet. */
static gboolean
guard (const KeelEntryGuards *self, KeelEntry *entry, const char *words, gboolean asks)
{
  if (entry->guard == KEEL_ENTRY_GUARD_NONE)
    return TRUE;
  g_clear_pointer (&entry->beginning, g_free);
  if (entry->guard == KEEL_ENTRY_GUARD_QUIET)
    forget (entry);
  return !asks || !is_hidden (self, entry, words);
}

/* Where it cannot be read whether they ask, they do. */
static gboolean
asks_now (const KeelEntryGuards *self, KeelJournal *journal)
{
  g_autoptr (GError) error = NULL;

  return self->asks && (keel_guard_is_on (journal, &error) || error != NULL);
}

KeelEntryGuards *
keel_entry_guards_new (KeelSession *session)
{
  KeelEntryGuards *self = g_new0 (KeelEntryGuards, 1);

  self->seen = keel_session_copy_seen (session);
  self->asks = keel_session_asks_for_passphrase (session);
  return self;
}

void
keel_entry_guards_free (KeelEntryGuards *self)
{
  g_hash_table_unref (self->seen);
  g_free (self);
}

/* What is left out makes room for others. */
GPtrArray *
keel_entry_guards_list (const KeelEntryGuards *self, KeelJournal *journal, const KeelEntryFilter *filter,
                        GError **error)
{
  KeelEntryFilter wide = *filter;
  gboolean asks = asks_now (self, journal);

  wide.told = !filter->trash;
  for (;; wide.limit *= 2)
    {
      g_autoptr (GPtrArray) entries = keel_journal_get_entries (journal, &wide, error);
      guint found = entries != NULL ? entries->len : 0;

      for (guint i = found; i > 0; i--)
        if (!guard (self, entries->pdata[i - 1], filter->words, asks))
          g_ptr_array_remove_index (entries, i - 1);
      if (entries != NULL && filter->limit > 0 && entries->len > filter->limit)
        g_ptr_array_set_size (entries, (int) filter->limit);
      if (entries == NULL || filter->limit == 0 || found < wide.limit || entries->len == filter->limit)
        return g_steal_pointer (&entries);
    }
}
