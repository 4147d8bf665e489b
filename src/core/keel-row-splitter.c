#include "keel-row-splitter.h"

#include <string.h>

#include "keel-utf8-check.h"

#define BLOCK_SIZE (64 * 1024)
#define MAX_NAME 64
#define MAX_ARRAYS 32
#define NOTHING_KEPT G_MAXSIZE

/* What peek () gives where there is no byte. */
#define AT_END (-1)
#define AT_ERROR (-2)

typedef enum
{
  PLACE_START,
  PLACE_OBJECT, /* between the members of the root */
  PLACE_ARRAY,  /* between rows */
  PLACE_AFTER,
} Place;

struct _KeelRowSplitter
{
  GInputStream *stream;
  guint8 *data;
  gsize capacity;
  gsize keep; /* start of what must not be thrown away, or NOTHING_KEPT */
  gsize pos, end;
  guint64 read;
  gboolean at_end;
  gboolean invalid; /* what follows `end` is not UTF-8 */
  KeelUtf8Check utf8;

  Place place;
  gboolean in_object;
  char *array;
  GPtrArray *arrays;
  gboolean sound;
  guint values;
  gboolean trailing;

  /* Of the call that runs */
  GCancellable *cancellable;
  GError *error;
};

G_DEFINE_QUARK (keel-feed-error-quark, keel_feed_error)

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
  ['\t'] = PLAIN, ['\n'] = PLAIN, ['\r'] = PLAIN, [' '] = PLAIN,
  ['0' ... '9'] = PLAIN, ['a' ... 'z'] = PLAIN, ['A' ... 'Z'] = PLAIN,
  ['+'] = PLAIN, ['-'] = PLAIN, ['.'] = PLAIN,
  [','] = MARK, [':'] = MARK,
  ['"'] = QUOTE,
  ['['] = OPEN, ['{'] = OPEN,
  [']'] = CLOSE, ['}'] = CLOSE,
};

static gboolean
fail (KeelRowSplitter *self, KeelFeedError code, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (KEEL_FEED_ERROR, code, message);

  return FALSE;
}

static gboolean
fail_at_end (KeelRowSplitter *self)
{
  return fail (self, KEEL_FEED_ERROR_TRUNCATED, "The list stops in the middle");
}

/* Throws away what is behind us, or grows, so that there is room to read into. Each byte is moved a
 * bounded number of times: moving happens only when the buffer is full and growing doubles it. */
static void
make_room (KeelRowSplitter *self)
{
  gsize start = self->keep == NOTHING_KEPT ? self->pos : self->keep;

  if (self->end < self->capacity)
    return;

  if (start >= self->capacity / 2)
    {
      memmove (self->data, self->data + start, self->end - start);
      self->pos -= start;
      self->end -= start;
      if (self->keep != NOTHING_KEPT)
        self->keep = 0;
    }
  else
    {
      self->capacity *= 2;
      self->data = g_realloc (self->data, self->capacity);
    }
}

static gboolean
check_sizes (KeelRowSplitter *self)
{
  if (self->read > KEEL_MAX_FILE_SIZE)
    return fail (self, KEEL_FEED_ERROR_TOO_LARGE, "The file is larger than 256 MB");
  if (self->keep != NOTHING_KEPT && self->end - self->keep > KEEL_MAX_ROW_SIZE)
    return fail (self, KEEL_FEED_ERROR_TOO_LARGE, "One meeting of the list is larger than 16 MB");

  return TRUE;
}

/* Reads one block. FALSE at the end (no error set) and on failure. */
static gboolean
fill (KeelRowSplitter *self)
{
  gssize length;
  gsize valid;

  if (self->invalid)
    return fail (self, KEEL_FEED_ERROR_ENCODING, "The file is not UTF-8 text");
  if (self->at_end || self->error != NULL)
    return FALSE;

  make_room (self);
  length = g_input_stream_read (self->stream, self->data + self->end,
                                MIN (BLOCK_SIZE, self->capacity - self->end),
                                self->cancellable, &self->error);
  if (length <= 0)
    {
      self->at_end = length == 0;
      return FALSE;
    }

  valid = keel_utf8_check (&self->utf8, self->data + self->end, length);
  self->invalid = valid < (gsize) length;
  self->end += valid;
  self->read += length;

  return check_sizes (self) && (valid > 0 || fill (self));
}

static inline int
peek (KeelRowSplitter *self)
{
  if (self->pos < self->end || fill (self))
    return self->data[self->pos];

  return self->error != NULL ? AT_ERROR : AT_END;
}

static int
skip_space (KeelRowSplitter *self)
{
  int c = peek (self);

  while (c == ' ' || c == '\n' || c == '\r' || c == '\t')
    {
      self->pos++;
      c = peek (self);
    }

  return c;
}

/* Also skips commas, as many as there are: a trailing one is a common slip. */
static int
skip_separators (KeelRowSplitter *self)
{
  int c = skip_space (self);

  while (c == ',')
    {
      self->pos++;
      c = skip_space (self);
    }

  return c;
}

static gboolean
have_bytes (KeelRowSplitter *self, gsize count)
{
  while (self->end - self->pos < count)
    {
      if (!fill (self))
        return FALSE;
    }

  return TRUE;
}

/* The code unit of the `\uXXXX` at @offset, or -1. */
static int
get_code_unit (KeelRowSplitter *self, gsize offset)
{
  const guint8 *p;
  int unit = 0;
  guint i;

  if (!have_bytes (self, offset + 6))
    return -1;

  p = self->data + self->pos + offset;
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
skip_escape (KeelRowSplitter *self)
{
  int unit, second;

  if (!have_bytes (self, 2))
    return self->error != NULL ? FALSE : fail_at_end (self);

  if (self->data[self->pos + 1] != 'u')
    {
      if (strchr ("\"\\/bfnrt", self->data[self->pos + 1]) == NULL)
        self->sound = FALSE;
      self->pos += 2;
      return TRUE;
    }

  unit = get_code_unit (self, 0);
  second = unit >= 0xd800 && unit <= 0xdbff ? get_code_unit (self, 6) : 0;
  if (self->error != NULL)
    return FALSE;
  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff) || (second != 0 && (second < 0xdc00 || second > 0xdfff)))
    {
      self->sound = FALSE;
      self->pos += 2;
    }
  else
    {
      self->pos += second != 0 ? 12 : 6;
    }

  return TRUE;
}

static gboolean
skip_string (KeelRowSplitter *self)
{
  self->pos++;

  for (;;)
    {
      const guint8 *p = self->data + self->pos;
      const guint8 *end = self->data + self->end;

      while (p < end && *p != '"' && *p != '\\')
        p++;
      self->pos = p - self->data;

      if (p < end && *p == '"')
        {
          self->pos++;
          return TRUE;
        }
      if (p < end && !skip_escape (self))
        return FALSE;
      if (p == end && !fill (self))
        return self->error != NULL ? FALSE : fail_at_end (self);
    }
}

/* Closes the innermost bracket of @closer's kind, and with it those left open inside: one broken row
 * must not cost the rest. Returns the new depth. */
static guint
close_bracket (KeelRowSplitter *self, const char *open, guint depth, char closer)
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
skip_nested (KeelRowSplitter *self, guint outer)
{
  char open[KEEL_MAX_DEPTH];
  guint depth = 0;

  do
    {
      guint8 c;

      while (self->pos < self->end && outside[self->data[self->pos]] == PLAIN)
        self->pos++;
      if (self->pos == self->end)
        {
          if (!fill (self))
            return self->error != NULL ? FALSE : fail_at_end (self);
          continue;
        }

      c = self->data[self->pos];
      switch (outside[c])
        {
        case QUOTE:
          if (!skip_string (self))
            return FALSE;
          continue;
        case OPEN:
          if (outer + depth == KEEL_MAX_DEPTH)
            return fail (self, KEEL_FEED_ERROR_TOO_DEEP, "The list is nested too deeply");
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
      self->pos++;
    }
  while (depth > 0);

  return TRUE;
}

static gboolean
skip_scalar (KeelRowSplitter *self)
{
  gsize length = 0;
  int c = peek (self);

  while (c >= 0 && (outside[c] == PLAIN || outside[c] == ODD) && !g_ascii_isspace (c))
    {
      self->sound = self->sound && outside[c] == PLAIN;
      self->pos++;
      length++;
      c = peek (self);
    }

  if (c == AT_ERROR)
    return FALSE;
  if (c == AT_END)
    return fail_at_end (self);
  if (length == 0)
    return fail (self, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");

  return TRUE;
}

static gboolean
skip_value (KeelRowSplitter *self, guint outer)
{
  gboolean skipped;
  int c = peek (self);

  self->sound = TRUE;
  self->values = 0;

  if (c == '"')
    skipped = skip_string (self);
  else if (c == '{' || c == '[')
    skipped = skip_nested (self, outer);
  else
    skipped = skip_scalar (self);

  self->sound = self->sound && self->values <= KEEL_MAX_ROW_VALUES;

  return skipped;
}

/* Over the C comment that JSONP answers begin with. */
static gboolean
skip_comment (KeelRowSplitter *self)
{
  int before = 0;
  int c;

  for (self->pos += 2; (c = peek (self)) >= 0; self->pos++)
    {
      if (before == '*' && c == '/')
        {
          self->pos++;
          return TRUE;
        }
      before = c;
    }

  return c == AT_ERROR ? FALSE : fail_at_end (self);
}

/* `name(` of JSONP; what is no JSON at all ends here. */
static gboolean
skip_callback (KeelRowSplitter *self)
{
  GString *name = g_string_new (NULL);
  gboolean literal;
  int c;

  for (c = peek (self); c > 0 && c < 0x80 && (g_ascii_isalnum (c) || strchr ("_$.", c) != NULL) && name->len < MAX_NAME;
       c = peek (self))
    {
      g_string_append_c (name, c);
      self->pos++;
    }
  literal = g_str_equal (name->str, "null") || g_str_equal (name->str, "true") || g_str_equal (name->str, "false");
  if (name->len > 0)
    c = skip_space (self);
  g_string_free (name, TRUE);

  if (c == AT_ERROR)
    return FALSE;
  if (c == '"' || literal)
    return fail (self, KEEL_FEED_ERROR_FORMAT, "The file holds no list of meetings");
  if (c != '(')
    return fail (self, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");
  self->pos++;

  return TRUE;
}

static void
enter_array (KeelRowSplitter *self, char *name)
{
  g_free (self->array);
  self->array = name;
  if (self->arrays->len < MAX_ARRAYS)
    g_ptr_array_add (self->arrays, g_strdup (name));
  self->place = PLACE_ARRAY;
}

static gboolean
enter_root (KeelRowSplitter *self)
{
  int c = skip_space (self);

  if (c == '[')
    enter_array (self, g_strdup (""));
  else if (c == '{')
    self->place = PLACE_OBJECT;
  else if (c >= 0)
    return fail (self, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");
  else
    return c == AT_ERROR ? FALSE : fail_at_end (self);

  self->in_object = c == '{';
  self->pos++;

  return TRUE;
}

static gboolean
enter (KeelRowSplitter *self)
{
  int c;

  if (have_bytes (self, 3) && memcmp (self->data + self->pos, "\xef\xbb\xbf", 3) == 0)
    self->pos += 3;

  c = skip_space (self);
  if (c == AT_END)
    return fail (self, KEEL_FEED_ERROR_EMPTY_FILE, "The file is empty");
  if (c == '<')
    return fail (self, KEEL_FEED_ERROR_HTML, "This is a web page, not a list of meetings");
  if (c == '/' && have_bytes (self, 2) && self->data[self->pos + 1] == '*')
    {
      if (!skip_comment (self))
        return FALSE;
      c = skip_space (self);
    }
  if (c >= 0 && c != '[' && c != '{' && !skip_callback (self))
    return FALSE;

  return enter_root (self);
}

/* The name of a member of the root. NULL on failure. */
static char *
read_name (KeelRowSplitter *self)
{
  char *name;
  int c;

  self->keep = self->pos;
  if (!skip_string (self))
    return NULL;

  name = g_strndup ((const char *) self->data + self->keep + 1, MIN (self->pos - self->keep - 2, MAX_NAME));
  self->keep = NOTHING_KEPT;

  c = skip_space (self);
  if (c == ':')
    {
      self->pos++;
      return name;
    }
  if (c == AT_END)
    fail_at_end (self);
  fail (self, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");
  g_free (name);

  return NULL;
}

static gboolean
skip_member (KeelRowSplitter *self)
{
  g_autofree char *name = read_name (self);

  if (name == NULL)
    return FALSE;

  if (skip_space (self) != '[')
    return skip_value (self, 1);
  self->pos++;
  enter_array (self, g_steal_pointer (&name));

  return TRUE;
}

/* One step between the members of the root object. */
static gboolean
step_object (KeelRowSplitter *self)
{
  int c = skip_separators (self);

  if (c == '"')
    return skip_member (self);
  if (c == AT_ERROR)
    return FALSE;
  if (c == AT_END)
    return fail_at_end (self);
  if (c != '}')
    return fail (self, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");

  self->pos++;
  self->place = PLACE_AFTER;

  return TRUE;
}

/* One step between rows; *@found tells that a row was passed, from `keep` to `pos`. */
static gboolean
step_array (KeelRowSplitter *self, gboolean *found)
{
  int c = skip_separators (self);

  if (c == AT_ERROR)
    return FALSE;
  if (c == AT_END)
    return fail_at_end (self);
  if (c == ']')
    {
      self->pos++;
      self->place = self->in_object ? PLACE_OBJECT : PLACE_AFTER;
      return TRUE;
    }

  *found = TRUE;
  self->keep = self->pos;

  return skip_value (self, self->in_object ? 2 : 1);
}

/* Whether anything but the end of a JSONP call follows. What it is does not matter. */
static void
look_behind (KeelRowSplitter *self)
{
  int c = skip_space (self);

  while (c == ')' || c == ';')
    {
      self->pos++;
      c = skip_space (self);
    }

  if (g_error_matches (self->error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_ENCODING))
    {
      g_clear_error (&self->error);
      self->trailing = TRUE;
    }
  if (c >= 0)
    self->trailing = TRUE;
}

static gboolean
step (KeelRowSplitter *self, gboolean *found)
{
  switch (self->place)
    {
    case PLACE_START:
      return enter (self);
    case PLACE_OBJECT:
      return step_object (self);
    case PLACE_ARRAY:
      return step_array (self, found);
    case PLACE_AFTER:
    default:
      look_behind (self);
      return FALSE;
    }
}

KeelRowSplitter *
keel_row_splitter_new (GInputStream *stream)
{
  KeelRowSplitter *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (KeelRowSplitter, 1);
  self->stream = g_object_ref (stream);
  self->capacity = 2 * BLOCK_SIZE;
  self->data = g_malloc (self->capacity);
  self->keep = NOTHING_KEPT;
  self->arrays = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
keel_row_splitter_free (KeelRowSplitter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_free (self->data);
  g_free (self->array);
  g_ptr_array_unref (self->arrays);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
keel_row_splitter_next (KeelRowSplitter *self,
                        const char     **row,
                        gsize           *length,
                        const char     **array,
                        GCancellable    *cancellable,
                        GError         **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL && length != NULL && array != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->cancellable = cancellable;
  self->keep = NOTHING_KEPT;

  while (!found && step (self, &found))
    ;

  self->cancellable = NULL;
  if (self->error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->error);
      return FALSE;
    }
  if (!found)
    return FALSE;

  *row = (const char *) self->data + self->keep;
  *length = self->pos - self->keep;
  *array = self->array;

  return TRUE;
}

gboolean
keel_row_splitter_is_sound (KeelRowSplitter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sound;
}

gboolean
keel_row_splitter_saw_array (KeelRowSplitter *self, const char *array)
{
  g_return_val_if_fail (self != NULL && array != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (self->arrays, array, g_str_equal, NULL);
}

guint64
keel_row_splitter_get_position (KeelRowSplitter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->read - (self->end - self->pos);
}

gboolean
keel_row_splitter_has_trailing (KeelRowSplitter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->trailing;
}
