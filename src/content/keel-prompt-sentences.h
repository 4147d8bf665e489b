#pragma once

#include "core/keel-prompt.h"

G_BEGIN_DECLS

/* What it reminds of, where others cannot see it: its words, else what kind it is of. Transfer full. */
char *keel_sentence_prompt (const KeelPrompt *prompt);
/* "Check-in", "Worksheet" … */
const char *keel_sentence_prompt_kind (KeelPromptKind kind);

G_END_DECLS
