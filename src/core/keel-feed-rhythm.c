#include "keel-feed-context.h"

#include <string.h>

#define MAX_WORD 16

typedef enum
{
  NONE,
  LINK,      /* may stand between the others */
  ORDINAL,   /* 1st, segundo, last, once (a month) */
  NUMBER,    /* every "two" weeks */
  EVERY,
  OTHER_ONE, /* every "other" week; but not each other */
  DAY,
  WEEK,
  MONTH,
  ALONE,     /* says it all by itself */
} WordKind;

typedef struct
{
  gboolean every, number, ordinal;
} Phrase;

/* English and Spanish, folded, sorted. */
static const struct
{
  char word[MAX_WORD];
  WordKind kind;
} vocabulary[] = {
  { "15", NUMBER }, { "1a", ORDINAL }, { "1er", ORDINAL }, { "1o", ORDINAL }, { "1ra", ORDINAL },
  { "1ro", ORDINAL }, { "1st", ORDINAL }, { "2", NUMBER }, { "2a", ORDINAL }, { "2da", ORDINAL },
  { "2do", ORDINAL }, { "2nd", ORDINAL }, { "2o", ORDINAL }, { "3", NUMBER }, { "3a", ORDINAL },
  { "3er", ORDINAL }, { "3o", ORDINAL }, { "3ra", ORDINAL }, { "3rd", ORDINAL }, { "3ro", ORDINAL },
  { "4", NUMBER }, { "4a", ORDINAL }, { "4o", ORDINAL }, { "4ta", ORDINAL }, { "4th", ORDINAL },
  { "4to", ORDINAL }, { "5a", ORDINAL }, { "5o", ORDINAL }, { "5ta", ORDINAL }, { "5th", ORDINAL },
  { "5to", ORDINAL }, { "a", LINK }, { "al", LINK }, { "alternate", ORDINAL }, { "alternating", ORDINAL },
  { "and", LINK }, { "bi", ORDINAL }, { "biweekly", ALONE }, { "cada", EVERY }, { "cuarta", ORDINAL },
  { "cuarto", ORDINAL }, { "de", LINK }, { "del", LINK }, { "dias", WEEK }, { "domingo", DAY },
  { "domingos", DAY }, { "dos", NUMBER }, { "e", LINK }, { "each", EVERY }, { "el", LINK },
  { "every", EVERY }, { "fifth", ORDINAL }, { "first", ORDINAL }, { "fortnightly", ALONE },
  { "four", NUMBER }, { "fourth", ORDINAL }, { "fri", DAY }, { "friday", DAY }, { "fridays", DAY },
  { "jueves", DAY }, { "la", LINK }, { "last", ORDINAL }, { "los", LINK }, { "lunes", DAY },
  { "martes", DAY }, { "mensual", ALONE }, { "mensualmente", ALONE }, { "mes", MONTH },
  { "miercoles", DAY }, { "mon", DAY }, { "monday", DAY }, { "mondays", DAY }, { "month", MONTH },
  { "monthly", ALONE }, { "o", LINK }, { "of", LINK }, { "once", ORDINAL }, { "or", LINK },
  { "other", OTHER_ONE }, { "otra", OTHER_ONE }, { "otro", OTHER_ONE }, { "penultimate", ORDINAL },
  { "por", LINK }, { "primer", ORDINAL }, { "primera", ORDINAL }, { "primero", ORDINAL },
  { "quince", NUMBER }, { "quincenal", ALONE }, { "quinta", ORDINAL }, { "quinto", ORDINAL },
  { "sabado", DAY }, { "sabados", DAY }, { "sat", DAY }, { "saturday", DAY }, { "saturdays", DAY },
  { "second", ORDINAL }, { "segunda", ORDINAL }, { "segundo", ORDINAL }, { "semana", WEEK },
  { "semanas", WEEK }, { "sun", DAY }, { "sunday", DAY }, { "sundays", DAY }, { "tercer", ORDINAL },
  { "tercera", ORDINAL }, { "tercero", ORDINAL }, { "the", LINK }, { "third", ORDINAL },
  { "three", NUMBER }, { "thu", DAY }, { "thur", DAY }, { "thurs", DAY }, { "thursday", DAY },
  { "thursdays", DAY }, { "tres", NUMBER }, { "tue", DAY }, { "tues", DAY }, { "tuesday", DAY },
  { "tuesdays", DAY }, { "twice", ORDINAL }, { "two", NUMBER }, { "u", LINK }, { "ultima", ORDINAL },
  { "ultimo", ORDINAL }, { "vez", ORDINAL }, { "viernes", DAY }, { "wed", DAY }, { "wednesday", DAY },
  { "wednesdays", DAY }, { "week", WEEK }, { "weekly", WEEK }, { "weeks", WEEK }, { "wk", WEEK },
  { "wks", WEEK }, { "y", LINK },
};

static WordKind
get_kind (const char *word)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (vocabulary);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp (word, vocabulary[middle].word);

      if (order == 0)
        return vocabulary[middle].kind;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NONE;
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
    { 0xe1, 'a' }, { 0xe9, 'e' }, { 0xed, 'i' }, { 0xf3, 'o' }, { 0xfa, 'u' }, { 0xf1, 'n' },
    { 0xc1, 'a' }, { 0xc9, 'e' }, { 0xcd, 'i' }, { 0xd3, 'o' }, { 0xda, 'u' }, { 0xaa, 'a' }, { 0xba, 'o' },
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
      char c = (guchar) **p < 0x80 ? fold (**p) : fold (g_utf8_get_char (*p));

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
