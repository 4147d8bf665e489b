#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

#define KEEL_HEADING_LEVELS 3

/* KeelTextBlock: a heading or a paragraph. Text is plain; what looks like markup is printed as it is. */
#define KEEL_TYPE_TEXT_BLOCK (keel_text_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelTextBlock, keel_text_block, KEEL, TEXT_BLOCK, KeelBlock)

/* @level is 1 (a title) to KEEL_HEADING_LEVELS. Never the last of a page, if anything follows it. */
KeelBlock *keel_heading_new (guint level, const char *text);

/* May break between lines, with at least two on either side. Line ends in @text are kept. */
KeelBlock *keel_paragraph_new (const char *text);

/* A paragraph in small, quiet letters: a caption, a source. */
KeelBlock *keel_note_new (const char *text);

/* For a word in bold and the like; byte positions in the text. */
void keel_text_block_set_attributes (KeelTextBlock *self, PangoAttrList *attributes);

G_END_DECLS
