#include "keel-list-block.h"

#include "keel-row.h"

/* In times of the body text's size. */
#define INDENT 1.7
#define DISC 0.3
#define BOX 0.86
#define SPACE_BETWEEN 0.28
#define SPACE_AFTER 0.55

#define LEADING 1.1

typedef struct
{
  KeelSign sign;
  char *text;
} KeelListItem;

struct _KeelListBlock
{
  KeelBlock parent_instance;

  GArray *items;
};

G_DEFINE_TYPE (KeelListBlock, keel_list_block, KEEL_TYPE_BLOCK)

static void
clear_item_cb (gpointer data)
{
  g_free (((KeelListItem *) data)->text);
}

static void
add_number (const KeelTypesetter *typesetter, KeelRow *row, guint number)
{
  const KeelTextStyle style = { .tabular = TRUE };
  g_autofree char *text = g_strdup_printf ("%u.", number);
  double width = (INDENT - 0.4) * typesetter->size;
  PangoLayout *layout = keel_typesetter_set (typesetter, text, NULL, &style, width);

  pango_layout_set_width (layout, -1);
  keel_row_add_layout (row, layout, 0, width, KEEL_ALIGN_END, KEEL_INK_QUIET);
}

static void
draw_sign (KeelStrip *strip, KeelSign sign, double baseline, double size)
{
  double box = BOX * size;
  double disc = DISC * size;

  if (sign == KEEL_SIGN_BULLET)
    keel_strip_add_shape (strip, KEEL_SHAPE_DISC, 0.55 * size, baseline - 0.36 * size - disc / 2, disc, disc,
                          KEEL_INK_ACCENT);
  if (sign == KEEL_SIGN_BOX || sign == KEEL_SIGN_TICKED)
    keel_strip_add_shape (strip, KEEL_SHAPE_FRAME, 0.2 * size, baseline - 0.38 * size - box / 2, box, box,
                          KEEL_INK_QUIET);
  if (sign == KEEL_SIGN_TICKED)
    keel_strip_add_shape (strip, KEEL_SHAPE_TICK, 0.2 * size, baseline - 0.38 * size - box / 2, box, box,
                          KEEL_INK_ACCENT);
}

static void
set_item (const KeelListItem *item, const KeelTypesetter *typesetter, GPtrArray *strips, guint number,
          gboolean last)
{
  double indent = INDENT * typesetter->size;
  double width = MAX (typesetter->width - indent, 1);
  const KeelCellStyle style = { .align = KEEL_ALIGN_START };
  g_auto (KeelRow) row = KEEL_ROW_INIT;
  KeelStrip *strip;

  if (item->sign == KEEL_SIGN_NUMBER)
    add_number (typesetter, &row, number);
  keel_row_add (&row, typesetter, item->text, &style, indent, width);
  row.leading = LEADING;
  row.padding_below = (last ? SPACE_AFTER : SPACE_BETWEEN) * typesetter->size;
  strip = keel_row_set (&row, typesetter, strips);
  draw_sign (strip, item->sign, row.baseline, typesetter->size);
}

static void
keel_list_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelListBlock *self = KEEL_LIST_BLOCK (block);
  guint number = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const KeelListItem *item = &g_array_index (self->items, KeelListItem, i);

      number += item->sign == KEEL_SIGN_NUMBER;
      set_item (item, typesetter, strips, number, i + 1 == self->items->len);
    }
}

static void
keel_list_block_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_LIST_BLOCK (object)->items, g_array_unref);
  G_OBJECT_CLASS (keel_list_block_parent_class)->finalize (object);
}

static void
keel_list_block_class_init (KeelListBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_list_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_list_block_lay_out;
}

static void
keel_list_block_init (KeelListBlock *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (KeelListItem));
  g_array_set_clear_func (self->items, clear_item_cb);
}

KeelListBlock *
keel_list_block_new (void)
{
  return g_object_new (KEEL_TYPE_LIST_BLOCK, NULL);
}

void
keel_list_block_add (KeelListBlock *self, KeelSign sign, const char *text)
{
  KeelListItem item = { .sign = sign };

  g_return_if_fail (KEEL_IS_LIST_BLOCK (self));
  g_return_if_fail (text != NULL);

  item.text = g_strdup (text);
  g_array_append_val (self->items, item);
}
