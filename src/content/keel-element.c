#include "keel-element.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Deeper than anything of Keel's; what is freed calls itself. */
#define MOST_DEEP 32

struct _KeelElement
{
  KeelElement *parent; /* not owned */
  int depth;
  char *name;
  int line;
  GHashTable *attributes;
  GPtrArray *children;
  GString *text;
};

typedef struct
{
  KeelElement *root;
  KeelElement *open; /* the innermost element that is not closed yet */
} Reading;

static KeelElement *
new_element (KeelElement *parent, const char *name, int line)
{
  KeelElement *self = g_new0 (KeelElement, 1);

  self->parent = parent;
  self->depth = parent != NULL ? parent->depth + 1 : 1;
  self->name = g_strdup (name);
  self->line = line;
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_element_free);
  self->text = g_string_new (NULL);
  return self;
}

static gboolean
is_white_space (char letter)
{
  return strchr (" \t\r\n", letter) != NULL;
}

static void
collapse_white_space (GString *text)
{
  gsize kept = 0;

  for (gsize i = 0; i < text->len; i++)
    if (!is_white_space (text->str[i]))
      text->str[kept++] = text->str[i];
    else if (kept > 0 && text->str[kept - 1] != ' ')
      text->str[kept++] = ' ';
  if (kept > 0 && text->str[kept - 1] == ' ')
    kept--;
  g_string_truncate (text, kept);
}

static void
start_element_cb (GMarkupParseContext *context, const char *name, const char **attributes,
                  const char **values, gpointer data, GError **error)
{
  Reading *reading = data;
  KeelElement *element;
  int line;

  g_markup_parse_context_get_position (context, &line, NULL);
  element = new_element (reading->open, name, line);
  if (reading->open != NULL)
    g_ptr_array_add (reading->open->children, element);
  else
    reading->root = element;
  reading->open = element;
  if (element->depth > MOST_DEEP)
    {
      keel_element_refuse (element, error, "Elements stand in each other more than %d deep", MOST_DEEP);
      return;
    }
  for (guint i = 0; attributes[i] != NULL; i++)
    if (!g_hash_table_insert (element->attributes, g_strdup (attributes[i]), g_strdup (values[i])))
      keel_element_refuse (element, error, "Attribute “%s” stands there twice", attributes[i]);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reading *reading = data;

  if (g_strcmp0 (keel_element_get_attribute (reading->open, "xml:space"), "preserve") != 0)
    collapse_white_space (reading->open->text);
  if (reading->open->text->len > 0 && reading->open->children->len > 0)
    keel_element_refuse (reading->open, error, "Text and elements are mixed in “%s”", name);
  reading->open = reading->open->parent;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->open != NULL)
    g_string_append_len (reading->open->text, text, (gssize) length);
}

KeelElement *
keel_element_parse (GBytes *bytes, GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  Reading reading = { NULL, NULL };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reading, NULL);
  /* An empty file has no bytes at all. */
  if (g_markup_parse_context_parse (context, text != NULL ? text : "", (gssize) length, error) &&
      g_markup_parse_context_end_parse (context, error))
    return reading.root;

  g_clear_pointer (&reading.root, keel_element_free);
  return NULL;
}

void
keel_element_free (KeelElement *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_hash_table_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_string_free (self->text, TRUE);
  g_free (self);
}

const char *
keel_element_get_name (const KeelElement *self)
{
  return self->name;
}

int
keel_element_get_line (const KeelElement *self)
{
  return self->line;
}

const char *
keel_element_get_attribute (const KeelElement *self, const char *name)
{
  return g_hash_table_lookup (self->attributes, name);
}

const GPtrArray *
keel_element_get_children (const KeelElement *self)
{
  return self->children;
}

KeelElement *
keel_element_find_child (const KeelElement *self, const char *name)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      KeelElement *child = g_ptr_array_index (self->children, i);

      if (g_str_equal (child->name, name))
        return child;
    }
  return NULL;
}

const char *
keel_element_get_text (const KeelElement *self)
{
  return self->text->str;
}

const char *
keel_element_inherit_attribute (const KeelElement *self, const char *name)
{
  const char *value = NULL;

  for (const KeelElement *holder = self; holder != NULL && value == NULL; holder = holder->parent)
    value = keel_element_get_attribute (holder, name);
  return value;
}

const char *
keel_element_get_translated (const KeelElement *self)
{
  const char *context;

  /* gettext answers the empty message with the head of its catalogue. */
  if (self->text->len == 0)
    return "";
  context = keel_element_inherit_attribute (self, "context");
  /* Without one it is a person's own: what they wrote stays as they wrote it. */
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, self->text->str) : self->text->str;
}

gboolean
keel_element_require (const KeelElement *self, const char *name, const char **value, GError **error)
{
  *value = keel_element_get_attribute (self, name);
  return *value != NULL || keel_element_refuse (self, error, "“%s” has no attribute “%s”", self->name, name);
}

gboolean
keel_element_require_words (const KeelElement *self, const char *name, const char **words, GError **error)
{
  const KeelElement *child = keel_element_find_child (self, name);

  if (child == NULL || child->text->len == 0)
    return keel_element_refuse (self, error, "“%s” has no “%s”", self->name, name);
  *words = keel_element_get_translated (child);
  return TRUE;
}

gboolean
keel_element_refuse (const KeelElement *self, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "Line %d: %s", self->line, reason);
  return FALSE;
}

gboolean
keel_element_read_word (const KeelElement *self, const char *attribute, const char *const *words, int *place,
                        GError **error)
{
  const char *text;

  if (!keel_element_require (self, attribute, &text, error))
    return FALSE;
  for (*place = 0; words[*place] != NULL; (*place)++)
    if (g_str_equal (words[*place], text))
      return TRUE;
  return keel_element_refuse (self, error, "“%s” is no %s", text, attribute);
}

gboolean
keel_element_read_number (const KeelElement *self, const char *attribute, int *value, GError **error)
{
  const char *text = keel_element_get_attribute (self, attribute);
  gint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, -1000000, 1000000, &number, NULL))
    return keel_element_refuse (self, error, "“%s” is no number", text);
  *value = (int) number;
  return TRUE;
}

gboolean
keel_element_read_words (const KeelElement *self, const char *name, gboolean needed, char **words,
                         GError **error)
{
  const KeelElement *child = keel_element_find_child (self, name);
  const char *text = child != NULL ? keel_element_get_translated (child) : "";

  if (*text == '\0')
    return !needed || keel_element_refuse (self, error, "“%s” has no “%s”", self->name, name);
  if (strlen (text) > KEEL_ELEMENT_MAX_TEXT)
    return keel_element_refuse (child, error, "More than %d bytes", KEEL_ELEMENT_MAX_TEXT);
  *words = g_strdup (text);
  return TRUE;
}

gboolean
keel_element_is_yes (const KeelElement *self, const char *attribute)
{
  return g_strcmp0 (keel_element_get_attribute (self, attribute), "yes") == 0;
}
