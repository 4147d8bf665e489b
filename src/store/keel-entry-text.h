#pragma once

/* Private to store: the words of an entry, for search and for lists. */

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* What FTS5 is asked for: all words of @words, each as the beginning of one. NULL where there is no word in
 * it. Nothing that a person types is syntax. Transfer full. */
char *keel_entry_text_make_query (const char *words);

/* All that was written, a line each, choices as their labels; no dates. @worksheet NULL: nothing, since
 * nobody knows what is a word and what an id. Transfer full. */
char *keel_entry_text_join (const KeelWorksheet *worksheet, const KeelAnswers *answers);
/* The first words of it, on one line, with " · " between two answers; NULL where there are none. Transfer
 * full. */
char *keel_entry_text_begin (const KeelWorksheet *worksheet, const KeelAnswers *answers);
/* The same of one answer; @text is nullable. */
char *keel_entry_text_begin_one (const char *text);

G_END_DECLS
