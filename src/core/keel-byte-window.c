#include "keel-byte-window.h"

#include <string.h>

#define BLOCK_SIZE (64 * 1024)

/* Throws away what is behind us, or grows, so that there is room to read into. Each byte is moved a
 * bounded number of times: moving happens only when the buffer is full and growing doubles it. */
static void
make_room (KeelByteWindow *self)
{
  gsize start = self->keep == KEEL_NOTHING_KEPT ? self->pos : self->keep;

  if (self->end < self->capacity)
    return;

  if (start >= self->capacity / 2)
    {
      memmove (self->data, self->data + start, self->end - start);
      self->pos -= start;
      self->end -= start;
      if (self->keep != KEEL_NOTHING_KEPT)
        self->keep = 0;
    }
  else
    {
      self->capacity *= 2;
      self->data = g_realloc (self->data, self->capacity);
    }
}

static gboolean
check_sizes (KeelByteWindow *self)
{
  if (self->read > KEEL_MAX_FILE_SIZE)
    return keel_byte_window_fail (self, KEEL_FEED_ERROR_TOO_LARGE, "The file is larger than 256 MB");
  if (self->keep != KEEL_NOTHING_KEPT && self->end - self->keep > KEEL_MAX_ROW_SIZE)
    return keel_byte_window_fail (self, KEEL_FEED_ERROR_TOO_LARGE,
                                  "One meeting of the list is larger than 16 MB");

  return TRUE;
}

void
keel_byte_window_init (KeelByteWindow *self, GInputStream *stream)
{
  memset (self, 0, sizeof *self);
  self->stream = g_object_ref (stream);
  self->capacity = 2 * BLOCK_SIZE;
  self->data = g_malloc (self->capacity);
  self->keep = KEEL_NOTHING_KEPT;
}

void
keel_byte_window_clear (KeelByteWindow *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->data, g_free);
  g_clear_error (&self->error);
}

GError *
keel_byte_window_translate (GError *error)
{
  GError *translated = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    translated = g_error_new_literal (KEEL_FEED_ERROR, KEEL_FEED_ERROR_TRUNCATED,
                                      "The list stops in the middle");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    translated = g_error_new_literal (KEEL_FEED_ERROR, KEEL_FEED_ERROR_ENCODING,
                                      "The file is not the text that it says it is");
  if (translated == NULL)
    return error;
  g_error_free (error);

  return translated;
}

gboolean
keel_byte_window_fill (KeelByteWindow *self)
{
  gssize length;
  gsize valid;

  if (self->invalid)
    return keel_byte_window_fail (self, KEEL_FEED_ERROR_ENCODING, "The file is not UTF-8 text");
  if (self->at_end || self->error != NULL)
    return FALSE;

  make_room (self);
  length = g_input_stream_read (self->stream, self->data + self->end,
                                MIN (BLOCK_SIZE, self->capacity - self->end), self->cancellable,
                                &self->error);
  if (length <= 0)
    {
      self->at_end = length == 0;
      if (self->error != NULL)
        self->error = keel_byte_window_translate (self->error);
      return FALSE;
    }

  valid = self->any_encoding ? (gsize) length : keel_utf8_check (&self->utf8, self->data + self->end, length);
  self->invalid = valid < (gsize) length;
  self->end += valid;
  self->read += length;

  return check_sizes (self) && (valid > 0 || keel_byte_window_fill (self));
}

gboolean
keel_byte_window_have (KeelByteWindow *self, gsize count)
{
  while (self->end - self->pos < count)
    {
      if (!keel_byte_window_fill (self))
        return FALSE;
    }

  return TRUE;
}

int
keel_byte_window_skip_space (KeelByteWindow *self)
{
  int c = keel_byte_window_peek (self);

  while (c == ' ' || c == '\n' || c == '\r' || c == '\t')
    {
      self->pos++;
      c = keel_byte_window_peek (self);
    }

  return c;
}

gboolean
keel_byte_window_fail (KeelByteWindow *self, KeelFeedError code, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (KEEL_FEED_ERROR, code, message);

  return FALSE;
}

gboolean
keel_byte_window_fail_at_end (KeelByteWindow *self)
{
  return keel_byte_window_fail (self, KEEL_FEED_ERROR_TRUNCATED, "The list stops in the middle");
}
