#pragma once

#include "store/keel-journal.h"

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

/* In the store thread. FALSE without an error: they do not. */
gboolean keel_guard_is_on (KeelJournal *journal, GError **error);

/* The person has had this page open since the profile was unlocked: a session lasts until it is locked. */
void keel_session_note_seen (KeelSession *self, const char *uuid);
GHashTable *keel_session_copy_seen (KeelSession *self); /* set of UUIDs; transfer full */

G_END_DECLS
