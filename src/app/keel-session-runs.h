#pragma once

#include "keel-session-strategies.h"

G_BEGIN_DECLS

/* What was done of the coping library, each time by itself. "strategies-changed" comes after each change. */

/* Of KeelStrategyRun, of the card @strategy, the newest first; also what an urge was left with, which has an
 * urge and goes with that. */
void keel_session_list_runs_async (KeelSession *self, const char *strategy, KeelSessionCallback callback,
                                   gpointer data);
GPtrArray *keel_session_list_runs_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Takes it away, or takes that back. Ended by keel_session_change_finish (). */
void keel_session_delete_run_async (KeelSession *self, const char *uuid, gboolean deleted,
                                    KeelSessionCallback callback, gpointer data);

G_END_DECLS
