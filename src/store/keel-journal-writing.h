#pragma once

/* Private to store: what the three keel-journal-….c about entries share. */

#include "keel-journal-entries.h"
#include "keel-journal-private.h"

G_BEGIN_DECLS

/* As keel_journal_end_change (), but the change counter stays: no reminder depends on it. */
gboolean keel_journal_end_writing (KeelJournal *self, gboolean success, GError **error);

/* Sets NOT_FOUND: there is no such entry. Always FALSE. */
gboolean keel_journal_miss_entry (const char *uuid, GError **error);

/* The one text of @sql, a literal with the entry's UUID as ?1 and @id as ?2; NOT_FOUND where there is none.
 */
char *keel_journal_read_entry_text (KeelJournal *self, const char *sql, const char *uuid, gint64 id,
                                    GError **error);
/* Of the template of an entry. Transfer full. */
char *keel_journal_read_digest (KeelJournal *self, const char *uuid, GError **error);

/* The template with that digest, until the next call: parsed once, since each save needs it. NULL where it
 * cannot be read, without an error: nobody can say then what the answers mean. */
const KeelWorksheet *keel_journal_find_sheet (KeelJournal *self, const char *digest);

KeelAnswers *keel_journal_parse_answers (const char *uuid, const char *json, GError **error);

G_END_DECLS
