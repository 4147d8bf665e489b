#pragma once

#include "content/keel-worksheet.h"
#include "core/keel-answers.h"
#include "core/keel-entry.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/*
 * The entries of a journal: what was written into worksheets. No reminder depends on them, so that writing
 * does not move the journal's change counter.
 */

/* Which entries, newest change first, pinned ones before. All members may be 0. */
typedef struct
{
  const char *words;     /* every one begins a word of the entry, of its title or its template's name */
  const char *worksheet; /* of this template */
  KeelEntryLink link;    /* that belong to @target */
  const char *target;
  gboolean trash; /* those in the trash instead */
  gboolean told;  /* none of which nothing is told outside its own page (KEEL_ENTRY_GUARD_QUIET) */
  guint limit;    /* 0: all */
} KeelEntryFilter;

/* Begins one from @worksheet, which is kept with it as it is. The link is none without a @target. */
KeelEntry *keel_journal_begin_entry (KeelJournal *self, const KeelWorksheet *worksheet, KeelEntryLink link,
                                     const char *target, GError **error);

/* Of KeelEntry. */
GPtrArray *keel_journal_get_entries (KeelJournal *self, const KeelEntryFilter *filter, GError **error);
/* Also one in the trash; NOT_FOUND where there is none. */
KeelEntry *keel_journal_find_entry (KeelJournal *self, const char *uuid, GError **error);
/* What was written, and the template as it was. CORRUPT where either cannot be read. */
KeelAnswers *keel_journal_read_answers (KeelJournal *self, const char *uuid, GError **error);
KeelWorksheet *keel_journal_read_template (KeelJournal *self, const char *uuid, GError **error);

/* Autosave: durable when it returns. One that was finished is revisited by it, where the answers differ.
 * Search learns of it by keel_journal_index_entries (). NOT_FOUND where it was destroyed. */
gboolean keel_journal_save_entry (KeelJournal *self, const char *uuid, const KeelAnswers *answers,
                                  GError **error);
/* Makes search know what was saved since: when typing pauses, and before a search. */
gboolean keel_journal_index_entries (KeelJournal *self, GError **error);

/* These six do not touch the answers. */
gboolean keel_journal_set_entry_title (KeelJournal *self, const char *uuid, const char *title,
                                       GError **error);
gboolean keel_journal_set_entry_state (KeelJournal *self, const char *uuid, KeelEntryState state,
                                       GError **error);
gboolean keel_journal_set_entry_pinned (KeelJournal *self, const char *uuid, gboolean pinned, GError **error);
gboolean keel_journal_set_entry_link (KeelJournal *self, const char *uuid, KeelEntryLink link,
                                      const char *target, GError **error);
/* @at 0: with nobody; @with is nullable. */
gboolean keel_journal_set_entry_shared (KeelJournal *self, const char *uuid, gint64 at, const char *with,
                                        GError **error);
/* Into the trash, and out of it. */
gboolean keel_journal_set_entry_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                         GError **error);

/* A new draft with the same answers. */
KeelEntry *keel_journal_duplicate_entry (KeelJournal *self, const char *uuid, GError **error);

/* A version: the answers as they were when the person left the page. */
typedef struct
{
  gint64 id;
  gint64 at;     /* seconds UTC */
  guint n_words; /* in it */
} KeelEntryVersion;

/* Keeps the answers as a version, unless the last one is the same. */
gboolean keel_journal_keep_version (KeelJournal *self, const char *uuid, GError **error);
/* GArray of KeelEntryVersion, newest first. */
GArray *keel_journal_get_versions (KeelJournal *self, const char *uuid, GError **error);
KeelAnswers *keel_journal_read_version (KeelJournal *self, const char *uuid, gint64 id, GError **error);

/* For ever and at once: its answers, versions and what search knows of it. No byte of it stays in a file of
 * the profile; what a backup holds stays there, and so may what the disk keeps of blocks that were given back
 * (of rollback journals, of each save): of these only a passphrase makes nothing readable. */
gboolean keel_journal_destroy_entry (KeelJournal *self, const char *uuid, GError **error);
/* Destroys what has been in the trash for more than KEEL_TRASH_DAYS. */
gboolean keel_journal_empty_trash (KeelJournal *self, GError **error);

G_END_DECLS
