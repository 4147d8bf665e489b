#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgramCompare: two or three programs side by side, in words and without a verdict. */
#define KEEL_TYPE_PROGRAM_COMPARE (keel_program_compare_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramCompare, keel_program_compare, KEEL, PROGRAM_COMPARE, AdwBin)

GtkWidget *keel_program_compare_new (KeelSession *session, const char *const *codes); /* ended by NULL */

G_END_DECLS
