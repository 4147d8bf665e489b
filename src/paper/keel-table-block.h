#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

/*
 * KeelTableBlock: rows under named columns. The names stand again on each page. A row that is taller than a
 * third of a page breaks between its lines, any other stays whole.
 */
#define KEEL_TYPE_TABLE_BLOCK (keel_table_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelTableBlock, keel_table_block, KEEL, TABLE_BLOCK, KeelBlock)

KeelTableBlock *keel_table_block_new (void);

/* Before the first row. @title is nullable; a table without any title has no header row. @weight (over 0) is
 * the share of the width, of which a column takes more where its longest word needs it. */
void keel_table_block_add_column (KeelTableBlock *self, const char *title, double weight, KeelAlign align);

/* @cells: a text for each column, NULL at the end; columns beyond it stay empty. */
void keel_table_block_add_row (KeelTableBlock *self, const char *const *cells);

/* A line across all columns that heads the rows below it and stays with them: a day, a month. */
void keel_table_block_add_section (KeelTableBlock *self, const char *title);

/* What stands in the place of rows if there are none: "Nothing was written in these weeks". Nullable. */
void keel_table_block_set_empty_text (KeelTableBlock *self, const char *text);

G_END_DECLS
