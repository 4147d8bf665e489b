#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A disk between SQLite and the real one, below the vault: it records what was written and what was made
 * safe, so that a power cut can be replayed at any point; and it can fail. It takes the place of SQLite's
 * "unix" VFS for the whole process, before the first database is opened.
 */
void keel_test_disk_register (void);

/* What happens to @path and its journal from now on; they are not there yet. */
void keel_test_disk_record (const char *path);
void keel_test_disk_stop (void);
/* How much has happened: a point in time for what follows. */
guint keel_test_disk_get_time (void);

/* Writes what a power cut at @time may have left to the files of @path. What was not synchronized is kept,
 * lost or torn into sectors of 512 bytes, by chance, regardless of its order. */
void keel_test_disk_cut_power (const char *path, guint time, GRand *random);

/* The @n-th call from now fails, and all that follow if @for_ever. 0: none. */
void keel_test_disk_fail (guint n, gboolean for_ever);
gboolean keel_test_disk_has_failed (void);

G_END_DECLS
