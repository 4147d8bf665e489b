#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

/* KeelMatrixBlock: two by two lists under two names, each pair below a name of its own. The names on top
 * stand again on each page. */
#define KEEL_TYPE_MATRIX_BLOCK (keel_matrix_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelMatrixBlock, keel_matrix_block, KEEL, MATRIX_BLOCK, KeelBlock)

/* Two names each. */
KeelMatrixBlock *keel_matrix_block_new (const char *const *rows, const char *const *sides);

/* A line in one of the four, below those that are there; @row and @side are 0 or 1. */
void keel_matrix_block_add (KeelMatrixBlock *self, guint row, guint side, const char *text);

G_END_DECLS
