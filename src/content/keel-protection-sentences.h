#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a passphrase protects and what it does not, to be shown before a person sets one. Paragraphs in
 * the person's language, with NULL at the end: the first KEEL_PROTECTION_SENTENCES_PROTECTED say what is
 * protected, the others what is not, the most important one last. Transfer full.
 */
char **keel_protection_sentences (void);
#define KEEL_PROTECTION_SENTENCES_PROTECTED 2

/* How to choose a good one, to be shown where it is typed. Transfer full. */
char *keel_protection_advice (void);

G_END_DECLS
