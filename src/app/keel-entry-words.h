#pragma once

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* All that was written, question by question, as plain text to be read. Transfer full. */
char *keel_entry_words_describe (const KeelWorksheet *worksheet, const KeelAnswers *answers);

G_END_DECLS
