#pragma once

#include "core/keel-urge.h"

G_BEGIN_DECLS

/* What is said at each stage of the urge loop: "strength", "tags", "offers", "safe", "someone", "after" or
 * "done". */
const char *keel_urge_words_question (const char *stage);
char *keel_urge_words_note (const char *stage, const KeelUrge *urge); /* transfer full; may be empty */

G_END_DECLS
