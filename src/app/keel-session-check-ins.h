#pragma once

#include "core/keel-check-in.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* The check-ins of the open profile. "check-ins-changed" comes after each change. */

/* Of KeelCheckIn, the newest first: those at @since (seconds UTC) or later, at most @limit (0: all). */
void keel_session_list_check_ins_async (KeelSession *self, gint64 since, guint limit,
                                        KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_check_ins_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Puts @check_in down: a new one where it has no UUID, else in the place of the one with it. To be called
 * with the first that is said, and again with whatever comes: nothing that was said is lost then. */
void keel_session_save_check_in_async (KeelSession *self, const KeelCheckIn *check_in,
                                       KeelSessionCallback callback, gpointer data);
/* As it is now, with its UUID, time and offset; transfer full. *@before (nullable; transfer full) is what
 * stood there: NULL for a new one. To undo is to save that, or to delete the new one. */
KeelCheckIn *keel_session_save_check_in_finish (KeelSession *self, GAsyncResult *result, KeelCheckIn **before,
                                                GError **error);
/* Takes it away, or takes that back. Ended by keel_session_change_finish (). */
void keel_session_delete_check_in_async (KeelSession *self, const char *uuid, gboolean deleted,
                                         KeelSessionCallback callback, gpointer data);

G_END_DECLS
