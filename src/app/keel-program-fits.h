#pragma once

#include <adwaita.h>

#include "content/keel-program-fit.h"

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgramFits: the programs in the order of what fits a person's answers, with what fits and what does
 * not in words; from here they are opened, chosen and compared. */
#define KEEL_TYPE_PROGRAM_FITS (keel_program_fits_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramFits, keel_program_fits, KEEL, PROGRAM_FITS, AdwBin)

GtkWidget *keel_program_fits_new (KeelSession *session, const guint answers[KEEL_QUESTION_LAST]);

G_END_DECLS
