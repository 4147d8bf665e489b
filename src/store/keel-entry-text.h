#pragma once

/* Private to store: the words of an entry, for search and for lists. */

#include "core/keel-answers.h"

G_BEGIN_DECLS

/* What FTS5 is asked for: all words of @words, each as the beginning of one. NULL where there is no word in
 * it. Nothing that a person types is syntax. Transfer full. */
char *keel_entry_text_make_query (const char *words);

/* All that was written, a line each. Transfer full. */
char *keel_entry_text_join (const KeelAnswers *answers);
/* The first words, on one line; NULL where nothing was written. Transfer full. */
char *keel_entry_text_begin (const KeelAnswers *answers);

G_END_DECLS
