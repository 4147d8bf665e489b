#include "keel-town.h"

#include <math.h>
#include <string.h>

void
keel_town_free (KeelTown *self)
{
  if (!self)
    return;
  g_free (self->name);
  g_free (self->region);
  g_free (self);
}

/* With a comma for a point where the two numbers are told apart by something else. */
static const char *
parse_degrees (const char *text, gboolean comma, double limit, double *value)
{
  char buffer[24];
  gsize length = strspn (text, comma ? "+-0123456789,." : "+-0123456789.");
  char *end;

  if (length == 0 || length >= sizeof buffer)
    return NULL;
  memcpy (buffer, text, length);
  buffer[length] = '\0';
  g_strdelimit (buffer, ",", '.');
  *value = g_ascii_strtod (buffer, &end);
  return *end == '\0' && fabs (*value) <= limit ? text + length : NULL;
}

static gboolean
parse_pair (const char *text, gboolean comma, double *latitude, double *longitude)
{
  const char *rest = parse_degrees (text, comma, 90, latitude);
  gsize length = rest ? strspn (rest, comma ? " ;\t" : " ,;\t") : 0;

  rest = length > 0 ? parse_degrees (rest + length, comma, 180, longitude) : NULL;
  return rest && rest[strspn (rest, " \t")] == '\0';
}

gboolean
keel_town_parse_position (const char *text, double *latitude, double *longitude)
{
  g_return_val_if_fail (text != NULL, FALSE);

  text += strspn (text, " \t");
  return parse_pair (text, FALSE, latitude, longitude) || parse_pair (text, TRUE, latitude, longitude);
}
