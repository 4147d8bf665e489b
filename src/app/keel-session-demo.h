#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* The id of a demo with the pages of this profile: the one that is there already, or a new one. */
void keel_session_find_demo_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
char *keel_session_find_demo_finish (KeelSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
