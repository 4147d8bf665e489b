#include "keel-scale-block.h"

/* In times of the body text's size. */
#define WIDEST 26.0
#define DISC 0.9
#define TICK 0.45
#define LINE 0.12
#define GAP 0.35
#define SPACE_AFTER 0.8

/* More would be a grey bar. */
#define MOST_TICKS 20
/* Of the width, for each end. */
#define END_SHARE 0.48

struct _KeelScaleBlock
{
  KeelBlock parent_instance;

  char *shown;
  double share;
  guint steps;
  char *low, *high;
};

G_DEFINE_TYPE (KeelScaleBlock, keel_scale_block, KEEL_TYPE_BLOCK)

/* Returns: its height */
static double
add_text (KeelStrip *strip, const KeelTypesetter *typesetter, const char *text, const KeelTextStyle *style,
          double x, double y, double width, KeelAlign align, KeelInk ink)
{
  g_autoptr (PangoLayout) layout = keel_typesetter_set (typesetter, text, NULL, style, width);

  return keel_strip_add_layout (strip, layout, x, y, width, align, ink);
}

/* Above the place where the disc lies, as far as there is room beside it. */
static double
add_number (KeelScaleBlock *self, KeelStrip *strip, const KeelTypesetter *typesetter, double width)
{
  const KeelTextStyle style = { 1.1, PANGO_WEIGHT_BOLD, .tabular = TRUE };
  double room = MIN (6 * typesetter->size, width);
  double x = CLAMP (width * self->share - room / 2, 0, width - room);
  KeelAlign align = x <= 0 ? KEEL_ALIGN_START : x >= width - room ? KEEL_ALIGN_END : KEEL_ALIGN_CENTER;

  return add_text (strip, typesetter, self->shown, &style, x, 0, room, align, KEEL_INK_TEXT);
}

/* Around @y. */
static void
add_line (KeelScaleBlock *self, KeelStrip *strip, double size, double y, double width)
{
  double disc = DISC * size;
  double length = width - disc;

  keel_strip_add_shape (strip, KEEL_SHAPE_FILL, disc / 2, y - LINE * size / 2, length, LINE * size,
                        KEEL_INK_LINE);
  for (guint i = 0; self->steps <= MOST_TICKS && i <= self->steps; i++)
    keel_strip_add_shape (strip, KEEL_SHAPE_FILL,
                          disc / 2 + length * i / self->steps - KEEL_STRIP_HAIRLINE / 2, y - TICK * size / 2,
                          KEEL_STRIP_HAIRLINE, TICK * size, KEEL_INK_QUIET);
  keel_strip_add_shape (strip, KEEL_SHAPE_DISC, length * self->share, y - disc / 2, disc, disc,
                        KEEL_INK_ACCENT);
}

static void
keel_scale_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelScaleBlock *self = KEEL_SCALE_BLOCK (block);
  const KeelTextStyle style = { .scale = 0.9 };
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);
  double size = typesetter->size;
  double width = MIN (WIDEST * size, typesetter->width);
  double end = width * END_SHARE;
  double y = add_number (self, strip, typesetter, width) + GAP * size + DISC * size / 2;
  double low, high;

  add_line (self, strip, size, y, width);
  y += DISC * size / 2 + GAP * size;
  low = add_text (strip, typesetter, self->low, &style, 0, y, end, KEEL_ALIGN_START, KEEL_INK_QUIET);
  high = add_text (strip, typesetter, self->high, &style, width - end, y, end, KEEL_ALIGN_END,
                   KEEL_INK_QUIET);
  strip->height = y + MAX (low, high) + SPACE_AFTER * size;
  g_ptr_array_add (strips, strip);
}

static void
keel_scale_block_finalize (GObject *object)
{
  KeelScaleBlock *self = KEEL_SCALE_BLOCK (object);

  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->high, g_free);
  G_OBJECT_CLASS (keel_scale_block_parent_class)->finalize (object);
}

static void
keel_scale_block_class_init (KeelScaleBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_scale_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_scale_block_lay_out;
}

static void
keel_scale_block_init (KeelScaleBlock *self)
{
}

KeelScaleBlock *
keel_scale_block_new (const char *shown, double share, guint steps, const char *low, const char *high)
{
  KeelScaleBlock *self = g_object_new (KEEL_TYPE_SCALE_BLOCK, NULL);

  self->shown = g_strdup (shown);
  self->share = CLAMP (share, 0, 1);
  self->steps = MAX (steps, 1);
  self->low = g_strdup (low);
  self->high = g_strdup (high);
  return self;
}
