#include "keel-feed-context.h"

#include <string.h>

#define MAX_WORD 16

typedef enum
{
  NONE,    /* also what is not in the vocabulary */
  LINK,    /* may stand between the others */
  ORDINAL, /* 1st, segundo, last, once (a month) */
  NUMBER,  /* every "two" weeks */
  EVERY,
  OTHER_ONE, /* every "other" week; but not each other */
  DAY,
  WEEK,
  MONTH,
  ALONE, /* says it all by itself */
} WordKind;

typedef struct
{
  gboolean every, number, ordinal;
} Phrase;

/* English and Spanish, as fold () leaves them. */
static const struct
{
  WordKind kind;
  const char *words;
} vocabulary[] = {
  { LINK, "a al and de del e el la los o of or por the u y" },
  { ORDINAL, "1st 2nd 3rd 4th 5th first second third fourth fifth last once twice alternate alternating bi" },
  { ORDINAL, "1a 1o 1er 1ra 1ro 2a 2o 2da 2do 3a 3o 3er 3ra 3ro 4a 4o 4ta 4to 5a 5o 5ta 5to vez" },
  { ORDINAL, "primer primera primero segunda segundo tercer tercera tercero cuarta cuarto quinta quinto" },
  { ORDINAL, "ultima ultimo penultimate" },
  { NUMBER, "2 3 4 15 two three four dos tres quince" },
  { EVERY, "cada each every" },
  { OTHER_ONE, "other otra otro" },
  { DAY, "sunday monday tuesday wednesday thursday friday saturday" },
  { DAY, "sundays mondays tuesdays wednesdays thursdays fridays saturdays" },
  { DAY, "sun mon tue tues wed thu thur thurs fri sat" },
  { DAY, "domingo lunes martes miercoles jueves viernes sabado domingos sabados" },
  { WEEK, "week weeks weekly wk wks semana semanas dias" },
  { MONTH, "month mes" },
  { ALONE, "biweekly fortnightly monthly mensual mensualmente quincenal" },
};

static GHashTable *
index_vocabulary (void)
{
  GHashTable *kinds = g_hash_table_new (g_str_hash, g_str_equal);
  gsize i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      g_autofree char **words = g_strsplit (vocabulary[i].words, " ", -1);

      for (j = 0; words[j] != NULL; j++)
        g_hash_table_insert (kinds, words[j], GINT_TO_POINTER (vocabulary[i].kind));
    }

  return kinds;
}

static WordKind
get_kind (const char *word)
{
  static GHashTable *kinds = NULL; /* made once, never freed */

  if (g_once_init_enter (&kinds))
    g_once_init_leave (&kinds, index_vocabulary ());

  return GPOINTER_TO_INT (g_hash_table_lookup (kinds, word));
}

/* The letter in lower case and without its accent, or 0 where it ends a word. */
static char
fold (gunichar c)
{
  static const struct
  {
    gunichar from;
    char to;
  } accents[] = {
    { 0xe1, 'a' }, { 0xe9, 'e' }, { 0xed, 'i' }, { 0xf3, 'o' }, { 0xfa, 'u' }, { 0xf1, 'n' }, { 0xc1, 'a' },
    { 0xc9, 'e' }, { 0xcd, 'i' }, { 0xd3, 'o' }, { 0xda, 'u' }, { 0xaa, 'a' }, { 0xba, 'o' },
  };
  gsize i;

  if (c < 0x80)
    return g_ascii_isalnum (c) ? g_ascii_tolower (c) : 0;
  for (i = 0; i < G_N_ELEMENTS (accents); i++)
    {
      if (accents[i].from == c)
        return accents[i].to;
    }

  return g_unichar_isalpha (c) ? '?' : 0;
}

/* Copies the next word to @word; what is too long for it cannot be one of ours. FALSE at the end. */
static gboolean
take_word (const char **p, char word[MAX_WORD])
{
  gsize length = 0;

  for (; **p != '\0'; *p = g_utf8_next_char (*p))
    {
      char c = (guchar) * *p < 0x80 ? fold (**p) : fold (g_utf8_get_char (*p));

      if (c == 0 && length > 0)
        break;
      if (c != 0 && length < MAX_WORD - 1)
        word[length++] = c;
    }
  word[length] = '\0';

  return length > 0;
}

/* TRUE when the word completes a rhythm. */
static gboolean
follow (Phrase *phrase, WordKind kind)
{
  switch (kind)
    {
    case ALONE:
      return TRUE;
    case LINK:
      return FALSE;
    case ORDINAL:
      phrase->ordinal = TRUE;
      return FALSE;
    case OTHER_ONE:
      phrase->ordinal = phrase->every;
      return FALSE;
    case EVERY:
      phrase->every = TRUE;
      return FALSE;
    case NUMBER:
      phrase->number = phrase->every;
      return FALSE;
    case DAY:
      return phrase->ordinal;
    case WEEK:
      return phrase->ordinal || phrase->number;
    case MONTH:
      return phrase->ordinal || phrase->every;
    case NONE:
    default:
      memset (phrase, 0, sizeof *phrase);
      return FALSE;
    }
}

gboolean
keel_feed_has_rhythm (const char *text)
{
  Phrase phrase = { FALSE };
  char word[MAX_WORD];

  while (take_word (&text, word))
    {
      WordKind kind = get_kind (word);

      if (follow (&phrase, kind))
        return TRUE;
      if (kind == DAY || kind == WEEK || kind == MONTH)
        memset (&phrase, 0, sizeof phrase);
    }

  return FALSE;
}
