#include "keel-template-file.h"

#include <string.h>

#include "keel-worksheet-reader.h"

/* What a file of somebody else's is looked at for before it is read, so that a person is told what it is. */
typedef struct
{
  KeelTemplateFault *fault;
  GHashTable *ids; /* of fields, and of columns after the field's: in use */
  guint n_fields;
} Look;

static gboolean
fail (Look *look, const KeelElement *element, KeelTemplateFaultKind kind, const char *words)
{
  g_autofree char *beginning = words != NULL
                                   ? g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 60))
                                   : NULL;

  keel_template_fault_set (look->fault, kind, beginning);
  look->fault->line = keel_element_get_line (element);
  return FALSE;
}

static gboolean
is_known_type (const char *type)
{
  return type != NULL && g_strv_contains (keel_field_type_words, type);
}

static gboolean
look_at_words (Look *look, const KeelElement *element)
{
  const GPtrArray *children = keel_element_get_children (element);

  if (strlen (keel_element_get_text (element)) > KEEL_WORKSHEET_MAX_TEXT)
    return fail (look, element, KEEL_TEMPLATE_FAULT_TOO_LONG, NULL);
  for (guint i = 0; i < children->len; i++)
    if (!look_at_words (look, children->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
look_at_field (Look *look, const KeelElement *element, const char *table)
{
  const GPtrArray *children = keel_element_get_children (element);
  const char *type = keel_element_get_attribute (element, "type");
  const char *id = keel_element_get_attribute (element, "id");

  if (!is_known_type (type))
    return fail (look, element, KEEL_TEMPLATE_FAULT_UNKNOWN_TYPE, type != NULL ? type : "");
  if (++look->n_fields > KEEL_WORKSHEET_MAX_FIELDS)
    return fail (look, element, KEEL_TEMPLATE_FAULT_TOO_MANY, NULL);
  if (id != NULL && !g_hash_table_add (look->ids, g_strconcat (table, "\n", id, NULL)))
    return fail (look, element, KEEL_TEMPLATE_FAULT_TWICE, id);
  for (guint i = 0; i < children->len && g_str_equal (type, "table"); i++)
    if (g_str_equal (keel_element_get_name (children->pdata[i]), "column") &&
        !look_at_field (look, children->pdata[i], id != NULL ? id : ""))
      return FALSE;
  return TRUE;
}

/* Fields wait for those outside of tables. */
static gboolean
look_at_condition (Look *look, const KeelElement *element)
{
  const char *when = keel_element_get_attribute (element, "when");
  g_auto (GStrv) conditions = g_strsplit (when != NULL ? when : "", " ", KEEL_WORKSHEET_MAX_FIELDS);

  for (guint i = 0; conditions[i] != NULL; i++)
    {
      g_autofree char *key = NULL;

      *strchrnul (conditions[i], '=') = '\0';
      key = g_strconcat ("\n", conditions[i], NULL);
      if (!g_hash_table_contains (look->ids, key))
        return fail (look, element, KEEL_TEMPLATE_FAULT_NO_CONDITION, conditions[i]);
    }
  return TRUE;
}

typedef gboolean (*LookFunc) (Look *look, const KeelElement *element);

static gboolean
look_at_outer_field (Look *look, const KeelElement *element)
{
  return !g_str_equal (keel_element_get_name (element), "field") || look_at_field (look, element, "");
}

/* All sections and what is in them. */
static gboolean
walk (Look *look, const KeelElement *root, LookFunc func)
{
  const GPtrArray *sections = keel_element_get_children (root);

  for (guint i = 0; i < sections->len; i++)
    {
      const GPtrArray *fields = keel_element_get_children (sections->pdata[i]);

      if (!func (look, sections->pdata[i]))
        return FALSE;
      for (guint j = 0; j < fields->len; j++)
        if (!func (look, fields->pdata[j]))
          return FALSE;
    }
  return TRUE;
}

static gboolean
look_at_all (KeelTemplateFault *fault, const KeelElement *root)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Look look = { .fault = fault, .ids = ids };

  if (!g_str_equal (keel_element_get_name (root), "worksheet"))
    return fail (&look, root, KEEL_TEMPLATE_FAULT_NOT_WORKSHEET, NULL);
  return look_at_words (&look, root) && walk (&look, root, look_at_outer_field) &&
         walk (&look, root, look_at_condition);
}

/* GMarkup stops at the first byte that is no text; so does a picture, long before that. */
static KeelElement *
parse (GBytes *bytes, KeelTemplateFault *fault)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  KeelElement *root;

  if (length > KEEL_TEMPLATE_FILE_MAX)
    {
      keel_template_fault_set (fault, KEEL_TEMPLATE_FAULT_TOO_BIG, NULL);
      return NULL;
    }
  if (length > 0 && !g_utf8_validate_len (text, length, NULL))
    {
      keel_template_fault_set (fault, KEEL_TEMPLATE_FAULT_NOT_TEXT, NULL);
      return NULL;
    }
  root = keel_element_parse (bytes, &error);
  if (root == NULL)
    keel_template_fault_set (fault, KEEL_TEMPLATE_FAULT_NOT_XML, error->message);
  return root;
}

KeelWorksheet *
keel_template_file_read (GBytes *bytes, KeelTemplateFault *fault)
{
  g_autoptr (KeelElement) root = NULL;
  g_autoptr (GError) error = NULL;
  KeelWorksheet *worksheet;

  g_return_val_if_fail (bytes != NULL && fault != NULL, NULL);

  root = parse (bytes, fault);
  if (root == NULL || !look_at_all (fault, root))
    return NULL;
  worksheet = keel_worksheet_read (root, &error);
  if (worksheet == NULL)
    keel_template_fault_set (fault, KEEL_TEMPLATE_FAULT_OTHER, error->message);
  return worksheet;
}
