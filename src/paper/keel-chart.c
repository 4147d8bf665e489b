#include "keel-chart.h"

#include <math.h>

#include "keel-drawing.h"

/* In times of the height of a line. */
#define ABOVE_LINE 0.7
#define ABOVE_BARS 1.3
#define BELOW 1.4
#define GAP 0.4
#define STROKE 0.11
#define DOT 0.22
/* Of the room of a place. */
#define WIDE 0.7
#define COUNT 0.75
/* Of the width: the words at the ends of a line take no more. */
#define MOST_WORDS 0.3
/* More places than these have no dots each. */
#define DOTS 60

typedef struct
{
  double value;
  char *tick; /* nullable */
  char *name;
  char *said; /* nullable */
} Place;

struct _KeelChart
{
  gatomicrefcount references;
  KeelChartKind kind;
  GArray *places; /* of Place */
  double low, high;
  char *low_words, *high_words; /* nullable */
};

/* Where it is drawn. */
typedef struct
{
  const KeelChart *chart;
  cairo_t *cr;
  PangoContext *context;
  const KeelWheelColour *text, *accent;
  double width;
  double line; /* the height of one */
  double top, bottom;
  double start; /* where places begin, from where reading begins */
  double room;  /* of each of them */
  gboolean mirrored;
} Sheet;

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->tick);
  g_free (place->name);
  g_free (place->said);
}

static const Place *
get_place (const KeelChart *self, guint place)
{
  return &g_array_index (self->places, Place, place);
}

/* --- Where it stands --- */

static double
find_start (const KeelChart *self, PangoContext *context, double width, double line)
{
  double start = 0;

  if (self->low_words != NULL)
    start = keel_drawing_measure (context, self->low_words);
  if (self->high_words != NULL)
    start = MAX (start, keel_drawing_measure (context, self->high_words));
  return start > 0 ? MIN (start, width * MOST_WORDS) + line * GAP : 0;
}

static void
sheet_init (Sheet *sheet, const KeelChart *self, PangoContext *context, double width, double height)
{
  *sheet =
      (Sheet){ .chart = self, .context = context, .width = width, .line = keel_drawing_get_line (context) };
  sheet->top = sheet->line * (self->kind == KEEL_CHART_BARS ? ABOVE_BARS : ABOVE_LINE);
  sheet->bottom = MAX (height - sheet->line * BELOW, sheet->top + 1);
  sheet->start = find_start (self, context, width, sheet->line);
  sheet->room = (width - sheet->start) / MAX (self->places->len, 1);
  sheet->mirrored = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
}

static double
mirror (const Sheet *sheet, double x)
{
  return sheet->mirrored ? sheet->width - x : x;
}

static double
find_middle (const Sheet *sheet, guint place)
{
  return mirror (sheet, sheet->start + ((double) place + 0.5) * sheet->room);
}

static double
find_most (const KeelChart *self)
{
  double most = 1;

  for (guint i = 0; i < self->places->len; i++)
    {
      if (keel_chart_has_value (self, i))
        most = MAX (most, get_place (self, i)->value);
    }
  return most;
}

static double
find_height (const Sheet *sheet, double value)
{
  const KeelChart *chart = sheet->chart;
  double low = chart->kind == KEEL_CHART_BARS ? 0 : chart->low;
  double high = chart->kind == KEEL_CHART_BARS ? find_most (chart) : chart->high;
  double share = CLAMP ((value - low) / (high - low), 0, 1);

  return sheet->bottom - share * (sheet->bottom - sheet->top);
}

/* --- What is drawn --- */

/* Centred at @y, from @x on in the direction of reading, cut where it has no more @room. */
static void
draw_end (const Sheet *sheet, const char *words, double y)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (sheet->context);
  double room = sheet->start - sheet->line * GAP;
  PangoRectangle logical;

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, (int) ceil (room * PANGO_SCALE) + PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_move_to (sheet->cr, sheet->mirrored ? sheet->width - room : 0,
                 y - (double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (sheet->cr, layout);
}

static void
draw_level (const Sheet *sheet, double y, const char *words)
{
  keel_drawing_set_colour (sheet->cr, sheet->text, 0.2);
  cairo_set_line_width (sheet->cr, sheet->line / 18);
  cairo_move_to (sheet->cr, mirror (sheet, sheet->start), y);
  cairo_line_to (sheet->cr, mirror (sheet, sheet->width), y);
  cairo_stroke (sheet->cr);
  keel_drawing_set_colour (sheet->cr, sheet->text, 0.9);
  if (words != NULL)
    draw_end (sheet, words, y);
}

/* Its middle at @x, as far as it stays within the sheet. Nothing where it would reach into what begins at
 * *@limit, from where reading begins; else that is where it begins. */
static void
draw_words (const Sheet *sheet, const char *words, double x, double y, double *limit)
{
  double wide = keel_drawing_measure (sheet->context, words);
  double left = CLAMP (x - wide / 2, 0, MAX (sheet->width - wide, 0));
  double from = mirror (sheet, sheet->mirrored ? left + wide : left);

  if (from + wide > *limit)
    return;
  *limit = from - sheet->line * GAP;
  keel_drawing_add_words (sheet->cr, sheet->context, words, x, y, sheet->width);
}

/* The last one comes first: that is where one looks. */
static void
draw_ticks (const Sheet *sheet)
{
  double limit = sheet->width + 1;

  keel_drawing_set_colour (sheet->cr, sheet->text, 0.9);
  for (guint i = sheet->chart->places->len; i-- > 0;)
    {
      const Place *place = get_place (sheet->chart, i);

      if (place->tick != NULL)
        draw_words (sheet, place->tick, find_middle (sheet, i), sheet->bottom + sheet->line * (BELOW - 1),
                    &limit);
    }
}

static void
draw_bars (const Sheet *sheet, int chosen)
{
  for (guint i = 0; i < sheet->chart->places->len; i++)
    {
      double wide = MAX (sheet->room * WIDE, 1);
      double top = find_height (sheet, get_place (sheet->chart, i)->value);

      if (!keel_chart_has_value (sheet->chart, i) || get_place (sheet->chart, i)->value <= 0)
        continue;
      keel_drawing_set_colour (sheet->cr, sheet->accent,
                               chosen == KEEL_CHART_NOWHERE || chosen == (int) i ? 1 : 0.5);
      cairo_rectangle (sheet->cr, find_middle (sheet, i) - wide / 2, top, wide, sheet->bottom - top);
      cairo_fill (sheet->cr);
    }
}

static char *
write_count (const Sheet *sheet, guint place)
{
  return g_strdup_printf ("%.0f", get_place (sheet->chart, place)->value);
}

/* All of them where all have room, else that of the highest alone. */
static void
draw_counts (const Sheet *sheet)
{
  double most = find_most (sheet->chart);
  g_autofree char *widest = g_strdup_printf ("%.0f", most);
  gboolean all = keel_drawing_measure (sheet->context, widest) <= sheet->room * COUNT;
  gboolean said = FALSE;

  keel_drawing_set_colour (sheet->cr, sheet->text, 0.9);
  for (guint i = 0; i < sheet->chart->places->len; i++)
    {
      double value = get_place (sheet->chart, i)->value;
      g_autofree char *count = NULL;
      double limit = sheet->width + 1;

      if (!keel_chart_has_value (sheet->chart, i) || value <= 0 || (!all && (said || value < most)))
        continue;
      said = TRUE;
      count = write_count (sheet, i);
      draw_words (sheet, count, find_middle (sheet, i), find_height (sheet, value) - sheet->line * ABOVE_BARS,
                  &limit);
    }
}

/* Solid between neighbours; thin over places of which nothing is known. */
static void
draw_strokes (const Sheet *sheet)
{
  int before = KEEL_CHART_NOWHERE;

  cairo_set_line_width (sheet->cr, sheet->line * STROKE);
  cairo_set_line_join (sheet->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < sheet->chart->places->len; i++)
    {
      if (!keel_chart_has_value (sheet->chart, i))
        continue;
      if (before != KEEL_CHART_NOWHERE)
        {
          keel_drawing_set_colour (sheet->cr, sheet->accent, before + 1 == (int) i ? 1 : 0.35);
          cairo_move_to (sheet->cr, find_middle (sheet, (guint) before),
                         find_height (sheet, get_place (sheet->chart, (guint) before)->value));
          cairo_line_to (sheet->cr, find_middle (sheet, i),
                         find_height (sheet, get_place (sheet->chart, i)->value));
          cairo_stroke (sheet->cr);
        }
      before = (int) i;
    }
}

static gboolean
is_alone (const KeelChart *self, guint place)
{
  return !(place > 0 && keel_chart_has_value (self, place - 1)) &&
         !(place + 1 < self->places->len && keel_chart_has_value (self, place + 1));
}

static void
draw_dots (const Sheet *sheet, int chosen)
{
  const KeelChart *chart = sheet->chart;

  keel_drawing_set_colour (sheet->cr, sheet->accent, 1);
  for (guint i = 0; i < chart->places->len; i++)
    {
      gboolean stands_out = (int) i == chosen;

      if (!keel_chart_has_value (chart, i) ||
          (chart->places->len > DOTS && !stands_out && !is_alone (chart, i)))
        continue;
      cairo_arc (sheet->cr, find_middle (sheet, i), find_height (sheet, get_place (chart, i)->value),
                 sheet->line * DOT * (stands_out ? 1.6 : 1), 0, 2 * G_PI);
      cairo_fill (sheet->cr);
    }
}

static void
draw_chosen (const Sheet *sheet, int chosen)
{
  if (chosen < 0 || chosen >= (int) sheet->chart->places->len)
    return;
  keel_drawing_set_colour (sheet->cr, sheet->text, 0.5);
  cairo_set_line_width (sheet->cr, sheet->line / 18);
  cairo_move_to (sheet->cr, find_middle (sheet, (guint) chosen), sheet->top);
  cairo_line_to (sheet->cr, find_middle (sheet, (guint) chosen), sheet->bottom);
  cairo_stroke (sheet->cr);
}

void
keel_chart_draw (const KeelChart *self, cairo_t *cr, PangoContext *context, double width, double height,
                 const KeelWheelColour *text, const KeelWheelColour *accent, int chosen)
{
  Sheet sheet;

  sheet_init (&sheet, self, context, width, height);
  sheet.cr = cr;
  sheet.text = text;
  sheet.accent = accent;
  cairo_save (cr);
  cairo_new_path (cr);
  draw_level (&sheet, sheet.bottom, self->low_words);
  if (self->kind == KEEL_CHART_LINE)
    draw_level (&sheet, sheet.top, self->high_words);
  draw_chosen (&sheet, chosen);
  if (self->kind == KEEL_CHART_BARS)
    {
      draw_bars (&sheet, chosen);
      draw_counts (&sheet);
    }
  else
    {
      draw_strokes (&sheet);
      draw_dots (&sheet, chosen);
    }
  draw_ticks (&sheet);
  cairo_new_path (cr);
  cairo_restore (cr);
}

/* --- What is in it --- */

KeelChart *
keel_chart_new (KeelChartKind kind)
{
  KeelChart *self = g_new0 (KeelChart, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->high = 1;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  return self;
}

KeelChart *
keel_chart_ref (KeelChart *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
keel_chart_unref (KeelChart *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->places);
  g_free (self->low_words);
  g_free (self->high_words);
  g_free (self);
}

void
keel_chart_set_ends (KeelChart *self, double low, const char *low_words, double high, const char *high_words)
{
  g_return_if_fail (low < high);

  self->low = low;
  self->high = high;
  g_free (self->low_words);
  g_free (self->high_words);
  self->low_words = g_strdup (low_words);
  self->high_words = g_strdup (high_words);
}

void
keel_chart_add (KeelChart *self, double value, const char *tick, const char *name, const char *said)
{
  const Place place = {
    .value = value, .tick = g_strdup (tick), .name = g_strdup (name), .said = g_strdup (said)
  };

  g_array_append_val (self->places, place);
}

guint
keel_chart_get_n_places (const KeelChart *self)
{
  return self->places->len;
}

const char *
keel_chart_get_name (const KeelChart *self, guint place)
{
  return get_place (self, place)->name;
}

const char *
keel_chart_get_said (const KeelChart *self, guint place)
{
  return get_place (self, place)->said;
}

gboolean
keel_chart_has_value (const KeelChart *self, guint place)
{
  return !isnan (get_place (self, place)->value);
}

gboolean
keel_chart_has_any (const KeelChart *self, guint place)
{
  return keel_chart_has_value (self, place) &&
         (self->kind == KEEL_CHART_LINE || get_place (self, place)->value > 0);
}

int
keel_chart_find_last (const KeelChart *self)
{
  int place = (int) self->places->len - 1;

  while (place >= 0 && !keel_chart_has_any (self, (guint) place))
    place--;
  return place >= 0 ? place : KEEL_CHART_NOWHERE;
}

int
keel_chart_find (const KeelChart *self, PangoContext *context, double width, double x)
{
  Sheet sheet;

  if (self->places->len == 0)
    return KEEL_CHART_NOWHERE;
  sheet_init (&sheet, self, context, width, 1);
  return (int) CLAMP (floor ((mirror (&sheet, x) - sheet.start) / sheet.room), 0, self->places->len - 1.0);
}
