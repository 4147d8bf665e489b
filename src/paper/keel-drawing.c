#include "keel-drawing.h"

void
keel_drawing_set_colour (cairo_t *cr, const KeelWheelColour *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

double
keel_drawing_get_line (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = (double) (pango_font_metrics_get_ascent (metrics) +
                            pango_font_metrics_get_descent (metrics)) /
                  PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return height;
}

static PangoLayout *
lay_out (PangoContext *context, const char *words, PangoRectangle *logical)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_extents (layout, NULL, logical);
  return layout;
}

double
keel_drawing_measure (PangoContext *context, const char *words)
{
  PangoRectangle logical;
  g_autoptr (PangoLayout) layout = lay_out (context, words, &logical);

  return (double) logical.width / PANGO_SCALE;
}

void
keel_drawing_add_words (cairo_t *cr, PangoContext *context, const char *words, double x, double y,
                        double width)
{
  PangoRectangle logical;
  g_autoptr (PangoLayout) layout = lay_out (context, words, &logical);
  double wide = (double) logical.width / PANGO_SCALE;

  x = CLAMP (x - wide / 2, 0, MAX (width - wide, 0));
  /* Where a text is read from the right it would stand at the other end of its width. */
  cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
}
