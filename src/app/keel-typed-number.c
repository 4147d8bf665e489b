#include "keel-typed-number.h"

#include <string.h>

#include "core/keel-local-time.h"

#define MOST_CHARACTERS 10

/* Without spaces around it, digits of any script as 0–9; NULL where it is too long for a number or a day. */
static char *
simplify (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  GString *simple;

  if (g_utf8_strlen (stripped, -1) > MOST_CHARACTERS)
    return NULL;
  simple = g_string_new (NULL);
  for (const char *p = stripped; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (simple, (char) ('0' + digit));
      else
        g_string_append_unichar (simple, c);
    }
  return g_string_free (simple, FALSE);
}

gboolean
keel_typed_number_parse (const char *text, int least, int most, int *number)
{
  g_autofree char *simple = simplify (text);
  gint64 value;

  if (simple == NULL || !g_ascii_string_to_signed (simple, 10, least, most, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

gboolean
keel_typed_day_parse (const char *text, gint64 *day)
{
  g_autofree char *simple = simplify (text);
  KeelLocalTime local;

  if (simple == NULL || strlen (simple) != strlen ("2000-01-01") || !keel_local_time_parse (simple, &local))
    return FALSE;
  *day = keel_local_time_get_days (local);
  return TRUE;
}

char *
keel_typed_day_format (gint64 day)
{
  char *text = keel_local_time_format (day * KEEL_MINUTES_PER_DAY);

  text[strlen ("2000-01-01")] = '\0';
  return text;
}
