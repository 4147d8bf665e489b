#pragma once

#include "keel-wheel.h"

G_BEGIN_DECLS

/* What all drawings of things in a rectangle have in common: wheels, rings, curves, bars, charts. */

/* Draws @thing into a rectangle that begins at 0, 0, with letters of @context. */
typedef void (*KeelDrawFunc) (gconstpointer thing, cairo_t *cr, PangoContext *context, double width,
                              double height, const KeelWheelColour *text, const KeelWheelColour *accent);

void keel_drawing_set_colour (cairo_t *cr, const KeelWheelColour *colour, double alpha);

/* The height of a line of letters, which all else is measured by. */
double keel_drawing_get_line (PangoContext *context);
/* How wide @words are in one line. */
double keel_drawing_measure (PangoContext *context, const char *words);
/* In one line with its top at @y and its middle at @x, as far as it stays within @width. */
void keel_drawing_add_words (cairo_t *cr, PangoContext *context, const char *words, double x, double y,
                             double width);

G_END_DECLS
