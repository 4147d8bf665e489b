#pragma once

#include <glib-object.h>

#include "keel-typesetter.h"

G_BEGIN_DECLS

/*
 * KeelBlock: a part of a document that goes from one side of the text area to the other. What a new kind of
 * block (a chart, a worksheet's field) has to do is to lay itself out into strips; pages are not its
 * business.
 *
 * A block is finished when it is added to a KeelPaper and does not change afterwards.
 */
#define KEEL_TYPE_BLOCK (keel_block_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelBlock, keel_block, KEEL, BLOCK, GObject)

struct _KeelBlockClass
{
  GObjectClass parent_class;

  /* Appends strips as wide as @typesetter->width, top to bottom. May be called again for another width. */
  void (*lay_out) (KeelBlock *self, const KeelTypesetter *typesetter, GPtrArray *strips);
};

void keel_block_lay_out (KeelBlock *self, const KeelTypesetter *typesetter, GPtrArray *strips);

G_END_DECLS
