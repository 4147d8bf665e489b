#pragma once

#include "core/keel-check-in.h"
#include "keel-session-rows.h"

G_BEGIN_DECLS

/* The check-ins of the open profile. "check-ins-changed" comes after each change. */

/* Of KeelCheckIn, the newest first: those at @since (seconds UTC) or later, at most @limit (0: all). */
void keel_session_list_check_ins_async (KeelSession *self, gint64 since, guint limit,
                                        KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_check_ins_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Of KeelCheckIn. To be saved with the first that is said, and again with whatever comes: nothing that was
 * said is lost then. */
extern const KeelSessionRows keel_check_in_rows;

G_END_DECLS
