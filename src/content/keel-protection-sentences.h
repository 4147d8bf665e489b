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

/* What to say of a passphrase or recovery code that does not fit, and how long to wait for the next try
 * (keel_protection_get_wait (); 0 says nothing of it). Transfer full. */
char *keel_protection_sentence_for_passphrase (guint wait);
char *keel_protection_sentence_for_code (guint wait);
/* The same where it was too soon to try. */
char *keel_protection_sentence_for_wait (guint wait);

G_END_DECLS
