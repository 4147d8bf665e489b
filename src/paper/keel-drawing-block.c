#include "keel-drawing-block.h"

/* In times of the body text's size. */
#define SPACE_AFTER 0.9
/* Of a page. */
#define MOST 0.6

struct _KeelDrawingBlock
{
  KeelBlock parent_instance;

  KeelDrawFunc draw;
  gpointer thing;
  GDestroyNotify free_thing;
  double height;
  char *description;
};

/* What a drawing needs that outlives the block. */
typedef struct
{
  KeelDrawingBlock *block;
  PangoContext *context;
} Drawing;

G_DEFINE_TYPE (KeelDrawingBlock, keel_drawing_block, KEEL_TYPE_BLOCK)

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
  KeelWheelColour text, accent;

  keel_ink_get_rgb (KEEL_INK_TEXT, &text.red, &text.green, &text.blue);
  keel_ink_get_rgb (KEEL_INK_ACCENT, &accent.red, &accent.green, &accent.blue);
  drawing->block->draw (drawing->block->thing, cr, drawing->context, width, height, &text, &accent);
}

static void
keel_drawing_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelDrawingBlock *self = KEEL_DRAWING_BLOCK (block);
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);
  Drawing *drawing = g_new0 (Drawing, 1);
  double height = MIN (self->height * typesetter->size, typesetter->page_height * MOST);

  drawing->block = g_object_ref (self);
  drawing->context = g_object_ref (typesetter->context);
  strip->height = height + SPACE_AFTER * typesetter->size;
  keel_strip_add_drawing (strip, 0, 0, typesetter->width, height, KEEL_INK_TEXT, self->description, draw_cb,
                          drawing, drawing_free);
  g_ptr_array_add (strips, strip);
}

static void
keel_drawing_block_finalize (GObject *object)
{
  KeelDrawingBlock *self = KEEL_DRAWING_BLOCK (object);

  self->free_thing (self->thing);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (keel_drawing_block_parent_class)->finalize (object);
}

static void
keel_drawing_block_class_init (KeelDrawingBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_drawing_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_drawing_block_lay_out;
}

static void
keel_drawing_block_init (KeelDrawingBlock *self)
{
}

KeelBlock *
keel_drawing_block_new (KeelDrawFunc draw, gpointer thing, GDestroyNotify free_thing, double height,
                        const char *description)
{
  KeelDrawingBlock *self = g_object_new (KEEL_TYPE_DRAWING_BLOCK, NULL);

  self->draw = draw;
  self->thing = thing;
  self->free_thing = free_thing;
  self->height = height;
  self->description = g_strdup (description);
  return KEEL_BLOCK (self);
}
