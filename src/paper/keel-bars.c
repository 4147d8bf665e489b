#include "keel-bars.h"

#include "keel-drawing.h"

/* In times of the height of a line. */
#define ABOVE 1.3
#define BELOW 1.4
/* Of the room of a bar. */
#define WIDE 0.7

typedef struct
{
  guint count;
  char *label; /* nullable */
} Bar;

struct _KeelBars
{
  GArray *bars; /* of Bar */
};

/* Where they stand. */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  double width, height;
  double line; /* the height of one */
  double room; /* for each bar */
  gboolean mirrored;
} Place;

static void
clear_bar (gpointer data)
{
  g_free (((Bar *) data)->label);
}

static const Bar *
get_bar (const KeelBars *self, guint place)
{
  return &g_array_index (self->bars, Bar, place);
}

static guint
find_most (const KeelBars *self)
{
  guint most = 1;

  for (guint i = 0; i < self->bars->len; i++)
    most = MAX (most, get_bar (self, i)->count);
  return most;
}

static double
find_middle (const KeelBars *self, const Place *place, guint bar)
{
  double x = ((double) bar + 0.5) * place->room;

  return place->mirrored ? place->width - x : x;
}

/* Left out where it has not @room. */
static void
draw_words (const Place *place, const char *words, double x, double y, double room)
{
  if (keel_drawing_measure (place->context, words) <= room)
    keel_drawing_add_words (place->cr, place->context, words, x, y, place->width);
}

static double
find_top (const KeelBars *self, const Place *place, guint bar)
{
  double most = place->height - place->line * (ABOVE + BELOW);
  double share = (double) get_bar (self, bar)->count / find_most (self);

  return place->line * ABOVE + MAX (most, 1) * (1 - share);
}

static void
draw_bars (const KeelBars *self, const Place *place)
{
  double bottom = MAX (place->height - place->line * BELOW, 1);

  for (guint i = 0; i < self->bars->len; i++)
    {
      double top = find_top (self, place, i);

      if (get_bar (self, i)->count > 0)
        cairo_rectangle (place->cr, find_middle (self, place, i) - place->room * WIDE / 2, top,
                         place->room * WIDE, MAX (bottom - top, 0));
    }
  cairo_fill (place->cr);
}

static void
draw_labels (const KeelBars *self, const Place *place)
{
  double bottom = MAX (place->height - place->line * BELOW, 1);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      double x = find_middle (self, place, i);
      g_autofree char *count = g_strdup_printf ("%u", bar->count);

      if (bar->count > 0)
        draw_words (place, count, x, find_top (self, place, i) - place->line * ABOVE, place->room * 1.2);
      if (bar->label != NULL)
        draw_words (place, bar->label, x, bottom + place->line * (BELOW - 1), place->width);
    }
}

KeelBars *
keel_bars_new (void)
{
  KeelBars *self = g_new0 (KeelBars, 1);

  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
  return self;
}

void
keel_bars_free (KeelBars *self)
{
  g_array_unref (self->bars);
  g_free (self);
}

void
keel_bars_add (KeelBars *self, guint count, const char *label)
{
  const Bar bar = { .count = count, .label = g_strdup (label) };

  g_array_append_val (self->bars, bar);
}

void
keel_bars_draw (const KeelBars *self, cairo_t *cr, PangoContext *context, double width, double height,
                const KeelWheelColour *text, const KeelWheelColour *accent)
{
  const Place place = { .cr = cr,
                        .context = context,
                        .width = width,
                        .height = height,
                        .line = keel_drawing_get_line (context),
                        .room = self->bars->len > 0 ? width / self->bars->len : width,
                        .mirrored = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL };
  double bottom = MAX (height - place.line * BELOW, 1);

  cairo_save (cr);
  cairo_new_path (cr);
  keel_drawing_set_colour (cr, text, 0.2);
  cairo_set_line_width (cr, place.line / 18);
  cairo_move_to (cr, 0, bottom);
  cairo_line_to (cr, width, bottom);
  cairo_stroke (cr);
  keel_drawing_set_colour (cr, accent, 1);
  draw_bars (self, &place);
  keel_drawing_set_colour (cr, text, 0.9);
  draw_labels (self, &place);
  cairo_new_path (cr);
  cairo_restore (cr);
}
