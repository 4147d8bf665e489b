#include "keel-ring.h"

#include <math.h>

#include "keel-drawing.h"

/* In times of the radius. */
#define THICKNESS 0.075
#define TRACK 0.03
#define MARK 1.5   /* in times of the thickness */
#define INNER 0.72 /* where words have their room */
#define NUMBER_HEIGHT 0.78
#define UNIT_HEIGHT 0.3
#define GAP 0.02

#define TRACK_ALPHA 0.22
#define RIM_ALPHA 0.5

static void
draw_track (cairo_t *cr, double radius, const KeelWheelColour *text)
{
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, MAX (radius * TRACK, 1));
  keel_drawing_set_colour (cr, text, TRACK_ALPHA);
  cairo_stroke (cr);
}

static void
draw_arc (cairo_t *cr, double radius, double share, gboolean mirrored, const KeelWheelColour *accent)
{
  double angle = 2 * G_PI * share;

  cairo_new_path (cr);
  if (mirrored)
    cairo_arc_negative (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 - angle);
  else
    cairo_arc (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 + angle);
  cairo_set_line_width (cr, MAX (radius * THICKNESS, 2));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  keel_drawing_set_colour (cr, accent, 1);
  cairo_stroke (cr);
}

/* The next mark stands where the ring ends, with a rim that shows it on any ground. */
static void
draw_mark (cairo_t *cr, double radius, const KeelWheelColour *mark, const KeelWheelColour *text)
{
  double size = radius * THICKNESS * MARK;

  cairo_new_path (cr);
  cairo_arc (cr, 0, -radius, size, 0, 2 * G_PI);
  keel_drawing_set_colour (cr, mark, 1);
  cairo_fill_preserve (cr);
  keel_drawing_set_colour (cr, text, RIM_ALPHA);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static PangoLayout *
make_layout (PangoContext *context, const char *text, PangoWeight weight, double height)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  /* Letters are about three quarters of their line. */
  pango_font_description_set_absolute_size (font, MAX (height * 0.75, 1) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

double
keel_ring_draw_words (cairo_t *cr, PangoContext *context, const char *text, PangoWeight weight, double x,
                      double y, double width, double height)
{
  PangoLayout *layout = make_layout (context, text, weight, height);
  PangoRectangle logical;
  double wide, high, scale;

  pango_layout_get_extents (layout, NULL, &logical);
  wide = (double) logical.width / PANGO_SCALE;
  high = (double) logical.height / PANGO_SCALE;
  scale = MIN (1, MIN (width / MAX (wide, 1), height / MAX (high, 1)));
  cairo_save (cr);
  cairo_translate (cr, x - wide * scale / 2, y);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, -(double) logical.x / PANGO_SCALE, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  cairo_new_path (cr);
  g_object_unref (layout);
  return high * scale;
}

static void
draw_middle (const KeelRing *self, cairo_t *cr, PangoContext *context, double radius,
             const KeelWheelColour *text)
{
  double number = radius * NUMBER_HEIGHT;
  double unit = self->unit != NULL ? radius * UNIT_HEIGHT : 0;
  double top = -(number + unit) / 2;
  double width = radius * INNER * 2;

  keel_drawing_set_colour (cr, text, 1);
  keel_ring_draw_words (cr, context, self->number, PANGO_WEIGHT_SEMIBOLD, 0, top, width, number);
  if (self->unit != NULL)
    keel_ring_draw_words (cr, context, self->unit, PANGO_WEIGHT_NORMAL, 0, top + number + radius * GAP,
                          width * 0.8, unit);
}

void
keel_ring_draw (const KeelRing *self, cairo_t *cr, PangoContext *context, double width, double height,
                const KeelWheelColour *text, const KeelWheelColour *accent)
{
  /* The mark stands on the line, and its rim around it. */
  double radius = MAX ((MIN (width, height) / 2 - 1) / (1 + THICKNESS * MARK), 1);
  gboolean mirrored = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  draw_track (cr, radius, text);
  if (!isnan (self->share) && self->share > 0)
    draw_arc (cr, radius, MIN (self->share, 1), mirrored, accent);
  if (self->mark != NULL)
    draw_mark (cr, radius, self->mark, text);
  draw_middle (self, cr, context, radius, text);
  cairo_new_path (cr);
  cairo_restore (cr);
}
