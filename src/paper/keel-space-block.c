#include "keel-space-block.h"

#define LINE 1.3 /* times the size of the letters */

typedef enum
{
  KEEL_SPACE_PLAIN,
  KEEL_SPACE_RULE,
  KEEL_SPACE_PAGE_BREAK,
} KeelSpaceKind;

struct _KeelSpaceBlock
{
  KeelBlock parent_instance;

  KeelSpaceKind kind;
  double lines;
};

G_DEFINE_TYPE (KeelSpaceBlock, keel_space_block, KEEL_TYPE_BLOCK)

static void
keel_space_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelSpaceBlock *self = KEEL_SPACE_BLOCK (block);
  KeelStrip *strip = keel_typesetter_new_strip (typesetter);

  strip->is_blank = TRUE;
  strip->space_before = self->lines * LINE * typesetter->size;
  strip->starts_page = self->kind == KEEL_SPACE_PAGE_BREAK;
  if (self->kind == KEEL_SPACE_RULE)
    {
      strip->height = KEEL_STRIP_HAIRLINE + strip->space_before;
      keel_strip_add_shape (strip, KEEL_SHAPE_FILL, 0, 0, typesetter->width, KEEL_STRIP_HAIRLINE,
                            KEEL_INK_LINE);
    }
  g_ptr_array_add (strips, strip);
}

static void
keel_space_block_class_init (KeelSpaceBlockClass *klass)
{
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_space_block_lay_out;
}

static void
keel_space_block_init (KeelSpaceBlock *self)
{
}

static KeelBlock *
create (KeelSpaceKind kind, double lines)
{
  KeelSpaceBlock *self = g_object_new (KEEL_TYPE_SPACE_BLOCK, NULL);

  self->kind = kind;
  self->lines = lines;
  return KEEL_BLOCK (self);
}

KeelBlock *
keel_space_new (double lines)
{
  g_return_val_if_fail (lines >= 0, NULL);

  return create (KEEL_SPACE_PLAIN, lines);
}

KeelBlock *
keel_rule_new (void)
{
  return create (KEEL_SPACE_RULE, 0.5);
}

KeelBlock *
keel_page_break_new (void)
{
  return create (KEEL_SPACE_PAGE_BREAK, 0);
}
