#pragma once

#include <gtk/gtk.h>

#include "keel-date-line.h"

G_BEGIN_DECLS

/* More than a day has room for, however large the window. */
#define KEEL_DAY_FACE_LINES 16

/*
 * KeelDayFace: what a day of the month looks like: its number and as many lines as there is room for, with
 * "+2 more" for the rest; where it is narrow the marks alone. It paints itself, since labels for every line
 * of six weeks take longer than a frame. A listener hears the name of the cell that it stands in.
 */
#define KEEL_TYPE_DAY_FACE (keel_day_face_get_type ())
G_DECLARE_FINAL_TYPE (KeelDayFace, keel_day_face, KEEL, DAY_FACE, GtkWidget)

GtkWidget *keel_day_face_new (void);
/* @lines: of KeelDateLine, the first KEEL_DAY_FACE_LINES of @n; keeps a reference. */
void keel_day_face_show (KeelDayFace *self, int number, gboolean today, gboolean dimmed, GPtrArray *lines,
                         guint n);
/* Whether "+2 more" is painted at the height @y. */
gboolean keel_day_face_is_more (KeelDayFace *self, double y);

G_END_DECLS
