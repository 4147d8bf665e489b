#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgramPlace: one line that says where a person is in a program, and leads to its page. */
#define KEEL_TYPE_PROGRAM_PLACE (keel_program_place_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramPlace, keel_program_place, KEEL, PROGRAM_PLACE, AdwBin)

/* @program has a structure. */
GtkWidget *keel_program_place_new (KeelSession *session, const KeelProgram *program);

G_END_DECLS
