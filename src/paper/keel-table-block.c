#include "keel-table-block.h"

#include "keel-column-widths.h"
#include "keel-row.h"

/* In times of the body text's size. */
#define GAP 0.9
#define PADDING 0.38
#define SECTION_SPACE 0.9
#define SPACE_AFTER 0.9

#define LEADING 1.06
#define RULE 0.5
#define HEADER_RULE 1.0
#define SPLIT_SHARE (1.0 / 3.0) /* of a page */

typedef struct
{
  char *title; /* nullable */
  double weight;
  KeelAlign align;
} KeelColumn;

typedef struct
{
  char *section; /* nullable; then without cells */
  GStrv cells;
} KeelTableRow;

struct _KeelTableBlock
{
  KeelBlock parent_instance;

  GArray *columns;
  GPtrArray *rows;
  char *empty_text;
};

/* A table that is being laid out. */
typedef struct
{
  KeelTableBlock *table;
  const KeelTypesetter *typesetter;
  GPtrArray *strips;
  double *widths;
  double gap;
  KeelStrip *header; /* nullable */
} KeelTableSetting;

G_DEFINE_TYPE (KeelTableBlock, keel_table_block, KEEL_TYPE_BLOCK)

static const KeelCellStyle cell_style = { { .tabular = TRUE }, .ink = KEEL_INK_TEXT };
static const KeelCellStyle header_style = { { .scale = 0.9, .weight = PANGO_WEIGHT_BOLD },
                                            .ink = KEEL_INK_QUIET };
static const KeelCellStyle section_style = { { .weight = PANGO_WEIGHT_BOLD, .tabular = TRUE },
                                             KEEL_ALIGN_START,
                                             KEEL_INK_ACCENT };
static const KeelCellStyle empty_style = { .align = KEEL_ALIGN_START, .ink = KEEL_INK_QUIET };

static void
clear_column_cb (gpointer data)
{
  g_free (((KeelColumn *) data)->title);
}

static void
free_row_cb (gpointer data)
{
  KeelTableRow *row = data;

  g_free (row->section);
  g_strfreev (row->cells);
  g_free (row);
}

static const KeelColumn *
get_column (KeelTableBlock *self, guint i)
{
  return &g_array_index (self->columns, KeelColumn, i);
}

/* Of the longest word, and exactly: names of columns are few and should not break. */
static double
measure_title (const KeelTypesetter *typesetter, const char *title)
{
  g_autoptr (PangoLayout) layout = keel_typesetter_set (typesetter, title, NULL, &header_style.text, 1);
  PangoRectangle logical;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE + 0.5;
}

static double *
find_widths (KeelTableBlock *self, const KeelTypesetter *typesetter, double gap)
{
  guint n = self->columns->len;
  g_autofree double *weights = g_new0 (double, n);
  g_autofree double *least = g_new0 (double, n);
  double letter = keel_typesetter_get_letter_width (typesetter);

  for (guint i = 0; i < n; i++)
    weights[i] = get_column (self, i)->weight;
  for (guint r = 0; r < self->rows->len; r++)
    {
      const KeelTableRow *row = g_ptr_array_index (self->rows, r);

      for (guint i = 0; row->cells != NULL && row->cells[i] != NULL && i < n; i++)
        least[i] = MAX (least[i], keel_column_widths_measure (row->cells[i]));
    }
  for (guint i = 0; i < n; i++)
    {
      const char *title = get_column (self, i)->title;

      least[i] = MAX (least[i] * letter, title != NULL ? measure_title (typesetter, title) : 0);
    }
  return keel_column_widths_share (weights, least, n, typesetter->width - gap * (n - 1));
}

static void
add_cells (const KeelTableSetting *setting, KeelRow *row, const char *const *cells, const KeelCellStyle *look)
{
  KeelCellStyle style = *look;
  double x = 0;

  for (guint i = 0; i < setting->table->columns->len; i++)
    {
      style.align = get_column (setting->table, i)->align;
      keel_row_add (row, setting->typesetter, *cells != NULL ? *cells++ : "", &style, x, setting->widths[i]);
      x += setting->widths[i] + setting->gap;
    }
}

static void
set_padding (const KeelTableSetting *setting, KeelRow *row)
{
  row->padding_above = row->padding_below = PADDING * setting->typesetter->size;
  row->leading = LEADING;
  row->header = setting->header;
}

static void
set_header (KeelTableSetting *setting)
{
  guint n = setting->table->columns->len;
  g_autofree const char **titles = g_new0 (const char *, n + 1);
  gboolean any = FALSE;
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  for (guint i = 0; i < n; i++)
    {
      const char *title = get_column (setting->table, i)->title;

      titles[i] = title != NULL ? title : "";
      any = any || title != NULL;
    }
  if (!any)
    return;
  add_cells (setting, &row, titles, &header_style);
  set_padding (setting, &row);
  row.split_from = G_MAXDOUBLE; /* as a header it is repeated whole */
  row.keep_with_next = TRUE;
  row.rule = HEADER_RULE;
  row.rule_ink = KEEL_INK_QUIET;
  setting->header = keel_row_set (&row, setting->typesetter, setting->strips);
}

static void
set_section (const KeelTableSetting *setting, const char *title)
{
  const KeelTypesetter *typesetter = setting->typesetter;
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  keel_row_add (&row, typesetter, title, &section_style, 0, typesetter->width);
  set_padding (setting, &row);
  row.padding_above = SECTION_SPACE * typesetter->size;
  row.keep_with_next = TRUE;
  row.rule = RULE;
  keel_row_set (&row, typesetter, setting->strips);
}

static void
set_row (const KeelTableSetting *setting, const KeelTableRow *content)
{
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  add_cells (setting, &row, (const char *const *) content->cells, &cell_style);
  set_padding (setting, &row);
  row.split_from = setting->typesetter->page_height * SPLIT_SHARE;
  row.rule = RULE;
  keel_row_set (&row, setting->typesetter, setting->strips);
}

static void
set_empty_text (const KeelTableSetting *setting)
{
  const KeelTypesetter *typesetter = setting->typesetter;
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  keel_row_add (&row, typesetter, setting->table->empty_text, &empty_style, 0, typesetter->width);
  set_padding (setting, &row);
  keel_row_set (&row, typesetter, setting->strips);
}

static void
set_space_after (const KeelTableSetting *setting)
{
  KeelStrip *strip = keel_typesetter_new_strip (setting->typesetter);

  strip->is_blank = TRUE;
  strip->space_before = SPACE_AFTER * setting->typesetter->size;
  g_ptr_array_add (setting->strips, strip);
}

static void
keel_table_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelTableBlock *self = KEEL_TABLE_BLOCK (block);
  KeelTableSetting setting = { .table = self, .typesetter = typesetter, .strips = strips };

  if (self->columns->len == 0)
    return;
  setting.gap = MIN (GAP * typesetter->size, typesetter->width / (4.0 * self->columns->len));
  setting.widths = find_widths (self, typesetter, setting.gap);
  set_header (&setting);
  if (self->rows->len == 0 && self->empty_text != NULL)
    set_empty_text (&setting);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KeelTableRow *row = g_ptr_array_index (self->rows, i);

      if (row->section != NULL)
        set_section (&setting, row->section);
      else
        set_row (&setting, row);
    }
  set_space_after (&setting);
  g_free (setting.widths);
}

static void
keel_table_block_finalize (GObject *object)
{
  KeelTableBlock *self = KEEL_TABLE_BLOCK (object);

  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->empty_text, g_free);
  G_OBJECT_CLASS (keel_table_block_parent_class)->finalize (object);
}

static void
keel_table_block_class_init (KeelTableBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_table_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_table_block_lay_out;
}

static void
keel_table_block_init (KeelTableBlock *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (KeelColumn));
  g_array_set_clear_func (self->columns, clear_column_cb);
  self->rows = g_ptr_array_new_with_free_func (free_row_cb);
}

KeelTableBlock *
keel_table_block_new (void)
{
  return g_object_new (KEEL_TYPE_TABLE_BLOCK, NULL);
}

void
keel_table_block_add_column (KeelTableBlock *self, const char *title, double weight, KeelAlign align)
{
  KeelColumn column = { .weight = weight, .align = align };

  g_return_if_fail (KEEL_IS_TABLE_BLOCK (self));
  g_return_if_fail (weight > 0);
  g_return_if_fail (self->rows->len == 0);

  column.title = g_strdup (title);
  g_array_append_val (self->columns, column);
}

void
keel_table_block_add_row (KeelTableBlock *self, const char *const *cells)
{
  KeelTableRow *row;

  g_return_if_fail (KEEL_IS_TABLE_BLOCK (self));
  g_return_if_fail (cells != NULL);
  g_return_if_fail (g_strv_length ((char **) cells) <= self->columns->len);

  row = g_new0 (KeelTableRow, 1);
  row->cells = g_strdupv ((char **) cells);
  g_ptr_array_add (self->rows, row);
}

void
keel_table_block_add_section (KeelTableBlock *self, const char *title)
{
  KeelTableRow *row;

  g_return_if_fail (KEEL_IS_TABLE_BLOCK (self));
  g_return_if_fail (title != NULL);

  row = g_new0 (KeelTableRow, 1);
  row->section = g_strdup (title);
  g_ptr_array_add (self->rows, row);
}

void
keel_table_block_set_empty_text (KeelTableBlock *self, const char *text)
{
  g_return_if_fail (KEEL_IS_TABLE_BLOCK (self));

  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
}
