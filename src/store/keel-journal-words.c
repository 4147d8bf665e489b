#include "keel-journal-words.h"

#include "core/keel-strategy-tag.h"

void
keel_journal_bind_words (sqlite3_stmt *statement, int index, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  keel_bind_text (statement, index, *stripped != '\0' ? stripped : NULL);
}

guint64
keel_journal_read_tags (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  guint64 tags = KEEL_TAGS_NONE;

  if (text != NULL && !keel_strategy_tags_parse (text, &tags, NULL))
    {
      g_auto (GStrv) words = g_strsplit (text, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          guint64 one = KEEL_TAGS_NONE;

          if (keel_strategy_tags_parse (words[i], &one, NULL))
            tags |= one;
        }
    }
  return tags;
}

void
keel_journal_bind_tags (sqlite3_stmt *statement, int index, guint64 tags)
{
  g_autofree char *text = keel_strategy_tags_format (tags);

  keel_bind_text (statement, index, text);
}
