#include "keel-journal-private.h"
#include "keel-journal-reminders.h"

#include <string.h>

/* A setting for each occurrence that is not to be asked for: its key, and when it began. */
#define PREFIX "asked/"

static KeelOccurrenceKey *
parse_key (const char *setting)
{
  const char *series = setting + strlen (PREFIX);
  const char *slash = strrchr (series, '/');
  g_autofree char *uuid = NULL;
  gint64 occurrence;

  if (slash == NULL ||
      !g_ascii_string_to_signed (slash + 1, 10, KEEL_LOCAL_TIME_MIN, KEEL_LOCAL_TIME_END, &occurrence, NULL))
    return NULL;
  uuid = g_strndup (series, (gsize) (slash - series));
  return keel_occurrence_key_new (uuid, occurrence);
}

gboolean
keel_journal_set_asked_away (KeelJournal *self, const char *series, KeelLocalTime occurrence, gint64 start,
                             gboolean away, GError **error)
{
  g_autofree char *key = g_strdup_printf (PREFIX "%s/%" G_GINT64_FORMAT, series, occurrence);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, start);

  return keel_journal_set_setting (self, key, away ? value : NULL, error);
}

gboolean
keel_journal_forget_asked_away (KeelJournal *self, gint64 before, GError **error)
{
  g_autoptr (GHashTable) settings = keel_journal_get_settings (self, PREFIX, error);
  GHashTableIter iter;
  gpointer key, start;

  if (settings == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &start))
    {
      g_autoptr (KeelOccurrenceKey) occurrence = parse_key (key); /* NULL: something else was asked */

      if (occurrence != NULL && g_ascii_strtoll (start, NULL, 10) < before &&
          !keel_journal_set_setting (self, key, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
keel_journal_add_asked_away (KeelJournal *self, GPtrArray *keys, GError **error)
{
  g_autoptr (GHashTable) settings = keel_journal_get_settings (self, PREFIX, error);
  GHashTableIter iter;
  gpointer setting;

  if (settings == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &setting, NULL))
    {
      KeelOccurrenceKey *key = parse_key (setting);

      if (key != NULL)
        g_ptr_array_add (keys, key);
    }
  return TRUE;
}
