#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelStructureBox: the structure of a program, part for part: where the person is, what is open, what was
 * shared and when, what was written for it and what can be written next. Nothing is counted, and nothing is
 * late. */
#define KEEL_TYPE_STRUCTURE_BOX (keel_structure_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelStructureBox, keel_structure_box, KEEL, STRUCTURE_BOX, AdwBin)

/* Empty where the program has no structure. */
GtkWidget *keel_structure_box_new (KeelSession *session, const KeelProgram *program);

G_END_DECLS
