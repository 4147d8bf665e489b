#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* What has been in the trash for KEEL_TRASH_DAYS is destroyed now, and as long as the session is open,
 * whether somebody looks into the trash or not. */
void keel_session_watch_trash (KeelSession *self);

G_END_DECLS
