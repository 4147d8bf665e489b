#include "keel-row-splitter.h"

#include <string.h>

#include "keel-byte-window.h"
#include "keel-json-skip.h"

#define MAX_NAME 64
#define MAX_ARRAYS 32

typedef enum
{
  PLACE_START,
  PLACE_OBJECT, /* between the members of the root */
  PLACE_ARRAY,  /* between rows */
  PLACE_AFTER,
} Place;

struct _KeelRowSplitter
{
  KeelByteWindow window;
  Place place;
  gboolean in_object;
  char *array;
  GPtrArray *arrays;
  gboolean sound;
  gboolean trailing;
};

/* The name is no subtraction. */
/* clang-format off */
G_DEFINE_QUARK (keel-feed-error-quark, keel_feed_error)
/* clang-format on */

/* Also skips commas, as many as there are: a trailing one is a common slip. */
static int
skip_separators (KeelRowSplitter *self)
{
  int c = keel_byte_window_skip_space (&self->window);

  while (c == ',')
    {
      self->window.pos++;
      c = keel_byte_window_skip_space (&self->window);
    }

  return c;
}

/* Over the C comment that JSONP answers begin with. */
static gboolean
skip_comment (KeelRowSplitter *self)
{
  int before = 0;
  int c;

  for (self->window.pos += 2; (c = keel_byte_window_peek (&self->window)) >= 0; self->window.pos++)
    {
      if (before == '*' && c == '/')
        {
          self->window.pos++;
          return TRUE;
        }
      before = c;
    }

  return c == KEEL_AT_ERROR ? FALSE : keel_byte_window_fail_at_end (&self->window);
}

static gboolean
is_name (int c)
{
  return c > 0 && c < 0x80 && (g_ascii_isalnum (c) || strchr ("_$.", c) != NULL);
}

/* `name(` of JSONP; what is no JSON at all ends here. */
static gboolean
skip_callback (KeelRowSplitter *self)
{
  GString *name = g_string_new (NULL);
  gboolean literal;
  int c = keel_byte_window_peek (&self->window);

  while (is_name (c) && name->len < MAX_NAME)
    {
      g_string_append_c (name, c);
      self->window.pos++;
      c = keel_byte_window_peek (&self->window);
    }
  literal = g_str_equal (name->str, "null") || g_str_equal (name->str, "true") ||
            g_str_equal (name->str, "false");
  if (name->len > 0)
    c = keel_byte_window_skip_space (&self->window);
  g_string_free (name, TRUE);

  if (c == KEEL_AT_ERROR)
    return FALSE;
  if (c == '"' || literal)
    return keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_FORMAT,
                                  "The file holds no list of meetings");
  if (c != '(')
    return keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");
  self->window.pos++;

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
  int c = keel_byte_window_skip_space (&self->window);

  if (c == '[')
    enter_array (self, g_strdup (""));
  else if (c == '{')
    self->place = PLACE_OBJECT;
  else if (c >= 0)
    return keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");
  else
    return c == KEEL_AT_ERROR ? FALSE : keel_byte_window_fail_at_end (&self->window);

  self->in_object = c == '{';
  self->window.pos++;

  return TRUE;
}

static gboolean
enter (KeelRowSplitter *self)
{
  int c;

  if (keel_byte_window_have (&self->window, 3) &&
      memcmp (self->window.data + self->window.pos, "\xef\xbb\xbf", 3) == 0)
    self->window.pos += 3;

  c = keel_byte_window_skip_space (&self->window);
  if (c == KEEL_AT_END)
    return keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_EMPTY_FILE, "The file is empty");
  if (c == '<')
    return keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_HTML,
                                  "This is a web page, not a list of meetings");
  if (c == '/' && keel_byte_window_have (&self->window, 2) && self->window.data[self->window.pos + 1] == '*')
    {
      if (!skip_comment (self))
        return FALSE;
      c = keel_byte_window_skip_space (&self->window);
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

  self->window.keep = self->window.pos;
  if (!keel_json_skip_string (&self->window))
    return NULL;

  name = g_strndup ((const char *) self->window.data + self->window.keep + 1,
                    MIN (self->window.pos - self->window.keep - 2, MAX_NAME));
  self->window.keep = KEEL_NOTHING_KEPT;

  c = keel_byte_window_skip_space (&self->window);
  if (c == ':')
    {
      self->window.pos++;
      return name;
    }
  if (c == KEEL_AT_END)
    keel_byte_window_fail_at_end (&self->window);
  keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");
  g_free (name);

  return NULL;
}

static gboolean
skip_member (KeelRowSplitter *self)
{
  g_autofree char *name = read_name (self);

  if (name == NULL)
    return FALSE;

  if (keel_byte_window_skip_space (&self->window) != '[')
    return keel_json_skip_value (&self->window, 1, &self->sound);
  self->window.pos++;
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
  if (c == KEEL_AT_ERROR)
    return FALSE;
  if (c == KEEL_AT_END)
    return keel_byte_window_fail_at_end (&self->window);
  if (c != '}')
    return keel_byte_window_fail (&self->window, KEEL_FEED_ERROR_SYNTAX, "The file is not a list in JSON");

  self->window.pos++;
  self->place = PLACE_AFTER;

  return TRUE;
}

/* One step between rows; *@found tells that a row was passed, from `keep` to `pos`. */
static gboolean
step_array (KeelRowSplitter *self, gboolean *found)
{
  int c = skip_separators (self);

  if (c == KEEL_AT_ERROR)
    return FALSE;
  if (c == KEEL_AT_END)
    return keel_byte_window_fail_at_end (&self->window);
  if (c == ']')
    {
      self->window.pos++;
      self->place = self->in_object ? PLACE_OBJECT : PLACE_AFTER;
      return TRUE;
    }

  *found = TRUE;
  self->window.keep = self->window.pos;

  return keel_json_skip_value (&self->window, self->in_object ? 2 : 1, &self->sound);
}

/* Whether anything but the end of a JSONP call follows. What it is does not matter. */
static void
look_behind (KeelRowSplitter *self)
{
  int c = keel_byte_window_skip_space (&self->window);

  while (c == ')' || c == ';')
    {
      self->window.pos++;
      c = keel_byte_window_skip_space (&self->window);
    }

  if (g_error_matches (self->window.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_ENCODING))
    {
      g_clear_error (&self->window.error);
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
  keel_byte_window_init (&self->window, stream);
  self->arrays = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
keel_row_splitter_free (KeelRowSplitter *self)
{
  if (self == NULL)
    return;

  keel_byte_window_clear (&self->window);
  g_free (self->array);
  g_ptr_array_unref (self->arrays);
  g_free (self);
}

gboolean
keel_row_splitter_next (KeelRowSplitter *self, const char **row, gsize *length, const char **array,
                        GCancellable *cancellable, GError **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL && length != NULL && array != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->window.cancellable = cancellable;
  self->window.keep = KEEL_NOTHING_KEPT;

  while (!found && step (self, &found))
    ;

  self->window.cancellable = NULL;
  if (self->window.error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->window.error);
      return FALSE;
    }
  if (!found)
    return FALSE;

  *row = (const char *) self->window.data + self->window.keep;
  *length = self->window.pos - self->window.keep;
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

  return self->window.read - (self->window.end - self->window.pos);
}

gboolean
keel_row_splitter_has_trailing (KeelRowSplitter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->trailing;
}
