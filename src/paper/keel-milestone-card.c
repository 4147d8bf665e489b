#include "keel-milestone-card.h"

#include <math.h>

#include "keel-drawing.h"
#include "keel-ring.h"

/* In times of the height of the card. */
#define WATER 0.6  /* from the top: where the surface is */
#define COIN 0.235 /* the radius of the coin */
#define COIN_MIDDLE 0.34
#define SUNK 0.2 /* deeper, before it has risen */
#define RIM 0.012
#define TITLE_TOP 0.7
#define TITLE_HEIGHT 0.115
#define LINE_TOP 0.815
#define LINE_HEIGHT 0.075
#define DATE_TOP 0.9
#define DATE_HEIGHT 0.055

/* Circles of light around the coin, and ripples below it. */
#define HALOS 4
#define HALO_STEP 0.07
#define RIPPLES 5

/* Of the width. */
#define WORDS 0.86

static const KeelWheelColour text_colour = { 0.13, 0.16, 0.17 };
static const KeelWheelColour quiet_colour = { 0.32, 0.37, 0.38 };
static const KeelWheelColour water_colour = { 0.05, 0.43, 0.43 };

static void
draw_sky (cairo_t *cr, double width, double height)
{
  cairo_pattern_t *sky = cairo_pattern_create_linear (0, 0, 0, height * WATER);

  cairo_pattern_add_color_stop_rgb (sky, 0, 1, 1, 1);
  cairo_pattern_add_color_stop_rgb (sky, 1, 0.91, 0.96, 0.96);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, width, height * WATER);
  cairo_set_source (cr, sky);
  cairo_fill (cr);
  cairo_pattern_destroy (sky);
}

/* Only above the water. */
static void
draw_halos (cairo_t *cr, double x, double y, double height, double risen)
{
  cairo_set_line_width (cr, MAX (height * 0.004, 0.6));
  for (int i = 1; i <= HALOS; i++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, height * (COIN + HALO_STEP * i * risen), 0, 2 * G_PI);
      keel_drawing_set_colour (cr, &water_colour, 0.26 * risen * (HALOS + 1 - i) / HALOS);
      cairo_stroke (cr);
    }
}

/* Black or white, whichever is read better on @colour. */
static gboolean
is_dark (const KeelWheelColour *colour)
{
  return 0.2126 * pow (colour->red, 2.2) + 0.7152 * pow (colour->green, 2.2) +
             0.0722 * pow (colour->blue, 2.2) <
         0.18;
}

static void
draw_tick (cairo_t *cr, double x, double y, double size)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x - size * 0.5, y + size * 0.02);
  cairo_line_to (cr, x - size * 0.12, y + size * 0.38);
  cairo_line_to (cr, x + size * 0.52, y - size * 0.36);
  cairo_set_line_width (cr, size * 0.14);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_face (const KeelMilestoneCard *self, cairo_t *cr, PangoContext *context, double x, double y,
           double radius)
{
  double number = radius * (self->unit != NULL ? 0.92 : 1.1);
  double unit = self->unit != NULL ? radius * 0.36 : 0;
  double top = y - (number + unit) / 2;
  double shade = is_dark (&self->colour) ? 1 : 0.08;

  cairo_set_source_rgb (cr, shade, shade, shade);
  if (self->number == NULL)
    {
      draw_tick (cr, x, y, radius);
      return;
    }
  keel_ring_draw_words (cr, context, self->number, PANGO_WEIGHT_BOLD, x, top, radius * 1.5, number);
  if (self->unit != NULL)
    keel_ring_draw_words (cr, context, self->unit, PANGO_WEIGHT_NORMAL, x, top + number, radius * 1.2, unit);
}

static void
draw_coin (const KeelMilestoneCard *self, cairo_t *cr, PangoContext *context, double x, double y,
           double height)
{
  double radius = height * COIN;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  keel_drawing_set_colour (cr, &self->colour, 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, height * RIM);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.28);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, radius * 0.9, 0, 2 * G_PI);
  cairo_set_line_width (cr, height * RIM / 3);
  cairo_set_source_rgba (cr, is_dark (&self->colour), is_dark (&self->colour), is_dark (&self->colour), 0.45);
  cairo_stroke (cr);
  draw_face (self, cr, context, x, y, radius);
}

/* What is below the surface is not seen: still water, with a few lines that the coin has left on it. */
static void
draw_water (cairo_t *cr, double x, double width, double height, double risen)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, MAX (height * 0.005, 0.6));
  for (int i = 0; i < RIPPLES; i++)
    {
      double half = width * (0.44 - 0.075 * i) * (0.6 + 0.4 * risen);
      double y = height * (WATER + 0.018 * i);

      cairo_new_path (cr);
      cairo_move_to (cr, x - half, y);
      cairo_line_to (cr, x + half, y);
      keel_drawing_set_colour (cr, &water_colour, 0.85 - 0.16 * i);
      cairo_stroke (cr);
    }
}

static void
draw_words (const KeelMilestoneCard *self, cairo_t *cr, PangoContext *context, double width, double height)
{
  keel_drawing_set_colour (cr, &text_colour, 1);
  keel_ring_draw_words (cr, context, self->title, PANGO_WEIGHT_SEMIBOLD, width / 2, height * TITLE_TOP,
                        width * WORDS, height * TITLE_HEIGHT);
  if (self->line != NULL)
    keel_ring_draw_words (cr, context, self->line, PANGO_WEIGHT_NORMAL, width / 2, height * LINE_TOP,
                          width * WORDS, height * LINE_HEIGHT);
  if (self->date == NULL)
    return;
  keel_drawing_set_colour (cr, &quiet_colour, 1);
  keel_ring_draw_words (cr, context, self->date, PANGO_WEIGHT_NORMAL, width / 2,
                        height * (self->line != NULL ? DATE_TOP : LINE_TOP), width * WORDS,
                        height * DATE_HEIGHT);
}

void
keel_milestone_card_draw (const KeelMilestoneCard *self, cairo_t *cr, PangoContext *context, double width,
                          double height, double risen)
{
  double x = width / 2;
  double y = height * (COIN_MIDDLE + SUNK * (1 - risen));

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  draw_sky (cr, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height * WATER);
  cairo_clip (cr);
  draw_halos (cr, x, y, height, risen);
  draw_coin (self, cr, context, x, y, height);
  cairo_restore (cr);
  draw_water (cr, x, width, height, risen);
  draw_words (self, cr, context, width, height);
  cairo_new_path (cr);
  cairo_restore (cr);
}

char *
keel_milestone_card_describe (const KeelMilestoneCard *self)
{
  GString *words = g_string_new (self->title);

  if (self->line != NULL)
    g_string_append_printf (words, "\n%s", self->line);
  if (self->date != NULL)
    g_string_append_printf (words, "\n%s", self->date);
  return g_string_free (words, FALSE);
}

static cairo_status_t
write_cb (gpointer data, const guchar *bytes, guint length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
keel_milestone_card_to_png (const KeelMilestoneCard *self, PangoContext *context, int width, GError **error)
{
  int height = (int) round (width * KEEL_MILESTONE_CARD_HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();
  cairo_status_t status;

  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    keel_milestone_card_draw (self, cr, context, width, height, 1);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

KeelMilestoneCard *
keel_milestone_card_new (const char *title)
{
  KeelMilestoneCard *self = g_new0 (KeelMilestoneCard, 1);

  self->title = g_strdup (title);
  self->colour = water_colour;
  return self;
}

KeelMilestoneCard *
keel_milestone_card_copy (const KeelMilestoneCard *self)
{
  KeelMilestoneCard *copy = keel_milestone_card_new (self->title);

  copy->number = g_strdup (self->number);
  copy->unit = g_strdup (self->unit);
  copy->line = g_strdup (self->line);
  copy->date = g_strdup (self->date);
  copy->colour = self->colour;
  return copy;
}

void
keel_milestone_card_free (KeelMilestoneCard *self)
{
  g_free (self->number);
  g_free (self->unit);
  g_free (self->title);
  g_free (self->line);
  g_free (self->date);
  g_free (self);
}
