#pragma once

#include <adwaita.h>

#include "content/keel-content.h"

G_BEGIN_DECLS

/* KeelProgramMark: a program's symbol in its colour, which is made darker or lighter until it stands out
 * from the window. It only goes with words that say the same, so a listener does not hear it. */
#define KEEL_TYPE_PROGRAM_MARK (keel_program_mark_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramMark, keel_program_mark, KEEL, PROGRAM_MARK, AdwBin)

void keel_program_mark_show (KeelProgramMark *self, const KeelProgram *program); /* nullable: no mark */
void keel_program_mark_show_as (KeelProgramMark *self, const char *symbol, const GdkRGBA *colour);

/* Makes @colour darker or lighter until it can be read on the ground of a light or a dark window. */
void keel_program_mark_make_readable (GdkRGBA *colour, gboolean dark);

G_END_DECLS
