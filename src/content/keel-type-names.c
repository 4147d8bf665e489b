#include "keel-type-names.h"

struct _KeelTypeNames
{
  KeelTypeTable *table;
  GHashTable *codes; /* program + "\n" + folded code or world id: what is taken */
  GHashTable *names; /* folded English → the person's language */
};

KeelTypeNames *
keel_type_names_new (void)
{
  KeelTypeNames *self = g_new0 (KeelTypeNames, 1);

  self->table = keel_type_table_new ();
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
keel_type_names_free (KeelTypeNames *self)
{
  keel_type_table_unref (self->table);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* Codes are looked up without case, so they must differ without it. */
static gboolean
take_code (KeelTypeNames *self, const KeelElement *element, const char *program, const char *code,
           GError **error)
{
  g_autofree char *folded = g_utf8_casefold (code, -1);
  char *key = g_strjoin ("\n", program, folded, NULL);

  if (g_hash_table_add (self->codes, key))
    return TRUE;
  return keel_element_refuse (element, error, "Code “%s” of “%s” is there twice", code, program);
}

/* The values of the attribute `kind`. */
static gboolean
find_kind (const KeelElement *element, KeelTypeKind *kind, GError **error)
{
  static const char *const names[] = { NULL,       "language", "wheelchair", "sign-language",
                                       "children", "admission" };
  const char *text = keel_element_get_attribute (element, "kind");

  *kind = KEEL_TYPE_KIND_PLAIN;
  if (text == NULL)
    return TRUE;
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *kind = i;
        return TRUE;
      }
  return keel_element_refuse (element, error, "“%s” is no kind of type", text);
}

/* What a name is about is the same in all tables. */
static gboolean
add_kind (KeelTypeNames *self, const KeelElement *element, const char *name, GError **error)
{
  KeelTypeKind kind;
  KeelTypeKind known = keel_type_table_get_kind (self->table, name);

  if (!find_kind (element, &kind, error))
    return FALSE;
  if (known != KEEL_TYPE_KIND_PLAIN && known != kind)
    return keel_element_refuse (element, error, "“%s” is of another kind elsewhere", name);
  if (kind != KEEL_TYPE_KIND_PLAIN)
    keel_type_table_set_kind (self->table, name, kind, keel_element_get_text (element));
  return TRUE;
}

/* @name may stand in several tables, but must mean the same in all. */
static gboolean
add_type_name (KeelTypeNames *self, const KeelElement *element, const char *name, GError **error)
{
  const char *translated = keel_element_get_translated (element);
  char *folded = g_utf8_casefold (name, -1);
  const char *known = g_hash_table_lookup (self->names, folded);

  if (known != NULL && !g_str_equal (known, translated))
    {
      g_free (folded);
      return keel_element_refuse (element, error, "“%s” is “%s” elsewhere", name, known);
    }
  g_hash_table_replace (self->names, folded, g_strdup (translated));
  return add_kind (self, element, name, error);
}

static gboolean
add_type_names (KeelTypeNames *self, const KeelElement *element, GError **error)
{
  const char *also = keel_element_get_attribute (element, "also");
  g_auto (GStrv) others = g_strsplit (also != NULL ? also : "", "|", -1);

  for (guint i = 0; others[i] != NULL; i++)
    if (!add_type_name (self, element, others[i], error))
      return FALSE;
  return add_type_name (self, element, keel_element_get_text (element), error);
}

static gboolean
add_type (KeelTypeNames *self, const char *program, const KeelElement *element, GError **error)
{
  const char *name = keel_element_get_text (element);
  g_auto (GStrv) codes = NULL;
  const char *text;

  if (!keel_element_require (element, "codes", &text, error))
    return FALSE;
  if (*name == '\0')
    return keel_element_refuse (element, error, "Type “%s” has no name", text);

  codes = g_strsplit (text, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!take_code (self, element, program, codes[i], error))
        return FALSE;
      keel_type_table_add (self->table, program, codes[i], name);
    }
  return add_type_names (self, element, error);
}

gboolean
keel_type_names_add (KeelTypeNames *self, const KeelElement *element, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);
  const char *program;

  if (!keel_element_require (element, "program", &program, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!add_type (self, program, g_ptr_array_index (children, i), error))
      return FALSE;
  return TRUE;
}

KeelTypeTable *
keel_type_names_get_table (KeelTypeNames *self)
{
  return self->table;
}

const char *
keel_type_names_translate (KeelTypeNames *self, const char *type_name)
{
  g_autofree char *folded = g_utf8_casefold (type_name, -1);
  const char *translated = g_hash_table_lookup (self->names, folded);

  return translated != NULL ? translated : type_name;
}
