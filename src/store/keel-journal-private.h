#pragma once

#include "keel-database.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* What keel-journal.c opens and keel-journal-dates.c and keel-journal-attendance.c write to as well. */
struct _KeelJournal
{
  GObject parent_instance;

  KeelDatabase *database;
  KeelClock *clock;
};

extern const KeelDatabaseKind keel_journal_kind;

/* Commits what happened since keel_database_begin () and counts it as one change; without @success, takes it
 * back. */
gboolean keel_journal_end_change (KeelJournal *self, gboolean success, GError **error);

G_END_DECLS
