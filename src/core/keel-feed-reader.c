#include "keel-feed-context.h"

#include "keel-json-tidy.h"

/* Rows that are no meetings before the whole is taken for something else. */
#define MAX_STRANGE_ROWS 10
#define MAX_COLUMNS 200

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

  KeelRowSplitter *splitter;
  JsonParser *parser;
  KeelFeedContext context;
  KeelBmltFormats *formats;
  GPtrArray *columns; /* of a spreadsheet's first row */

  gboolean known; /* the format is */
  KeelFeedFormat format;
  guint rows;
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

/* The arrays that hold meetings, by the names that publishers and spreadsheet services give them. */
static const char *const meeting_arrays[] = { "",     "meetings", "records", "values",
                                              "data", "results",  "items",   NULL };

/* Airtable wraps each row once more. */
static JsonObject *
unwrap (JsonObject *row)
{
  JsonNode *fields = json_object_get_member (row, "fields");

  return fields != NULL && JSON_NODE_HOLDS_OBJECT (fields) ? json_node_get_object (fields) : row;
}

/* The parsed row, owned by the parser. NULL where it is not JSON, or not surely so: the parser recurses,
 * and whatever the splitter did not understand could be nested in ways that it did not count. */
static JsonNode *
parse_row (KeelFeedReader *self, KeelRowSplitter *splitter, const char *row, gsize length)
{
  g_autofree char *tidy = NULL;

  if (keel_row_splitter_is_sound (splitter) && json_parser_load_from_data (self->parser, row, length, NULL))
    return json_parser_get_root (self->parser);

  tidy = keel_json_tidy (row, length);
  if (tidy != NULL && json_parser_load_from_data (self->parser, tidy, -1, NULL))
    return json_parser_get_root (self->parser);

  return NULL;
}

/* The first row of a spreadsheet names the columns. */
static void
read_columns (KeelFeedReader *self, JsonArray *row)
{
  guint length = MIN (json_array_get_length (row), MAX_COLUMNS);
  guint i;

  self->columns = g_ptr_array_new_with_free_func (g_free);
  for (i = 0; i < length; i++)
    {
      char *name = keel_feed_get_node_line (json_array_get_element (row, i));

      if (name != NULL)
        g_strdelimit (name, " ", '_');
      g_ptr_array_add (self->columns, name != NULL ? g_ascii_strdown (name, -1) : NULL);
      g_free (name);
    }
}

static JsonObject *
read_cells (KeelFeedReader *self, JsonArray *row)
{
  JsonObject *object = json_object_new ();
  guint length = MIN (json_array_get_length (row), self->columns->len);
  guint i;

  for (i = 0; i < length; i++)
    {
      const char *name = g_ptr_array_index (self->columns, i);

      if (name != NULL)
        json_object_set_member (object, name, json_node_copy (json_array_get_element (row, i)));
    }

  return object;
}

/* Decides what the feed is by its first row that looks like anything. */
static void
settle_format (KeelFeedReader *self, RowKind kind)
{
  if (self->known || (kind != ROW_MEETING_GUIDE && kind != ROW_BMLT))
    return;

  self->known = TRUE;
  self->format = kind == ROW_BMLT ? KEEL_FEED_BMLT : KEEL_FEED_MEETING_GUIDE;
  if (kind == ROW_BMLT && self->context.program == NULL)
    self->context.program = g_strdup ("na");
}

static KeelSkippedRow *
read_object (KeelFeedReader *self, JsonObject *row, GPtrArray *meetings)
{
  RowKind kind;

  row = unwrap (row);
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
  JsonObject *cells;
  KeelSkippedRow *skipped;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return read_object (self, json_node_get_object (node), meetings);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && self->columns != NULL)
    {
      cells = read_cells (self, json_node_get_array (node));
      skipped = read_object (self, cells, meetings);
      json_object_unref (cells);
      return skipped;
    }

  self->strange += !self->known;

  return keel_feed_skip (node != NULL ? KEEL_SKIP_NOT_OBJECT : KEEL_SKIP_SYNTAX, NULL, NULL);
}

static void
read_format (KeelFeedReader *self, KeelRowSplitter *splitter, const char *row, gsize length)
{
  JsonNode *node = parse_row (self, splitter, row, length);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    keel_bmlt_formats_add (self->formats, json_node_get_object (node));
}

static gboolean
saw_meeting_array (KeelFeedReader *self)
{
  guint i;

  for (i = 0; meeting_arrays[i] != NULL; i++)
    {
      if (keel_row_splitter_saw_array (self->splitter, meeting_arrays[i]))
        return TRUE;
    }

  return FALSE;
}

/* FALSE with an error where this was no list of meetings, or one without any. */
static gboolean
judge_end (KeelFeedReader *self, GError **error)
{
  gboolean list = saw_meeting_array (self);
  gboolean formats = keel_row_splitter_saw_array (self->splitter, "formats");

  if (self->known)
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
  if (keel_row_splitter_has_trailing (self->splitter))
    keel_feed_context_note (&self->context, KEEL_NOTICE_TRAILING, NULL);

  g_array_set_size (self->notices, 0);
  for (i = 0; i < KEEL_NOTICE_LAST; i++)
    {
      if (self->context.notices[i].count > 0)
        g_array_append_val (self->notices, self->context.notices[i]);
    }
}

/* Adds the formats of @stream. With @beside the stream is the feed itself: only an object's array
 * "formats" counts then, and the first row decides whether there can be one. */
static gboolean
read_formats (KeelFeedReader *self, GInputStream *stream, gboolean beside, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (KeelRowSplitter) splitter = keel_row_splitter_new (stream);
  g_autoptr (GError) local_error = NULL;
  const char *row, *array;
  gsize length;

  while (keel_row_splitter_next (splitter, &row, &length, &array, cancellable, &local_error))
    {
      if (g_str_equal (array, "formats") || (!beside && *array == '\0'))
        read_format (self, splitter, row, length);
      else if (beside && *array == '\0')
        break;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Formats may stand behind the meetings that need them. A stream that can go back is read twice; what is
 * wrong with it is found the second time. */
static gboolean
scan_for_formats (KeelFeedReader *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  goffset start;

  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    return TRUE;

  start = g_seekable_tell (G_SEEKABLE (stream));
  read_formats (self, stream, TRUE, cancellable, NULL);

  return g_seekable_seek (G_SEEKABLE (stream), start, G_SEEK_SET, cancellable, error);
}

static void
keel_feed_reader_finalize (GObject *object)
{
  KeelFeedReader *self = KEEL_FEED_READER (object);

  g_clear_pointer (&self->splitter, keel_row_splitter_free);
  g_clear_object (&self->parser);
  keel_feed_context_clear (&self->context);
  g_clear_pointer (&self->formats, keel_bmlt_formats_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
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
  self->parser = json_parser_new ();
  self->notices = g_array_new (FALSE, FALSE, sizeof (KeelNotice));
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
      if (!read_formats (self, options->formats, FALSE, cancellable, error))
        return NULL;
    }
  if (!scan_for_formats (self, stream, cancellable, error))
    return NULL;
  self->splitter = keel_row_splitter_new (stream);

  return g_steal_pointer (&self);
}

/* TRUE where the row is one of the feed's, to be counted and read. */
static gboolean
take_row (KeelFeedReader *self, const char *row, gsize length, const char *array, JsonNode **node)
{
  if (g_str_equal (array, "formats"))
    {
      read_format (self, self->splitter, row, length);
      return FALSE;
    }
  if (!g_strv_contains (meeting_arrays, array))
    return FALSE;

  *node = parse_row (self, self->splitter, row, length);
  if (g_str_equal (array, "values") && self->columns == NULL && *node != NULL &&
      JSON_NODE_HOLDS_ARRAY (*node))
    {
      read_columns (self, json_node_get_array (*node));
      return FALSE;
    }

  return TRUE;
}

gboolean
keel_feed_reader_next (KeelFeedReader *self, GPtrArray *meetings, KeelSkippedRow **skipped,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *row, *array;
  gsize length;
  JsonNode *node;

  g_return_val_if_fail (KEEL_IS_FEED_READER (self), FALSE);
  g_return_val_if_fail (meetings != NULL && skipped != NULL, FALSE);

  *skipped = NULL;
  do
    {
      if (!keel_row_splitter_next (self->splitter, &row, &length, &array, cancellable, &local_error))
        {
          if (local_error == NULL && judge_end (self, &local_error))
            fill_notices (self);
          if (local_error != NULL)
            g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  while (!take_row (self, row, length, array, &node));

  if (self->rows == KEEL_MAX_ROWS)
    {
      g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE, "The list has more than %d rows",
                   KEEL_MAX_ROWS);
      return FALSE;
    }
  self->rows++;
  *skipped = read_node (self, node, meetings);
  if (*skipped != NULL)
    (*skipped)->row = self->rows;

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

  return keel_row_splitter_get_position (self->splitter);
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
  return format == KEEL_FEED_BMLT ? "bmlt" : "meeting-guide";
}

void
keel_skipped_row_free (KeelSkippedRow *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}
