#include "keel-json-tidy.h"

#include <string.h>

#include "keel-json-skip.h"

typedef struct
{
  const char *p, *end;
  GString *out;
  char open[KEEL_MAX_DEPTH];
  guint depth;
  guint values;
} Tidy;

static int
get_code_unit (const Tidy *self, const char *p)
{
  return self->end - p >= KEEL_JSON_UNIT_LENGTH ? keel_json_parse_unit (p) : -1;
}

static void
copy (Tidy *self, gsize length)
{
  g_string_append_len (self->out, self->p, length);
  self->p += length;
}

static void
copy_code_unit (Tidy *self, int unit)
{
  int second = unit >= 0xd800 && unit <= 0xdbff ? get_code_unit (self, self->p + 6) : -1;

  if (second >= 0xdc00 && second <= 0xdfff)
    {
      copy (self, 12);
    }
  else if (unit == 0 || (unit >= 0xd800 && unit <= 0xdfff))
    {
      g_string_append (self->out, "\\ufffd");
      self->p += 6;
    }
  else
    {
      copy (self, 6);
    }
}

static void
copy_escape (Tidy *self)
{
  int unit = get_code_unit (self, self->p);

  if (unit >= 0)
    copy_code_unit (self, unit);
  else if (self->end - self->p >= 2 && strchr ("\"\\/bfnrt", self->p[1]) != NULL)
    copy (self, 2);
  else
    self->p++; /* the backslash only */
}

static gboolean
copy_string (Tidy *self)
{
  copy (self, 1);
  while (self->p < self->end)
    {
      guchar c = *self->p;

      if (c == '"')
        {
          copy (self, 1);
          return TRUE;
        }
      if (c == '\\')
        {
          copy_escape (self);
        }
      else if (c < 0x20)
        {
          g_string_append (self->out, c == '\n' ? "\\n" : " ");
          self->p++;
        }
      else
        {
          copy (self, 1);
        }
    }

  return FALSE;
}

/* Of a run of commas one, and none before a bracket that closes. */
static void
copy_comma (Tidy *self)
{
  while (self->p < self->end && (*self->p == ',' || g_ascii_isspace (*self->p)))
    self->p++;
  if (self->p < self->end && *self->p != '}' && *self->p != ']')
    g_string_append_c (self->out, ',');
  self->values++;
}

static gboolean
copy_bracket (Tidy *self)
{
  char c = *self->p;

  if (c == '{' || c == '[')
    {
      if (self->depth == KEEL_MAX_DEPTH)
        return FALSE;
      self->open[self->depth++] = c;
    }
  else
    {
      if (self->depth == 0 || self->open[self->depth - 1] != (c == '}' ? '{' : '['))
        return FALSE;
      self->depth--;
    }
  copy (self, 1);

  return TRUE;
}

static gboolean
copy_next (Tidy *self)
{
  char c = *self->p;

  if (c == '"')
    return copy_string (self);
  if (strchr ("{}[]", c) != NULL)
    return copy_bracket (self);
  if (c == ',')
    {
      copy_comma (self);
    }
  else if (g_ascii_isalnum (c) || g_ascii_isspace (c) || strchr ("+-.:", c) != NULL)
    {
      self->values += c == ':';
      copy (self, 1);
    }
  else
    {
      return FALSE;
    }

  return self->values <= KEEL_MAX_ROW_VALUES;
}

char *
keel_json_tidy (const char *text, gsize length)
{
  Tidy self = { .p = text, .end = text + length };
  gboolean proper = TRUE;

  self.out = g_string_sized_new (length + 16);
  while (proper && self.p < self.end)
    proper = *self.p != '\0' && copy_next (&self);

  return g_string_free (self.out, !proper || self.depth > 0);
}
