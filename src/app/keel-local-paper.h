#pragma once

#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* An empty document as it is usual where the person lives: the size of the paper, the language and its
 * direction, and "Page 2 of 3" at the foot where there is more than one. */
KeelPaper *keel_local_paper_new (gboolean landscape);

G_END_DECLS
