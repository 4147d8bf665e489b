#pragma once

/* Private to store: one SQLite connection with Keel's rules. */

#include <glib.h>
#include <sqlite3.h>

#include "keel-store-error.h"
#include "keel-vault-key.h"

G_BEGIN_DECLS

typedef struct _KeelDatabase KeelDatabase;

typedef struct
{
  const char *schema; /* resource path of the SQL that makes an empty file */
  int application_id;
  int user_version;     /* of this Keel; a higher one in the file is KEEL_STORE_ERROR_NEWER */
  gboolean write_ahead; /* WAL (directory only), else DELETE with synchronous=EXTRA */
} KeelDatabaseKind;

KeelDatabase *keel_database_open (const char *path, const KeelDatabaseKind *kind, GError **error);
/* With @key, through the vault and never with a write-ahead log; without, the same as above. A file that @key
 * did not encrypt is KEEL_STORE_ERROR_FOREIGN and left alone; one with changed pages
 * KEEL_STORE_ERROR_CORRUPT. */
KeelDatabase *keel_database_open_protected (const char *path, const KeelDatabaseKind *kind, KeelVaultKey *key,
                                            GError **error);
void keel_database_close (KeelDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelDatabase, keel_database_close)

sqlite3 *keel_database_get_handle (KeelDatabase *self);

/* Statements are compiled once and kept; what is returned is reset and without bindings, and stays the
 * database's. @sql must be a string literal. NULL with @error on failure. */
sqlite3_stmt *keel_database_prepare (KeelDatabase *self, const char *sql, GError **error);
/* SQLITE_ROW → TRUE with *row TRUE; SQLITE_DONE → TRUE with *row FALSE (and the statement reset). */
gboolean keel_database_step (KeelDatabase *self, sqlite3_stmt *statement, gboolean *row, GError **error);
gboolean keel_database_execute (KeelDatabase *self, const char *sql, GError **error);
gboolean keel_database_begin (KeelDatabase *self, GError **error);  /* IMMEDIATE */
gboolean keel_database_commit (KeelDatabase *self, GError **error); /* rolls back when it fails */
void keel_database_rollback (KeelDatabase *self);
void keel_database_set_error (KeelDatabase *self, GError **error); /* from the last SQLite code */

/* The one number of @sql, a string literal; *value stays as it is where there is no row. */
gboolean keel_database_get_integer (KeelDatabase *self, const char *sql, gint64 *value, GError **error);

char *keel_column_text (sqlite3_stmt *statement, int column);               /* transfer full, NULL for NULL */
void keel_bind_text (sqlite3_stmt *statement, int index, const char *text); /* copied; NULL binds NULL */
/* The same without a copy: @text has to stay until the statement is reset and has let go of its bindings. */
void keel_bind_kept_text (sqlite3_stmt *statement, int index, const char *text);

/* Whether all of its pages and indexes fit together. FALSE with @error: KEEL_STORE_ERROR_CORRUPT where they
 * do not, others where it could not be told. */
gboolean keel_database_is_whole (KeelDatabase *self, GError **error);

/* Several short texts in one column; none of them may hold control characters. */
char **keel_column_texts (sqlite3_stmt *statement, int column); /* never NULL */
char *keel_join_texts (char **texts);                           /* for such a column; @texts is nullable */

G_END_DECLS
