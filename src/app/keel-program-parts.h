#pragma once

#include <gtk/gtk.h>

#include "content/keel-program.h"

G_BEGIN_DECLS

/* The parts of a structure by topic, numbered, to be read: rows of @rows. */
void keel_program_parts_append (GtkListBox *rows, const KeelStructure *structure);

/* The same behind a row that opens and closes, at the end of @rows. */
void keel_program_parts_append_closed (GtkListBox *rows, const KeelStructure *structure);

/* What the parts are called, as a heading: "12 steps", "12 traditions, by topic". Transfer full. */
char *keel_program_parts_describe (const KeelStructure *structure);

G_END_DECLS
