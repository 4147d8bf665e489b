#include "keel-milestone-card.h"

#define SPACE_AFTER 1.0  /* in times of the body text's size */
#define MOST_WIDTH 340.0 /* points: about 12 cm */

struct _KeelMilestoneBlock
{
  KeelBlock parent_instance;

  KeelMilestoneCard *card;
};

/* What a drawing needs that outlives the block. */
typedef struct
{
  KeelMilestoneBlock *block;
  PangoContext *context;
} Drawing;

G_DEFINE_FINAL_TYPE (KeelMilestoneBlock, keel_milestone_block, KEEL_TYPE_BLOCK)

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_object_unref (drawing->block);
  g_object_unref (drawing->context);
  g_free (drawing);
}

static void
draw_cb (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *drawing = data;
  double red, green, blue;

  keel_milestone_card_draw (drawing->block->card, cr, drawing->context, width, height, 1);
  keel_ink_get_rgb (KEEL_INK_LINE, &red, &green, &blue);
  cairo_set_source_rgb (cr, red, green, blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_line_width (cr, KEEL_STRIP_HAIRLINE);
  cairo_stroke (cr);
}

static void
keel_milestone_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelMilestoneBlock *self = KEEL_MILESTONE_BLOCK (block);
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);
  Drawing *drawing = g_new0 (Drawing, 1);
  double most = MIN (typesetter->width, typesetter->page_height / KEEL_MILESTONE_CARD_HEIGHT);
  double width = MIN (most, MOST_WIDTH);
  double height = width * KEEL_MILESTONE_CARD_HEIGHT;
  g_autofree char *words = keel_milestone_card_describe (self->card);

  drawing->block = g_object_ref (self);
  drawing->context = g_object_ref (typesetter->context);
  strip->height = MIN (height + SPACE_AFTER * typesetter->size, typesetter->page_height);
  keel_strip_add_drawing (strip, (typesetter->width - width) / 2, 0, width, height, KEEL_INK_TEXT, words,
                          draw_cb, drawing, drawing_free);
  g_ptr_array_add (strips, strip);
}

static void
keel_milestone_block_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_MILESTONE_BLOCK (object)->card, keel_milestone_card_free);
  G_OBJECT_CLASS (keel_milestone_block_parent_class)->finalize (object);
}

static void
keel_milestone_block_class_init (KeelMilestoneBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_milestone_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_milestone_block_lay_out;
}

static void
keel_milestone_block_init (KeelMilestoneBlock *self)
{
}

KeelBlock *
keel_milestone_block_new (const KeelMilestoneCard *card)
{
  KeelMilestoneBlock *self = g_object_new (KEEL_TYPE_MILESTONE_BLOCK, NULL);

  self->card = keel_milestone_card_copy (card);
  return KEEL_BLOCK (self);
}
