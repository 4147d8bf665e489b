#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* The welcome of a profile that is new: which page of it comes next, and that this is its first time. */

/* 0: none. Needs no database. */
guint keel_session_get_welcome (KeelSession *self);
gboolean keel_session_set_welcome (KeelSession *self, guint page, GError **error);

/* From the welcome on, until Keel is closed: whoever is new sees little at once. */
void keel_session_begin_first_time (KeelSession *self);
gboolean keel_session_is_first_time (KeelSession *self);

G_END_DECLS
