#pragma once

#include "core/keel-reason.h"
#include "keel-session-rows.h"

G_BEGIN_DECLS

/* The reasons of the open profile. "reasons-changed" comes after each change. */

void keel_session_list_reasons_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_reasons_finish (KeelSession *self, GAsyncResult *result,
                                             GError **error); /* of KeelReason, in order */

/* Of KeelReason. What stood there before is not told. */
extern const KeelSessionRows keel_reason_rows;

/* Ended by keel_session_change_finish (). */
void keel_session_order_reasons_async (KeelSession *self, const char *const *uuids,
                                       KeelSessionCallback callback, gpointer data);

G_END_DECLS
