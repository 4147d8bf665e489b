#include "keel-field-typed.h"

#include <math.h>
#include <string.h>

#include "content/keel-sentences.h"
#include "core/keel-local-time.h"

#include "keel-typed-number.h"
#include "keel-typed-time.h"

#define MOST_CHARACTERS 15 /* as many digits as a double keeps */

gboolean
keel_field_typed_number (const char *text, double *number)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GString) simple = g_string_new (NULL);
  char *end = NULL;

  if (g_utf8_strlen (stripped, -1) > MOST_CHARACTERS)
    return FALSE;
  for (const char *p = stripped; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (simple, (char) ('0' + digit));
      else if (c == '.' || c == ',' || c == 0x066b)
        g_string_append_c (simple, '.');
      else if (c == '-' && simple->len == 0)
        g_string_append_c (simple, '-');
      else
        return FALSE;
    }
  *number = g_ascii_strtod (simple->str, &end);
  return simple->len > 0 && *end == '\0' && end != simple->str && isfinite (*number);
}

char *
keel_field_typed_format (double number, int decimals)
{
  return keel_sentence_number (number, decimals);
}

char *
keel_field_typed_time (const char *text, gboolean with_time)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *rest = strpbrk (stripped, " T");
  gint64 day;
  int minute;

  if (rest != NULL)
    *rest++ = '\0';
  if (!keel_typed_day_parse (stripped, &day))
    return NULL;
  if (rest == NULL)
    return keel_typed_day_format (day);
  if (!with_time || !keel_typed_time_parse (rest, &minute))
    return NULL;
  return keel_local_time_format (day * KEEL_MINUTES_PER_DAY + minute);
}
