#include "keel-csv-table.h"

#include <string.h>

#include "keel-csv-splitter.h"
#include "keel-csv-text.h"
#include "keel-tsml-columns.h"

/* Rows above the one that names the columns. */
#define MAX_BANNER_ROWS 20

static const char delimiters[] = { ',', ';', '\t', '|' };

struct _KeelCsvTable
{
  KeelCsvSplitter *splitter;
  KeelTsmlColumns *columns;
  KeelFeedFormat format;
  KeelCsvText text;
  guint above; /* rows up to and with the one that names the columns, still to be passed */
};

/* A row as the names of columns. */
static KeelTsmlColumns *
read_columns (KeelCsvTable *self, KeelCsvSplitter *splitter)
{
  KeelTsmlColumns *columns = keel_tsml_columns_new ();
  gboolean converted = FALSE;
  guint i;

  for (i = 0; i < keel_csv_splitter_get_length (splitter); i++)
    {
      g_autofree char *header = NULL;

      header = keel_csv_text_decode (&self->text, keel_csv_splitter_get_cell (splitter, i), &converted);
      keel_tsml_columns_add (columns, header);
    }

  return columns;
}

/* Keeps the names of columns where there are more than were found with another delimiter. */
static void
try_delimiter (KeelCsvTable *self, const char *head, gsize length, char delimiter, char *best)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (head, length, NULL);
  g_autoptr (KeelCsvSplitter) splitter = keel_csv_splitter_new (stream, delimiter);
  guint row;

  for (row = 1; row <= MAX_BANNER_ROWS && keel_csv_splitter_next (splitter, NULL, NULL); row++)
    {
      KeelTsmlColumns *columns = read_columns (self, splitter);
      KeelFeedFormat format;

      if (!keel_tsml_columns_settle (columns, &format) ||
          (self->columns != NULL &&
           keel_tsml_columns_count_known (columns) <= keel_tsml_columns_count_known (self->columns)))
        {
          keel_tsml_columns_free (columns);
          continue;
        }
      g_clear_pointer (&self->columns, keel_tsml_columns_free);
      self->columns = columns;
      self->format = format;
      self->above = row;
      *best = delimiter;
      return;
    }
}

/* Without the last line: it may be cut in the middle of a letter. */
static gsize
measure_lines (const char *head, gsize length)
{
  gsize end = length;

  while (end > 0 && head[end - 1] != '\n' && head[end - 1] != '\r')
    end--;

  return end > 0 ? end : length;
}

KeelCsvTable *
keel_csv_table_new (GInputStream *stream, const char *head, gsize length)
{
  g_autoptr (KeelCsvTable) self = NULL;
  char delimiter = ',';
  gsize i;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (head != NULL || length == 0, NULL);

  self = g_new0 (KeelCsvTable, 1);
  keel_csv_text_learn (&self->text, head, measure_lines (head, length));
  for (i = 0; i < G_N_ELEMENTS (delimiters); i++)
    try_delimiter (self, head, length, delimiters[i], &delimiter);
  if (self->columns == NULL)
    return NULL;
  self->splitter = keel_csv_splitter_new (stream, delimiter);

  return g_steal_pointer (&self);
}

void
keel_csv_table_free (KeelCsvTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->splitter, keel_csv_splitter_free);
  g_clear_pointer (&self->columns, keel_tsml_columns_free);
  g_free (self);
}

KeelFeedFormat
keel_csv_table_get_format (KeelCsvTable *self)
{
  g_return_val_if_fail (self != NULL, KEEL_FEED_TSML_CSV);

  return self->format;
}

static gboolean
is_blank (const char *cell)
{
  return cell[strspn (cell, " \t\r\n")] == '\0';
}

/* Of two columns with one name the first that is filled. */
static void
read_cells (KeelCsvTable *self, KeelCsvRow *row)
{
  gboolean converted = FALSE;
  guint i;

  for (i = 0; i < keel_csv_splitter_get_length (self->splitter); i++)
    {
      const char *cell = keel_csv_splitter_get_cell (self->splitter, i);
      const char *name = keel_tsml_columns_get_name (self->columns, i);
      g_autofree char *text = NULL;

      if (is_blank (cell))
        continue;
      if (i >= keel_tsml_columns_get_length (self->columns))
        row->odd = TRUE;
      if (name == NULL || json_object_has_member (row->cells, name))
        continue;
      text = keel_csv_text_decode (&self->text, cell, &converted);
      json_object_set_string_member (row->cells, name, text);
    }
  row->charset = converted ? self->text.charset : NULL;
}

gboolean
keel_csv_table_next (KeelCsvTable *self, KeelCsvRow *row, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  for (; self->above > 0; self->above--)
    {
      if (!keel_csv_splitter_next (self->splitter, cancellable, error))
        return FALSE;
    }
  if (!keel_csv_splitter_next (self->splitter, cancellable, error))
    return FALSE;

  row->cells = json_object_new ();
  row->odd = keel_csv_splitter_is_mended (self->splitter);
  read_cells (self, row);

  return TRUE;
}

guint64
keel_csv_table_get_position (KeelCsvTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return keel_csv_splitter_get_position (self->splitter);
}
