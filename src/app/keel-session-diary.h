#pragma once

#include "core/keel-diary.h"

#include "keel-session.h"

G_BEGIN_DECLS

/* The diary of the open profile. "entries-changed" tells that it may say something else. Of KeelDiaryPage,
 * the newest first: those in which all of @words (nullable) are. */
void keel_session_list_diary_async (KeelSession *self, const char *words, GCancellable *cancellable,
                                    KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_diary_finish (KeelSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
