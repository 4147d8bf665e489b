#include "keel-feed-time.h"

#include <string.h>

#include "keel-local-time.h"

typedef enum
{
  HALF_NONE,
  HALF_AM,
  HALF_PM,
  HALF_BAD,
} Half;

static int
take_digits (const char **p, int most, int *value)
{
  int count = 0;

  *value = 0;
  for (; count < most && g_ascii_isdigit (**p); (*p)++, count++)
    *value = *value * 10 + **p - '0';

  return count;
}

/* What follows the digits: nothing, `AM`, `p.m.`, `P` … */
static Half
parse_half (const char *p)
{
  Half half;

  while (*p == ' ')
    p++;
  if (*p == '\0')
    return HALF_NONE;

  half = g_ascii_tolower (*p) == 'a' ? HALF_AM : g_ascii_tolower (*p) == 'p' ? HALF_PM : HALF_BAD;
  p++;
  if (*p == '.')
    p++;
  while (*p == ' ')
    p++;
  if (g_ascii_tolower (*p) == 'm')
    p++;
  if (*p == '.')
    p++;

  return *p == '\0' ? half : HALF_BAD;
}

static gboolean
combine (int hour, int minute, Half half, int *result)
{
  if (half == HALF_BAD || minute > 59 || (half == HALF_AM && hour > 12) || hour > 24)
    return FALSE;

  if (half == HALF_AM && hour == 12)
    hour = 0;
  else if (half == HALF_PM && hour < 12)
    hour += 12;
  *result = hour * 60 + minute;

  return *result <= KEEL_MINUTES_PER_DAY;
}

gboolean
keel_feed_parse_time (const char *text, int *minute)
{
  const char *p = text;
  int hour, minutes = 0, seconds, digits;

  if (g_ascii_strcasecmp (text, "noon") == 0)
    return combine (12, 0, HALF_NONE, minute);
  if (g_ascii_strcasecmp (text, "midnight") == 0)
    return combine (0, 0, HALF_NONE, minute);

  digits = take_digits (&p, 4, &hour);
  if (digits >= 3)
    {
      minutes = hour % 100;
      hour /= 100;
    }
  else if (digits > 0 && *p != '\0' && strchr (":.h", *p) != NULL)
    {
      p++;
      if (take_digits (&p, 2, &minutes) != 2)
        return FALSE;
      if (*p == ':')
        {
          p++;
          if (take_digits (&p, 2, &seconds) != 2)
            return FALSE;
        }
    }
  else if (digits == 0 || parse_half (p) == HALF_NONE)
    {
      return FALSE;
    }

  return combine (hour, minutes, parse_half (p), minute);
}

gboolean
keel_feed_parse_day (const char *text, int *day)
{
  static const char *const names[] = { "sundays",   "mondays", "tuesdays", "wednesdays",
                                       "thursdays", "fridays", "saturdays" };
  gsize length = strlen (text);
  gsize i;

  if (length == 1 && *text >= '0' && *text <= '7')
    {
      *day = (*text - '0') % 7;
      return TRUE;
    }

  if (length > 0 && text[length - 1] == '.')
    length--;
  if (length == 4 && g_ascii_strncasecmp (text, "weds", 4) == 0)
    length = 3;
  for (i = 0; length >= 3 && i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strncasecmp (text, names[i], length) == 0)
        {
          *day = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
keel_feed_parse_duration (const char *text, int *minutes)
{
  const char *p = text;
  int hours, rest, seconds;

  if (take_digits (&p, 3, &hours) == 0 || *p++ != ':' || take_digits (&p, 2, &rest) == 0 || rest > 59)
    return FALSE;
  if (*p == ':' && (p++, take_digits (&p, 2, &seconds) == 0))
    return FALSE;
  *minutes = hours * 60 + rest;

  return *p == '\0';
}

/* Up to six numbers with one character between them. */
static int
take_numbers (const char *p, int numbers[6])
{
  int count = 0;

  while (count < 6 && take_digits (&p, 4, &numbers[count]) > 0)
    {
      count++;
      if (*p == '\0')
        break;
      p++;
    }

  return count;
}

gint64
keel_feed_parse_updated (const char *text)
{
  int numbers[6] = { 0 };
  int year, month, day;

  if (take_numbers (text, numbers) < 3)
    return 0;

  year = numbers[0] > 31 ? numbers[0] : numbers[2];
  month = numbers[0] > 31 ? numbers[1] : numbers[0];
  day = numbers[0] > 31 ? numbers[2] : numbers[1];
  if (year < 100)
    year += 2000; /* a spreadsheet's `9/10/16` */
  if (year < 1970 || month > 12 || day > 31 || !g_date_valid_dmy (day, month, year) || numbers[3] > 23 ||
      numbers[4] > 59 || numbers[5] > 60)
    return 0;

  return keel_days_from_civil (year, month, day) * 86400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5];
}
