#pragma once

#include "core/keel-together.h"
#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* The chosen parts of the sheet, as a page to be handed over. */
KeelPaper *keel_together_paper_new (const KeelTogether *together);

/* What a part is called: "What helps me when …". */
const char *keel_together_part_title (KeelTogetherPart part);

G_END_DECLS
