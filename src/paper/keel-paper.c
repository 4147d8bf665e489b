#include "keel-paper.h"

#include <cairo-pdf.h>

#include "keel-page-breaks.h"

#define MARGIN 56.7 /* 20 mm */
#define LEAST_AREA 72.0
#define EDGE_SCALE 0.8 /* header and footer, of the body text */
#define EDGE_ROOM 1.8  /* times the size of the body text: what a margin with words in it has at least */

struct _KeelPaper
{
  GObject parent_instance;

  GPtrArray *blocks;
  double width, height;
  double top, right, bottom, left;
  PangoFontDescription *font;
  char *language;
  gboolean mirrored;
  char *title;
  char *header;
  KeelPageWords words;
  gpointer words_data;
  GDestroyNotify words_destroy;

  /* What was laid out; pieces is NULL until then. */
  KeelTypesetter typesetter;
  GPtrArray *strips;
  GArray *pieces;
  guint n_pages;
  double text_top, text_bottom; /* margins, with room for header and footer */
};

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} KeelPdfTarget;

G_DEFINE_TYPE (KeelPaper, keel_paper, G_TYPE_OBJECT)

static void
forget_pages (KeelPaper *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->strips, g_ptr_array_unref);
  keel_typesetter_clear (&self->typesetter);
  self->n_pages = 0;
}

static void
lay_out (KeelPaper *self)
{
  if (self->pieces != NULL)
    return;
  keel_typesetter_init (&self->typesetter, self->font, self->language, self->mirrored);
  self->typesetter.width = MAX (self->width - self->left - self->right, LEAST_AREA);
  self->text_top = MAX (self->top, self->header != NULL ? EDGE_ROOM * self->typesetter.size : 0);
  self->text_bottom = MAX (self->bottom, self->words != NULL ? EDGE_ROOM * self->typesetter.size : 0);
  self->typesetter.page_height = MAX (self->height - self->text_top - self->text_bottom, LEAST_AREA);
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strip_free);
  for (guint i = 0; i < self->blocks->len; i++)
    keel_block_lay_out (g_ptr_array_index (self->blocks, i), &self->typesetter, self->strips);
  self->pieces = keel_page_breaks_find (self->strips, self->typesetter.page_height);
  self->n_pages = 1;
  if (self->pieces->len > 0)
    self->n_pages = g_array_index (self->pieces, KeelPiece, self->pieces->len - 1).page + 1;
}

/* Pieces are in the order of pages. Returns: the first of @page, or their number. */
static guint
find_page (KeelPaper *self, guint page)
{
  guint low = 0;
  guint high = self->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, KeelPiece, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_piece (KeelPaper *self, const KeelPiece *piece, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, self->left, self->text_top + piece->y);
  if (piece->scale < 1.0)
    {
      cairo_translate (cr, self->typesetter.width * (1.0 - piece->scale) / 2, 0);
      cairo_scale (cr, piece->scale, piece->scale);
    }
  keel_strip_draw (piece->strip, cr);
  cairo_restore (cr);
}

/* One line, within the margin of height @margin that begins at @y. */
static void
draw_edge (KeelPaper *self, cairo_t *cr, const char *text, double y, double margin, KeelAlign align)
{
  const KeelTextStyle style = { .scale = EDGE_SCALE, .tabular = TRUE };
  g_autoptr (PangoLayout) layout = keel_typesetter_set (&self->typesetter, text, NULL, &style,
                                                        self->typesetter.width);
  g_autoptr (KeelStrip) strip = keel_typesetter_new_strip (&self->typesetter);
  double height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  height = keel_strip_add_layout (strip, layout, 0, 0, self->typesetter.width, align, KEEL_INK_QUIET);
  cairo_save (cr);
  cairo_translate (cr, self->left, y + (margin - height) / 2);
  keel_strip_draw (strip, cr);
  cairo_restore (cr);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  KeelPdfTarget *target = closure;

  if (target->error == NULL &&
      g_output_stream_write_all (target->stream, data, length, NULL, target->cancellable, &target->error))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (KeelPaper *self, cairo_surface_t *surface)
{
  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  /* cairo would put the time of writing there. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
}

static void
draw_pages (KeelPaper *self, cairo_t *cr, GCancellable *cancellable)
{
  for (guint page = 0; page < self->n_pages && !g_cancellable_is_cancelled (cancellable); page++)
    {
      keel_paper_draw_page (self, page, cr);
      cairo_show_page (cr);
      if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
        return;
    }
}

static void
keel_paper_finalize (GObject *object)
{
  KeelPaper *self = KEEL_PAPER (object);

  forget_pages (self);
  keel_paper_set_footer (self, NULL, NULL, NULL);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->header, g_free);
  G_OBJECT_CLASS (keel_paper_parent_class)->finalize (object);
}

static void
keel_paper_class_init (KeelPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_paper_finalize;
}

static void
keel_paper_init (KeelPaper *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->width = KEEL_PAPER_A4_WIDTH;
  self->height = KEEL_PAPER_A4_HEIGHT;
  self->top = self->right = self->bottom = self->left = MARGIN;
  self->font = pango_font_description_new ();
  keel_paper_set_font (self, "Sans", 10.5);
}

KeelPaper *
keel_paper_new (void)
{
  return g_object_new (KEEL_TYPE_PAPER, NULL);
}

void
keel_paper_set_size (KeelPaper *self, double width, double height)
{
  g_return_if_fail (KEEL_IS_PAPER (self));
  g_return_if_fail (width > 0 && height > 0);

  forget_pages (self);
  self->width = width;
  self->height = height;
}

void
keel_paper_set_margins (KeelPaper *self, double top, double right, double bottom, double left)
{
  g_return_if_fail (KEEL_IS_PAPER (self));
  g_return_if_fail (top >= 0 && right >= 0 && bottom >= 0 && left >= 0);

  forget_pages (self);
  self->top = top;
  self->right = right;
  self->bottom = bottom;
  self->left = left;
}

void
keel_paper_set_font (KeelPaper *self, const char *family, double size)
{
  g_return_if_fail (KEEL_IS_PAPER (self));
  g_return_if_fail (family != NULL);

  forget_pages (self);
  pango_font_description_set_family (self->font, family);
  pango_font_description_set_size (self->font, (int) (CLAMP (size, 4.0, 72.0) * PANGO_SCALE));
}

void
keel_paper_set_language (KeelPaper *self, const char *language, PangoDirection direction)
{
  g_return_if_fail (KEEL_IS_PAPER (self));

  forget_pages (self);
  g_free (self->language);
  self->language = g_strdup (language);
  self->mirrored = direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
}

void
keel_paper_set_title (KeelPaper *self, const char *title)
{
  g_return_if_fail (KEEL_IS_PAPER (self));

  g_free (self->title);
  self->title = title != NULL ? g_utf8_make_valid (title, -1) : NULL;
}

void
keel_paper_set_header (KeelPaper *self, const char *text)
{
  g_return_if_fail (KEEL_IS_PAPER (self));

  forget_pages (self);
  g_free (self->header);
  self->header = g_strdup (text);
}

void
keel_paper_set_footer (KeelPaper *self, KeelPageWords words, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (KEEL_IS_PAPER (self));

  forget_pages (self);
  if (self->words_destroy != NULL)
    self->words_destroy (self->words_data);
  self->words = words;
  self->words_data = data;
  self->words_destroy = destroy;
}

void
keel_paper_add (KeelPaper *self, KeelBlock *block)
{
  g_return_if_fail (KEEL_IS_PAPER (self));
  g_return_if_fail (KEEL_IS_BLOCK (block));

  forget_pages (self);
  g_ptr_array_add (self->blocks, block);
}

double
keel_paper_get_width (KeelPaper *self)
{
  g_return_val_if_fail (KEEL_IS_PAPER (self), 0);

  return self->width;
}

double
keel_paper_get_height (KeelPaper *self)
{
  g_return_val_if_fail (KEEL_IS_PAPER (self), 0);

  return self->height;
}

guint
keel_paper_get_n_pages (KeelPaper *self)
{
  g_return_val_if_fail (KEEL_IS_PAPER (self), 1);

  lay_out (self);
  return self->n_pages;
}

void
keel_paper_draw_page (KeelPaper *self, guint page, cairo_t *cr)
{
  g_autofree char *words = NULL;
  guint end;

  g_return_if_fail (KEEL_IS_PAPER (self));

  lay_out (self);
  end = find_page (self, page + 1);
  for (guint i = find_page (self, page); i < end; i++)
    draw_piece (self, &g_array_index (self->pieces, KeelPiece, i), cr);
  if (self->header != NULL)
    draw_edge (self, cr, self->header, 0, self->text_top, KEEL_ALIGN_START);
  if (self->words != NULL)
    words = self->words (page + 1, self->n_pages, self->words_data);
  if (words != NULL)
    draw_edge (self, cr, words, self->height - self->text_bottom, self->text_bottom, KEEL_ALIGN_END);
}

char *
keel_paper_get_page_text (KeelPaper *self, guint page)
{
  GString *text;
  guint end;

  g_return_val_if_fail (KEEL_IS_PAPER (self), NULL);

  lay_out (self);
  text = g_string_new (NULL);
  end = find_page (self, page + 1);
  for (guint i = find_page (self, page); i < end; i++)
    {
      gsize before = text->len;

      keel_strip_append_text (g_array_index (self->pieces, KeelPiece, i).strip, text);
      if (text->len > before)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

gboolean
keel_paper_write_pdf (KeelPaper *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  KeelPdfTarget target = { stream, cancellable, NULL };
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (KEEL_IS_PAPER (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  lay_out (self);
  surface = cairo_pdf_surface_create_for_stream (write_cb, &target, self->width, self->height);
  set_metadata (self, surface);
  cr = cairo_create (surface);
  draw_pages (self, cr, cancellable);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (target.error != NULL)
    {
      g_propagate_error (error, target.error);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}
