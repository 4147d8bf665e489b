/* A strip keeps what is on it as a list of marks, so that drawing, mirroring and reading aloud are written
 * once. */

#include "keel-strip.h"

#include <math.h>

typedef enum
{
  KEEL_MARK_TEXT,
  KEEL_MARK_SHAPE,
  KEEL_MARK_DRAWING,
} KeelMarkKind;

typedef struct
{
  KeelMarkKind kind;
  KeelInk ink;
  double x, y, width, height; /* x from the left; y of text is its baseline */

  PangoLayout *layout; /* a line without its layout has no text to give to a PDF */
  PangoLayoutLine *line;
  double scale;

  KeelShape shape;

  char *description;
  KeelDrawing drawing;
  gpointer data;
  GDestroyNotify destroy;
} KeelMark;

static const double inks[][3] = {
  [KEEL_INK_TEXT] = { 0.11, 0.12, 0.13 },   [KEEL_INK_QUIET] = { 0.36, 0.38, 0.40 },
  [KEEL_INK_LINE] = { 0.76, 0.78, 0.79 },   [KEEL_INK_ACCENT] = { 0.00, 0.40, 0.40 },
  [KEEL_INK_TINT] = { 0.915, 0.96, 0.955 },
};

static void
clear_mark_cb (gpointer data)
{
  KeelMark *mark = data;

  g_clear_pointer (&mark->line, pango_layout_line_unref);
  g_clear_object (&mark->layout);
  g_clear_pointer (&mark->description, g_free);
  if (mark->destroy != NULL)
    mark->destroy (mark->data);
}

static double
get_left (const KeelStrip *self, double x, double width)
{
  return self->mirrored ? self->width - x - width : x;
}

/* How much of the room that a line leaves free is on its left. */
static double
get_share_of_left (const KeelStrip *self, PangoLayoutLine *line, KeelAlign align)
{
  gboolean right = self->mirrored;

  if (align == KEEL_ALIGN_CENTER)
    return 0.5;
  if (align == KEEL_ALIGN_NATURAL)
    right = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  else if (align == KEEL_ALIGN_END)
    right = !right;
  return right ? 1.0 : 0.0;
}

static void
draw_text (const KeelMark *mark, cairo_t *cr)
{
  cairo_translate (cr, mark->x, mark->y);
  cairo_scale (cr, mark->scale, mark->scale);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout_line (cr, mark->line);
}

static void
draw_tick (const KeelMark *mark, cairo_t *cr)
{
  cairo_set_line_width (cr, mark->width * 0.14);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, mark->x + mark->width * 0.18, mark->y + mark->height * 0.54);
  cairo_line_to (cr, mark->x + mark->width * 0.42, mark->y + mark->height * 0.78);
  cairo_line_to (cr, mark->x + mark->width * 0.84, mark->y + mark->height * 0.24);
  cairo_stroke (cr);
}

static void
draw_shape (const KeelMark *mark, cairo_t *cr)
{
  double inset = KEEL_STRIP_HAIRLINE / 2;

  switch (mark->shape)
    {
    case KEEL_SHAPE_FILL:
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case KEEL_SHAPE_FRAME:
      cairo_set_line_width (cr, KEEL_STRIP_HAIRLINE);
      cairo_rectangle (cr, mark->x + inset, mark->y + inset, mark->width - KEEL_STRIP_HAIRLINE,
                       mark->height - KEEL_STRIP_HAIRLINE);
      cairo_stroke (cr);
      break;
    case KEEL_SHAPE_DISC:
      cairo_translate (cr, mark->x + mark->width / 2, mark->y + mark->height / 2);
      cairo_scale (cr, mark->width / 2, mark->height / 2);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case KEEL_SHAPE_TICK:
      draw_tick (mark, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_mark (const KeelMark *mark, cairo_t *cr)
{
  const double *ink = inks[mark->ink];

  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  switch (mark->kind)
    {
    case KEEL_MARK_TEXT:
      draw_text (mark, cr);
      break;
    case KEEL_MARK_SHAPE:
      draw_shape (mark, cr);
      break;
    case KEEL_MARK_DRAWING:
      cairo_translate (cr, mark->x, mark->y);
      mark->drawing (cr, mark->width, mark->height, mark->data);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
keel_ink_get_rgb (KeelInk ink, double *red, double *green, double *blue)
{
  *red = inks[ink][0];
  *green = inks[ink][1];
  *blue = inks[ink][2];
}

KeelStrip *
keel_strip_new (double width, gboolean mirrored)
{
  KeelStrip *self = g_new0 (KeelStrip, 1);

  self->width = width;
  self->mirrored = mirrored;
  self->marks = g_array_new (FALSE, TRUE, sizeof (KeelMark));
  g_array_set_clear_func (self->marks, clear_mark_cb);
  return self;
}

void
keel_strip_free (KeelStrip *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

void
keel_strip_add_line (KeelStrip *self, PangoLayout *layout, PangoLayoutLine *line, double x, double baseline,
                     double width, KeelAlign align, KeelInk ink)
{
  KeelMark mark = { .kind = KEEL_MARK_TEXT, .ink = ink, .y = baseline, .scale = 1.0 };
  PangoRectangle logical;
  double taken;

  pango_layout_line_get_extents (line, NULL, &logical);
  taken = (double) logical.width / PANGO_SCALE;
  if (taken > width && width > 0)
    {
      mark.scale = width / taken;
      taken = width;
    }
  mark.width = taken;
  mark.x = get_left (self, x, width) + (width - taken) * get_share_of_left (self, line, align);
  mark.layout = g_object_ref (layout);
  mark.line = pango_layout_line_ref (line);
  g_array_append_val (self->marks, mark);
}

double
keel_strip_add_layout (KeelStrip *self, PangoLayout *layout, double x, double y, double width,
                       KeelAlign align, KeelInk ink)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;

  do
    {
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      keel_strip_add_line (self, layout, pango_layout_iter_get_line_readonly (iter), x, y + baseline, width,
                           align, ink);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

void
keel_strip_add_shape (KeelStrip *self, KeelShape shape, double x, double y, double width, double height,
                      KeelInk ink)
{
  KeelMark mark = { .kind = KEEL_MARK_SHAPE, .ink = ink, .shape = shape };

  mark.x = get_left (self, x, width);
  mark.y = y;
  mark.width = width;
  mark.height = height;
  g_array_append_val (self->marks, mark);
}

void
keel_strip_add_drawing (KeelStrip *self, double x, double y, double width, double height, KeelInk ink,
                        const char *description, KeelDrawing drawing, gpointer data, GDestroyNotify destroy)
{
  KeelMark mark = {
    .kind = KEEL_MARK_DRAWING, .ink = ink, .drawing = drawing, .data = data, .destroy = destroy
  };

  mark.x = get_left (self, x, width);
  mark.y = y;
  mark.width = width;
  mark.height = height;
  mark.description = g_strdup (description);
  g_array_append_val (self->marks, mark);
}

void
keel_strip_draw (const KeelStrip *self, cairo_t *cr)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      cairo_save (cr);
      draw_mark (&g_array_index (self->marks, KeelMark, i), cr);
      cairo_restore (cr);
    }
  cairo_new_path (cr);
}

void
keel_strip_append_text (const KeelStrip *self, GString *text)
{
  PangoLayout *last = NULL;
  gboolean first = TRUE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const KeelMark *mark = &g_array_index (self->marks, KeelMark, i);
      const char *words = mark->description;
      gssize length = -1;

      if (mark->kind == KEEL_MARK_TEXT)
        {
          words = pango_layout_get_text (mark->layout) + mark->line->start_index;
          length = mark->line->length;
        }
      if (words == NULL || length == 0)
        continue;
      if (!first && (mark->layout == NULL || mark->layout != last))
        g_string_append_c (text, '\t');
      else if (!first && text->len > 0 && !g_ascii_isspace (text->str[text->len - 1]))
        g_string_append_c (text, ' ');
      g_string_append_len (text, words, length);
      last = mark->layout;
      first = FALSE;
    }
}
