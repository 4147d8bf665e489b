#pragma once

#include "keel-block.h"
#include "keel-drawing.h"

G_BEGIN_DECLS

/* How high they stand on paper, in times of the body text's size. */
#define KEEL_WHEEL_ON_PAPER 26.0
#define KEEL_CHART_ON_PAPER 10.0

/* KeelDrawingBlock: a drawing as wide as the text, whole on one page: a balance wheel, a chart, a card. */
#define KEEL_TYPE_DRAWING_BLOCK (keel_drawing_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelDrawingBlock, keel_drawing_block, KEEL, DRAWING_BLOCK, KeelBlock)

/* Takes @thing, freed with @free_thing. @height is in times of the body text's size, and at most most of a
 * page; @description is what it says to those who do not see it. */
KeelBlock *keel_drawing_block_new (KeelDrawFunc draw, gpointer thing, GDestroyNotify free_thing,
                                   double height, const char *description);

/* Then it stands in the middle, @ratio times as high as it is wide, and at most @most_width points wide. */
void keel_drawing_block_set_shape (KeelDrawingBlock *self, double ratio, double most_width);

G_END_DECLS
