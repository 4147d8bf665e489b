#include "keel-database.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <gio/gio.h>

#include "data/schema/keel-schema-resources.h"
#include "keel-vault.h"

#define TEXT_SEPARATOR "\x1f"
#define BUSY_TIMEOUT_MS 5000
#define MAX_SETUP_ATTEMPTS 200

struct _KeelDatabase
{
  sqlite3 *handle;
  gboolean write_ahead;
  GHashTable *statements; /* const char *sql (by address) → sqlite3_stmt * */
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gboolean
is_full (int code)
{
  return keel_store_error_from_errno (code) == KEEL_STORE_ERROR_FULL;
}

/* A quota and a limit on file sizes are as full as a disk; SQLite calls only ENOSPC so. Its own errno may
 * already be that of the rollback, the files remember theirs. */
static KeelStoreError
get_io_code (sqlite3 *handle)
{
  sqlite3_file *journal = NULL;
  int file_code = 0;
  int journal_code = 0;

  sqlite3_file_control (handle, "main", SQLITE_FCNTL_LAST_ERRNO, &file_code);
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (journal && journal->pMethods)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &journal_code);
  if (is_full (sqlite3_system_errno (handle)) || is_full (file_code) || is_full (journal_code))
    return KEEL_STORE_ERROR_FULL;
  return KEEL_STORE_ERROR_IO;
}

static KeelStoreError
get_code (sqlite3 *handle, int result)
{
  /* What the vault says of a page that does not authenticate. */
  if (result == SQLITE_IOERR_DATA)
    return KEEL_STORE_ERROR_CORRUPT;
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return KEEL_STORE_ERROR_FULL;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return get_io_code (handle);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return KEEL_STORE_ERROR_READ_ONLY;
    case SQLITE_NOTADB:
      return KEEL_STORE_ERROR_FOREIGN;
    case SQLITE_CORRUPT:
      return KEEL_STORE_ERROR_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return KEEL_STORE_ERROR_BUSY;
    default:
      return KEEL_STORE_ERROR_FAILED;
    }
}

/* Two that open a new file at once can lock each other out without SQLite calling the busy handler. */
static gboolean
is_busy (const GError *error)
{
  return g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY);
}

/*
 * SQLite creates files 0644; journals and logs take after the file itself. mknod () because closing a
 * descriptor of the file would drop the locks of every other connection of this process.
 */
static gboolean
make_file (const char *path, GError **error)
{
  if (mknod (path, S_IFREG | S_IRUSR | S_IWUSR, 0) == 0 || errno == EEXIST)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/* *empty is whether nobody has written the schema yet. */
static gboolean
check_identity (KeelDatabase *self, const KeelDatabaseKind *kind, gboolean *empty, GError **error)
{
  gint64 application_id = 0;
  gint64 user_version = 0;
  gint64 objects = 0;

  if (!keel_database_get_integer (self, "PRAGMA application_id", &application_id, error) ||
      !keel_database_get_integer (self, "PRAGMA user_version", &user_version, error) ||
      !keel_database_get_integer (self, "SELECT count(*) FROM sqlite_schema", &objects, error))
    return FALSE;

  *empty = application_id == 0 && user_version == 0 && objects == 0;
  if (*empty)
    return TRUE;
  if (application_id != kind->application_id)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN,
                   "This file belongs to another application");
      return FALSE;
    }
  if (user_version > kind->user_version)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NEWER,
                   "This file has version %" G_GINT64_FORMAT ", this Keel knows up to %d", user_version,
                   kind->user_version);
      return FALSE;
    }
  if (user_version < kind->user_version)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT,
                   "This file has version %" G_GINT64_FORMAT ", which no Keel wrote", user_version);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_schema (KeelDatabase *self, const KeelDatabaseKind *kind, GError **error)
{
  g_autoptr (GBytes) schema = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *stamp = NULL;

  schema = g_resource_lookup_data (keel_schema_resources_get_resource (), kind->schema, 0, error);
  if (!schema)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (schema, NULL), g_bytes_get_size (schema));
  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", kind->application_id,
                           kind->user_version);
  return keel_database_execute (self, sql, error) && keel_database_execute (self, stamp, error);
}

/* In one transaction, and only if nobody else did in the meantime. */
static gboolean
make_schema (KeelDatabase *self, const KeelDatabaseKind *kind, GError **error)
{
  gboolean empty = FALSE;

  if (!keel_database_begin (self, error))
    return FALSE;
  if (check_identity (self, kind, &empty, error) && (!empty || run_schema (self, kind, error)))
    return keel_database_commit (self, error);
  keel_database_rollback (self);
  return FALSE;
}

static gboolean
prepare_file (KeelDatabase *self, const KeelDatabaseKind *kind, GError **error)
{
  gboolean empty = FALSE;
  gboolean known;

  /* First of all, so that a file that is not ours is never written to; and as one state, or a file whose
   * schema another process is just writing would look like a stranger's. */
  if (!keel_database_execute (self, "BEGIN", error))
    return FALSE;
  known = check_identity (self, kind, &empty, error);
  keel_database_rollback (self);
  if (!known)
    return FALSE;
  if (!keel_database_execute (self,
                              self->write_ahead ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"
                                                : "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA",
                              error))
    return FALSE;
  return !empty || make_schema (self, kind, error);
}

static gboolean
prepare_file_patiently (KeelDatabase *self, const KeelDatabaseKind *kind, GError **error)
{
  for (guint attempt = 1;; attempt++)
    {
      g_autoptr (GError) failure = NULL;

      if (prepare_file (self, kind, &failure))
        return TRUE;
      if (!is_busy (failure) || attempt == MAX_SETUP_ATTEMPTS)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_usleep (5000 + g_random_int_range (0, 5000));
    }
}

static gboolean
configure (KeelDatabase *self, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  return keel_database_execute (self,
                                "PRAGMA secure_delete = ON;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA temp_store = MEMORY;"
                                "PRAGMA cache_size = -8192;",
                                error);
}

static int
open_handle (const char *path, const KeelDatabaseKind *kind, KeelVaultKey *key, sqlite3 **handle)
{
  if (key)
    return keel_vault_open (path, key, (guint32) kind->application_id, handle);
  /* The path is absolute and never read as a URI: that is for keel-conversion's VACUUM INTO. */
  return sqlite3_open_v2 (path, handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
}

/**
 * keel_database_open_protected:
 * @path: the file; made (0600) when it is not there, its folder must be
 * @kind: what the file has to be
 * @key: (nullable): of the vault; %NULL for a file that anybody can read
 *
 * Opens a connection with Keel's rules (facts/mechanics.md, "SQLite that loses nothing"). A file of a
 * newer Keel or of another application is not written to. A connection belongs to one thread at a time.
 */
KeelDatabase *
keel_database_open_protected (const char *path, const KeelDatabaseKind *kind, KeelVaultKey *key,
                              GError **error)
{
  g_autoptr (KeelDatabase) self = NULL;
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (!make_file (absolute, error))
    return NULL;

  self = g_new0 (KeelDatabase, 1);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  self->write_ahead = kind->write_ahead && !key;
  if (open_handle (absolute, kind, key, &self->handle) != SQLITE_OK)
    {
      keel_database_set_error (self, error);
      return NULL;
    }

  /* Else closing a refused file would write its log back into it. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!configure (self, error) || !prepare_file_patiently (self, kind, error))
    return NULL;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&self);
}

KeelDatabase *
keel_database_open (const char *path, const KeelDatabaseKind *kind, GError **error)
{
  return keel_database_open_protected (path, kind, NULL, error);
}

void
keel_database_close (KeelDatabase *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self);
}

sqlite3 *
keel_database_get_handle (KeelDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->handle;
}

/**
 * keel_database_prepare:
 * @sql: a string literal; statements are kept by its address
 *
 * Returns: (transfer none): the statement, reset and without bindings, or %NULL with @error set
 */
sqlite3_stmt *
keel_database_prepare (KeelDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      keel_database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/**
 * keel_database_step:
 * @row: (nullable) (out): whether there is a row to read; at the end and on failure @statement is reset
 *
 * Returns: FALSE with @error set when SQLite refused
 */
gboolean
keel_database_step (KeelDatabase *self, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int result = sqlite3_step (statement);
  gboolean success = result == SQLITE_ROW || result == SQLITE_DONE;

  if (row)
    *row = result == SQLITE_ROW;
  if (!success)
    keel_database_set_error (self, error);
  if (result != SQLITE_ROW)
    sqlite3_reset (statement);
  return success;
}

gboolean
keel_database_get_integer (KeelDatabase *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self, sql, error);
  gboolean row;

  if (!statement || !keel_database_step (self, statement, &row, error))
    return FALSE;
  if (row)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
keel_database_is_whole (KeelDatabase *self, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (self, "PRAGMA quick_check (1)", error);
  gboolean row = FALSE;
  gboolean whole;

  if (!statement || !keel_database_step (self, statement, &row, error))
    return FALSE;
  whole = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);
  if (!whole)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "The file is not whole");
  return whole;
}

/* One or more statements whose rows do not matter. Need not be a literal. */
gboolean
keel_database_execute (KeelDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  keel_database_set_error (self, error);
  return FALSE;
}

/* IMMEDIATE, so that what is read in the transaction cannot be changed by another before it is written. */
gboolean
keel_database_begin (KeelDatabase *self, GError **error)
{
  return keel_database_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
keel_database_commit (KeelDatabase *self, GError **error)
{
  if (keel_database_execute (self, "COMMIT", error))
    return TRUE;
  keel_database_rollback (self);
  return FALSE;
}

/* Does nothing where SQLite has rolled back by itself. */
void
keel_database_rollback (KeelDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;

  /* A statement in the middle of its rows would keep the transaction open. */
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_reset (statement);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* Sets @error from the last thing that SQLite refused on this connection. */
void
keel_database_set_error (KeelDatabase *self, GError **error)
{
  int result = sqlite3_extended_errcode (self->handle);

  g_set_error (error, KEEL_STORE_ERROR, get_code (self->handle, result), "SQLite: %s (%d)",
               sqlite3_errmsg (self->handle), result);
}

char *
keel_column_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

/* What could not be bound would be stored as NULL. That happens only without memory, where GLib ends the
 * program too, or with a text of a gigabyte. */
static void
bind_text (sqlite3_stmt *statement, int index, const char *text, sqlite3_destructor_type destructor)
{
  int code;

  code = text ? sqlite3_bind_text (statement, index, text, -1, destructor)
              : sqlite3_bind_null (statement, index);
  if (code != SQLITE_OK)
    g_error ("SQLite: %s", sqlite3_errstr (code));
}

void
keel_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  bind_text (statement, index, text, SQLITE_TRANSIENT);
}

void
keel_bind_kept_text (sqlite3_stmt *statement, int index, const char *text)
{
  bind_text (statement, index, text, SQLITE_STATIC);
}

char **
keel_column_texts (sqlite3_stmt *statement, int column)
{
  const char *joined = (const char *) sqlite3_column_text (statement, column);

  return g_strsplit (joined ? joined : "", TEXT_SEPARATOR, -1);
}

char *
keel_join_texts (char **texts)
{
  return texts ? g_strjoinv (TEXT_SEPARATOR, texts) : g_strdup ("");
}
