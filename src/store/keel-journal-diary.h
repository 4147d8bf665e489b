#pragma once

#include "core/keel-diary.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* The diary: what was written into the worksheets of keel_diary_worksheets, in the order of its days. Of
 * KeelDiaryPage: those in which all of @words (nullable) are, where a person in @zone reads them. */
GPtrArray *keel_journal_get_diary (KeelJournal *self, const char *words, GTimeZone *zone, GError **error);

G_END_DECLS
