#include "keel-json-skip.h"

#include <string.h>

typedef struct
{
  KeelByteWindow *window;
  gboolean sound;
  guint values;
} Skip;

/* What a byte means outside of a string. */
enum
{
  ODD,
  PLAIN, /* white space, numbers, true, false, null */
  MARK,  /* , and : */
  QUOTE,
  OPEN,
  CLOSE,
};

static const guint8 outside[256] = {
  ['\t'] = PLAIN,        ['\n'] = PLAIN,        ['\r'] = PLAIN, [' '] = PLAIN, ['0' ... '9'] = PLAIN,
  ['a' ... 'z'] = PLAIN, ['A' ... 'Z'] = PLAIN, ['+'] = PLAIN,  ['-'] = PLAIN, ['.'] = PLAIN,
  [','] = MARK,          [':'] = MARK,          ['"'] = QUOTE,  ['['] = OPEN,  ['{'] = OPEN,
  [']'] = CLOSE,         ['}'] = CLOSE,
};

/* The code unit of the `\uXXXX` at @offset, or -1. */
static int
get_code_unit (Skip *self, gsize offset)
{
  KeelByteWindow *window = self->window;
  const guint8 *p;
  int unit = 0;
  guint i;

  if (!keel_byte_window_have (window, offset + 6))
    return -1;

  p = window->data + window->pos + offset;
  if (p[0] != '\\' || p[1] != 'u')
    return -1;
  for (i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (p[i]);
    }

  return unit;
}

/* Over one escape. Only what every parser reads alike leaves the row sound; whatever it is, no more is
 * stepped over than a parser must. */
static gboolean
skip_escape (Skip *self)
{
  KeelByteWindow *window = self->window;
  gboolean high, paired;
  int unit, second;

  if (!keel_byte_window_have (window, 2))
    return window->error != NULL ? FALSE : keel_byte_window_fail_at_end (window);

  if (window->data[window->pos + 1] != 'u')
    {
      if (strchr ("\"\\/bfnrt", window->data[window->pos + 1]) == NULL)
        self->sound = FALSE;
      window->pos += 2;
      return TRUE;
    }

  unit = get_code_unit (self, 0);
  high = unit >= 0xd800 && unit <= 0xdbff;
  second = high ? get_code_unit (self, 6) : -1;
  paired = second >= 0xdc00 && second <= 0xdfff;
  if (window->error != NULL)
    return FALSE;

  if (unit <= 0 || (high && !paired) || (unit >= 0xdc00 && unit <= 0xdfff))
    {
      self->sound = FALSE;
      window->pos += 2;
    }
  else
    {
      window->pos += paired ? 12 : 6;
    }

  return TRUE;
}

static gboolean
skip_string (Skip *self)
{
  KeelByteWindow *window = self->window;

  window->pos++;
  for (;;)
    {
      const guint8 *p = window->data + window->pos;
      const guint8 *end = window->data + window->end;

      while (p < end && *p != '"' && *p != '\\')
        p++;
      window->pos = p - window->data;

      if (p < end && *p == '"')
        {
          window->pos++;
          return TRUE;
        }
      if (p < end && !skip_escape (self))
        return FALSE;
      if (p == end && !keel_byte_window_fill (window))
        return window->error != NULL ? FALSE : keel_byte_window_fail_at_end (window);
    }
}

/* Closes the innermost bracket of @closer's kind, and with it those left open inside: one broken row
 * must not cost the rest. Returns the new depth. */
static guint
close_bracket (Skip *self, const char *open, guint depth, char closer)
{
  char opener = closer == '}' ? '{' : '[';
  guint i = depth;

  if (open[depth - 1] == opener)
    return depth - 1;

  self->sound = FALSE;
  while (i > 0 && open[i - 1] != opener)
    i--;

  return i > 0 ? i - 1 : depth;
}

/* Over an object or an array; @outer brackets are open around it. */
static gboolean
skip_nested (Skip *self, guint outer)
{
  KeelByteWindow *window = self->window;
  char open[KEEL_MAX_DEPTH];
  guint depth = 0;

  do
    {
      guint8 c;

      while (window->pos < window->end && outside[window->data[window->pos]] == PLAIN)
        window->pos++;
      if (window->pos == window->end)
        {
          if (!keel_byte_window_fill (window))
            return window->error != NULL ? FALSE : keel_byte_window_fail_at_end (window);
          continue;
        }

      c = window->data[window->pos];
      switch (outside[c])
        {
        case QUOTE:
          if (!skip_string (self))
            return FALSE;
          continue;
        case OPEN:
          if (outer + depth == KEEL_MAX_DEPTH)
            return keel_byte_window_fail (window, KEEL_FEED_ERROR_TOO_DEEP, "The list is nested too deeply");
          open[depth++] = c;
          break;
        case CLOSE:
          depth = close_bracket (self, open, depth, c);
          break;
        case MARK:
          self->values++;
          break;
        default:
          self->sound = FALSE;
        }
      window->pos++;
    }
  while (depth > 0);

  return TRUE;
}

static gboolean
skip_scalar (Skip *self)
{
  KeelByteWindow *window = self->window;
  gsize length = 0;
  int c = keel_byte_window_peek (window);

  while (c >= 0 && (outside[c] == PLAIN || outside[c] == ODD) && !g_ascii_isspace (c))
    {
      self->sound = self->sound && outside[c] == PLAIN;
      window->pos++;
      length++;
      c = keel_byte_window_peek (window);
    }

  if (c == KEEL_AT_ERROR)
    return FALSE;
  if (c == KEEL_AT_END)
    return keel_byte_window_fail_at_end (window);
  if (length == 0)
    return keel_byte_window_fail (window, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");

  return TRUE;
}

int
keel_json_parse_unit (const char *text)
{
  int unit = 0;
  guint i;

  if (text[0] != '\\' || text[1] != 'u')
    return -1;
  for (i = 2; i < KEEL_JSON_UNIT_LENGTH; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (text[i]);
    }

  return unit;
}

gboolean
keel_json_skip_string (KeelByteWindow *window)
{
  Skip self = { .window = window };

  return skip_string (&self);
}

gboolean
keel_json_skip_value (KeelByteWindow *window, guint outer, gboolean *sound)
{
  Skip self = { .window = window, .sound = TRUE };
  int c = keel_byte_window_peek (window);
  gboolean skipped;

  if (c == '"')
    skipped = skip_string (&self);
  else if (c == '{' || c == '[')
    skipped = skip_nested (&self, outer);
  else
    skipped = skip_scalar (&self);
  *sound = self.sound && self.values <= KEEL_MAX_ROW_VALUES;

  return skipped;
}
