#include "keel-pairs-block.h"

#include "keel-row.h"

/* In times of the body text's size. */
#define GAP 1.2
#define SPACE_BETWEEN 0.34
#define SPACE_AFTER 0.8
#define NARROW 22.0

#define NAMES_SHARE 0.36 /* of the width, at most */
#define LEADING 1.1

typedef struct
{
  char *name;
  char *value;
} KeelPair;

struct _KeelPairsBlock
{
  KeelBlock parent_instance;

  GArray *pairs;
};

G_DEFINE_TYPE (KeelPairsBlock, keel_pairs_block, KEEL_TYPE_BLOCK)

static void
clear_pair_cb (gpointer data)
{
  KeelPair *pair = data;

  g_free (pair->name);
  g_free (pair->value);
}

static double
find_width_of_names (KeelPairsBlock *self, const KeelTypesetter *typesetter)
{
  double most = typesetter->width * NAMES_SHARE;
  double widest = 1;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      g_autoptr (PangoLayout) layout = keel_typesetter_set (typesetter,
                                                            g_array_index (self->pairs, KeelPair, i).name,
                                                            NULL, NULL, typesetter->width);
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      widest = MAX (widest, (double) logical.width / PANGO_SCALE + 0.5);
    }
  return MIN (widest, most);
}

static void
add_text (KeelRow *row, const KeelTypesetter *typesetter, const char *text, double x, double width,
          KeelInk ink)
{
  const KeelCellStyle style = { .align = KEEL_ALIGN_START, .ink = ink };

  keel_row_add (row, typesetter, text, &style, x, width);
}

static void
set_beside (const KeelPair *pair, const KeelTypesetter *typesetter, GPtrArray *strips, double names,
            double space)
{
  g_auto (KeelRow) row = KEEL_ROW_INIT;
  double x = names + GAP * typesetter->size;

  add_text (&row, typesetter, pair->name, 0, names, KEEL_INK_QUIET);
  add_text (&row, typesetter, pair->value, x, typesetter->width - x, KEEL_INK_TEXT);
  row.leading = LEADING;
  row.padding_below = space;
  keel_row_set (&row, typesetter, strips);
}

static void
set_below (const KeelPair *pair, const KeelTypesetter *typesetter, GPtrArray *strips, double space)
{
  g_auto (KeelRow) name = KEEL_ROW_INIT;
  g_auto (KeelRow) value = KEEL_ROW_INIT;

  add_text (&name, typesetter, pair->name, 0, typesetter->width, KEEL_INK_QUIET);
  name.keep_with_next = TRUE;
  keel_row_set (&name, typesetter, strips);
  add_text (&value, typesetter, pair->value, 0, typesetter->width, KEEL_INK_TEXT);
  value.leading = LEADING;
  value.padding_below = space;
  keel_row_set (&value, typesetter, strips);
}

static void
keel_pairs_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelPairsBlock *self = KEEL_PAIRS_BLOCK (block);
  gboolean narrow = typesetter->width < NARROW * typesetter->size;
  double names = narrow ? 0 : find_width_of_names (self, typesetter);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const KeelPair *pair = &g_array_index (self->pairs, KeelPair, i);
      double space = (i + 1 == self->pairs->len ? SPACE_AFTER : SPACE_BETWEEN) * typesetter->size;

      if (narrow)
        set_below (pair, typesetter, strips, space);
      else
        set_beside (pair, typesetter, strips, names, space);
    }
}

static void
keel_pairs_block_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_PAIRS_BLOCK (object)->pairs, g_array_unref);
  G_OBJECT_CLASS (keel_pairs_block_parent_class)->finalize (object);
}

static void
keel_pairs_block_class_init (KeelPairsBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_pairs_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_pairs_block_lay_out;
}

static void
keel_pairs_block_init (KeelPairsBlock *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (KeelPair));
  g_array_set_clear_func (self->pairs, clear_pair_cb);
}

KeelPairsBlock *
keel_pairs_block_new (void)
{
  return g_object_new (KEEL_TYPE_PAIRS_BLOCK, NULL);
}

void
keel_pairs_block_add (KeelPairsBlock *self, const char *name, const char *value)
{
  KeelPair pair = { NULL, NULL };

  g_return_if_fail (KEEL_IS_PAIRS_BLOCK (self));
  g_return_if_fail (name != NULL && value != NULL);

  pair.name = g_strdup (name);
  pair.value = g_strdup (value);
  g_array_append_val (self->pairs, pair);
}
