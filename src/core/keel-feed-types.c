#include "keel-feed-types.h"

#include <string.h>

#define MAX_TYPES 64
#define MAX_UNKNOWN 6

static gboolean
is_code (const char *text, const char *code, const char *word)
{
  return g_ascii_strcasecmp (text, code) == 0 || g_ascii_strcasecmp (text, word) == 0;
}

void
keel_feed_types_init (KeelFeedTypes *self, KeelFeedContext *context)
{
  memset (self, 0, sizeof *self);
  self->context = context;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

void
keel_feed_types_add (KeelFeedTypes *self, const char *code, const char *name)
{
  GPtrArray *unknown = self->context->unknown;

  if (self->codes->len >= MAX_TYPES ||
      g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->names, g_strdup (name != NULL ? name : code));
  if (name != NULL)
    return;

  self->unknown = TRUE;
  if (unknown->len < MAX_UNKNOWN)
    keel_feed_add_line (unknown, g_strdup (code));
}

/* ONL and TC are in no fellowship's table and in every feed. */
static const char *
find_type (KeelFeedContext *context, const char *text, const char **code)
{
  const char *name = NULL;

  *code = text;
  if (context->types != NULL)
    name = keel_type_table_lookup (context->types, context->program, text, code);
  if (name != NULL)
    return name;

  if (is_code (text, "ONL", "online"))
    {
      *code = "ONL";
      return "Online";
    }
  if (is_code (text, "TC", "location temporarily closed"))
    {
      *code = "TC";
      return "Location temporarily closed";
    }

  return NULL;
}

/* Words that a person wrote, not a code that needs a table: codes have three letters, or capitals only. */
static gboolean
is_words (const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return g_utf8_strlen (text, -1) > 3;
    }

  return FALSE;
}

/* One code as text; brackets and quotes around it are left over from how somebody stored a list. In
 * every fellowship's table C is closed and O is open, whatever else is said of who may come. */
static void
take_code (KeelFeedTypes *self, char *text)
{
  const char *code;
  const char *name;
  gsize length;

  text += strspn (text, " []{}\"'");
  for (length = strlen (text); length > 0 && strchr (" []{}\"'", text[length - 1]) != NULL; length--)
    text[length - 1] = '\0';
  if (length == 0)
    return;

  name = find_type (self->context, text, &code);
  self->open |= is_code (code, "O", "open");
  self->closed |= is_code (code, "C", "closed");
  self->online |= is_code (code, "ONL", "online");
  self->suspended |= g_str_equal (code, "TC");
  keel_feed_types_add (self, code, name == NULL && is_words (code) ? code : name);
}

static void
take_text (KeelFeedTypes *self, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit_set (text, ",;", MAX_TYPES) : NULL;
  guint i;

  for (i = 0; parts != NULL && parts[i] != NULL; i++)
    take_code (self, parts[i]);
}

static void
take_node (KeelFeedTypes *self, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    text = keel_feed_get_first_line (json_node_get_object (node), "code", "key", "id", "name", NULL);
  else
    text = keel_feed_get_node_line (node);

  take_text (self, text);
}

/* `{"O": "Open", "X": false}`: the codes are the names of the members. */
static void
take_object (KeelFeedTypes *self, JsonObject *object)
{
  GList *members = json_object_get_members (object);
  GList *l;

  for (l = members; l != NULL; l = l->next)
    {
      g_autofree char *value = keel_feed_get_line (object, l->data);
      g_autofree char *code = keel_feed_clean (l->data, FALSE);

      if (value != NULL && !g_str_equal (value, "no") && !g_str_equal (value, "0"))
        take_text (self, code);
    }
  g_list_free (members);
}

void
keel_feed_types_read (KeelFeedTypes *self, JsonNode *node)
{
  JsonArray *array;
  guint i;

  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      array = json_node_get_array (node);
      for (i = 0; i < MIN (json_array_get_length (array), MAX_TYPES); i++)
        take_node (self, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      take_object (self, json_node_get_object (node));
    }
  else
    {
      take_node (self, node);
    }
}

/* C together with O means C. */
static void
drop_open (KeelFeedTypes *self)
{
  guint i;

  for (i = self->codes->len; i > 0; i--)
    {
      if (is_code (g_ptr_array_index (self->codes, i - 1), "O", "open"))
        {
          g_ptr_array_remove_index (self->codes, i - 1);
          g_ptr_array_remove_index (self->names, i - 1);
        }
    }
}

static char **
steal_strings (GPtrArray *strings)
{
  g_ptr_array_add (strings, NULL);

  return (char **) g_ptr_array_free (strings, FALSE);
}

void
keel_feed_types_give (KeelFeedTypes *self, KeelMeeting *meeting)
{
  if (self->closed && self->open)
    drop_open (self);
  if (self->unknown)
    keel_feed_context_note (self->context, KEEL_NOTICE_FORMATS_UNKNOWN, NULL);

  meeting->admission = self->closed ? KEEL_ADMISSION_CLOSED
                       : self->open ? KEEL_ADMISSION_OPEN
                                    : KEEL_ADMISSION_UNKNOWN;
  g_strfreev (meeting->types);
  g_strfreev (meeting->type_names);
  meeting->types = steal_strings (self->codes);
  meeting->type_names = steal_strings (self->names);
}
