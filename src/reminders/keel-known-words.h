#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * KeelKnownWords: of which series names, places and links were ever read, which then are somewhere in this
 * process's memory. It holds none of them.
 */
typedef struct _KeelKnownWords KeelKnownWords;

KeelKnownWords *keel_known_words_new (void);
void keel_known_words_free (KeelKnownWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelKnownWords, keel_known_words_free)

/* @rules (GPtrArray of KeelReminderRule) were read. TRUE where one of their series has less than was read of
 * it before: it is not to be known any longer. */
gboolean keel_known_words_note (KeelKnownWords *self, GPtrArray *rules);
gboolean keel_known_words_is_empty (KeelKnownWords *self);

G_END_DECLS
