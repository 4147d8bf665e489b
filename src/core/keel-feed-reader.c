#include "keel-feed-context.h"

#include "keel-csv-table.h"
#include "keel-feed-sniff.h"
#include "keel-json-rows.h"

/* Rows that are no meetings before the whole is taken for something else. */
#define MAX_STRANGE_ROWS 10

typedef enum
{
  ROW_STRANGE,
  ROW_MEETING_GUIDE,
  ROW_BMLT,
  ROW_BMLT_FORMAT,
} RowKind;

struct _KeelFeedReader
{
  GObject parent_instance;

  KeelJsonRows *json; /* or NULL, where it is a spreadsheet */
  KeelCsvTable *table;
  KeelFeedContext context;
  KeelBmltFormats *formats;

  gboolean known; /* the format is */
  KeelFeedFormat format;
  guint rows;
  guint meetings;
  guint strange;
  guint format_rows;
  GArray *notices;
};

G_DEFINE_FINAL_TYPE (KeelFeedReader, keel_feed_reader, G_TYPE_OBJECT)

static gboolean
has_any (JsonObject *row, const char *const *members)
{
  for (; *members != NULL; members++)
    {
      if (json_object_has_member (row, *members))
        return TRUE;
    }

  return FALSE;
}

static RowKind
sniff (JsonObject *row)
{
  static const char *const bmlt[] = { "id_bigint", "weekday_tinyint", "meeting_name", "service_body_bigint",
                                      NULL };
  static const char *const guide[] = { "name", "slug", "day", "time", "meeting", "start_time", NULL };

  if (has_any (row, bmlt))
    return ROW_BMLT;
  if (json_object_has_member (row, "key_string"))
    return ROW_BMLT_FORMAT;

  return has_any (row, guide) ? ROW_MEETING_GUIDE : ROW_STRANGE;
}

/* The program is known where all feeds of the format belong to one. */
static void
set_format (KeelFeedReader *self, KeelFeedFormat format)
{
  self->known = TRUE;
  self->format = format;
  if ((format == KEEL_FEED_BMLT || format == KEEL_FEED_NAWS_CSV) && self->context.program == NULL)
    self->context.program = g_strdup ("na");
}

/* Decides what the feed is by its first row that looks like anything. */
static void
settle_format (KeelFeedReader *self, RowKind kind)
{
  if (self->known || (kind != ROW_MEETING_GUIDE && kind != ROW_BMLT))
    return;

  set_format (self, kind == ROW_BMLT ? KEEL_FEED_BMLT : KEEL_FEED_MEETING_GUIDE);
}

static KeelSkippedRow *
read_object (KeelFeedReader *self, JsonObject *row, GPtrArray *meetings)
{
  RowKind kind;

  kind = sniff (row);
  if (kind == ROW_BMLT_FORMAT && !self->known)
    {
      self->format_rows++;
      return NULL;
    }

  settle_format (self, kind);
  if (!self->known)
    {
      self->strange++;
      return keel_feed_skip (KEEL_SKIP_NO_NAME, NULL, NULL);
    }
  if (self->format == KEEL_FEED_BMLT)
    return keel_bmlt_read (&self->context, self->formats, row, meetings);

  return keel_meeting_guide_read (&self->context, row, meetings);
}

static KeelSkippedRow *
read_node (KeelFeedReader *self, JsonNode *node, GPtrArray *meetings)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return read_object (self, json_node_get_object (node), meetings);

  self->strange += !self->known;

  return keel_feed_skip (node != NULL ? KEEL_SKIP_NOT_OBJECT : KEEL_SKIP_SYNTAX, NULL, NULL);
}

static KeelSkippedRow *
read_table_row (KeelFeedReader *self, KeelCsvRow *row, GPtrArray *meetings)
{
  KeelSkippedRow *skipped;

  if (row->charset != NULL)
    keel_feed_context_note (&self->context, KEEL_NOTICE_LETTERS_GUESSED, row->charset);
  if (row->odd)
    keel_feed_context_note (&self->context, KEEL_NOTICE_CELLS_ODD, NULL);
  if (self->format == KEEL_FEED_NAWS_CSV)
    skipped = keel_naws_read (&self->context, self->formats, row->cells, meetings);
  else
    skipped = keel_meeting_guide_read (&self->context, row->cells, meetings);
  json_object_unref (row->cells);

  return skipped;
}

/* FALSE with an error where this was no list of meetings, or one without any. */
static gboolean
judge_end (KeelFeedReader *self, GError **error)
{
  gboolean list = self->table != NULL || keel_json_rows_saw_list (self->json);
  gboolean formats = self->table == NULL && keel_json_rows_saw_formats (self->json);

  if (self->known && (self->rows > 0 || self->table == NULL))
    return TRUE;

  if (self->format_rows > 0 || (formats && !list))
    g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMATS_ONLY,
                         "The file lists kinds of meetings, not meetings");
  else if (self->rows > 0 || !list)
    g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMAT,
                         "The file holds no list of meetings");
  else
    g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST,
                         "The list has no meetings in it");

  return FALSE;
}

static void
fill_notices (KeelFeedReader *self)
{
  guint i;

  if (self->context.unknown->len > 0 && self->context.notices[KEEL_NOTICE_FORMATS_UNKNOWN].detail == NULL)
    {
      g_ptr_array_add (self->context.unknown, NULL);
      self->context.notices[KEEL_NOTICE_FORMATS_UNKNOWN].detail =
          g_strjoinv (", ", (char **) self->context.unknown->pdata);
    }
  if (self->json != NULL && keel_json_rows_has_trailing (self->json))
    keel_feed_context_note (&self->context, KEEL_NOTICE_TRAILING, NULL);

  g_array_set_size (self->notices, 0);
  for (i = 0; i < KEEL_NOTICE_LAST; i++)
    {
      if (self->context.notices[i].count > 0)
        g_array_append_val (self->notices, self->context.notices[i]);
    }
}

static void
keel_feed_reader_finalize (GObject *object)
{
  KeelFeedReader *self = KEEL_FEED_READER (object);

  g_clear_pointer (&self->json, keel_json_rows_free);
  g_clear_pointer (&self->table, keel_csv_table_free);
  keel_feed_context_clear (&self->context);
  g_clear_pointer (&self->formats, keel_bmlt_formats_free);
  g_clear_pointer (&self->notices, g_array_unref);

  G_OBJECT_CLASS (keel_feed_reader_parent_class)->finalize (object);
}

static void
keel_feed_reader_class_init (KeelFeedReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_feed_reader_finalize;
}

static void
keel_feed_reader_init (KeelFeedReader *self)
{
  self->notices = g_array_new (FALSE, FALSE, sizeof (KeelNotice));
}

/* FALSE with an error where it is neither JSON nor a spreadsheet. */
static gboolean
open_rows (KeelFeedReader *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) opened = keel_feed_open (stream, cancellable, error);
  const char *head;
  gsize length;

  if (opened == NULL)
    return FALSE;

  head = keel_feed_peek (opened, &length);
  if (keel_feed_is_json (head, length))
    {
      if (!keel_json_rows_scan_for_formats (self->formats, opened, cancellable, error))
        return FALSE;
      self->json = keel_json_rows_new (opened, self->formats);
      return TRUE;
    }

  self->table = keel_csv_table_new (opened, head, length);
  if (self->table == NULL)
    {
      g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMAT,
                           "The file holds no list of meetings");
      return FALSE;
    }
  set_format (self, keel_csv_table_get_format (self->table));

  return TRUE;
}

KeelFeedReader *
keel_feed_reader_new (GInputStream *stream, const KeelFeedOptions *options, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (KeelFeedReader) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (KEEL_TYPE_FEED_READER, NULL);
  self->formats = keel_bmlt_formats_new ();
  if (!keel_feed_context_init (&self->context, options, error))
    return NULL;

  if (options != NULL && options->formats != NULL)
    {
      if (!keel_json_rows_read_formats (self->formats, options->formats, cancellable, error))
        return NULL;
    }
  if (!open_rows (self, stream, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Takes the next row and reads it. FALSE at the end and on failure. */
static gboolean
read_row (KeelFeedReader *self, GPtrArray *meetings, KeelSkippedRow **skipped, GCancellable *cancellable,
          GError **error)
{
  KeelCsvRow row = { NULL };
  JsonNode *node = NULL;
  guint before = meetings->len;

  if (self->table != NULL ? !keel_csv_table_next (self->table, &row, cancellable, error)
                          : !keel_json_rows_next (self->json, &node, cancellable, error))
    return FALSE;

  if (self->rows == KEEL_MAX_ROWS || self->meetings >= KEEL_MAX_ROWS)
    {
      g_clear_pointer (&row.cells, json_object_unref);
      g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE, "The list has more than %d rows",
                   KEEL_MAX_ROWS);
      return FALSE;
    }
  self->rows++;
  *skipped = self->table != NULL ? read_table_row (self, &row, meetings) : read_node (self, node, meetings);
  self->meetings += meetings->len - before;
  if (*skipped != NULL)
    (*skipped)->row = self->rows;

  return TRUE;
}

gboolean
keel_feed_reader_next (KeelFeedReader *self, GPtrArray *meetings, KeelSkippedRow **skipped,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (KEEL_IS_FEED_READER (self), FALSE);
  g_return_val_if_fail (meetings != NULL && skipped != NULL, FALSE);

  *skipped = NULL;
  if (!read_row (self, meetings, skipped, cancellable, &local_error))
    {
      if (local_error == NULL && judge_end (self, &local_error))
        fill_notices (self);
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (self->strange > MAX_STRANGE_ROWS)
    {
      g_clear_pointer (skipped, keel_skipped_row_free);
      g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMAT,
                           "The file holds no list of meetings");
      return FALSE;
    }

  return TRUE;
}

KeelFeedFormat
keel_feed_reader_get_format (KeelFeedReader *self)
{
  g_return_val_if_fail (KEEL_IS_FEED_READER (self), KEEL_FEED_MEETING_GUIDE);

  return self->format;
}

const char *
keel_feed_reader_get_program (KeelFeedReader *self)
{
  g_return_val_if_fail (KEEL_IS_FEED_READER (self), NULL);

  return self->context.program;
}

guint
keel_feed_reader_get_rows (KeelFeedReader *self)
{
  g_return_val_if_fail (KEEL_IS_FEED_READER (self), 0);

  return self->rows;
}

guint64
keel_feed_reader_get_position (KeelFeedReader *self)
{
  g_return_val_if_fail (KEEL_IS_FEED_READER (self), 0);

  return self->table != NULL ? keel_csv_table_get_position (self->table)
                             : keel_json_rows_get_position (self->json);
}

const GArray *
keel_feed_reader_get_notices (KeelFeedReader *self)
{
  g_return_val_if_fail (KEEL_IS_FEED_READER (self), NULL);

  return self->notices;
}

const char *
keel_feed_format_get_code (KeelFeedFormat format)
{
  static const char *const codes[] = { "meeting-guide", "bmlt", "tsml", "naws", "ical" };

  g_return_val_if_fail (format < G_N_ELEMENTS (codes), NULL);

  return codes[format];
}

void
keel_skipped_row_free (KeelSkippedRow *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->detail);
  g_strfreev (self->slugs);
  g_free (self);
}
