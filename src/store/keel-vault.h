#pragma once

/* Private to store: SQLite files that are encrypted page by page. keel-vault(5) describes them. */

#include <glib.h>
#include <sqlite3.h>

#include "keel-vault-key.h"

G_BEGIN_DECLS

/* Opens @path, which must be there (an empty file becomes a new database), for reading and writing. @kind, a
 * number of one's choice, is bound to every page, so that none is taken for one of another kind of file.
 * Returns: a code of SQLite: SQLITE_NOTADB when nothing in the file was encrypted with @key; then nothing was
 * touched, a journal included. A page that was changed by another hand is SQLITE_IOERR_DATA when it is read.
 * As with sqlite3_open_v2(), *handle is to be closed in any case. */
int keel_vault_open (const char *path, KeelVaultKey *key, guint32 kind, sqlite3 **handle);

/* The name of the VFS, for the URI of a file that is to be attached. Only what this thread attaches between
 * keel_vault_allow () and keel_vault_forbid () opens, and only with @key and as @kind. */
#define KEEL_VAULT_VFS "keel-vault"
int keel_vault_allow (KeelVaultKey *key, guint32 kind);
void keel_vault_forbid (void);

/* Whether @path looks like a file of the vault, whoever's key it is. Not while this process has it open:
 * closing it here would take the locks off. */
gboolean keel_vault_is_sealed (const char *path);

G_END_DECLS
