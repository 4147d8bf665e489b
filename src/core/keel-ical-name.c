#include "keel-ical-name.h"

#include "keel-ical-lines.h"
#include "keel-ical-value.h"

/* What belongs to an event or a zone is not the calendar's. */
static int
follow_depth (int depth, const char *line)
{
  if (keel_ical_line_is (line, "BEGIN"))
    return depth + 1;
  return keel_ical_line_is (line, "END") ? depth - 1 : depth;
}

static char *
read_value (const char *line)
{
  const char *value = keel_ical_line_get_value (line);
  g_autofree char *text = value != NULL ? keel_ical_value_parse_text (value) : NULL;

  if (text == NULL)
    return NULL;
  g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
keel_ical_read_name (const char *data, gsize length)
{
  g_auto (KeelIcalLines) lines = { NULL };
  g_autofree char *plain = NULL;
  int depth = 0;

  keel_ical_lines_init (&lines, data, length);
  while (keel_ical_lines_next (&lines, NULL))
    {
      const char *line = lines.line->str;

      depth = follow_depth (depth, line);
      if (depth == 1 && keel_ical_line_is (line, "X-WR-CALNAME"))
        {
          char *name = read_value (line);

          if (name != NULL)
            return name;
        }
      else if (depth == 1 && plain == NULL && keel_ical_line_is (line, "NAME"))
        {
          plain = read_value (line);
        }
    }
  return g_steal_pointer (&plain);
}
