#pragma once

#include "core/keel-together.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* The sheet for somebody whom the person trusts, of the open profile. It is kept in the journal. */
void keel_session_read_together_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
/* Transfer full: an empty one where nothing was written yet. */
KeelTogether *keel_session_read_together_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Ended by keel_session_change_finish (). */
void keel_session_save_together_async (KeelSession *self, const KeelTogether *together,
                                       KeelSessionCallback callback, gpointer data);

G_END_DECLS
