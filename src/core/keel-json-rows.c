#include "keel-json-rows.h"

#include "keel-json-tidy.h"
#include "keel-tsml-columns.h"

struct _KeelJsonRows
{
  KeelRowSplitter *splitter;
  JsonParser *parser;
  KeelBmltFormats *formats; /* not owned */
  KeelTsmlColumns *columns; /* of a spreadsheet */
  gboolean banner;          /* it has rows above the one that names its columns */
  JsonNode *cells;          /* the row, where it was made of a spreadsheet's */
};

/* The arrays that hold meetings, by the names that publishers and spreadsheet services give them. */
static const char *const meeting_arrays[] = { "",     "meetings", "records", "values",
                                              "data", "results",  "items",   NULL };

/* The parsed row, owned by the parser. NULL where it is not JSON, or not surely so: the parser recurses,
 * and whatever the splitter did not understand could be nested in ways that it did not count. */
static JsonNode *
parse_row (JsonParser *parser, KeelRowSplitter *splitter, const char *row, gsize length)
{
  g_autofree char *tidy = NULL;

  if (keel_row_splitter_is_sound (splitter) && json_parser_load_from_data (parser, row, length, NULL))
    return json_parser_get_root (parser);

  tidy = keel_json_tidy (row, length);
  if (tidy != NULL && json_parser_load_from_data (parser, tidy, -1, NULL))
    return json_parser_get_root (parser);

  return NULL;
}

static void
read_format (KeelBmltFormats *formats, JsonParser *parser, KeelRowSplitter *splitter, const char *row,
             gsize length)
{
  JsonNode *node = parse_row (parser, splitter, row, length);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    keel_bmlt_formats_add (formats, json_node_get_object (node));
}

/* With @beside only an object's array "formats" counts, and the first row decides whether there can be
 * one. */
static gboolean
read_formats (KeelBmltFormats *formats, GInputStream *stream, gboolean beside, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (KeelRowSplitter) splitter = keel_row_splitter_new (stream);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local_error = NULL;
  const char *row, *array;
  gsize length;

  while (keel_row_splitter_next (splitter, &row, &length, &array, cancellable, &local_error))
    {
      if (g_str_equal (array, "formats") || (!beside && *array == '\0'))
        read_format (formats, parser, splitter, row, length);
      else if (beside && *array == '\0')
        break;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The first row of a spreadsheet names the columns, or one not far below. */
static void
read_columns (KeelJsonRows *self, JsonArray *row)
{
  guint length = MIN (json_array_get_length (row), KEEL_MAX_COLUMNS);
  KeelFeedFormat format;
  guint i;

  self->columns = keel_tsml_columns_new ();
  for (i = 0; i < length; i++)
    {
      JsonNode *header = json_array_get_element (row, i);
      gboolean text = JSON_NODE_HOLDS_VALUE (header) && json_node_get_value_type (header) == G_TYPE_STRING;

      keel_tsml_columns_add (self->columns, text ? json_node_get_string (header) : NULL);
    }
  if (!keel_tsml_columns_settle (self->columns, &format))
    {
      g_clear_pointer (&self->columns, keel_tsml_columns_free);
      self->banner = TRUE;
    }
}

static JsonNode *
take_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

static JsonNode *
read_cells (KeelJsonRows *self, JsonArray *row)
{
  JsonObject *object = json_object_new ();
  guint length = MIN (json_array_get_length (row), keel_tsml_columns_get_length (self->columns));
  guint i;

  for (i = 0; i < length; i++)
    {
      const char *name = keel_tsml_columns_get_name (self->columns, i);

      if (name != NULL && !json_object_has_member (object, name))
        json_object_set_member (object, name, json_node_copy (json_array_get_element (row, i)));
    }

  return take_node (object);
}

/* Airtable wraps each row once more, and its columns are called as people call them. */
static JsonNode *
read_fields (JsonObject *fields)
{
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, fields);
  while (json_object_iter_next (&iter, &member, &node))
    {
      g_autofree char *name = keel_tsml_column_name (member);

      if (name != NULL && (g_str_equal (name, member) || !json_object_has_member (fields, name)))
        json_object_set_member (object, name, json_node_copy (node));
    }

  return take_node (object);
}

/* The row without what a service puts around it. NULL where it is none. */
static JsonNode *
unwrap (KeelJsonRows *self, JsonNode *node, const char *array)
{
  JsonNode *fields = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node) && g_str_equal (array, "values"))
    {
      if (self->columns != NULL)
        return self->cells = read_cells (self, json_node_get_array (node));
      read_columns (self, json_node_get_array (node));
      return NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    fields = json_object_get_member (json_node_get_object (node), "fields");
  if (fields != NULL && JSON_NODE_HOLDS_OBJECT (fields))
    return self->cells = read_fields (json_node_get_object (fields));

  return node;
}

KeelJsonRows *
keel_json_rows_new (GInputStream *stream, KeelBmltFormats *formats)
{
  KeelJsonRows *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (formats != NULL, NULL);

  self = g_new0 (KeelJsonRows, 1);
  self->splitter = keel_row_splitter_new (stream);
  self->parser = json_parser_new ();
  self->formats = formats;

  return self;
}

void
keel_json_rows_free (KeelJsonRows *self)
{
  if (self == NULL)
    return;

  keel_row_splitter_free (self->splitter);
  g_clear_object (&self->parser);
  g_clear_pointer (&self->columns, keel_tsml_columns_free);
  g_clear_pointer (&self->cells, json_node_unref);
  g_free (self);
}

gboolean
keel_json_rows_next (KeelJsonRows *self, JsonNode **row, GCancellable *cancellable, GError **error)
{
  const char *text, *array;
  gsize length;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  g_clear_pointer (&self->cells, json_node_unref);
  while (keel_row_splitter_next (self->splitter, &text, &length, &array, cancellable, error))
    {
      if (g_str_equal (array, "formats"))
        read_format (self->formats, self->parser, self->splitter, text, length);
      if (!g_strv_contains (meeting_arrays, array))
        continue;

      *row = parse_row (self->parser, self->splitter, text, length);
      if (*row == NULL)
        return TRUE;
      *row = unwrap (self, *row, array);
      if (*row != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
keel_json_rows_saw_list (KeelJsonRows *self)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->banner && self->columns == NULL)
    return FALSE;
  for (i = 0; meeting_arrays[i] != NULL; i++)
    {
      if (keel_row_splitter_saw_array (self->splitter, meeting_arrays[i]))
        return TRUE;
    }

  return FALSE;
}

gboolean
keel_json_rows_saw_formats (KeelJsonRows *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return keel_row_splitter_saw_array (self->splitter, "formats");
}

gboolean
keel_json_rows_has_trailing (KeelJsonRows *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return keel_row_splitter_has_trailing (self->splitter);
}

guint64
keel_json_rows_get_position (KeelJsonRows *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return keel_row_splitter_get_position (self->splitter);
}

gboolean
keel_json_rows_read_formats (KeelBmltFormats *formats, GInputStream *stream, GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (formats != NULL && G_IS_INPUT_STREAM (stream), FALSE);

  return read_formats (formats, stream, FALSE, cancellable, error);
}

gboolean
keel_json_rows_scan_for_formats (KeelBmltFormats *formats, GInputStream *stream, GCancellable *cancellable,
                                 GError **error)
{
  goffset start;

  g_return_val_if_fail (formats != NULL && G_IS_INPUT_STREAM (stream), FALSE);

  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    return TRUE;

  start = g_seekable_tell (G_SEEKABLE (stream));
  read_formats (formats, stream, TRUE, cancellable, NULL);

  return g_seekable_seek (G_SEEKABLE (stream), start, G_SEEK_SET, cancellable, error);
}
