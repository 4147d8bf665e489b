#pragma once

#include <gtk/gtk.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* KeelAimRow: a goal with its tick: of this week, or once for good. */
#define KEEL_TYPE_AIM_ROW (keel_aim_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelAimRow, keel_aim_row, KEEL, AIM_ROW, GtkBox)

/* @with_change: with a button that leads to it. */
KeelAimRow *keel_aim_row_new (KeelSession *session, gboolean with_change);
void keel_aim_row_show (KeelAimRow *self, const KeelAim *goal, const GArray *ticks, gint64 today);

G_END_DECLS
