#include "keel-map-link.h"

#include <string.h>

#include "core/keel-meeting.h"

/* A map of everybody's, that needs no account. */
#define MAP "https://www.openstreetmap.org/"

#define MOST_DIGITS 24

/* Reads one number and what has to follow it; NULL where it is anything else. */
static const char *
read_number (const char *text, double most, double *number)
{
  gsize length = strspn (text, "+-.0123456789");
  char *end;

  if (length == 0 || length > MOST_DIGITS)
    return NULL;
  *number = g_ascii_strtod (text, &end);
  return end == text + length && *number >= -most && *number <= most ? end : NULL;
}

static gboolean
read_position (const char *text, double *latitude, double *longitude)
{
  const char *rest;

  if (g_ascii_strncasecmp (text, "geo:", 4) != 0)
    return FALSE;
  rest = read_number (text + 4, 90, latitude);
  if (rest == NULL || *rest != ',')
    return FALSE;
  rest = read_number (rest + 1, 180, longitude);
  return rest != NULL && *rest == '\0';
}

static char *
write_position (const char *format, double latitude, double longitude)
{
  char one[G_ASCII_DTOSTR_BUF_SIZE];
  char other[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = g_strsplit (format, "@", 3); /* before, between and after */

  g_ascii_formatd (one, sizeof one, "%.6f", latitude);
  g_ascii_formatd (other, sizeof other, "%.6f", longitude);
  return g_strconcat (parts[0], one, parts[1], other, parts[2], NULL);
}

char *
keel_map_link_check (const char *text)
{
  g_autofree char *link = NULL;
  double latitude;
  double longitude;

  if (text == NULL)
    return NULL;
  if (read_position (text, &latitude, &longitude))
    return write_position ("geo:@,@", latitude, longitude);
  link = keel_link_check (text);
  return link != NULL && g_str_has_prefix (link, "https://") ? g_steal_pointer (&link) : NULL;
}

char *
keel_map_link_get_web (const char *link)
{
  double latitude;
  double longitude;

  g_return_val_if_fail (link != NULL, NULL);

  if (!read_position (link, &latitude, &longitude))
    return NULL;
  return write_position (MAP "?mlat=@&mlon=@", latitude, longitude);
}
