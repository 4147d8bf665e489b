#pragma once

#include <gtk/gtk.h>

#include "keel-date-line.h"

G_BEGIN_DECLS

/* KeelBlockFace: what an occurrence looks like among the hours: a bar and a symbol in its colour, its time,
 * its name and what became of it, as far as there is room for them. It takes whatever room it is given. */
#define KEEL_TYPE_BLOCK_FACE (keel_block_face_get_type ())
G_DECLARE_FINAL_TYPE (KeelBlockFace, keel_block_face, KEEL, BLOCK_FACE, GtkWidget)

/* @line: transfer full. @more is nullable: its last words, e.g. the time where it is held. */
GtkWidget *keel_block_face_new (KeelDateLine *line, const char *more);

G_END_DECLS
