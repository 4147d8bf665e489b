#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

/* KeelSpaceBlock: what stands between other blocks. None of them keeps a heading company. */
#define KEEL_TYPE_SPACE_BLOCK (keel_space_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelSpaceBlock, keel_space_block, KEEL, SPACE_BLOCK, KeelBlock)

/* @lines of body text; gone where a page begins. */
KeelBlock *keel_space_new (double lines);
KeelBlock *keel_rule_new (void);

/* What follows begins on a page of its own. */
KeelBlock *keel_page_break_new (void);

G_END_DECLS
