#pragma once

#include "store/keel-database.h"

G_BEGIN_DECLS

#define KEEL_CANARY "canary7QX"

/* Databases for the tests of the vault: a table of notes and an index of their words. */
extern const KeelDatabaseKind keel_vault_fixture_kind;

/* @bytes times the same: keys that a test can have again. */
KeelVaultKey *keel_vault_fixture_key (guint8 bytes);

/* Ends the test where they fail. */
KeelDatabase *keel_vault_fixture_open (const char *path, KeelVaultKey *key);
void keel_vault_fixture_run (KeelDatabase *database, const char *sql);
char *keel_vault_fixture_ask (KeelDatabase *database, const char *sql);

/* @number makes a note's length and words; the canary is in each. One transaction each. FALSE when SQLite
 * refused. */
gboolean keel_vault_fixture_write (KeelDatabase *database, gint64 number);
gboolean keel_vault_fixture_make_tables (KeelDatabase *database);

/* Whether the file is whole and holds notes 1 to n as they were written, with n from @least to @most. The
 * reason is kept in *error. */
gboolean keel_vault_fixture_check (const char *path, KeelVaultKey *key, gint64 least, gint64 most,
                                   GError **error);

GBytes *keel_vault_fixture_load (const char *path);             /* NULL where there is none */
void keel_vault_fixture_save (const char *path, GBytes *bytes); /* NULL deletes */

G_END_DECLS
