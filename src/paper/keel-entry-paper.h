#pragma once

#include "content/keel-given.h"
#include "keel-paper.h"

G_BEGIN_DECLS

/* What is given to somebody, on paper: @given (of KeelGiven) goes below what is there, one after the other.
 * Nothing of it is needed any more when this returns. */
void keel_entry_paper_add (KeelPaper *paper, GPtrArray *given, const KeelGivenOptions *options);

/* Pages made without a window: of the size, the language and the direction of the locale, with their
 * numbers at the foot where there are several. */
KeelPaper *keel_entry_paper_new (void);

G_END_DECLS
