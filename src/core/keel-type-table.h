#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
