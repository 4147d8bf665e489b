#include "keel-csv-splitter.h"

#include <string.h>

#include "keel-byte-window.h"

/* A cell longer than this is one whose quote was never closed. */
#define MAX_QUOTED (4 * 1024 * 1024)
/* So many bytes are read twice for the sake of such cells; then quotes mean nothing any more. */
#define MAX_READ_AGAIN (64 * 1024 * 1024)

typedef enum
{
  CELL_DONE,
  CELL_OPEN, /* its quote was never closed */
  CELL_FAILED,
} CellEnd;

struct _KeelCsvSplitter
{
  KeelByteWindow window;
  char delimiter;

  GString *text; /* the cells of the row, each with a NUL behind it */
  GArray *cells; /* of gsize: where they begin in `text` */
  gboolean mended;

  guint plain_from; /* quotes mean nothing from this cell of the row on */
  gsize closer;     /* from the row's start: a quote up to which all others are text */
  gsize no_closer;  /* likewise: before this there is no quote that closes a cell */
  gsize read_again;
};

static gsize
get_offset (KeelCsvSplitter *self)
{
  return self->window.pos - self->window.keep;
}

static gboolean
is_line_end (int c)
{
  return c == '\r' || c == '\n';
}

static gboolean
is_blank (KeelCsvSplitter *self, int c)
{
  return (c == ' ' || c == '\t') && c != self->delimiter;
}

/* The byte that is @ahead of the position, KEEL_AT_END or KEEL_AT_ERROR. */
static int
look_ahead (KeelCsvSplitter *self, gsize ahead)
{
  if (keel_byte_window_have (&self->window, ahead + 1))
    return self->window.data[self->window.pos + ahead];

  return self->window.error != NULL ? KEEL_AT_ERROR : KEEL_AT_END;
}

/* Whether nothing but blanks is between what is @ahead and the end of the cell. */
static gboolean
is_cell_end (KeelCsvSplitter *self, gsize ahead)
{
  int c = look_ahead (self, ahead);

  while (is_blank (self, c))
    c = look_ahead (self, ++ahead);

  return c < 0 || c == self->delimiter || is_line_end (c);
}

/* Whether a quote that closes the cell follows on the same line. Remembers what it found, so that a line
 * full of quotes is not read once for each. */
static gboolean
has_closer (KeelCsvSplitter *self)
{
  gsize start = get_offset (self);
  gsize ahead = 1;
  int c;

  if (start < self->closer)
    return TRUE;
  if (start < self->no_closer)
    return FALSE;

  for (c = look_ahead (self, ahead); c >= 0 && !is_line_end (c); c = look_ahead (self, ++ahead))
    {
      if (c == '"' && is_cell_end (self, ahead + 1))
        {
          self->closer = start + ahead;
          return TRUE;
        }
    }
  self->no_closer = start + ahead;

  return FALSE;
}

static void
append (KeelCsvSplitter *self, const guint8 *from, const guint8 *to)
{
  gsize before = self->text->len;
  char *nul;

  if (self->cells->len > KEEL_MAX_CELLS)
    return;
  g_string_append_len (self->text, (const char *) from, to - from);
  while ((nul = memchr (self->text->str + before, '\0', self->text->len - before)) != NULL)
    *nul = ' ';
}

/* Up to the delimiter or the end of the line. */
static CellEnd
read_plain (KeelCsvSplitter *self)
{
  KeelByteWindow *window = &self->window;

  for (;;)
    {
      const guint8 *start = window->data + window->pos;
      const guint8 *end = window->data + window->end;
      const guint8 *p = start;

      while (p < end && *p != (guint8) self->delimiter && !is_line_end (*p))
        p++;
      append (self, start, p);
      window->pos = p - window->data;
      if (p < end)
        return CELL_DONE;
      if (!keel_byte_window_fill (window))
        return window->error != NULL ? CELL_FAILED : CELL_DONE;
    }
}

typedef enum
{
  QUOTE_TEXT,
  QUOTE_CLOSES,
  QUOTE_LOST, /* it does not belong here: what was opened is not closed */
} QuoteKind;

/* What the quote at the position means in a cell that began with one. */
static QuoteKind
judge_quote (KeelCsvSplitter *self, gboolean line_start)
{
  if (is_cell_end (self, 1))
    return QUOTE_CLOSES;
  if (line_start)
    return QUOTE_LOST;

  return has_closer (self) ? QUOTE_TEXT : QUOTE_CLOSES;
}

/* Appends up to the next quote. FALSE at the end of the stream. */
static gboolean
append_to_quote (KeelCsvSplitter *self)
{
  KeelByteWindow *window = &self->window;

  for (;;)
    {
      const guint8 *start = window->data + window->pos;
      const guint8 *quote = memchr (start, '"', window->end - window->pos);

      append (self, start, quote != NULL ? quote : window->data + window->end);
      window->pos = quote != NULL ? (gsize) (quote - window->data) : window->end;
      if (quote != NULL)
        return TRUE;
      if (get_offset (self) > MAX_QUOTED || !keel_byte_window_fill (window))
        return FALSE;
    }
}

/* From behind the quote that opens. What follows the quote that closes belongs to the cell, too. */
static CellEnd
read_quoted (KeelCsvSplitter *self)
{
  KeelByteWindow *window = &self->window;
  gsize start = get_offset (self);

  while (append_to_quote (self))
    {
      gboolean line_start = get_offset (self) > start && is_line_end (window->data[window->pos - 1]);
      QuoteKind kind = QUOTE_TEXT;

      if (look_ahead (self, 1) == '"')
        window->pos++;
      else
        kind = judge_quote (self, line_start);
      if (window->error != NULL)
        return CELL_FAILED;
      if (kind == QUOTE_LOST)
        return CELL_OPEN;

      window->pos++;
      if (kind == QUOTE_CLOSES)
        {
          self->mended |= !is_cell_end (self, 0);
          return read_plain (self);
        }
      append (self, (const guint8 *) "\"", (const guint8 *) "\"" + 1);
    }

  return window->error != NULL ? CELL_FAILED : CELL_OPEN;
}

/* A cell whose quotes mean nothing still loses those around it. */
static CellEnd
read_unquoted (KeelCsvSplitter *self)
{
  CellEnd end = read_plain (self);

  if (self->text->len > 0 && self->text->str[self->text->len - 1] == '"')
    g_string_truncate (self->text, self->text->len - 1);

  return end;
}

static CellEnd
read_cell (KeelCsvSplitter *self)
{
  KeelByteWindow *window = &self->window;
  gsize start = self->text->len;
  int c = keel_byte_window_peek (window);

  if (self->cells->len <= KEEL_MAX_CELLS)
    g_array_append_val (self->cells, start);
  while (is_blank (self, c))
    {
      window->pos++;
      c = keel_byte_window_peek (window);
    }
  if (c != '"')
    return read_plain (self);

  window->pos++;

  return self->cells->len <= self->plain_from ? read_quoted (self) : read_unquoted (self);
}

/* Over the end of the line. */
static void
end_row (KeelCsvSplitter *self)
{
  KeelByteWindow *window = &self->window;

  if (keel_byte_window_peek (window) == '\r')
    {
      window->pos++;
      if (keel_byte_window_peek (window) != '\n')
        return;
    }
  if (window->pos < window->end)
    window->pos++;
}

/* One row from `keep` on. */
static CellEnd
read_row (KeelCsvSplitter *self)
{
  CellEnd end;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->cells, 0);
  self->closer = self->no_closer = 0;
  for (;;)
    {
      end = read_cell (self);
      if (end != CELL_DONE)
        return end;
      if (self->cells->len <= KEEL_MAX_CELLS)
        g_string_append_c (self->text, '\0');
      if (keel_byte_window_peek (&self->window) != (guint8) self->delimiter)
        break;
      self->window.pos++;
    }
  end_row (self);

  return self->window.error != NULL ? CELL_FAILED : CELL_DONE;
}

/* Goes back to the row's start where a quote was never closed, and takes that quote for text. */
static gboolean
read_whole_row (KeelCsvSplitter *self)
{
  CellEnd end;

  self->mended = FALSE;
  self->plain_from = self->read_again > MAX_READ_AGAIN ? 0 : G_MAXUINT;
  while ((end = read_row (self)) == CELL_OPEN)
    {
      self->read_again += get_offset (self);
      self->window.pos = self->window.keep;
      self->plain_from = self->cells->len - 1;
      self->mended = TRUE;
    }

  return end == CELL_DONE;
}

static gboolean
is_empty (KeelCsvSplitter *self)
{
  gsize i;

  for (i = 0; i < self->text->len; i++)
    {
      if (self->text->str[i] != '\0' && self->text->str[i] != ' ')
        return FALSE;
    }

  return TRUE;
}

KeelCsvSplitter *
keel_csv_splitter_new (GInputStream *stream, char delimiter)
{
  KeelCsvSplitter *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (KeelCsvSplitter, 1);
  keel_byte_window_init (&self->window, stream);
  self->window.any_encoding = TRUE;
  self->delimiter = delimiter;
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
keel_csv_splitter_free (KeelCsvSplitter *self)
{
  if (self == NULL)
    return;

  keel_byte_window_clear (&self->window);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_free (self);
}

gboolean
keel_csv_splitter_next (KeelCsvSplitter *self, GCancellable *cancellable, GError **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->window.cancellable = cancellable;
  if (self->window.read == 0 && keel_byte_window_have (&self->window, 3) &&
      memcmp (self->window.data, "\xef\xbb\xbf", 3) == 0)
    self->window.pos += 3;
  while (!found && keel_byte_window_peek (&self->window) >= 0)
    {
      self->window.keep = self->window.pos;
      if (!read_whole_row (self))
        break;
      self->window.keep = KEEL_NOTHING_KEPT;
      found = !is_empty (self);
    }
  self->window.cancellable = NULL;

  if (self->window.error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->window.error);
      return FALSE;
    }

  return found;
}

guint
keel_csv_splitter_get_length (KeelCsvSplitter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (self->cells->len, KEEL_MAX_CELLS);
}

const char *
keel_csv_splitter_get_cell (KeelCsvSplitter *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (position >= keel_csv_splitter_get_length (self))
    return "";

  return self->text->str + g_array_index (self->cells, gsize, position);
}

gboolean
keel_csv_splitter_is_mended (KeelCsvSplitter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mended;
}

guint64
keel_csv_splitter_get_position (KeelCsvSplitter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->window.read - (self->window.end - self->window.pos);
}
