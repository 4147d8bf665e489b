/* Charts: where values stand, in both directions of reading, and what is said of them. */

#include <math.h>

#include "paper/keel-chart.h"
#include "paper/keel-history-chart.h"

#define WIDTH 300
#define HEIGHT 120

static const KeelWheelColour black = { 0, 0, 0 };
static const KeelWheelColour red = { 1, 0, 0 };

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
} Sheet;

static void
sheet_init (Sheet *sheet, gboolean mirrored)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 8");

  sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  sheet->cr = cairo_create (sheet->surface);
  sheet->context = pango_cairo_create_context (sheet->cr);
  pango_context_set_font_description (sheet->context, font);
  pango_context_set_base_dir (sheet->context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

static void
sheet_clear (Sheet *sheet)
{
  g_object_unref (sheet->context);
  cairo_destroy (sheet->cr);
  cairo_surface_destroy (sheet->surface);
}

static gboolean
is_red (Sheet *sheet, int x, int y)
{
  const guchar *row;
  guint32 pixel;

  cairo_surface_flush (sheet->surface);
  row = cairo_image_surface_get_data (sheet->surface) + y * cairo_image_surface_get_stride (sheet->surface);
  pixel = ((const guint32 *) (gconstpointer) row)[x];
  return (pixel >> 24) > 200 && ((pixel >> 16) & 0xff) > 200 && ((pixel >> 8) & 0xff) < 60;
}

/* How much of the column at @x is in the colour of values. */
static int
count_red (Sheet *sheet, int x)
{
  int count = 0;

  for (int y = 0; y < HEIGHT; y++)
    count += is_red (sheet, x, y) ? 1 : 0;
  return count;
}

static KeelChart *
make_bars (void)
{
  static const double values[] = { 4, 2, 0, 1 };
  KeelChart *chart = keel_chart_new (KEEL_CHART_BARS);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    keel_chart_add (chart, values[i], NULL, "day", "said");
  return chart;
}

static void
test_bars (gconstpointer data)
{
  gboolean mirrored = GPOINTER_TO_INT (data);
  g_autoptr (KeelChart) chart = make_bars ();
  int heights[4];
  Sheet sheet;

  sheet_init (&sheet, mirrored);
  keel_chart_draw (chart, sheet.cr, sheet.context, WIDTH, HEIGHT, &black, &red, KEEL_CHART_NOWHERE);
  for (int i = 0; i < 4; i++)
    {
      int x = WIDTH / 8 + i * WIDTH / 4;

      heights[i] = count_red (&sheet, mirrored ? WIDTH - x : x);
    }
  g_assert_cmpint (heights[0], >, HEIGHT / 3);
  g_assert_cmpint (ABS (heights[0] - 2 * heights[1]), <=, 2);
  g_assert_cmpint (heights[2], ==, 0);
  g_assert_cmpint (ABS (heights[1] - 2 * heights[3]), <=, 2);
  sheet_clear (&sheet);
}

/* The others step back. */
static void
test_chosen (void)
{
  g_autoptr (KeelChart) chart = make_bars ();
  Sheet sheet;

  sheet_init (&sheet, FALSE);
  keel_chart_draw (chart, sheet.cr, sheet.context, WIDTH, HEIGHT, &black, &red, 1);
  g_assert_cmpint (count_red (&sheet, WIDTH / 8), ==, 0);
  g_assert_cmpint (count_red (&sheet, 3 * WIDTH / 8 - 5), >, 0);
  sheet_clear (&sheet);
}

/* Whoever points at what is drawn gets what is drawn there. */
static void
test_find (gconstpointer data)
{
  gboolean mirrored = GPOINTER_TO_INT (data);
  g_autoptr (KeelChart) chart = make_bars ();
  g_autoptr (KeelChart) empty = keel_chart_new (KEEL_CHART_LINE);
  Sheet sheet;

  sheet_init (&sheet, mirrored);
  for (int i = 0; i < 4; i++)
    {
      int x = WIDTH / 8 + i * WIDTH / 4;

      g_assert_cmpint (keel_chart_find (chart, sheet.context, WIDTH, mirrored ? WIDTH - x : x), ==, i);
    }
  g_assert_cmpint (keel_chart_find (chart, sheet.context, WIDTH, -5), ==, mirrored ? 3 : 0);
  g_assert_cmpint (keel_chart_find (chart, sheet.context, WIDTH, WIDTH + 5), ==, mirrored ? 0 : 3);
  g_assert_cmpint (keel_chart_find (empty, sheet.context, WIDTH, 10), ==, KEEL_CHART_NOWHERE);
  g_assert_cmpint (keel_chart_find_last (empty), ==, KEEL_CHART_NOWHERE);
  g_assert_cmpint (keel_chart_find_last (chart), ==, 3);
  keel_chart_draw (empty, sheet.cr, sheet.context, WIDTH, HEIGHT, &black, &red, 0);
  sheet_clear (&sheet);
}

/* Between values of which nothing is known no line of full strength is drawn, and the words at the ends leave
 * their room. */
static void
test_line (gconstpointer data)
{
  gboolean mirrored = GPOINTER_TO_INT (data);
  g_autoptr (KeelChart) chart = keel_chart_new (KEEL_CHART_LINE);
  Sheet sheet;
  int first, known, unknown;

  keel_chart_set_ends (chart, 0, "low", 4, "high");
  keel_chart_add (chart, 2, "a", "a", "2");
  keel_chart_add (chart, 2, NULL, "b", "2");
  keel_chart_add (chart, NAN, NULL, "c", NULL);
  keel_chart_add (chart, 2, NULL, "d", "2");
  g_assert_false (keel_chart_has_value (chart, 2));
  g_assert_null (keel_chart_get_said (chart, 2));
  sheet_init (&sheet, mirrored);
  keel_chart_draw (chart, sheet.cr, sheet.context, WIDTH, HEIGHT, &black, &red, KEEL_CHART_NOWHERE);
  for (first = 0; first < WIDTH && count_red (&sheet, mirrored ? WIDTH - 1 - first : first) == 0; first++)
    ;
  known = first + (WIDTH - first) / 8;
  unknown = first + (WIDTH - first) / 2;
  g_assert_cmpint (first, >, 40); /* half of a place, beside the words */
  g_assert_cmpint (count_red (&sheet, mirrored ? WIDTH - 1 - known : known), >, 0);
  g_assert_cmpint (count_red (&sheet, mirrored ? WIDTH - 1 - unknown : unknown), ==, 0);
  sheet_clear (&sheet);
}

/* --- What lies behind --- */

static void
test_history (void)
{
  g_autoptr (KeelHistory) history = keel_history_new (20000);
  g_autoptr (KeelChart) mood = NULL;
  g_autoptr (KeelChart) urges = NULL;
  KeelHistoryDays days;

  keel_history_add (history, KEEL_HISTORY_MOOD, 20000, 3);
  keel_history_add (history, KEEL_HISTORY_MOOD, 19998, 0);
  keel_history_add (history, KEEL_HISTORY_MOOD, 19998, 2);
  keel_history_add (history, KEEL_HISTORY_URGES, 19999, 7);
  keel_history_days_init (&days, KEEL_SPAN_WEEK, 20000, 20000, 1);
  mood = keel_history_chart_new (history, KEEL_HISTORY_MOOD, &days, KEEL_SPAN_WEEK);
  urges = keel_history_chart_new (history, KEEL_HISTORY_URGES, &days, KEEL_SPAN_WEEK);
  g_assert_null (keel_history_chart_new (history, KEEL_HISTORY_SLEEP, &days, KEEL_SPAN_WEEK));
  g_assert_null (keel_history_chart_new (history, KEEL_HISTORY_PLANNED, &days, KEEL_SPAN_WEEK));
  g_assert_cmpuint (keel_chart_get_n_places (mood), ==, 7);
  g_assert_cmpstr (keel_chart_get_said (mood, 6), ==, "Good");
  g_assert_null (keel_chart_get_said (mood, 5));
  g_assert_cmpstr (keel_chart_get_said (mood, 4), ==, "on average “Low”");
  g_assert_cmpstr (keel_chart_get_said (urges, 5), ==, "1 urge");
  g_assert_cmpstr (keel_chart_get_said (urges, 6), ==, "0 urges");
  g_assert_cmpint (keel_chart_find_last (urges), ==, 5);
  g_assert_cmpint (keel_chart_find_last (mood), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/chart/bars", GINT_TO_POINTER (FALSE), test_bars);
  g_test_add_data_func ("/chart/bars-mirrored", GINT_TO_POINTER (TRUE), test_bars);
  g_test_add_func ("/chart/chosen", test_chosen);
  g_test_add_data_func ("/chart/find", GINT_TO_POINTER (FALSE), test_find);
  g_test_add_data_func ("/chart/find-mirrored", GINT_TO_POINTER (TRUE), test_find);
  g_test_add_data_func ("/chart/line", GINT_TO_POINTER (FALSE), test_line);
  g_test_add_data_func ("/chart/line-mirrored", GINT_TO_POINTER (TRUE), test_line);
  g_test_add_func ("/chart/history", test_history);
  return g_test_run ();
}
