#pragma once

#include <gtk/gtk.h>

#include "paper/keel-curve.h"

G_BEGIN_DECLS

/* KeelCurveView: a rating over time, as paper draws it, in the colours of the window. */
#define KEEL_TYPE_CURVE_VIEW (keel_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelCurveView, keel_curve_view, KEEL, CURVE_VIEW, GtkDrawingArea)

/* Takes @curve. @description is what it says to those who do not see it. */
void keel_curve_view_show (KeelCurveView *self, KeelCurve *curve, const char *description);

G_END_DECLS
