#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* Whether worksheets that can ask for the passphrase do so each time they are opened: kept with the profile,
 * as the setting "ask-again". */
void keel_session_read_guard_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
/* FALSE without an error: they do not. */
gboolean keel_session_read_guard_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Ended by keel_session_change_finish (). */
void keel_session_set_guard_async (KeelSession *self, gboolean guarded, KeelSessionCallback callback,
                                   gpointer data);

G_END_DECLS
