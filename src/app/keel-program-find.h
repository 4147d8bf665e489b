#pragma once

#include <adwaita.h>

#include "content/keel-program-fit.h"

G_BEGIN_DECLS

/* KeelProgramFind: what a person wishes for, asked in a few questions, each of which may stay open. Nothing
 * of it is kept. Its button activates programs.fits (au), an answer for each question. */
#define KEEL_TYPE_PROGRAM_FIND (keel_program_find_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramFind, keel_program_find, KEEL, PROGRAM_FIND, AdwBin)

G_END_DECLS
