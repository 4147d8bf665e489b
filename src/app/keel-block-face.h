#pragma once

#include <gtk/gtk.h>

#include "keel-series-mark.h"

G_BEGIN_DECLS

/* KeelBlockFace: what an occurrence looks like among the hours: a bar and a symbol in its colour, its time
 * and its name, as far as there is room for them. It takes whatever room it is given. */
#define KEEL_TYPE_BLOCK_FACE (keel_block_face_get_type ())
G_DECLARE_FINAL_TYPE (KeelBlockFace, keel_block_face, KEEL, BLOCK_FACE, GtkWidget)

/* @time is nullable. */
GtkWidget *keel_block_face_new (const KeelSeriesMark *mark, const char *time, const char *name,
                                gboolean over);

G_END_DECLS
