#pragma once

#include "keel-session-rows.h"
#include "keel-session-strategies.h"

G_BEGIN_DECLS

/* What was done of the coping library, each time by itself. "strategies-changed" comes after each change. */

/* Of KeelStrategyRun, of the card @strategy, the newest first; also what an urge was left with, which has an
 * urge and goes with that. */
void keel_session_list_runs_async (KeelSession *self, const char *strategy, KeelSessionCallback callback,
                                   gpointer data);
GPtrArray *keel_session_list_runs_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Of KeelStrategyRun, without what stood there before. A run in the urge loop has the UUID of its urge: then
 * the strength of the urge is not counted once more for the same card. */
extern const KeelSessionRows keel_run_rows;

G_END_DECLS
