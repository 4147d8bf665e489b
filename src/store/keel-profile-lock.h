#pragma once

/* Private to store: who has a profile open. The file `lock` in its folder, locked with flock(2). */

#include <glib.h>

G_BEGIN_DECLS

/* Beside others who have it open: a descriptor for keel_profile_lock_release (), or -1. Finishes or takes
 * back first what an interrupted protecting or unprotecting left. KEEL_STORE_ERROR_BUSY where another process
 * protects, unprotects or removes the profile and does not end in a few seconds. */
int keel_profile_lock_share (const char *folder, GError **error);
/* Alone. KEEL_STORE_ERROR_IN_USE where anybody has it open, this process included. */
int keel_profile_lock_alone (const char *folder, GError **error);
void keel_profile_lock_release (int descriptor);

G_END_DECLS
