#pragma once

#include <gtk/gtk.h>

#include "paper/keel-drawing.h"

G_BEGIN_DECLS

/* KeelDrawingView: a curve or bars, as paper draws them, in the colours of the window. */
#define KEEL_TYPE_DRAWING_VIEW (keel_drawing_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelDrawingView, keel_drawing_view, KEEL, DRAWING_VIEW, GtkDrawingArea)

GtkWidget *keel_drawing_view_new (int height);

/* Takes @thing, freed with @free_thing. @description is what it says to those who do not see it. */
void keel_drawing_view_show (KeelDrawingView *self, KeelDrawFunc draw, gpointer thing,
                             GDestroyNotify free_thing, const char *description);

/* What the letters and what stands out are drawn in, in @widget. */
void keel_drawing_view_get_colours (GtkWidget *widget, KeelWheelColour *text, KeelWheelColour *accent);

G_END_DECLS
