#include "keel-strategy-tag.h"

#include <string.h>

#define ANY "any"
#define SPACE " \t\n\r"

const char *const keel_strategy_tag_words[] = {
  [KEEL_TAG_CRAVING] = "craving",   [KEEL_TAG_STRESS] = "stress",     [KEEL_TAG_ANGER] = "anger",
  [KEEL_TAG_ANXIETY] = "anxiety",   [KEEL_TAG_SAD] = "sad",           [KEEL_TAG_LONELY] = "lonely",
  [KEEL_TAG_BORED] = "bored",       [KEEL_TAG_TIRED] = "tired",       [KEEL_TAG_HUNGRY] = "hungry",
  [KEEL_TAG_PAIN] = "pain",         [KEEL_TAG_SHAME] = "shame",       [KEEL_TAG_JOY] = "joy",
  [KEEL_TAG_SOCIAL] = "social",     [KEEL_TAG_PLACE] = "place",       [KEEL_TAG_PEOPLE] = "people",
  [KEEL_TAG_MONEY] = "money",       [KEEL_TAG_CONFLICT] = "conflict", [KEEL_TAG_GRIEF] = "grief",
  [KEEL_TAG_INSOMNIA] = "insomnia", [KEEL_TAG_THOUGHT] = "thought",   [KEEL_TAG_BODY] = "body",
  [KEEL_TAG_LAPSE] = "lapse",       [KEEL_TAG_FAMILY] = "family",     [KEEL_TAG_EMERGENCY] = "emergency",
  [KEEL_TAG_OPIOID] = "opioid",     [KEEL_TAG_ALCOHOL] = "alcohol",   [KEEL_TAG_WITHDRAWAL] = "withdrawal",
  [KEEL_TAG_PLAN] = "plan",         [KEEL_TAG_MORNING] = "morning",   [KEEL_TAG_EVENING] = "evening",
  [KEEL_TAG_ONLINE] = "online",     [KEEL_TAG_WORK] = "work",         NULL,
};

G_STATIC_ASSERT (KEEL_N_TAGS < 64);
G_STATIC_ASSERT (G_N_ELEMENTS (keel_strategy_tag_words) == KEEL_N_TAGS + 1);

/* The tags of one word; none where it is unknown. */
static guint64
find_tags (const char *word, gsize length)
{
  for (guint tag = 0; tag < KEEL_N_TAGS; tag++)
    {
      const char *known = keel_strategy_tag_words[tag];

      if (known[0] == word[0] && strncmp (known, word, length) == 0 && known[length] == '\0')
        return KEEL_TAG_BIT (tag);
    }
  return length == strlen (ANY) && strncmp (word, ANY, length) == 0 ? KEEL_TAGS_ANY : KEEL_TAGS_NONE;
}

/* Without copies: it is done for thousands of rows at a time. */
gboolean
keel_strategy_tags_parse (const char *text, guint64 *tags, char **unknown)
{
  guint64 read = KEEL_TAGS_NONE;

  for (const char *word = text + strspn (text, SPACE); *word != '\0'; word += strspn (word, SPACE))
    {
      gsize length = strcspn (word, SPACE);
      guint64 found = find_tags (word, length);

      if (found == KEEL_TAGS_NONE)
        {
          if (unknown != NULL)
            *unknown = g_strndup (word, length);
          return FALSE;
        }
      read |= found;
      word += length;
    }
  *tags = read;
  return TRUE;
}

char *
keel_strategy_tags_format (guint64 tags)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if ((tags & KEEL_TAGS_ANY) == KEEL_TAGS_ANY)
    return g_strdup (ANY);
  for (guint tag = 0; tag < KEEL_N_TAGS; tag++)
    {
      if ((tags & KEEL_TAG_BIT (tag)) == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, keel_strategy_tag_words[tag]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
