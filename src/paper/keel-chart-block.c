#include "keel-chart-block.h"

/* In times of the body text's size. */
#define HEIGHT 10.0
#define SPACE_AFTER 0.9
/* Of a page. */
#define MOST 0.6

struct _KeelChartBlock
{
  KeelBlock parent_instance;

  KeelChart *chart;
  char *description;
};

/* What a drawing needs that outlives the block. */
typedef struct
{
  KeelChartBlock *block;
  PangoContext *context;
} Drawing;

G_DEFINE_TYPE (KeelChartBlock, keel_chart_block, KEEL_TYPE_BLOCK)

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
  keel_chart_draw (drawing->block->chart, cr, drawing->context, width, height, &text, &accent,
                   KEEL_CHART_NOWHERE);
}

static void
keel_chart_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelChartBlock *self = KEEL_CHART_BLOCK (block);
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);
  Drawing *drawing = g_new0 (Drawing, 1);
  double height = MIN (HEIGHT * typesetter->size, typesetter->page_height * MOST);

  drawing->block = g_object_ref (self);
  drawing->context = g_object_ref (typesetter->context);
  strip->height = height + SPACE_AFTER * typesetter->size;
  keel_strip_add_drawing (strip, 0, 0, typesetter->width, height, KEEL_INK_TEXT, self->description, draw_cb,
                          drawing, drawing_free);
  g_ptr_array_add (strips, strip);
}

static void
keel_chart_block_finalize (GObject *object)
{
  KeelChartBlock *self = KEEL_CHART_BLOCK (object);

  g_clear_pointer (&self->chart, keel_chart_unref);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (keel_chart_block_parent_class)->finalize (object);
}

static void
keel_chart_block_class_init (KeelChartBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_chart_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_chart_block_lay_out;
}

static void
keel_chart_block_init (KeelChartBlock *self)
{
}

KeelChartBlock *
keel_chart_block_new (KeelChart *chart, const char *description)
{
  KeelChartBlock *self = g_object_new (KEEL_TYPE_CHART_BLOCK, NULL);

  self->chart = chart;
  self->description = g_strdup (description);
  return self;
}
