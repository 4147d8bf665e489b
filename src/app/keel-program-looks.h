#pragma once

#include <adwaita.h>

#include "content/keel-content.h"

G_BEGIN_DECLS

/* KeelProgramLooks: the symbol and the colour of a program of the person's own. Only symbols that no other
 * program has are offered. */
#define KEEL_TYPE_PROGRAM_LOOKS (keel_program_looks_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramLooks, keel_program_looks, KEEL, PROGRAM_LOOKS, AdwBin)

/* First of all. @program is nullable: a new one. */
void keel_program_looks_show (KeelProgramLooks *self, KeelContent *content, const KeelProgram *program);
/* What is not offered is left as it is. */
void keel_program_looks_choose (KeelProgramLooks *self, const char *symbol, const char *colour);
const char *keel_program_looks_get_symbol (KeelProgramLooks *self);
const char *keel_program_looks_get_colour (KeelProgramLooks *self);

G_END_DECLS
