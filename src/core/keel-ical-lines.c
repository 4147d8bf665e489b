#include "keel-ical-lines.h"

#include <string.h>

#include "keel-row-splitter.h"

void
keel_ical_lines_init (KeelIcalLines *self, const char *data, gsize length)
{
  *self = (KeelIcalLines){ .data = data, .length = length, .line = g_string_new (NULL) };
}

void
keel_ical_lines_clear (KeelIcalLines *self)
{
  g_string_free (self->line, TRUE);
  self->line = NULL;
}

/* Where the text of a line that begins at @from ends, and where the next line begins. A run of CR
 * before LF is one end: some files were converted twice. */
static gsize
find_end (const KeelIcalLines *self, gsize from, gsize *next)
{
  const char *data = self->data;
  gsize end = from;

  while (end < self->length && data[end] != '\n' && data[end] != '\r')
    end++;
  *next = end;
  while (*next < self->length && data[*next] == '\r')
    (*next)++;
  if (*next < self->length && data[*next] == '\n')
    (*next)++;
  else if (*next > end)
    *next = end + 1;
  return end;
}

static void
append_text (GString *line, const char *text, gsize length)
{
  const char *nul;

  while ((nul = memchr (text, '\0', length)) != NULL)
    {
      g_string_append_len (line, text, nul - text);
      length -= nul + 1 - text;
      text = nul + 1;
    }
  g_string_append_len (line, text, length);
}

static gboolean
is_folded (const KeelIcalLines *self)
{
  return self->position < self->length &&
         (self->data[self->position] == ' ' || self->data[self->position] == '\t');
}

gboolean
keel_ical_lines_next (KeelIcalLines *self, GError **error)
{
  do
    {
      gsize from = self->position;

      self->start = from;
      g_string_truncate (self->line, 0);
      if (from >= self->length)
        return FALSE;
      do
        {
          gsize end = find_end (self, from, &self->position);

          if (self->line->len + (end - from) > KEEL_ICAL_MAX_LINE)
            {
              g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE,
                                   "The calendar has a line longer than 1 MB");
              return FALSE;
            }
          append_text (self->line, self->data + from, end - from);
          from = self->position + 1;
        }
      while (is_folded (self));
    }
  while (self->line->len == 0);
  return TRUE;
}

gboolean
keel_ical_line_is (const char *line, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (line, name, length) == 0 && (line[length] == ':' || line[length] == ';');
}

const char *
keel_ical_line_get_value (const char *line)
{
  gboolean quoted = FALSE;

  for (; *line != '\0'; line++)
    {
      if (*line == '"')
        quoted = !quoted;
      else if (*line == ':' && !quoted)
        return line + 1;
    }
  return NULL;
}

char *
keel_ical_line_get_parameter (const char *line, const char *name)
{
  const char *value = keel_ical_line_get_value (line);
  const char *end = value != NULL ? value - 1 : line;
  gsize length = strlen (name);
  gboolean quoted = FALSE;

  for (const char *p = line; p < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (*p == ';' && !quoted && g_ascii_strncasecmp (p + 1, name, length) == 0 && p[length + 1] == '=')
        {
          const char *from = p + length + 2;
          const char *to = from;

          if (*from == '"')
            {
              from++;
              to = memchr (from, '"', end - from);
            }
          else
            to += strcspn (from, ";:");
          to = to != NULL ? MIN (to, end) : end;
          return to > from ? g_strndup (from, to - from) : NULL;
        }
    }
  return NULL;
}
