#include "keel-drawing-block.h"
#include "keel-milestone-card.h"

#define MOST_WIDTH 340.0 /* points: about 12 cm */

/* With the hairline to cut along. */
static void
draw_card (gconstpointer card, cairo_t *cr, PangoContext *context, double width, double height,
           const KeelWheelColour *text, const KeelWheelColour *accent)
{
  KeelWheelColour line;

  keel_milestone_card_draw (card, cr, context, width, height, 1);
  keel_ink_get_rgb (KEEL_INK_LINE, &line.red, &line.green, &line.blue);
  keel_drawing_set_colour (cr, &line, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_line_width (cr, KEEL_STRIP_HAIRLINE);
  cairo_stroke (cr);
}

KeelBlock *
keel_milestone_block_new (const KeelMilestoneCard *card)
{
  g_autofree char *words = keel_milestone_card_describe (card);
  KeelBlock *block = keel_drawing_block_new (draw_card, keel_milestone_card_copy (card),
                                             (GDestroyNotify) keel_milestone_card_free, 0, words);

  keel_drawing_block_set_shape (KEEL_DRAWING_BLOCK (block), KEEL_MILESTONE_CARD_HEIGHT, MOST_WIDTH);
  return block;
}
