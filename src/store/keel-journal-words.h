#pragma once

/* Private to store: words that a person typed, and tags, in columns of the journal. */

#include "keel-database.h"

G_BEGIN_DECLS

/* Binds @words (nullable) without the white space around them; NULL where nothing is left. */
void keel_journal_bind_words (sqlite3_stmt *statement, int index, const char *words);
/* Those of core/keel-strategy-tag.h that this Keel knows; a word of a newer one is left out. */
guint64 keel_journal_read_tags (sqlite3_stmt *statement, int column);
void keel_journal_bind_tags (sqlite3_stmt *statement, int index, guint64 tags);

G_END_DECLS
