#pragma once

#include "keel-block.h"
#include "keel-wheel.h"

G_BEGIN_DECLS

/* Draws @thing into a rectangle that begins at 0, 0, with letters of @context. */
typedef void (*KeelDrawFunc) (gconstpointer thing, cairo_t *cr, PangoContext *context, double width,
                              double height, const KeelWheelColour *text, const KeelWheelColour *accent);

/* How high they stand on paper, in times of the body text's size. */
#define KEEL_WHEEL_ON_PAPER 26.0
#define KEEL_CHART_ON_PAPER 10.0

/* KeelDrawingBlock: a drawing as wide as the text, whole on one page: a balance wheel, a chart. */
#define KEEL_TYPE_DRAWING_BLOCK (keel_drawing_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelDrawingBlock, keel_drawing_block, KEEL, DRAWING_BLOCK, KeelBlock)

/* Takes @thing, freed with @free_thing. @height is in times of the body text's size, and at most most of a
 * page;
 * @description is what it says to those who do not see it. */
KeelBlock *keel_drawing_block_new (KeelDrawFunc draw, gpointer thing, GDestroyNotify free_thing,
                                   double height, const char *description);

G_END_DECLS
