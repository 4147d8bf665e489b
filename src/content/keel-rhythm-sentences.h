#pragma once

#include "core/keel-rhythm.h"

G_BEGIN_DECLS

/* What is wrong with how something of this @kind is to repeat, and how to mend it: a KEEL_RHYTHM_ERROR as a
 * sentence in the person's language. Transfer full. */
char *keel_sentence_for_rhythm_error (const GError *error, KeelRhythmKind kind);

G_END_DECLS
