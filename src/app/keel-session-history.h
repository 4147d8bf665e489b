#pragma once

#include "core/keel-history.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* All that the pages of the profile look back on, with one read in the store thread: see
 * store/keel-journal-history.h. */
void keel_session_read_history_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelHistory *keel_session_read_history_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Calls @changed, with @object, after each change of what can be looked back on, as long as both are there.
 */
void keel_session_watch_history (KeelSession *self, GCallback changed, gpointer object);

G_END_DECLS
