#include "keel-row.h"

typedef struct
{
  PangoLayout *layout;
  double x, width;
  KeelAlign align;
  KeelInk ink;
  gboolean continues; /* the cell before it, with more lines */
} KeelCell;

/* Pango takes time in proportion to the square of the number of paragraphs in a layout, and of the length of
 * a word. */
#define ENOUGH 1000      /* bytes in a layout, before it ends with a paragraph */
#define LONGEST_WORD 500 /* letters; then a line ends */

/* A line across all cells. */
typedef struct
{
  double above, below; /* the baseline */
  double y;            /* from the top of the row */
} KeelLine;

static void
clear_cell_cb (gpointer data)
{
  KeelCell *cell = data;

  g_clear_object (&cell->layout);
}

static KeelLine *
get_line (GArray *lines, guint i)
{
  return &g_array_index (lines, KeelLine, i);
}

/* Returns: one after its last line */
static guint
measure_cell (const KeelCell *cell, GArray *lines, guint i)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      PangoRectangle logical;
      double baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      baseline = pango_layout_iter_get_baseline (iter) - logical.y;
      if (i == lines->len)
        g_array_set_size (lines, i + 1);
      get_line (lines, i)->above = MAX (get_line (lines, i)->above, baseline / PANGO_SCALE);
      get_line (lines, i)->below = MAX (get_line (lines, i)->below,
                                        (logical.height - baseline) / PANGO_SCALE);
      i++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return i;
}

static GArray *
measure (const KeelRow *self, double *height)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (KeelLine));
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const KeelCell *cell = &g_array_index (self->cells, KeelCell, i);

      n = measure_cell (cell, lines, cell->continues ? n : 0);
    }
  *height = self->padding_above + self->padding_below;
  for (guint i = 0; i < lines->len; i++)
    {
      KeelLine *line = get_line (lines, i);

      line->below += (line->above + line->below) * (self->leading - 1.0);
      line->y = *height - self->padding_below;
      *height += line->above + line->below;
    }
  return lines;
}

/* The strips for @n_lines lines: as many, or one. */
static void
make_strips (const KeelRow *self, const KeelTypesetter *typesetter, GPtrArray *strips, guint n_lines,
             gboolean split)
{
  guint n = split ? n_lines : 1;

  for (guint i = 0; i < n; i++)
    {
      KeelStrip *strip = keel_typesetter_new_strip (typesetter);

      strip->space_before = i == 0 ? self->space_before : 0;
      strip->header = self->header;
      strip->keep_with_next = self->keep_with_next || (n > 1 && (i == 0 || i + 2 == n));
      g_ptr_array_add (strips, strip);
    }
}

/* Its lines from the @i-th of the row on. Returns: one after the last */
static guint
draw_cell (const KeelRow *self, const KeelCell *cell, GPtrArray *strips, guint first, GArray *lines,
           gboolean split, guint i)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      KeelStrip *strip = g_ptr_array_index (strips, split ? first + i : first);
      double y = split && i > 0 ? 0 : get_line (lines, i)->y;

      keel_strip_add_line (strip, cell->layout, pango_layout_iter_get_line_readonly (iter), cell->x,
                           y + get_line (lines, i)->above, cell->width, cell->align, cell->ink);
      i++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return i;
}

static void
set_heights (const KeelRow *self, GPtrArray *strips, guint first, GArray *lines, double height,
             gboolean split)
{
  KeelStrip *strip = g_ptr_array_index (strips, first);

  if (!split)
    {
      strip->height = height;
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      strip = g_ptr_array_index (strips, first + i);
      strip->height = get_line (lines, i)->above + get_line (lines, i)->below;
      strip->height += i == 0 ? self->padding_above : 0;
      strip->height += i + 1 == lines->len ? self->padding_below : 0;
    }
}

static void
append_cell (KeelRow *self, const KeelCell *cell)
{
  if (self->cells == NULL)
    {
      self->cells = g_array_new (FALSE, FALSE, sizeof (KeelCell));
      g_array_set_clear_func (self->cells, clear_cell_cb);
    }
  g_array_append_vals (self->cells, cell, 1);
}

/* How much of @text goes into one layout. Returns: (nullable): where the next begins, if there is one */
static const char *
find_end (const char *text, gsize *length)
{
  guint letters = 0;
  const char *at;

  for (at = text; *at != '\0'; at++)
    {
      *length = (gsize) (at - text);
      if (*at == '\n' && *length >= ENOUGH)
        {
          if (at[-1] == '\r')
            *length -= 1;
          return at + 1;
        }
      /* A byte that begins a letter. */
      if (((guchar) *at & 0xc0) != 0x80 && letters++ == LONGEST_WORD)
        return at;
      /* From U+0800 on are the scripts that are written without spaces. */
      if (g_ascii_isspace (*at) || (guchar) *at >= 0xe0)
        letters = 0;
    }
  *length = (gsize) (at - text);
  return NULL;
}

static PangoAttrList *
copy_attributes (PangoAttrList *attributes, int start)
{
  PangoAttrList *copy = attributes != NULL ? pango_attr_list_copy (attributes) : NULL;

  if (copy != NULL && start > 0)
    pango_attr_list_update (copy, 0, start, 0);
  return copy;
}

void
keel_row_clear (KeelRow *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
}

void
keel_row_add_layout (KeelRow *self, PangoLayout *layout, double x, double width, KeelAlign align, KeelInk ink)
{
  KeelCell cell = { layout, x, width, align, ink, FALSE };

  append_cell (self, &cell);
}

void
keel_row_add (KeelRow *self, const KeelTypesetter *typesetter, const char *text, const KeelCellStyle *style,
              double x, double width)
{
  KeelCell cell = { NULL, x, width, style->align, style->ink, FALSE };
  const char *start = text;

  do
    {
      gsize length;
      const char *next = find_end (start, &length);
      g_autofree char *part = g_strndup (start, length);
      g_autoptr (PangoAttrList) attributes = copy_attributes (style->attributes, (int) (start - text));

      cell.layout = keel_typesetter_set (typesetter, part, attributes, &style->text, width);
      append_cell (self, &cell);
      cell.continues = TRUE;
      start = next;
    }
  while (start != NULL);
}

KeelStrip *
keel_row_set (KeelRow *self, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  guint first = strips->len;
  double height;
  g_autoptr (GArray) lines = NULL;
  gboolean split;
  KeelStrip *last;
  guint n = 0;

  g_assert (self->cells != NULL);
  lines = measure (self, &height);
  split = lines->len > 1 && height >= self->split_from;
  make_strips (self, typesetter, strips, lines->len, split);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const KeelCell *cell = &g_array_index (self->cells, KeelCell, i);

      n = draw_cell (self, cell, strips, first, lines, split, cell->continues ? n : 0);
    }
  set_heights (self, strips, first, lines, height, split);
  self->baseline = self->padding_above + get_line (lines, 0)->above;

  last = g_ptr_array_index (strips, strips->len - 1);
  if (self->rule > 0)
    keel_strip_add_shape (last, KEEL_SHAPE_FILL, 0, last->height - self->rule, typesetter->width, self->rule,
                          self->rule_ink);
  return g_ptr_array_index (strips, first);
}
