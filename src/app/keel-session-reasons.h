#pragma once

#include "core/keel-reason.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* The reasons of the open profile. "reasons-changed" comes after each change. */

void keel_session_list_reasons_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_reasons_finish (KeelSession *self, GAsyncResult *result,
                                             GError **error); /* of KeelReason, in order */

/* Adds @reason where it has no UUID, else puts it in the place of the one with it. Ended with its UUID
 * (transfer full), or NULL and an error. */
void keel_session_save_reason_async (KeelSession *self, const KeelReason *reason,
                                     KeelSessionCallback callback, gpointer data);
char *keel_session_save_reason_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Takes it away, or takes that back. Both are ended by keel_session_change_finish (). */
void keel_session_delete_reason_async (KeelSession *self, const char *uuid, gboolean deleted,
                                       KeelSessionCallback callback, gpointer data);
void keel_session_order_reasons_async (KeelSession *self, const char *const *uuids,
                                       KeelSessionCallback callback, gpointer data);

G_END_DECLS
