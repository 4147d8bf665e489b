#pragma once

/* Private to store: changes of files and of their names that are safe on the disk. Errors are of
 * KEEL_STORE_ERROR. */

#include <glib.h>

#include "keel-store-error.h"

G_BEGIN_DECLS

/* Either the file stands as it was or with @bytes, whenever the power goes; 0600. Written beside it first, as
 * @path with ".new" behind it. */
gboolean keel_durable_replace (const char *path, const void *bytes, gsize length, GError **error);

/* Safe with the next keel_durable_sync_folder (). */
gboolean keel_durable_rename (const char *from, const char *to, GError **error);
gboolean keel_durable_remove (const char *path, GError **error); /* TRUE where there is none */

gboolean keel_durable_sync_file (const char *path, GError **error);
gboolean keel_durable_sync_folder (const char *folder, GError **error);

/* Zeros in the place of all that the file holds, safe on the disk. TRUE where there is none. A file that has
 * a second name (a copy somebody made by linking) is left alone. */
gboolean keel_durable_overwrite (const char *path, GError **error);
/* The same, and the file is gone. */
gboolean keel_durable_shred (const char *path, GError **error);

/* For tests: called before each step that changes something on the disk. It may end the process; what it
 * returns, if not 0, is the errno that the step fails with. */
typedef int (*KeelDurableStep) (const char *step, const char *path);
void keel_durable_watch (KeelDurableStep watch);

G_END_DECLS
