#include "keel-ical-value.h"

#include <libical/ical.h>

#include <string.h>

#define MAX_TIME 32
#define MAX_DURATION 64

/* Leaves hyphens, colons and blanks out: libical wants the basic format. FALSE where it is too long. */
static gboolean
strip_time (const char *text, char stripped[MAX_TIME])
{
  gsize length = 0;

  for (; *text != '\0'; text++)
    {
      if (length >= MAX_TIME - 3)
        return FALSE;
      if (strchr ("-: ", *text) == NULL)
        stripped[length++] = g_ascii_toupper (*text);
    }
  stripped[length] = '\0';
  if (length == strlen ("20260131T1930") && stripped[8] == 'T')
    strcpy (stripped + length, "00");
  return TRUE;
}

gboolean
keel_ical_value_parse (const char *text, KeelIcalValue *value)
{
  char stripped[MAX_TIME];
  struct icaltimetype time;

  if (!strip_time (text, stripped) || strspn (stripped, "0123456789TZ") != strlen (stripped))
    return FALSE;
  time = icaltime_from_string (stripped);
  if (icaltime_is_null_time (time) || time.year < 1 || time.year > 9999 || time.month < 1 ||
      time.month > 12 || time.day < 1 || time.day > keel_days_in_month (time.year, time.month) ||
      time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59)
    return FALSE;
  value->is_date = time.is_date;
  value->is_utc = !time.is_date && icaltime_is_utc (time);
  value->local = keel_local_time_new (time.year, time.month, time.day, time.is_date ? 0 : time.hour,
                                      time.is_date ? 0 : time.minute);
  return TRUE;
}

gboolean
keel_ical_value_parse_duration (const char *text, gint64 *minutes)
{
  struct icaldurationtype duration;

  if (strlen (text) > MAX_DURATION)
    return FALSE;
  duration = icaldurationtype_from_string (text);
  if (icaldurationtype_is_bad_duration (duration))
    return FALSE;
  *minutes = ((gint64) duration.weeks * 7 + duration.days) * KEEL_MINUTES_PER_DAY +
             (gint64) duration.hours * 60 + duration.minutes + duration.seconds / 60;
  if (duration.is_neg)
    *minutes = -*minutes;
  return TRUE;
}

static char *
make_valid (const char *text)
{
  g_autofree char *converted = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  converted = g_convert (text, -1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return converted != NULL && g_utf8_validate (converted, -1, NULL) ? g_steal_pointer (&converted)
                                                                    : g_utf8_make_valid (text, -1);
}

char *
keel_ical_value_parse_text (const char *text)
{
  g_autofree char *valid = make_valid (text);
  icalvalue *value = icalvalue_new_from_string (ICAL_TEXT_VALUE, valid);
  char *parsed;

  if (value == NULL)
    return g_steal_pointer (&valid);
  parsed = g_strdup (icalvalue_get_text (value));
  icalvalue_free (value);
  return parsed;
}

char *
keel_ical_value_write_text (const char *text)
{
  icalvalue *value = icalvalue_new_text (text);
  char *written = icalvalue_as_ical_string_r (value);
  char *copy = g_strdup (written);

  icalmemory_free_buffer (written);
  icalvalue_free (value);
  return copy;
}
