/* The ring goes round as one reads, as far as one has come; a card keeps its words within itself, can be read
 * on its coin, and says nothing beside them wherever it is given. */

#include <math.h>
#include <string.h>

#include "paper/keel-milestone-card.h"
#include "paper/keel-paper.h"
#include "paper/keel-ring.h"

#define SIZE 120

/* Only the arc is green. */
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

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* How much of the arc's colour stands in each half. */
static void
count_halves (const KeelRing *ring, PangoDirection direction, int *left, int *right)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = make_context (direction);

  keel_ring_draw (ring, cr, context, SIZE, SIZE, &text, &accent);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);
  *left = *right = 0;
  for (int x = 0; x < SIZE; x++)
    for (int y = 0; y < SIZE; y++)
      if ((get_pixel (surface, x, y) & 0xffffff) == 0x00ff00)
        *(x < SIZE / 2 ? left : right) += 1;
  cairo_surface_destroy (surface);
}

static void
test_share (void)
{
  static const struct
  {
    double share;
    gboolean first, second; /* whether there is something in the half that is read first, and the other */
  } rows[] = {
    { NAN, FALSE, FALSE }, { 0, FALSE, FALSE }, { 0.4, TRUE, FALSE },
    { 0.8, TRUE, TRUE },   { 1, TRUE, TRUE },   { 7, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelRing ring = { .share = rows[i].share, .number = "47", .unit = "days" };
      int left, right;

      g_test_message ("%f", rows[i].share);
      count_halves (&ring, PANGO_DIRECTION_LTR, &left, &right);
      g_assert_cmpint (right > 60, ==, rows[i].first);
      g_assert_cmpint (left > 60, ==, rows[i].second);
      count_halves (&ring, PANGO_DIRECTION_RTL, &left, &right);
      g_assert_cmpint (left > 60, ==, rows[i].first);
      g_assert_cmpint (right > 60, ==, rows[i].second);
    }
}

/* A number of any length stands within the ring. */
static void
test_number (void)
{
  static const char *const numbers[] = { "0", "47", "3650", "1,234,567 and more of them", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      KeelRing ring = { 1, numbers[i], "days in all, in any language", &accent };
      PangoContext *context = make_context (PANGO_DIRECTION_LTR);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      cairo_rectangle_t ink;

      keel_ring_draw (&ring, cr, context, SIZE, SIZE, &text, &accent);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      g_object_unref (context);
      cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
      cairo_surface_destroy (surface);
      g_assert_cmpfloat (ink.x, >=, 0);
      g_assert_cmpfloat (ink.x + ink.width, <=, SIZE);
      g_assert_cmpfloat (ink.y, >=, 0);
      g_assert_cmpfloat (ink.y + ink.height, <=, SIZE);
    }
}

static KeelMilestoneCard *
make_card (const char *number, double red, double green, double blue)
{
  KeelMilestoneCard *card = keel_milestone_card_new ("30 days");

  card->number = g_strdup (number);
  card->unit = g_strdup ("days");
  card->line = g_strdup ("One morning at a time, with tea, and with the longest line that anybody ever wrote "
                         "on a card that is as small as this one is");
  card->date = g_strdup ("22 November 2026");
  card->colour = (KeelWheelColour){ red, green, blue };
  return card;
}

static double
get_light (guint32 pixel)
{
  double sum = 0;
  const double weights[] = { 0.0722, 0.7152, 0.2126 };

  for (int i = 0; i < 3; i++)
    sum += weights[i] * pow (((pixel >> (8 * i)) & 0xff) / 255.0, 2.2);
  return sum;
}

/* The most that two neighbours in the middle of the coin differ: number and ground, as WCAG has it. */
static double
find_contrast (const KeelMilestoneCard *card)
{
  const int width = 400, height = 300;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = make_context (PANGO_DIRECTION_LTR);
  double least = 1, most = 0;

  keel_milestone_card_draw (card, cr, context, width, height, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);
  for (int x = width / 2 - 30; x < width / 2 + 30; x++)
    for (int y = height / 3 - 30; y < height / 3 + 30; y++)
      {
        least = MIN (least, get_light (get_pixel (surface, x, y)));
        most = MAX (most, get_light (get_pixel (surface, x, y)));
      }
  cairo_surface_destroy (surface);
  return (most + 0.05) / (least + 0.05);
}

static void
test_coin (void)
{
  static const char *const colours[] = { "#FFFFFF", "#C0C0C0", "#808080", "#000000", "#C8102E",
                                         "#F4A6C0", "#F58220", "#FFD100", "#D4AF37", "#CD7F32",
                                         "#00843D", "#0057B8", "#6A2C91", "#E3F5C4", "#00308F" };

  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      guint64 value = g_ascii_strtoull (colours[i] + 1, NULL, 16);
      double red = (double) (value >> 16) / 255, green = (double) (value >> 8 & 0xff) / 255;
      g_autoptr (KeelMilestoneCard) days = make_card ("30", red, green, (double) (value & 0xff) / 255);
      g_autoptr (KeelMilestoneCard) tick = make_card (NULL, red, green, (double) (value & 0xff) / 255);

      g_test_message ("%s", colours[i]);
      g_assert_cmpfloat (find_contrast (days), >=, 4.4);
      g_assert_cmpfloat (find_contrast (tick), >=, 4.4);
    }
}

static gboolean
has (GBytes *bytes, const char *word)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + strlen (word) <= length; i++)
    if (memcmp (data + i, word, strlen (word)) == 0)
      return TRUE;
  return FALSE;
}

/* A picture tells neither what made it nor when. */
static void
test_picture (void)
{
  g_autoptr (KeelMilestoneCard) card = make_card ("30", 0.8, 0.1, 0.1);
  PangoContext *context = make_context (PANGO_DIRECTION_LTR);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = keel_milestone_card_to_png (card, context, 1200, &error);

  g_object_unref (context);
  g_assert_no_error (error);
  g_assert_true (has (bytes, "PNG"));
  g_assert_true (has (bytes, "IHDR"));
  g_assert_false (has (bytes, "tEXt"));
  g_assert_false (has (bytes, "iTXt"));
  g_assert_false (has (bytes, "tIME"));
}

static void
test_too_large (void)
{
  g_autoptr (KeelMilestoneCard) card = make_card ("30", 0.8, 0.1, 0.1);
  PangoContext *context = make_context (PANGO_DIRECTION_LTR);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = keel_milestone_card_to_png (card, context, 1000000, &error);

  g_object_unref (context);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_page (void)
{
  g_autoptr (KeelMilestoneCard) card = make_card ("30", 0.8, 0.1, 0.1);
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autofree char *words = NULL;
  g_autofree char *page = NULL;

  keel_paper_add (paper, keel_milestone_block_new (card));
  words = keel_milestone_card_describe (card);
  page = keel_paper_get_page_text (paper, 0);
  g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, 1);
  g_assert_true (g_str_has_prefix (words, "30 days\n"));
  g_assert_cmpstr (g_strstrip (page), ==, words);
  keel_paper_set_size (paper, 200, 150);
  g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ring/share", test_share);
  g_test_add_func ("/ring/number", test_number);
  g_test_add_func ("/milestone-card/coin", test_coin);
  g_test_add_func ("/milestone-card/picture", test_picture);
  g_test_add_func ("/milestone-card/too-large", test_too_large);
  g_test_add_func ("/milestone-card/page", test_page);
  return g_test_run ();
}
