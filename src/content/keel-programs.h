#pragma once

/* Private to content. */

#include "keel-element.h"
#include "keel-program.h"

G_BEGIN_DECLS

/*
 * KeelPrograms: those that came with Keel and those of a person's own. The latter are replaced in the main
 * thread while others may read; whatever was there before lives as long as this does.
 */
typedef struct _KeelPrograms KeelPrograms;

KeelPrograms *keel_programs_new (void);
void keel_programs_free (KeelPrograms *self);

/* One that came with Keel. FALSE with a G_MARKUP_ERROR. */
gboolean keel_programs_add (KeelPrograms *self, const KeelElement *element, GError **error);
void keel_programs_set_own (KeelPrograms *self, GPtrArray *own); /* nullable */

/* Without those that are gone, which only keel_programs_find () knows; both nullable. */
guint keel_programs_get_n (KeelPrograms *self);
const KeelProgram *keel_programs_get (KeelPrograms *self, guint position);
const KeelProgram *keel_programs_find (KeelPrograms *self, const char *code);
const char *keel_programs_pick_symbol (KeelPrograms *self);

G_END_DECLS
