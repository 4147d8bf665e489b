#include "keel-ical-text.h"

#include <string.h>

#include "keel-ical-value.h"

#define MAX_OCTETS 75

/* The bytes of @line that fit into @room without cutting a character. */
static gsize
measure_piece (const char *line, gsize room)
{
  gsize length = strlen (line);

  if (length <= room)
    return length;
  while (room > 1 && ((guchar) line[room] & 0xc0) == 0x80)
    room--;
  return room;
}

static void
add_folded (GString *text, const char *line)
{
  gsize piece = measure_piece (line, MAX_OCTETS);

  g_string_append_len (text, line, piece);
  for (line += piece; *line != '\0'; line += piece)
    {
      piece = measure_piece (line, MAX_OCTETS - 1);
      g_string_append (text, "\r\n ");
      g_string_append_len (text, line, piece);
    }
  g_string_append (text, "\r\n");
}

void
keel_ical_text_add (GString *text, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_folded (text, line);
}

void
keel_ical_text_add_value (GString *text, const char *name, const char *value)
{
  g_autofree char *written = value != NULL ? keel_ical_value_write_text (value) : NULL;

  if (written != NULL)
    keel_ical_text_add (text, "%s:%s", name, written);
}

char *
keel_ical_text_format_seconds (gint64 seconds)
{
  gint64 second_of_day = ((seconds % 86400) + 86400) % 86400;
  int year, month, day;

  keel_civil_from_days ((seconds - second_of_day) / 86400, &year, &month, &day);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", year, month, day, (int) (second_of_day / 3600),
                          (int) (second_of_day / 60 % 60), (int) (second_of_day % 60));
}

void
keel_ical_text_add_time (GString *text, const char *name, KeelLocalTime local, const char *zone)
{
  g_autofree char *time = keel_ical_text_format_seconds (local * 60);

  if (zone == NULL)
    keel_ical_text_add (text, "%s:%s", name, time);
  else if (g_str_equal (zone, "UTC"))
    keel_ical_text_add (text, "%s:%sZ", name, time);
  else
    keel_ical_text_add (text, "%s;TZID=%s:%s", name, zone, time);
}
