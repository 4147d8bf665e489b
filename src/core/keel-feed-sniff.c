#include "keel-feed-sniff.h"

#include <string.h>

#include "keel-byte-window.h"

#define MAX_CALLBACK 64

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;

  return p;
}

static const char *
skip_mark (const char *head, gsize length)
{
  return length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0 ? head + 3 : head;
}

/* `name([` and the like; a banner such as “Meetings (all)” is none. */
static gboolean
is_callback (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && p - start < MAX_CALLBACK && (g_ascii_isalnum (*p) || strchr ("_$.", *p) != NULL))
    p++;
  p = skip_space (p, end);
  if (p == end || *p != '(')
    return FALSE;
  p = skip_space (p + 1, end);

  return p < end && strchr ("[{)\"", *p) != NULL;
}

gboolean
keel_feed_is_json (const char *head, gsize length)
{
  const char *end = head + length;
  const char *p = skip_space (skip_mark (head, length), end);

  if (p == end || memchr (head, '\0', length) != NULL)
    return TRUE;
  if (*p == '[' || *p == '{' || *p == '<' || (*p == '/' && end - p > 1 && p[1] == '*'))
    return TRUE;

  return is_callback (p, end);
}

/* The encoding that the file says it is in, where it is not UTF-8. */
static const char *
find_charset (const char *head, gsize length)
{
  if (length >= 2 && memcmp (head, "\xff\xfe", 2) == 0)
    return "UTF-16LE";

  return length >= 2 && memcmp (head, "\xfe\xff", 2) == 0 ? "UTF-16BE" : NULL;
}

static GInputStream *
buffer (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, KEEL_FEED_HEAD_SIZE);
  GError *local_error = NULL;
  gssize more;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  do
    more = g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, &local_error);
  while (more > 0 &&
         g_buffered_input_stream_get_available (G_BUFFERED_INPUT_STREAM (buffered)) < KEEL_FEED_HEAD_SIZE);

  if (more >= 0)
    return g_steal_pointer (&buffered);

  g_propagate_error (error, keel_byte_window_translate (local_error));

  return NULL;
}

GInputStream *
keel_feed_open (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = NULL;
  g_autoptr (GInputStream) decoded = NULL;
  g_autoptr (GCharsetConverter) converter = NULL;
  const char *head, *charset;
  gsize length;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  buffered = buffer (stream, cancellable, error);
  if (buffered == NULL)
    return NULL;
  head = keel_feed_peek (buffered, &length);
  charset = find_charset (head, length);
  if (charset == NULL)
    return g_steal_pointer (&buffered);

  converter = g_charset_converter_new ("UTF-8", charset, error);
  if (converter == NULL)
    return NULL;
  g_charset_converter_set_use_fallback (converter, TRUE);
  decoded = g_converter_input_stream_new (buffered, G_CONVERTER (converter));

  return buffer (decoded, cancellable, error);
}

const char *
keel_feed_peek (GInputStream *opened, gsize *length)
{
  g_return_val_if_fail (G_IS_BUFFERED_INPUT_STREAM (opened), NULL);

  return g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (opened), length);
}
