#include "keel-answers.h"

#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

/* A document, its table, its row, and its choice: json-glib is not to see more than it can bear. */
#define MOST_DEEP 8

struct _KeelAnswers
{
  JsonObject *object;
};

G_DEFINE_QUARK (keel - answers - error - quark, keel_answers_error)

/* Takes @object. */
static KeelAnswers *
wrap (JsonObject *object)
{
  KeelAnswers *self = g_rc_box_new0 (KeelAnswers);

  self->object = object;
  return self;
}

static void
clear (KeelAnswers *self)
{
  json_object_unref (self->object);
}

typedef struct
{
  gboolean too_deep;
  gboolean cut; /* a NUL in a text: json-glib would read no further */
} Look;

static Look
look_at (const char *json)
{
  Look look = { FALSE, FALSE };
  gboolean quoted = FALSE;
  guint depth = 0;

  for (const char *at = json; *at != '\0' && !look.too_deep && !look.cut; at++)
    if (*at == '\\' && at[1] != '\0')
      look.cut = g_str_has_prefix (++at, "u0000");
    else if (*at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == '{' || *at == '['))
      look.too_deep = ++depth > MOST_DEEP;
    else if (!quoted && (*at == '}' || *at == ']') && depth > 0)
      depth--;
  return look;
}

static gboolean
refuse (GError **error, KeelAnswersError code, const char *text)
{
  g_set_error_literal (error, KEEL_ANSWERS_ERROR, code, text);
  return FALSE;
}

/* Nullable; NULL where it is no member or of another type. */
static JsonNode *
find (const KeelAnswers *self, const char *id, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (self->object, id);

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

static JsonNode *
find_value (const KeelAnswers *self, const char *id, GType type)
{
  JsonNode *node = find (self, id, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == type ? node : NULL;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean is_empty_node (JsonNode *node);

static gboolean
is_empty_array (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_empty_node (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty_object (JsonObject *object)
{
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &node))
    if (!is_empty_node (node))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty_node (JsonNode *node)
{
  switch (JSON_NODE_TYPE (node))
    {
    case JSON_NODE_OBJECT:
      return is_empty_object (json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return is_empty_array (json_node_get_array (node));
    case JSON_NODE_VALUE:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return is_blank (json_node_get_string (node));
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node);
    case JSON_NODE_NULL:
    default:
      return TRUE;
    }
}

KeelAnswers *
keel_answers_new (void)
{
  return wrap (json_object_new ());
}

KeelAnswers *
keel_answers_new_from_json (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) failure = NULL;
  JsonNode *root;
  Look look;

  g_return_val_if_fail (json != NULL, NULL);

  look = look_at (json);
  if (look.cut)
    {
      refuse (error, KEEL_ANSWERS_ERROR_TEXT, "There is a NUL in a text");
      return NULL;
    }
  if (look.too_deep || !json_parser_load_from_data (parser, json, -1, &failure))
    {
      refuse (error, KEEL_ANSWERS_ERROR_INVALID, failure != NULL ? failure->message : "Too deep");
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, KEEL_ANSWERS_ERROR_INVALID, "No object");
      return NULL;
    }
  return wrap (json_object_ref (json_node_get_object (root)));
}

KeelAnswers *
keel_answers_ref (KeelAnswers *self)
{
  return g_rc_box_acquire (self);
}

void
keel_answers_unref (KeelAnswers *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

char *
keel_answers_to_json (const KeelAnswers *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (self != NULL, NULL);

  json_node_set_object (root, self->object);
  return json_to_string (root, FALSE);
}

KeelAnswers *
keel_answers_copy (const KeelAnswers *self)
{
  g_autofree char *json = keel_answers_to_json (self);

  return keel_answers_new_from_json (json, NULL);
}

gboolean
keel_answers_equal (const KeelAnswers *a, const KeelAnswers *b)
{
  g_autofree char *one = keel_answers_to_json (a);
  g_autofree char *other = keel_answers_to_json (b);

  return g_str_equal (one, other);
}

gboolean
keel_answers_is_empty (const KeelAnswers *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return is_empty_object (self->object);
}

gboolean
keel_answers_has (const KeelAnswers *self, const char *id)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  node = json_object_get_member (self->object, id);
  return node != NULL && !is_empty_node (node);
}

void
keel_answers_clear (KeelAnswers *self, const char *id)
{
  g_return_if_fail (self != NULL && id != NULL);

  if (json_object_has_member (self->object, id))
    json_object_remove_member (self->object, id);
}

void
keel_answers_set_same (KeelAnswers *self, const char *id, const KeelAnswers *other)
{
  g_autoptr (KeelAnswers) copy = NULL;
  JsonNode *node;

  g_return_if_fail (self != NULL && id != NULL && other != NULL);

  /* json-glib copies a node, but not what is in it. */
  copy = keel_answers_copy (other);
  node = json_object_dup_member (copy->object, id);
  if (node != NULL)
    json_object_set_member (self->object, id, node);
  else
    keel_answers_clear (self, id);
}

const char *
keel_answers_get_text (const KeelAnswers *self, const char *id)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  node = find_value (self, id, G_TYPE_STRING);
  return node != NULL ? json_node_get_string (node) : NULL;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (strlen (text) > KEEL_ANSWERS_MAX_TEXT)
    return refuse (error, KEEL_ANSWERS_ERROR_TOO_LONG, "The text is longer than Keel can keep");
  return g_utf8_validate (text, -1, NULL) || refuse (error, KEEL_ANSWERS_ERROR_TEXT, "The text is not UTF-8");
}

gboolean
keel_answers_set_text (KeelAnswers *self, const char *id, const char *text, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (text == NULL || *text == '\0')
    {
      keel_answers_clear (self, id);
      return TRUE;
    }
  if (!check_text (text, error))
    return FALSE;
  json_object_set_string_member (self->object, id, text);
  return TRUE;
}

gboolean
keel_answers_get_number (const KeelAnswers *self, const char *id, double *number)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && id != NULL && number != NULL, FALSE);

  node = find_value (self, id, G_TYPE_INT64);
  if (node == NULL)
    node = find_value (self, id, G_TYPE_DOUBLE);
  if (node == NULL)
    return FALSE;
  *number = json_node_get_double (node);
  return TRUE;
}

/* json-glib writes 1e-13 as "1e-13.0", which nobody can read: its neighbour, of more digits, comes through.
 */
static double
find_writable (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (text, sizeof text, number);
  return strchr (text, 'e') == NULL || strchr (text, '.') != NULL ? number : nextafter (number, 2 * number);
}

void
keel_answers_set_number (KeelAnswers *self, const char *id, double number)
{
  g_return_if_fail (self != NULL && id != NULL);
  g_return_if_fail (isfinite (number));

  if (fabs (number) < 1e15 && floor (number) == number)
    json_object_set_int_member (self->object, id, (gint64) number);
  else
    json_object_set_double_member (self->object, id, find_writable (number));
}

gboolean
keel_answers_get_tick (const KeelAnswers *self, const char *id)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  node = find_value (self, id, G_TYPE_BOOLEAN);
  return node != NULL && json_node_get_boolean (node);
}

void
keel_answers_set_tick (KeelAnswers *self, const char *id, gboolean tick)
{
  g_return_if_fail (self != NULL && id != NULL);

  if (tick)
    json_object_set_boolean_member (self->object, id, TRUE);
  else
    keel_answers_clear (self, id);
}

GStrv
keel_answers_get_texts (const KeelAnswers *self, const char *id)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  JsonNode *node;
  JsonArray *array;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  node = find (self, id, JSON_NODE_ARRAY);
  array = node != NULL ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (texts, json_node_get_string (element));
    }
  return g_strv_builder_end (texts);
}

gboolean
keel_answers_set_texts (KeelAnswers *self, const char *id, const char *const *texts, GError **error)
{
  guint length = texts != NULL ? g_strv_length ((GStrv) texts) : 0;
  JsonArray *array;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  while (length > 0 && *texts[length - 1] == '\0')
    length--;
  if (length > KEEL_ANSWERS_MAX_ROWS)
    return refuse (error, KEEL_ANSWERS_ERROR_TOO_LONG, "There are more lines than Keel can keep");
  for (guint i = 0; i < length; i++)
    if (!check_text (texts[i], error))
      return FALSE;
  if (length == 0)
    {
      keel_answers_clear (self, id);
      return TRUE;
    }
  array = json_array_sized_new (length);
  for (guint i = 0; i < length; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (self->object, id, array);
  return TRUE;
}

/* NULL where it is no table, or one with something else than rows in it. */
static JsonArray *
find_rows (const KeelAnswers *self, const char *id)
{
  JsonNode *node = find (self, id, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return NULL;
  return array;
}

guint
keel_answers_get_n_rows (const KeelAnswers *self, const char *id)
{
  JsonArray *rows;

  g_return_val_if_fail (self != NULL && id != NULL, 0);

  rows = find_rows (self, id);
  return rows != NULL ? json_array_get_length (rows) : 0;
}

KeelAnswers *
keel_answers_get_row (const KeelAnswers *self, const char *id, guint place)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  g_return_val_if_fail (place < keel_answers_get_n_rows (self, id), NULL);

  return wrap (json_object_ref (json_array_get_object_element (find_rows (self, id), place)));
}

/* The rows in an order of the caller's: an array of json-glib's can only be added to and taken from. */
static void
put_rows (KeelAnswers *self, const char *id, GPtrArray *rows)
{
  JsonArray *array = json_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array, json_object_ref (g_ptr_array_index (rows, i)));
  json_object_set_array_member (self->object, id, array);
}

/* Transfer full. */
static GPtrArray *
take_rows (const KeelAnswers *self, const char *id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  JsonArray *array = find_rows (self, id);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (rows, json_object_ref (json_array_get_object_element (array, i)));
  return rows;
}

KeelAnswers *
keel_answers_insert_row (KeelAnswers *self, const char *id, guint place, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  JsonArray *array;
  guint n_rows;
  JsonObject *row;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  array = find_rows (self, id);
  n_rows = array != NULL ? json_array_get_length (array) : 0;
  if (n_rows >= KEEL_ANSWERS_MAX_ROWS)
    {
      refuse (error, KEEL_ANSWERS_ERROR_TOO_LONG, "There are more rows than Keel can keep");
      return NULL;
    }
  row = json_object_new ();
  if (n_rows > 0 && place >= n_rows) /* a long table is filled at its end */
    {
      json_array_add_object_element (array, json_object_ref (row));
      return wrap (row);
    }
  rows = take_rows (self, id);
  g_ptr_array_insert (rows, (int) MIN (place, rows->len), json_object_ref (row));
  put_rows (self, id, rows);
  return wrap (row);
}

void
keel_answers_remove_row (KeelAnswers *self, const char *id, guint place)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (self != NULL && id != NULL);

  rows = take_rows (self, id);
  g_return_if_fail (place < rows->len);
  g_ptr_array_remove_index (rows, place);
  if (rows->len > 0)
    put_rows (self, id, rows);
  else
    keel_answers_clear (self, id);
}

void
keel_answers_move_row (KeelAnswers *self, const char *id, guint from, guint to)
{
  g_autoptr (GPtrArray) rows = NULL;
  gpointer row;

  g_return_if_fail (self != NULL && id != NULL);

  rows = take_rows (self, id);
  g_return_if_fail (from < rows->len && to < rows->len);
  row = g_ptr_array_steal_index (rows, from);
  g_ptr_array_insert (rows, (int) to, row);
  put_rows (self, id, rows);
}

typedef struct
{
  KeelAnswersFunc function;
  gpointer data;
} Walk;

static void walk_object (JsonObject *object, const Walk *walk);

static void
walk_node (const char *id, JsonNode *node, const Walk *walk)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    walk_object (json_node_get_object (node), walk);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    walk->function (id, json_node_get_string (node), walk->data);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    walk_node (id, json_array_get_element (array, i), walk);
}

static void
walk_object (JsonObject *object, const Walk *walk)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    walk_node (id, node, walk);
}

void
keel_answers_foreach_text (const KeelAnswers *self, KeelAnswersFunc function, gpointer data)
{
  const Walk walk = { function, data };

  g_return_if_fail (self != NULL && function != NULL);

  walk_object (self->object, &walk);
}

guint
keel_count_words (const char *text)
{
  gboolean inside = FALSE;
  guint words = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);
      gboolean word = g_unichar_isalnum (letter) || g_unichar_ismark (letter) ||
                      (inside && (letter == '\'' || letter == 0x2019 || letter == '-'));

      words += word && !inside;
      inside = word;
    }
  return words;
}
