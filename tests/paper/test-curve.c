/* A rating over time: the higher it was the higher it stands, time goes as one reads, nothing leaves its
 * room, and its words stand for it where it is not seen. */

#include <string.h>

#include "paper/keel-bars.h"
#include "paper/keel-curve.h"

#define WIDTH 300
#define HEIGHT 140

/* Only the curve and its dots are green. */
static const KeelWheelColour text = { 0, 0, 0 };
static const KeelWheelColour accent = { 0, 1, 0 };

static PangoContext *
make_context (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, direction);
  pango_font_description_free (font);
  return context;
}

static KeelCurve *
make_curve (const int *strengths, guint n)
{
  KeelCurve *curve = keel_curve_new ();

  for (guint i = 0; i < n; i++)
    keel_curve_add (curve, i * 300, strengths[i], i == 0 ? "at the start" : "later");
  return curve;
}

static gboolean
is_accent (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  return (pixel >> 24) > 200 && ((pixel >> 8) & 0xff) > 200 && (pixel & 0xff) < 60 &&
         ((pixel >> 16) & 0xff) < 60;
}

/* The middle of the curve's colour between two columns, from the top; -1: it is not there. */
static int
find_height (cairo_surface_t *surface, int from, int to)
{
  int sum = 0, n = 0;

  for (int x = from; x < to; x++)
    {
      for (int y = 0; y < HEIGHT; y++)
        {
          if (is_accent (surface, x, y))
            {
              sum += y;
              n++;
            }
        }
    }
  return n > 0 ? sum / n : -1;
}

static void
draw (const KeelCurve *curve, PangoDirection direction, int *left, int *right)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = make_context (direction);

  keel_curve_draw (curve, cr, context, WIDTH, HEIGHT, &text, &accent);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);
  /* Beside the curve, where its numbers stand, there is nothing of it. */
  g_assert_cmpint (find_height (surface, 0, 10), ==, -1);
  g_assert_cmpint (find_height (surface, WIDTH - 10, WIDTH), ==, -1);
  *left = find_height (surface, 0, WIDTH / 4);
  *right = find_height (surface, WIDTH * 3 / 4, WIDTH);
  cairo_surface_destroy (surface);
}

static void
test_direction (void)
{
  const int falls[] = { 9, 5, 1 };
  g_autoptr (KeelCurve) curve = make_curve (falls, G_N_ELEMENTS (falls));
  int left, right;

  draw (curve, PANGO_DIRECTION_LTR, &left, &right);
  g_assert_cmpint (left, >=, 0);
  g_assert_cmpint (left, <, right - HEIGHT / 4);
  draw (curve, PANGO_DIRECTION_RTL, &left, &right);
  g_assert_cmpint (right, >=, 0);
  g_assert_cmpint (right, <, left - HEIGHT / 4);
}

static void
check_ink (const int *strengths, guint n, PangoDirection direction, double width, double height)
{
  g_autoptr (KeelCurve) curve = make_curve (strengths, n);
  PangoContext *context = make_context (direction);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  keel_curve_draw (curve, cr, context, width, height, &text, &accent);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (ink.x, >=, -1);
  g_assert_cmpfloat (ink.y, >=, -1);
  g_assert_cmpfloat (ink.x + ink.width, <=, width + 1);
  g_assert_cmpfloat (ink.y + ink.height, <=, height + 1);
}

static void
test_room (void)
{
  const int highest[] = { 10, 0, 10 };
  const int one[] = { 10 };
  const int beyond[] = { -3, 99 };
  const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      check_ink (highest, G_N_ELEMENTS (highest), directions[i], WIDTH, HEIGHT);
      check_ink (one, G_N_ELEMENTS (one), directions[i], WIDTH, HEIGHT);
      check_ink (beyond, G_N_ELEMENTS (beyond), directions[i], WIDTH, HEIGHT);
      check_ink (NULL, 0, directions[i], WIDTH, HEIGHT);
    }
}

/* The first bar is where one begins to read, nothing leaves its room, and what never was has no bar. */
static void
check_bars (PangoDirection direction, int first, int last)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = make_context (direction);
  g_autoptr (KeelBars) bars = keel_bars_new ();

  keel_bars_add (bars, 7, "Mon");
  keel_bars_add (bars, 0, "Tue");
  keel_bars_add (bars, 0, "Wed");
  keel_bars_add (bars, 1, "Thu");
  keel_bars_draw (bars, cr, context, WIDTH, HEIGHT, &text, &accent);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);
  g_assert_cmpint (find_height (surface, first, first + WIDTH / 4), >=, 0);
  g_assert_cmpint (find_height (surface, first, first + WIDTH / 4), <,
                   find_height (surface, last, last + WIDTH / 4));
  g_assert_cmpint (find_height (surface, WIDTH / 4 + 5, WIDTH * 3 / 4 - 5), ==, -1);
  cairo_surface_destroy (surface);
}

static void
test_bars (void)
{
  check_bars (PANGO_DIRECTION_LTR, 0, WIDTH * 3 / 4);
  check_bars (PANGO_DIRECTION_RTL, WIDTH * 3 / 4, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/direction", test_direction);
  g_test_add_func ("/curve/room", test_room);
  g_test_add_func ("/curve/bars", test_bars);
  return g_test_run ();
}
