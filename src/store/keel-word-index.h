#pragma once

/* Private to store: which meetings have which words, out of FTS5 and kept for the next keystroke. */

#include "keel-database.h"

G_BEGIN_DECLS

/* A bit for each row id from 0 to below 64 × @len. */
typedef struct
{
  guint len;
  guint64 words[];
} KeelRowSet;

static inline gboolean
keel_row_set_contains (const KeelRowSet *self, guint id)
{
  return id / 64 < self->len && (self->words[id / 64] >> id % 64 & 1) != 0;
}

static inline void
keel_row_set_add (KeelRowSet *self, guint id)
{
  if (id / 64 < self->len)
    self->words[id / 64] |= G_GUINT64_CONSTANT (1) << id % 64;
}

typedef struct _KeelWordIndex KeelWordIndex;

/* @database has to outlive it. */
KeelWordIndex *keel_word_index_new (KeelDatabase *database, GError **error);
void keel_word_index_free (KeelWordIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelWordIndex, keel_word_index_free)

/* Forgets what it kept, because the directory has changed; row ids are now up to @max_id. */
void keel_word_index_reset (KeelWordIndex *self, guint max_id);

/* The rows that have, for every word of @text, a word that begins with it. *rows is NULL where @text has
 * no word at all; the caller frees it. */
gboolean keel_word_index_search (KeelWordIndex *self, const char *text, KeelRowSet **rows, GError **error);

G_END_DECLS
