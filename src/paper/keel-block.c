#include "keel-block.h"

G_DEFINE_ABSTRACT_TYPE (KeelBlock, keel_block, G_TYPE_OBJECT)

static void
keel_block_class_init (KeelBlockClass *klass)
{
}

static void
keel_block_init (KeelBlock *self)
{
}

void
keel_block_lay_out (KeelBlock *self, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  g_return_if_fail (KEEL_IS_BLOCK (self));

  KEEL_BLOCK_GET_CLASS (self)->lay_out (self, typesetter, strips);
}
