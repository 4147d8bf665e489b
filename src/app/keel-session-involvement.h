#pragma once

#include "core/keel-involvement.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* What the person said of how they take part. Known to the journal alone. */
void keel_session_read_involvement_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
gboolean keel_session_read_involvement_finish (KeelSession *self, GAsyncResult *result,
                                               KeelInvolvement *involvement, GError **error);

/* Ended by keel_session_change_finish (). */
void keel_session_set_involvement_async (KeelSession *self, const KeelInvolvement *involvement,
                                         KeelSessionCallback callback, gpointer data);

G_END_DECLS
