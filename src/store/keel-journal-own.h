#pragma once

/* Private to store: what is a person's own and kept as the XML that a file of it would have: programs,
 * worksheets, cards. */

#include "keel-journal-rows.h"

G_BEGIN_DECLS

/* The statements for a table that has its names in the column @id. */
#define KEEL_OWN_FIND(table, id) "SELECT " id ", xml FROM " table " WHERE " id " = ?1 AND deleted_at IS NULL"
#define KEEL_OWN_LIST(table, id) "SELECT " id ", xml FROM " table " WHERE deleted_at IS NULL ORDER BY " id
#define KEEL_OWN_PUT(table, id)                                                                              \
  "INSERT INTO " table " (uuid, " id ", xml, changed_at) VALUES (?1, ?2, ?3, ?4)"                            \
  " ON CONFLICT (" id ") DO UPDATE SET xml = excluded.xml, changed_at = excluded.changed_at,"                \
  " deleted_at = NULL"

/* What there is of one kind. */
typedef struct
{
  const char *what; /* for warnings and errors: "worksheet" */
  gpointer (*parse) (GBytes *xml, GError **error);
  GDestroyNotify unref;
  gsize id;           /* where a thing has its "char *id" */
  KeelRowReader read; /* keel_own_read () for this kind */
  const char *find;   /* the statements above */
  const char *list;
  const char *put;
} KeelOwnKind;

/* What the row says on which @statement stands: its name, then its XML. NULL with a warning where it cannot
 * be read: then it is as if it were not there, and stays in the journal, since it is the person's. */
gpointer keel_own_read (const KeelOwnKind *kind, sqlite3_stmt *statement);

/* All that are not deleted. *@n_damaged (nullable) is how many cannot be read. */
GPtrArray *keel_own_list (KeelJournal *self, const KeelOwnKind *kind, guint *n_damaged, GError **error);

/* Puts @xml under @id, also in the place of a deleted one. */
gboolean keel_own_put (KeelJournal *self, const KeelOwnKind *kind, const char *id, const char *xml,
                       GError **error);
/* The same as one change; *@before (nullable; transfer full) is what stood there. INVALID unless it @is_own.
 */
gboolean keel_own_set (KeelJournal *self, const KeelOwnKind *kind, const char *id, gboolean is_own,
                       const char *xml, gpointer *before, GError **error);

G_END_DECLS
