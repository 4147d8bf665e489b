#pragma once

/* Private to content. */

#include "core/keel-type-table.h"
#include "keel-element.h"

G_BEGIN_DECLS

/*
 * KeelTypeNames: what the codes of lists mean, in English and in the person's language. Immutable once
 * everything was added.
 */
typedef struct _KeelTypeNames KeelTypeNames;

KeelTypeNames *keel_type_names_new (void);
void keel_type_names_free (KeelTypeNames *self);

/* The types of one program. FALSE with a G_MARKUP_ERROR. */
gboolean keel_type_names_add (KeelTypeNames *self, const KeelElement *element, GError **error);
KeelTypeTable *keel_type_names_get_table (KeelTypeNames *self);
/* @type_name itself where it is not known. */
const char *keel_type_names_translate (KeelTypeNames *self, const char *type_name);

G_END_DECLS
