#include "keel-typesetter.h"

static PangoAttrList *
make_attributes (const KeelTextStyle *style, PangoAttrList *wanted)
{
  PangoAttrList *list = wanted != NULL ? pango_attr_list_copy (wanted) : pango_attr_list_new ();

  /* A hyphen at the end of half a link would be read as part of it. */
  pango_attr_list_insert_before (list, pango_attr_insert_hyphens_new (FALSE));
  if (style == NULL)
    return list;
  if (style->scale > 0)
    pango_attr_list_insert_before (list, pango_attr_scale_new (style->scale));
  if (style->weight > 0)
    pango_attr_list_insert_before (list, pango_attr_weight_new (style->weight));
  if (style->tabular)
    pango_attr_list_insert_before (list, pango_attr_font_features_new ("tnum=1"));
  return list;
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A unit is a point, and a page breaks the same way on the screen and on paper. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

void
keel_typesetter_init (KeelTypesetter *self, const PangoFontDescription *font, const char *language,
                      gboolean mirrored)
{
  self->context = make_context ();
  self->size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  self->mirrored = mirrored;
  pango_context_set_font_description (self->context, font);
  pango_context_set_base_dir (self->context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  if (language != NULL)
    pango_context_set_language (self->context, pango_language_from_string (language));
}

void
keel_typesetter_clear (KeelTypesetter *self)
{
  g_clear_object (&self->context);
}

PangoLayout *
keel_typesetter_set (const KeelTypesetter *self, const char *text, PangoAttrList *attributes,
                     const KeelTextStyle *style, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  gboolean valid = g_utf8_validate (text, -1, NULL);
  /* Attributes count bytes, which are others once the text is mended. */
  g_autoptr (PangoAttrList) all = make_attributes (style, valid ? attributes : NULL);
  g_autofree char *mended = valid ? NULL : g_utf8_make_valid (text, -1);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (layout, all);
  pango_layout_set_text (layout, valid ? text : mended, -1);
  return layout;
}

double
keel_typesetter_get_letter_width (const KeelTypesetter *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, NULL, NULL);
  double width = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return width;
}

KeelStrip *
keel_typesetter_new_strip (const KeelTypesetter *self)
{
  return keel_strip_new (self->width, self->mirrored);
}
