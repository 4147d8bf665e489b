#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

/* KeelScaleBlock: a number on a line between two ends, with what they mean below them. */
#define KEEL_TYPE_SCALE_BLOCK (keel_scale_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelScaleBlock, keel_scale_block, KEEL, SCALE_BLOCK, KeelBlock)

/* @shown: the number in words; @share: where it lies, 0 to 1; @steps (over 0): how many the line is cut into;
 * @low and @high: the words at its ends. */
KeelScaleBlock *keel_scale_block_new (const char *shown, double share, guint steps, const char *low,
                                      const char *high);

G_END_DECLS
