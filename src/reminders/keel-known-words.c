#include "keel-known-words.h"

#include "store/keel-reminder-file.h"

#define HAS_NAME (1 << 0)
#define HAS_WORDS (1 << 1)

struct _KeelKnownWords
{
  GHashTable *series; /* series → HAS_… */
};

static guint
get_words (const KeelReminderRule *rule)
{
  return (rule->name != NULL ? HAS_NAME : 0) | (keel_reminder_rule_has_words (rule) ? HAS_WORDS : 0);
}

static void
add_words (GHashTable *table, const char *series, guint words)
{
  words |= GPOINTER_TO_UINT (g_hash_table_lookup (table, series));
  g_hash_table_replace (table, g_strdup (series), GUINT_TO_POINTER (words));
}

KeelKnownWords *
keel_known_words_new (void)
{
  KeelKnownWords *self = g_new0 (KeelKnownWords, 1);

  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
keel_known_words_free (KeelKnownWords *self)
{
  g_hash_table_unref (self->series);
  g_free (self);
}

/* A series has several rules, and not each of them has all of its words. */
gboolean
keel_known_words_note (KeelKnownWords *self, GPtrArray *rules)
{
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean lost = FALSE;
  GHashTableIter iter;
  gpointer series;
  gpointer words;

  for (guint i = 0; i < rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (rules, i);

      add_words (now, rule->series, get_words (rule));
    }
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &series, &words))
    {
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->series, series));

      lost |= (before & ~GPOINTER_TO_UINT (words)) != 0;
      if (words != NULL)
        add_words (self->series, series, GPOINTER_TO_UINT (words));
    }
  return lost;
}

gboolean
keel_known_words_is_empty (KeelKnownWords *self)
{
  return g_hash_table_size (self->series) == 0;
}
