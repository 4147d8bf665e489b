#include "keel-days-typed.h"

#define MOST_DIGITS 12

/* Reads digits of any kind, at most @most; how many there were. */
static int
read_digits (const char **text, int most, gint64 *number)
{
  int n = 0;

  *number = 0;
  for (; n < most; n++)
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (*text));

      if (digit < 0)
        break;
      *number = *number * 10 + digit;
      *text = g_utf8_next_char (*text);
    }
  return n;
}

static gboolean
is_point (gunichar letter)
{
  return letter == '.' || letter == ',' || letter == 0x66b; /* the Arabic decimal separator */
}

static gint64
scale (int decimals)
{
  gint64 scale = 1;

  while (decimals-- > 0)
    scale *= 10;
  return scale;
}

gboolean
keel_days_typed_money (const char *text, int decimals, gint64 most, gint64 *money)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *rest = stripped;
  gint64 whole, part = 0;
  int typed = 0;

  if (read_digits (&rest, MOST_DIGITS, &whole) == 0)
    return FALSE;
  if (is_point (g_utf8_get_char (rest)))
    {
      rest = g_utf8_next_char (rest);
      typed = read_digits (&rest, decimals, &part);
      if (typed == 0)
        return FALSE;
    }
  if (*rest != '\0')
    return FALSE;
  *money = whole * scale (decimals) + part * scale (decimals - typed);
  return *money <= most;
}

char *
keel_days_typed_format_money (gint64 money, int decimals)
{
  gint64 whole = money / scale (decimals);
  gint64 part = money % scale (decimals);

  if (part == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, whole, decimals, part);
}
