#include "keel-type-table.h"

typedef struct
{
  char *code;
  char *name;
} Entry;

typedef struct
{
  KeelTypeKind kind;
  char *usual;
} Kind;

typedef struct
{
  GHashTable *codes;  /* as spelled → Entry */
  GHashTable *folded; /* the same, whatever their case */
  GHashTable *names;  /* likewise */
  GPtrArray *entries;
} Program;

struct _KeelTypeTable
{
  gatomicrefcount references;
  GHashTable *programs;
  GHashTable *kinds; /* name → Kind */
};

static guint
hash_folded (gconstpointer key)
{
  const char *p = key;
  guint hash = 5381;

  for (; *p != '\0'; p++)
    hash = hash * 33 + g_ascii_tolower (*p);

  return hash;
}

static gboolean
equal_folded (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->name);
  g_free (entry);
}

static void
free_kind (gpointer data)
{
  g_free (((Kind *) data)->usual);
  g_free (data);
}

static void
free_program (gpointer data)
{
  Program *program = data;

  g_hash_table_unref (program->codes);
  g_hash_table_unref (program->folded);
  g_hash_table_unref (program->names);
  g_ptr_array_unref (program->entries);
  g_free (program);
}

static Program *
ensure_program (KeelTypeTable *self, const char *code)
{
  Program *program = g_hash_table_lookup (self->programs, code);

  if (program == NULL)
    {
      program = g_new0 (Program, 1);
      program->codes = g_hash_table_new (g_str_hash, g_str_equal);
      program->folded = g_hash_table_new (hash_folded, equal_folded);
      program->names = g_hash_table_new (hash_folded, equal_folded);
      program->entries = g_ptr_array_new_with_free_func (free_entry);
      g_hash_table_insert (self->programs, g_strdup (code), program);
    }

  return program;
}

/* The first one added wins. */
static void
insert_new (GHashTable *table, char *key, Entry *entry)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, key, entry);
}

static const Entry *
find_entry (KeelTypeTable *self, const char *program_code, const char *code)
{
  Program *program = g_hash_table_lookup (self->programs, program_code);
  const Entry *entry;

  if (program == NULL)
    return NULL;

  entry = g_hash_table_lookup (program->codes, code);
  if (entry == NULL)
    entry = g_hash_table_lookup (program->folded, code);

  return entry != NULL ? entry : g_hash_table_lookup (program->names, code);
}

static const char *
give (const Entry *entry, const char **code_out)
{
  if (entry == NULL)
    return NULL;
  if (code_out != NULL)
    *code_out = entry->code;

  return entry->name;
}

KeelTypeTable *
keel_type_table_new (void)
{
  KeelTypeTable *self = g_new0 (KeelTypeTable, 1);

  g_atomic_ref_count_init (&self->references);
  self->programs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_program);
  self->kinds = g_hash_table_new_full (hash_folded, equal_folded, g_free, free_kind);

  return self;
}

KeelTypeTable *
keel_type_table_ref (KeelTypeTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
keel_type_table_unref (KeelTypeTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->programs);
  g_hash_table_unref (self->kinds);
  g_free (self);
}

void
keel_type_table_add (KeelTypeTable *self, const char *program_code, const char *code, const char *name)
{
  Program *program;
  Entry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (program_code != NULL && code != NULL && name != NULL);

  program = ensure_program (self, program_code);
  entry = g_new0 (Entry, 1);
  entry->code = g_strdup (code);
  entry->name = g_strdup (name);
  g_ptr_array_add (program->entries, entry);

  insert_new (program->codes, entry->code, entry);
  insert_new (program->folded, entry->code, entry);
  insert_new (program->names, entry->name, entry);
}

const char *
keel_type_table_lookup (KeelTypeTable *self, const char *program, const char *code, const char **code_out)
{
  const Entry *entry = NULL;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  if (program != NULL)
    entry = find_entry (self, program, code);
  if (entry == NULL)
    entry = find_entry (self, "", code);

  return give (entry, code_out);
}

void
keel_type_table_set_kind (KeelTypeTable *self, const char *name, KeelTypeKind kind, const char *usual)
{
  Kind *entry;

  g_return_if_fail (self != NULL && name != NULL && usual != NULL);

  entry = g_new (Kind, 1);
  entry->kind = kind;
  entry->usual = g_strdup (usual);
  g_hash_table_replace (self->kinds, g_strdup (name), entry);
}

KeelTypeKind
keel_type_table_get_kind (KeelTypeTable *self, const char *name)
{
  const Kind *entry;

  g_return_val_if_fail (self != NULL && name != NULL, KEEL_TYPE_KIND_PLAIN);

  entry = g_hash_table_lookup (self->kinds, name);

  return entry != NULL ? entry->kind : KEEL_TYPE_KIND_PLAIN;
}

void
keel_type_table_foreach_kind (KeelTypeTable *self, KeelTypeKindFunc function, gpointer data)
{
  GHashTableIter iter;
  gpointer name, kind;

  g_return_if_fail (self != NULL && function != NULL);

  g_hash_table_iter_init (&iter, self->kinds);
  while (g_hash_table_iter_next (&iter, &name, &kind))
    function (name, ((const Kind *) kind)->kind, ((const Kind *) kind)->usual, data);
}
