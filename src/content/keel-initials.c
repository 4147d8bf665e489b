#include "keel-initials.h"

#include <string.h>

/* Ends a word and stays. */
static gboolean
is_between (gunichar c)
{
  static const gunichar between[] = { '-',    0x2010, 0x2011, 0x2013, 0x2014, 0x05be, '/',
                                      ',',    ';',    '&',    '+',    '(',    ')',    ':',
                                      0x060c, 0x061b, 0x3001, 0xff0c, 0x30fb, 0x00b7 };

  for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
    if (between[i] == c)
      return TRUE;
  return g_unichar_isspace (c);
}

/* Whether no letter is a capital, in a script that has them or in one that has none. */
static gboolean
is_small (const char *names)
{
  for (const char *at = names; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isupper (c) || g_unichar_istitle (c))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_picture (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

/* The first letter of a word, with the marks that belong to it. Returns: what comes behind it */
static const char *
take_letter (GString *initials, const char *at, gboolean capital)
{
  gunichar c = g_utf8_get_char (at);

  g_string_append_unichar (initials, capital ? g_unichar_totitle (c) : c);
  at = g_utf8_next_char (at);
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    {
      g_string_append_unichar (initials, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  g_string_append_c (initials, '.');
  return at;
}

char *
keel_initials_shorten (const char *names)
{
  GString *initials = g_string_new (NULL);
  gboolean capital = is_small (names);
  gboolean in_word = FALSE;
  gboolean any = FALSE;
  const char *at = names;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c) && !in_word)
        {
          at = take_letter (initials, at, capital);
          in_word = any = TRUE;
          continue;
        }
      if (is_between (c) || (is_picture (c) && !in_word))
        g_string_append_unichar (initials, c);
      /* "J.R." are two; what else stands in a word is a part of it, as in "O'Brien". */
      if (is_between (c) || c == '.')
        in_word = FALSE;
      at = g_utf8_next_char (at);
    }
  if (!any)
    g_string_assign (initials, names);
  return g_string_free (initials, FALSE);
}
