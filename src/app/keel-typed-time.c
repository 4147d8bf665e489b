#include "keel-typed-time.h"

#include <langinfo.h>
#include <string.h>

typedef enum
{
  HALF_NONE,
  HALF_AM,
  HALF_PM,
} Half;

/* Lower case, compatibility forms resolved, digits of any script as 0–9, no spaces or full stops in letters.
 */
static char *
simplify (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = NULL;
  GString *result = g_string_new (NULL);

  if (normal == NULL)
    return g_string_free (result, FALSE);
  folded = g_utf8_casefold (normal, -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (result, (char) ('0' + digit));
      else if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static gboolean
cut_suffix (char *text, const char *suffix)
{
  g_autofree char *simple = simplify (suffix);

  if (*simple == '\0' || !g_str_has_suffix (text, simple))
    return FALSE;
  text[strlen (text) - strlen (simple)] = '\0';
  return TRUE;
}

static Half
cut_half (char *text)
{
  static const char *const am[] = { "a.m.", "am", "a" };
  static const char *const pm[] = { "p.m.", "pm", "p" };

  if (cut_suffix (text, nl_langinfo (AM_STR)))
    return HALF_AM;
  if (cut_suffix (text, nl_langinfo (PM_STR)))
    return HALF_PM;
  for (gsize i = 0; i < G_N_ELEMENTS (am); i++)
    {
      if (cut_suffix (text, am[i]))
        return HALF_AM;
      if (cut_suffix (text, pm[i]))
        return HALF_PM;
    }
  return HALF_NONE;
}

/* Up to @most digits at *@text, which moves on. -1 where there is none. */
static int
read_number (const char **text, int most)
{
  int value = -1;

  for (int i = 0; i < most && g_ascii_isdigit (**text); i++, (*text)++)
    value = MAX (value, 0) * 10 + (**text - '0');
  return value;
}

static gboolean
read_hour_and_minute (const char *text, int *hour, int *minute)
{
  gsize digits = strspn (text, "0123456789");

  *minute = 0;
  *hour = read_number (&text, digits >= 3 ? (int) digits - 2 : 2);
  if (*hour < 0 || digits > 4)
    return FALSE;
  if (*text == ':' || *text == '.' || *text == 'h')
    {
      gboolean bare = text[0] == 'h' && text[1] == '\0';

      text++;
      if (bare)
        return TRUE;
      if (strspn (text, "0123456789") != 2)
        return FALSE;
      *minute = read_number (&text, 2);
    }
  else if (digits >= 3)
    {
      *minute = read_number (&text, 2);
    }
  return *text == '\0';
}

gboolean
keel_typed_time_parse (const char *text, int *minute)
{
  g_autofree char *simple = simplify (text);
  Half half = cut_half (simple);
  int hours, minutes;

  if (!read_hour_and_minute (simple, &hours, &minutes))
    return FALSE;
  if (half != HALF_NONE)
    {
      if (hours < 1 || hours > 12)
        return FALSE;
      hours = hours % 12 + (half == HALF_PM ? 12 : 0);
    }
  if (hours > 23 || minutes > 59)
    return FALSE;
  *minute = hours * 60 + minutes;
  return TRUE;
}
