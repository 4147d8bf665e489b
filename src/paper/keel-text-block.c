#include "keel-text-block.h"

#include "keel-row.h"

struct _KeelTextBlock
{
  KeelBlock parent_instance;

  char *text;
  PangoAttrList *attributes; /* nullable */
  const struct KeelTextLook *look;
  KeelAlign align;
};

/* Spaces in times of the body text's size. */
typedef struct KeelTextLook
{
  KeelTextStyle style;
  KeelInk ink;
  double leading;
  double space_before, space_after;
  gboolean keep_with_next;
} KeelTextLook;

static const KeelTextLook paragraph_look = { { 1.0 }, KEEL_INK_TEXT, 1.14, 0, 0.55, FALSE };
static const KeelTextLook note_look = { { 0.84 }, KEEL_INK_QUIET, 1.1, 0, 0.5, FALSE };
static const KeelTextLook heading_looks[KEEL_HEADING_LEVELS] = {
  { { 1.9, PANGO_WEIGHT_BOLD }, KEEL_INK_TEXT, 1.05, 1.4, 0.6, TRUE },
  { { 1.32, PANGO_WEIGHT_BOLD }, KEEL_INK_TEXT, 1.05, 1.2, 0.45, TRUE },
  { { 1.05, PANGO_WEIGHT_BOLD }, KEEL_INK_ACCENT, 1.05, 0.9, 0.3, TRUE },
};

G_DEFINE_TYPE (KeelTextBlock, keel_text_block, KEEL_TYPE_BLOCK)

static void
keel_text_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelTextBlock *self = KEEL_TEXT_BLOCK (block);
  const KeelTextLook *look = self->look;
  const KeelCellStyle style = { look->style, self->align, look->ink, self->attributes };
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  keel_row_add (&row, typesetter, self->text, &style, 0, typesetter->width);
  row.leading = look->leading;
  row.space_before = look->space_before * typesetter->size;
  row.padding_below = look->space_after * typesetter->size;
  row.keep_with_next = look->keep_with_next;
  keel_row_set (&row, typesetter, strips);
}

static void
keel_text_block_finalize (GObject *object)
{
  KeelTextBlock *self = KEEL_TEXT_BLOCK (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  G_OBJECT_CLASS (keel_text_block_parent_class)->finalize (object);
}

static void
keel_text_block_class_init (KeelTextBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_text_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_text_block_lay_out;
}

static void
keel_text_block_init (KeelTextBlock *self)
{
}

static KeelBlock *
create (const char *text, const KeelTextLook *look, KeelAlign align)
{
  KeelTextBlock *self = g_object_new (KEEL_TYPE_TEXT_BLOCK, NULL);

  self->text = g_strdup (text);
  self->look = look;
  self->align = align;
  return KEEL_BLOCK (self);
}

KeelBlock *
keel_heading_new (guint level, const char *text)
{
  g_return_val_if_fail (level >= 1 && level <= KEEL_HEADING_LEVELS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return create (text, &heading_looks[level - 1], KEEL_ALIGN_START);
}

KeelBlock *
keel_paragraph_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return create (text, &paragraph_look, KEEL_ALIGN_NATURAL);
}

KeelBlock *
keel_note_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return create (text, &note_look, KEEL_ALIGN_NATURAL);
}

void
keel_text_block_set_attributes (KeelTextBlock *self, PangoAttrList *attributes)
{
  g_return_if_fail (KEEL_IS_TEXT_BLOCK (self));

  if (attributes != NULL)
    pango_attr_list_ref (attributes);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes;
}
