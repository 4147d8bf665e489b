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
  double ratio; /* with a shape of its own: of its width; else 0 */
  double most_width;
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

static double
find_width (KeelDrawingBlock *self, const KeelTypesetter *typesetter)
{
  if (self->ratio > 0)
    return MIN (MIN (typesetter->width, typesetter->page_height / self->ratio), self->most_width);
  return typesetter->width;
}

static void
keel_drawing_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelDrawingBlock *self = KEEL_DRAWING_BLOCK (block);
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);
  Drawing *drawing = g_new0 (Drawing, 1);
  double width = find_width (self, typesetter);
  double height = self->ratio > 0 ? width * self->ratio
                                  : MIN (self->height * typesetter->size, typesetter->page_height * MOST);

  drawing->block = g_object_ref (self);
  drawing->context = g_object_ref (typesetter->context);
  strip->height = MIN (height + SPACE_AFTER * typesetter->size, typesetter->page_height);
  keel_strip_add_drawing (strip, (typesetter->width - width) / 2, 0, width, height, KEEL_INK_TEXT,
                          self->description, draw_cb, drawing, drawing_free);
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

void
keel_drawing_block_set_shape (KeelDrawingBlock *self, double ratio, double most_width)
{
  self->ratio = ratio;
  self->most_width = most_width;
}
