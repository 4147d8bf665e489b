#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a type is about, where that is more than one of many ways to meet. */
typedef enum
{
  KEEL_TYPE_KIND_PLAIN,
  KEEL_TYPE_KIND_LANGUAGE,
  KEEL_TYPE_KIND_WHEELCHAIR,
  KEEL_TYPE_KIND_SIGN_LANGUAGE,
  KEEL_TYPE_KIND_CHILDREN,  /* they are welcome or looked after */
  KEEL_TYPE_KIND_ADMISSION, /* open, closed, online …: said elsewhere of a meeting as well */
  KEEL_TYPE_KIND_LAST
} KeelTypeKind;

/*
 * KeelTypeTable: what type codes mean. Codes collide between fellowships, so every look-up names the
 * program. The content layer fills one from data/content/types.
 */
typedef struct _KeelTypeTable KeelTypeTable;

KeelTypeTable *keel_type_table_new (void);
KeelTypeTable *keel_type_table_ref (KeelTypeTable *self);
void keel_type_table_unref (KeelTypeTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelTypeTable, keel_type_table_unref)

/* @program "" is for codes that mean the same everywhere (ONL, TC …). */
void keel_type_table_add (KeelTypeTable *self, const char *program, const char *code, const char *name);
/* By code (case does not matter) in @program (nullable), then in "". Also accepts a name in place of a
 * code. Returns the table's name or NULL; *@code_out (nullable) gets the table's spelling of the code. */
const char *keel_type_table_lookup (KeelTypeTable *self, const char *program, const char *code,
                                    const char **code_out);

/* Of a name, in whatever program. @usual is what the table itself calls it: "Spanish" for "Español". */
void keel_type_table_set_kind (KeelTypeTable *self, const char *name, KeelTypeKind kind, const char *usual);
/* PLAIN for a name that the table does not have. */
KeelTypeKind keel_type_table_get_kind (KeelTypeTable *self, const char *name);
/* Calls @function for every name of another kind than PLAIN, in no order. */
typedef void (*KeelTypeKindFunc) (const char *name, KeelTypeKind kind, const char *usual, gpointer data);
void keel_type_table_foreach_kind (KeelTypeTable *self, KeelTypeKindFunc function, gpointer data);

G_END_DECLS
