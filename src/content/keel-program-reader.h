#pragma once

/* Private to content: makes a program of an element. */

#include "keel-element.h"
#include "keel-program.h"

G_BEGIN_DECLS

/* NULL with a G_MARKUP_ERROR. */
KeelProgram *keel_program_read (const KeelElement *element, GError **error);

/* A new one without anything in it. */
KeelProgram *keel_program_new_empty (void);

G_END_DECLS
