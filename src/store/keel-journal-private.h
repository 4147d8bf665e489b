#pragma once

#include "keel-database.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* What keel-journal.c opens and the other keel-journal-….c write to as well. */
struct _KeelJournal
{
  GObject parent_instance;

  KeelDatabase *database;
  KeelClock *clock;
  GHashTable *sheets; /* digests of templates to KeelWorksheet: those that were needed last; nullable */
};

extern const KeelDatabaseKind keel_journal_kind;

/* Commits what happened since keel_database_begin () and counts it as one change; without @success, takes it
 * back. */
gboolean keel_journal_end_change (KeelJournal *self, gboolean success, GError **error);

/* keel_journal_set_setting () within a change of the caller's. */
gboolean keel_journal_put_setting (KeelJournal *self, const char *key, const char *value, GError **error);

/* Runs @sql, which marks the row of @id (?1) as deleted or not (?2) as of now (?3). FALSE without an error
 * where there is no such row. */
gboolean keel_journal_mark_deleted (KeelJournal *self, const char *sql, const char *id, gboolean deleted,
                                    GError **error);

/* The same, with NOT_FOUND where there is no such row: @what ("urge") says of what. */
gboolean keel_journal_mark_or_miss (KeelJournal *self, const char *sql, const char *id, gboolean deleted,
                                    const char *what, GError **error);

/* keel_journal_set_attendance () within a change of the caller's, as of @at (seconds UTC). *@before is NULL
 * where there was none. */
gboolean keel_journal_put_attendance (KeelJournal *self, KeelAttendance *attendance, gint64 at,
                                      KeelAttendance **before, GError **error);

G_END_DECLS
