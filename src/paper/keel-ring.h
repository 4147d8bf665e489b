#pragma once

#include "keel-wheel.h"

G_BEGIN_DECLS

/*
 * KeelRing: how far it is from one mark to the next, as a thin arc around a number. It begins on top and goes
 * round as one reads. Screen and paper draw the same.
 */
typedef struct
{
  double share;                /* of the way, 0 to 1; NAN: there is no way, only the ring */
  const char *number;          /* in the middle, large */
  const char *unit;            /* nullable: below it, small */
  const KeelWheelColour *mark; /* nullable: what the next one is made in, where the ring ends */
} KeelRing;

/* Into a rectangle that begins at 0, 0, in its middle. Letters are those of @context, as large as fits, and
 * its direction is that of the arc. */
void keel_ring_draw (const KeelRing *self, cairo_t *cr, PangoContext *context, double width, double height,
                     const KeelWheelColour *text, const KeelWheelColour *accent);

/* @text in the middle of @x and below @y, as large as @height and @width allow; what it is high. @weight as
 * in Pango. For drawings of this kind. */
double keel_ring_draw_words (cairo_t *cr, PangoContext *context, const char *text, PangoWeight weight,
                             double x, double y, double width, double height);

G_END_DECLS
