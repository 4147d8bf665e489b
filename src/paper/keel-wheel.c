#include "keel-wheel.h"

#include <math.h>

#include "keel-drawing.h"

#define RINGS 5
/* Around the wheel, in times of the height of a line. */
#define EDGE 2.4
#define NAME_GAP 0.5
/* Of the width, for a name. */
#define NAME_SHARE 0.3
/* Of the radius: names nearer to the middle than this stand above or below and not beside it. */
#define BESIDE 0.2

typedef struct
{
  char *name;
  double share; /* NAN: nothing said */
} KeelSpoke;

struct _KeelWheel
{
  GArray *spokes; /* of KeelSpoke */
};

static void
clear_spoke (gpointer data)
{
  g_free (((KeelSpoke *) data)->name);
}

static const KeelSpoke *
get_spoke (const KeelWheel *self, guint place)
{
  return &g_array_index (self->spokes, KeelSpoke, place);
}

static void
find_point (const KeelWheel *self, guint place, double radius, double *x, double *y)
{
  double angle = 2 * G_PI * place / self->spokes->len - G_PI / 2;

  *x = radius * cos (angle);
  *y = radius * sin (angle);
}

static void
draw_net (const KeelWheel *self, cairo_t *cr, double radius, double thickness)
{
  for (int i = 1; i <= RINGS; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, radius * i / RINGS, 0, 2 * G_PI);
    }
  for (guint i = 0; i < self->spokes->len; i++)
    {
      double x, y;

      find_point (self, i, radius, &x, &y);
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, x, y);
    }
  cairo_set_line_width (cr, thickness);
  cairo_stroke (cr);
}

static void
trace_values (const KeelWheel *self, cairo_t *cr, double radius)
{
  for (guint i = 0; i < self->spokes->len; i++)
    {
      double x, y;

      if (isnan (get_spoke (self, i)->share))
        continue;
      find_point (self, i, radius * get_spoke (self, i)->share, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

static void
draw_name (const KeelWheel *self, cairo_t *cr, PangoContext *context, guint place, double radius, double line,
           double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle logical;
  double x, y, name_width, name_height;

  pango_layout_set_text (layout, get_spoke (self, place)->name, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, (int) (width * NAME_SHARE * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, 0);
  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_get_extents (layout, NULL, &logical);
  name_width = (double) logical.width / PANGO_SCALE;
  name_height = (double) logical.height / PANGO_SCALE;
  find_point (self, place, radius + line * NAME_GAP, &x, &y);
  x = x > radius * BESIDE ? x : x < -radius * BESIDE ? x - name_width : x - name_width / 2.0;
  x = CLAMP (x, -width / 2.0, MAX (width / 2.0 - name_width, -width / 2.0));
  y = y < -radius * BESIDE ? y - name_height : y > radius * BESIDE ? y : y - name_height / 2.0;
  /* Where a text is read from the right it would stand at the other end of its width. */
  cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
}

KeelWheel *
keel_wheel_new (void)
{
  KeelWheel *self = g_new0 (KeelWheel, 1);

  self->spokes = g_array_new (FALSE, FALSE, sizeof (KeelSpoke));
  g_array_set_clear_func (self->spokes, clear_spoke);
  return self;
}

void
keel_wheel_free (KeelWheel *self)
{
  g_array_unref (self->spokes);
  g_free (self);
}

void
keel_wheel_add (KeelWheel *self, const char *name, double share)
{
  KeelSpoke spoke = { .name = g_strdup (name), .share = isnan (share) ? share : CLAMP (share, 0, 1) };

  g_array_append_val (self->spokes, spoke);
}

void
keel_wheel_clear (KeelWheel *self)
{
  g_array_set_size (self->spokes, 0);
}

guint
keel_wheel_get_n_rated (const KeelWheel *self)
{
  guint n = 0;

  for (guint i = 0; i < self->spokes->len; i++)
    n += isnan (get_spoke (self, i)->share) ? 0 : 1;
  return n;
}

void
keel_wheel_draw (const KeelWheel *self, cairo_t *cr, PangoContext *context, double width, double height,
                 const KeelWheelColour *text, const KeelWheelColour *accent)
{
  double line = keel_drawing_get_line (context);
  double radius = MAX (MIN (width, height) / 2.0 - line * EDGE, 1);
  double thickness = line / 18;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, width / 2.0, height / 2.0);
  keel_drawing_set_colour (cr, text, 0.2);
  draw_net (self, cr, radius, thickness);
  trace_values (self, cr, radius);
  keel_drawing_set_colour (cr, accent, 0.25);
  cairo_fill_preserve (cr);
  keel_drawing_set_colour (cr, accent, 1);
  cairo_set_line_width (cr, thickness * 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  keel_drawing_set_colour (cr, text, 0.9);
  for (guint i = 0; i < self->spokes->len; i++)
    draw_name (self, cr, context, i, radius, line, width);
  cairo_new_path (cr);
  cairo_restore (cr);
}
