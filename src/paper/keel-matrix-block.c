#include "keel-matrix-block.h"

#include "keel-row.h"

/* In times of the body text's size. */
#define PADDING 0.45
#define BETWEEN 0.2
#define INDENT 1.0
#define DISC 0.26
#define SPACE_AFTER 0.9

#define LEADING 1.06
#define SPLIT_SHARE (1.0 / 3.0) /* of a page */

struct _KeelMatrixBlock
{
  KeelBlock parent_instance;

  char *rows[2];
  char *sides[2];
  GPtrArray *lines[2][2]; /* of texts */
};

/* A matrix that is being laid out. */
typedef struct
{
  KeelMatrixBlock *matrix;
  const KeelTypesetter *typesetter;
  GPtrArray *strips;
  double padding;
  double column;
  KeelStrip *header;
} KeelMatrixSetting;

G_DEFINE_TYPE (KeelMatrixBlock, keel_matrix_block, KEEL_TYPE_BLOCK)

static const KeelCellStyle line_style = { { .tabular = TRUE }, KEEL_ALIGN_START, KEEL_INK_TEXT };
static const KeelCellStyle side_style = { { .weight = PANGO_WEIGHT_BOLD }, KEEL_ALIGN_START, KEEL_INK_QUIET };
static const KeelCellStyle name_style = { { .weight = PANGO_WEIGHT_BOLD },
                                          KEEL_ALIGN_START,
                                          KEEL_INK_ACCENT };

/* The frame is made of the edges of each strip, so that it is whole wherever a page ends. */
static void
draw_edges (const KeelMatrixSetting *setting, guint first, gboolean divided)
{
  double width = setting->typesetter->width;

  for (guint i = first; i < setting->strips->len; i++)
    {
      KeelStrip *strip = g_ptr_array_index (setting->strips, i);

      keel_strip_add_shape (strip, KEEL_SHAPE_FILL, 0, 0, KEEL_STRIP_HAIRLINE, strip->height, KEEL_INK_LINE);
      keel_strip_add_shape (strip, KEEL_SHAPE_FILL, width - KEEL_STRIP_HAIRLINE, 0, KEEL_STRIP_HAIRLINE,
                            strip->height, KEEL_INK_LINE);
      if (divided)
        keel_strip_add_shape (strip, KEEL_SHAPE_FILL, setting->column - KEEL_STRIP_HAIRLINE / 2, 0,
                              KEEL_STRIP_HAIRLINE, strip->height, KEEL_INK_LINE);
    }
}

static void
set_header (KeelMatrixSetting *setting)
{
  g_auto (KeelRow) row = KEEL_ROW_INIT;
  guint first = setting->strips->len;

  for (guint i = 0; i < 2; i++)
    keel_row_add (&row, setting->typesetter, setting->matrix->sides[i], &side_style,
                  i * setting->column + setting->padding, setting->column - 2 * setting->padding);
  row.padding_above = row.padding_below = setting->padding;
  row.split_from = G_MAXDOUBLE; /* as a header it is repeated whole */
  row.keep_with_next = TRUE;
  row.rule = KEEL_STRIP_HAIRLINE;
  setting->header = keel_row_set (&row, setting->typesetter, setting->strips);
  keel_strip_add_shape (setting->header, KEEL_SHAPE_FILL, 0, 0, setting->typesetter->width,
                        KEEL_STRIP_HAIRLINE, KEEL_INK_LINE);
  draw_edges (setting, first, TRUE);
}

static void
set_name (const KeelMatrixSetting *setting, guint i)
{
  const KeelTypesetter *typesetter = setting->typesetter;
  g_auto (KeelRow) row = KEEL_ROW_INIT;
  guint first = setting->strips->len;
  g_autoptr (PangoLayout) layout = keel_typesetter_set (typesetter, setting->matrix->rows[i], NULL,
                                                        &name_style.text,
                                                        typesetter->width - 2 * setting->padding);
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);
  PangoRectangle logical;

  /* What is behind the words is drawn before them. */
  pango_layout_get_extents (layout, NULL, &logical);
  strip->height = (double) logical.height / PANGO_SCALE + 2 * setting->padding;
  strip->keep_with_next = TRUE;
  strip->header = setting->header;
  keel_strip_add_shape (strip, KEEL_SHAPE_FILL, 0, 0, typesetter->width, strip->height, KEEL_INK_TINT);
  keel_strip_add_layout (strip, layout, setting->padding, setting->padding,
                         typesetter->width - 2 * setting->padding, KEEL_ALIGN_START, KEEL_INK_ACCENT);
  g_ptr_array_add (setting->strips, strip);
  draw_edges (setting, first, FALSE);
}

static const char *
get_line (const KeelMatrixSetting *setting, guint row, guint side, guint i)
{
  GPtrArray *lines = setting->matrix->lines[row][side];

  return i < lines->len ? g_ptr_array_index (lines, i) : NULL;
}

/* The @i-th line of both lists beside each other. */
static void
set_lines (const KeelMatrixSetting *setting, guint name, guint i, gboolean last)
{
  const KeelTypesetter *typesetter = setting->typesetter;
  double size = typesetter->size;
  double disc = DISC * size;
  double indent = setting->padding + INDENT * size;
  guint first = setting->strips->len;
  g_auto (KeelRow) row = KEEL_ROW_INIT;
  KeelStrip *strip;

  for (guint side = 0; side < 2; side++)
    {
      const char *text = get_line (setting, name, side, i);

      keel_row_add (&row, typesetter, text != NULL ? text : "", &line_style, side * setting->column + indent,
                    MAX (setting->column - indent - setting->padding, 1));
    }
  row.padding_above = i == 0 ? setting->padding : BETWEEN * size;
  row.padding_below = last ? setting->padding : 0;
  row.leading = LEADING;
  row.header = setting->header;
  row.split_from = typesetter->page_height * SPLIT_SHARE;
  row.rule = last ? KEEL_STRIP_HAIRLINE : 0;
  strip = keel_row_set (&row, typesetter, setting->strips);
  for (guint side = 0; side < 2; side++)
    if (get_line (setting, name, side, i) != NULL)
      keel_strip_add_shape (strip, KEEL_SHAPE_DISC, side * setting->column + setting->padding + 0.2 * size,
                            row.baseline - 0.36 * size - disc / 2, disc, disc, KEEL_INK_ACCENT);
  draw_edges (setting, first, TRUE);
}

static void
set_space_after (const KeelMatrixSetting *setting)
{
  KeelStrip *strip = keel_typesetter_new_strip (setting->typesetter);

  strip->is_blank = TRUE;
  strip->space_before = SPACE_AFTER * setting->typesetter->size;
  g_ptr_array_add (setting->strips, strip);
}

static void
keel_matrix_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelMatrixBlock *self = KEEL_MATRIX_BLOCK (block);
  KeelMatrixSetting setting = { .matrix = self, .typesetter = typesetter, .strips = strips };

  setting.padding = MIN (PADDING * typesetter->size, typesetter->width / 20);
  setting.column = typesetter->width / 2;
  set_header (&setting);
  for (guint row = 0; row < 2; row++)
    {
      guint n = MAX (MAX (self->lines[row][0]->len, self->lines[row][1]->len), 1);

      set_name (&setting, row);
      for (guint i = 0; i < n; i++)
        set_lines (&setting, row, i, i + 1 == n);
    }
  set_space_after (&setting);
}

static void
keel_matrix_block_finalize (GObject *object)
{
  KeelMatrixBlock *self = KEEL_MATRIX_BLOCK (object);

  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->rows[i], g_free);
      g_clear_pointer (&self->sides[i], g_free);
      g_clear_pointer (&self->lines[i][0], g_ptr_array_unref);
      g_clear_pointer (&self->lines[i][1], g_ptr_array_unref);
    }
  G_OBJECT_CLASS (keel_matrix_block_parent_class)->finalize (object);
}

static void
keel_matrix_block_class_init (KeelMatrixBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_matrix_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_matrix_block_lay_out;
}

static void
keel_matrix_block_init (KeelMatrixBlock *self)
{
  for (guint i = 0; i < 4; i++)
    self->lines[i / 2][i % 2] = g_ptr_array_new_with_free_func (g_free);
}

KeelMatrixBlock *
keel_matrix_block_new (const char *const *rows, const char *const *sides)
{
  KeelMatrixBlock *self = g_object_new (KEEL_TYPE_MATRIX_BLOCK, NULL);

  for (guint i = 0; i < 2; i++)
    {
      self->rows[i] = g_strdup (rows[i]);
      self->sides[i] = g_strdup (sides[i]);
    }
  return self;
}

void
keel_matrix_block_add (KeelMatrixBlock *self, guint row, guint side, const char *text)
{
  g_return_if_fail (KEEL_IS_MATRIX_BLOCK (self));
  g_return_if_fail (row < 2 && side < 2);

  g_ptr_array_add (self->lines[row][side], g_strdup (text));
}
