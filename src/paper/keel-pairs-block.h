#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

/* KeelPairsBlock: names and what they stand for, side by side, or below each other where the page is narrow.
 */
#define KEEL_TYPE_PAIRS_BLOCK (keel_pairs_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelPairsBlock, keel_pairs_block, KEEL, PAIRS_BLOCK, KeelBlock)

KeelPairsBlock *keel_pairs_block_new (void);
void keel_pairs_block_add (KeelPairsBlock *self, const char *name, const char *value);

G_END_DECLS
