#include "keel-content.h"

#include <string.h>

#include <gio/gio.h>

#include "data/content/keel-content-resources.h"
#include "keel-content-documents.h"
#include "keel-element.h"

#define CONTENT_PATH "/app/keel/Keel/content/"

typedef struct
{
  KeelProgram program;
  gint64 order;
} Entry;

struct _KeelContent
{
  GObject parent_instance;

  GPtrArray *entries; /* of Entry, by order */
  KeelTypeTable *types;
  GHashTable *type_codes; /* program + "\n" + folded code or world id: what is taken */
  GHashTable *type_names; /* folded English → the person's language */
};

G_DEFINE_FINAL_TYPE (KeelContent, keel_content, G_TYPE_OBJECT)

static void
free_entry (Entry *entry)
{
  g_free ((char *) entry->program.code);
  g_free ((char *) entry->program.name);
  g_free ((char *) entry->program.short_name);
  g_free ((char *) entry->program.symbol);
  g_free ((char *) entry->program.colour);
  g_free (entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;

  return (first->order > second->order) - (first->order < second->order);
}

static gboolean
get_attribute (const KeelElement *element, const char *name, const char **value, GError **error)
{
  *value = keel_element_get_attribute (element, name);
  if (*value != NULL)
    return TRUE;
  return keel_element_refuse (element, error, "“%s” has no attribute “%s”", keel_element_get_name (element),
                              name);
}

static gboolean
get_words (const KeelElement *element, const char *name, const char **words, GError **error)
{
  const KeelElement *child = keel_element_find_child (element, name);

  if (child == NULL || *keel_element_get_text (child) == '\0')
    return keel_element_refuse (element, error, "“%s” has no “%s”", keel_element_get_name (element), name);
  *words = keel_element_get_translated (child);
  return TRUE;
}

static gboolean
check_program (KeelContent *self, const KeelElement *element, const KeelProgram *program, GError **error)
{
  if (keel_content_find_program (self, program->code) != NULL)
    return keel_element_refuse (element, error, "Program “%s” is there twice", program->code);
  if (g_utf8_strlen (program->symbol, -1) != 1)
    return keel_element_refuse (element, error, "Symbol “%s” is not one character", program->symbol);
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (keel_content_get_program (self, i)->symbol, program->symbol))
      return keel_element_refuse (element, error, "Symbol “%s” is taken", program->symbol);
  return TRUE;
}

static gboolean
add_program (KeelContent *self, const KeelElement *element, GError **error)
{
  KeelProgram program = { NULL };
  const char *order, *pages;
  Entry *entry;

  if (!get_attribute (element, "code", &program.code, error) ||
      !get_attribute (element, "order", &order, error) || !get_attribute (element, "pages", &pages, error) ||
      !get_attribute (element, "symbol", &program.symbol, error) ||
      !get_attribute (element, "colour", &program.colour, error) ||
      !get_words (element, "name", &program.name, error) ||
      !get_words (element, "short-name", &program.short_name, error) ||
      !check_program (self, element, &program, error))
    return FALSE;

  entry = g_new0 (Entry, 1);
  entry->order = g_ascii_strtoll (order, NULL, 10);
  entry->program.code = g_strdup (program.code);
  entry->program.name = g_strdup (program.name);
  entry->program.short_name = g_strdup (program.short_name);
  entry->program.symbol = g_strdup (program.symbol);
  entry->program.colour = g_strdup (program.colour);
  entry->program.family = !g_str_equal (pages, "member");
  entry->program.member = !g_str_equal (pages, "family");
  g_ptr_array_add (self->entries, entry);
  g_ptr_array_sort (self->entries, compare_entries);
  return TRUE;
}

/* Codes are looked up without case, so they must differ without it. */
static gboolean
take_code (KeelContent *self, const KeelElement *element, const char *program, const char *code,
           GError **error)
{
  g_autofree char *folded = g_utf8_casefold (code, -1);
  char *key = g_strjoin ("\n", program, folded, NULL);

  if (g_hash_table_add (self->type_codes, key))
    return TRUE;
  return keel_element_refuse (element, error, "Code “%s” of “%s” is there twice", code, program);
}

/* @name may stand in several tables, but must mean the same in all. */
static gboolean
add_type_name (KeelContent *self, const KeelElement *element, const char *name, GError **error)
{
  const char *translated = keel_element_get_translated (element);
  char *folded = g_utf8_casefold (name, -1);
  const char *known = g_hash_table_lookup (self->type_names, folded);

  if (known != NULL && !g_str_equal (known, translated))
    {
      g_free (folded);
      return keel_element_refuse (element, error, "“%s” is “%s” elsewhere", name, known);
    }
  g_hash_table_replace (self->type_names, folded, g_strdup (translated));
  return TRUE;
}

static gboolean
add_type_names (KeelContent *self, const KeelElement *element, GError **error)
{
  const char *also = keel_element_get_attribute (element, "also");
  g_auto (GStrv) others = g_strsplit (also != NULL ? also : "", "|", -1);

  for (guint i = 0; others[i] != NULL; i++)
    if (!add_type_name (self, element, others[i], error))
      return FALSE;
  return add_type_name (self, element, keel_element_get_text (element), error);
}

static gboolean
add_type (KeelContent *self, const char *program, const KeelElement *element, GError **error)
{
  const char *name = keel_element_get_text (element);
  g_auto (GStrv) codes = NULL;
  const char *text;

  if (!get_attribute (element, "codes", &text, error))
    return FALSE;
  if (*name == '\0')
    return keel_element_refuse (element, error, "Type “%s” has no name", text);

  codes = g_strsplit (text, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!take_code (self, element, program, codes[i], error))
        return FALSE;
      keel_type_table_add (self->types, program, codes[i], name);
    }
  return add_type_names (self, element, error);
}

static gboolean
add_types (KeelContent *self, const KeelElement *element, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);
  const char *program;

  if (!get_attribute (element, "program", &program, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!add_type (self, program, g_ptr_array_index (children, i), error))
      return FALSE;
  return TRUE;
}

static void
add_folder (KeelContent *self, const char *folder)
{
  GResource *resource = keel_content_resources_get_resource ();
  g_autofree char *path = g_strconcat (CONTENT_PATH, folder, "/", NULL);
  g_auto (GStrv) names = g_resource_enumerate_children (resource, path, 0, NULL);

  g_assert (names != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (path, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, file, 0, &error);

      if (bytes == NULL || !keel_content_add_document (self, bytes, &error))
        g_error ("%s: %s", file, error->message);
    }
}

static void
keel_content_finalize (GObject *object)
{
  KeelContent *self = KEEL_CONTENT (object);

  g_ptr_array_unref (self->entries);
  keel_type_table_unref (self->types);
  g_hash_table_unref (self->type_codes);
  g_hash_table_unref (self->type_names);

  G_OBJECT_CLASS (keel_content_parent_class)->finalize (object);
}

static void
keel_content_class_init (KeelContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_content_finalize;
}

static void
keel_content_init (KeelContent *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  self->types = keel_type_table_new ();
  self->type_codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->type_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

KeelContent *
keel_content_new_empty (void)
{
  return g_object_new (KEEL_TYPE_CONTENT, NULL);
}

gboolean
keel_content_add_document (KeelContent *self, GBytes *bytes, GError **error)
{
  g_autoptr (KeelElement) root = keel_element_parse (bytes, error);

  if (root == NULL)
    return FALSE;
  if (g_str_equal (keel_element_get_name (root), "program"))
    return add_program (self, root, error);
  if (g_str_equal (keel_element_get_name (root), "types"))
    return add_types (self, root, error);
  return keel_element_refuse (root, error, "“%s” is nothing that Keel knows", keel_element_get_name (root));
}

KeelContent *
keel_content_new (void)
{
  KeelContent *self = keel_content_new_empty ();

  add_folder (self, "programs");
  add_folder (self, "types");
  return self;
}

guint
keel_content_get_n_programs (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), 0);

  return self->entries->len;
}

const KeelProgram *
keel_content_get_program (KeelContent *self, guint position)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return &((Entry *) g_ptr_array_index (self->entries, position))->program;
}

const KeelProgram *
keel_content_find_program (KeelContent *self, const char *code)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  for (guint i = 0; code != NULL && i < self->entries->len; i++)
    {
      const KeelProgram *program = keel_content_get_program (self, i);

      if (g_str_equal (program->code, code))
        return program;
    }
  return NULL;
}

KeelTypeTable *
keel_content_get_types (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->types;
}

const char *
keel_content_translate_type (KeelContent *self, const char *type_name)
{
  g_autofree char *folded = NULL;
  const char *translated;

  g_return_val_if_fail (KEEL_IS_CONTENT (self), type_name);
  g_return_val_if_fail (type_name != NULL, NULL);

  folded = g_utf8_casefold (type_name, -1);
  translated = g_hash_table_lookup (self->type_names, folded);
  return translated != NULL ? translated : type_name;
}
