#include "keel-curve.h"

#include "keel-drawing.h"

/* In times of the height of a line: above for the number of the highest, below for the labels, and at the
 * sides for the numbers of the lines. */
#define ABOVE 1.6
#define BELOW 1.5
#define BESIDE 1.8
#define DOT 0.28
#define STEP 5

typedef struct
{
  gint64 at;
  int strength;
  char *label; /* nullable */
} Point;

struct _KeelCurve
{
  GArray *points; /* of Point */
};

/* Where the curve goes, within all that is drawn. */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  double left, top, width, height;
  double line; /* the height of one */
  gboolean mirrored;
} Plot;

static void
clear_point (gpointer data)
{
  g_free (((Point *) data)->label);
}

static const Point *
get_point (const KeelCurve *self, guint place)
{
  return &g_array_index (self->points, Point, place);
}

/* A single point stands in the middle. */
static double
find_x (const KeelCurve *self, const Plot *plot, guint place)
{
  gint64 first = get_point (self, 0)->at;
  gint64 length = get_point (self, self->points->len - 1)->at - first;
  double share = length > 0 ? (double) (get_point (self, place)->at - first) / (double) length : 0.5;

  return plot->left + plot->width * (plot->mirrored ? 1 - share : share);
}

static double
find_y (const Plot *plot, int strength)
{
  return plot->top + plot->height * (1 - strength / (double) KEEL_CURVE_MOST);
}

static void
draw_number (const Plot *plot, int number, double x, double y, double width)
{
  g_autofree char *words = g_strdup_printf ("%d", number);

  keel_drawing_add_words (plot->cr, plot->context, words, x, y, width);
}

static void
draw_lines (const Plot *plot, double width, const KeelWheelColour *text)
{
  double beside = plot->line * BESIDE / 2;

  cairo_set_line_width (plot->cr, plot->line / 18);
  for (int strength = 0; strength <= KEEL_CURVE_MOST; strength += STEP)
    {
      double y = find_y (plot, strength);

      keel_drawing_set_colour (plot->cr, text, 0.2);
      cairo_move_to (plot->cr, plot->left - plot->line / 2, y);
      cairo_line_to (plot->cr, plot->left + plot->width + plot->line / 2, y);
      cairo_stroke (plot->cr);
      keel_drawing_set_colour (plot->cr, text, 0.75);
      draw_number (plot, strength, plot->mirrored ? width - beside : beside, y - plot->line / 2, width);
    }
}

static void
draw_points (const KeelCurve *self, const Plot *plot, double width, const KeelWheelColour *text)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      double x = find_x (self, plot, i);
      double y = find_y (plot, point->strength);

      cairo_new_sub_path (plot->cr);
      cairo_arc (plot->cr, x, y, plot->line * DOT, 0, 2 * G_PI);
    }
  cairo_fill (plot->cr);
  keel_drawing_set_colour (plot->cr, text, 0.9);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      double x = find_x (self, plot, i);

      draw_number (plot, point->strength, x, find_y (plot, point->strength) - plot->line * ABOVE, width);
      if (point->label != NULL)
        keel_drawing_add_words (plot->cr, plot->context, point->label, x,
                                plot->top + plot->height + plot->line * (BELOW - 1), width);
    }
}

static void
measure (Plot *plot, cairo_t *cr, PangoContext *context, double width, double height)
{
  double beside, below;

  plot->cr = cr;
  plot->context = context;
  plot->line = keel_drawing_get_line (context);
  plot->mirrored = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  beside = plot->line * BESIDE;
  below = plot->line * BELOW;
  plot->left = plot->mirrored ? plot->line : beside + plot->line / 2;
  plot->top = plot->line * ABOVE;
  plot->width = MAX (width - beside - plot->line * 1.5, 1);
  plot->height = MAX (height - plot->top - below, 1);
}

KeelCurve *
keel_curve_new (void)
{
  KeelCurve *self = g_new0 (KeelCurve, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_set_clear_func (self->points, clear_point);
  return self;
}

void
keel_curve_free (KeelCurve *self)
{
  g_array_unref (self->points);
  g_free (self);
}

void
keel_curve_add (KeelCurve *self, gint64 at, int strength, const char *label)
{
  Point point = { .at = at, .strength = CLAMP (strength, 0, KEEL_CURVE_MOST), .label = g_strdup (label) };

  g_array_append_val (self->points, point);
}

void
keel_curve_draw (const KeelCurve *self, cairo_t *cr, PangoContext *context, double width, double height,
                 const KeelWheelColour *text, const KeelWheelColour *accent)
{
  Plot plot;

  cairo_save (cr);
  cairo_new_path (cr);
  measure (&plot, cr, context, width, height);
  draw_lines (&plot, width, text);
  cairo_new_path (cr); /* what was written leaves a point behind */
  keel_drawing_set_colour (cr, accent, 1);
  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (cr, find_x (self, &plot, i), find_y (&plot, get_point (self, i)->strength));
  cairo_set_line_width (cr, plot.line / 9);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  draw_points (self, &plot, width, text);
  cairo_new_path (cr);
  cairo_restore (cr);
}
