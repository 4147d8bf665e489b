#pragma once

#include "keel-content.h"

G_BEGIN_DECLS

/*
 * How things are called: each program has its own words for a few concepts. What is said comes from the
 * programs that the person chose, the first that has a word for it; else from "no program", which is neutral.
 */

/* @key is one of keel_program_word_keys; @chosen, nullable, of const KeelProgram, in their order. Words that
 * label a person only with @labels. NULL where there is none: only of "greater-help". Lives as long as the
 * programs. */
const char *keel_wording_get (KeelContent *content, const GPtrArray *chosen, gboolean labels,
                              const char *key);
/* The same for one program (nullable), such as on its page. */
const char *keel_wording_get_for (KeelContent *content, const KeelProgram *program, gboolean labels,
                                  const char *key);

G_END_DECLS
