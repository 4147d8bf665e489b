#pragma once

#include "core/keel-strategy-mark.h"
#include "content/keel-strategy.h"
#include "keel-session-rows.h"
#include "store/keel-profile-prompts.h"

G_BEGIN_DECLS

/*
 * The coping library of the open profile: what a person says of its cards, cards of their own, and what was
 * done. keel_content_get_strategies () of the session's content has their own beside the others.
 * "strategies-changed" is emitted when any of this is other than it was.
 */

/* What is said of all cards and what came of them; also of what was done in the urge loop. */
void keel_session_list_strategies_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelStrategyBook *keel_session_list_strategies_finish (KeelSession *self, GAsyncResult *result,
                                                       GError **error); /* transfer full */

/* As keel_journal_set_strategy_mark (): what @wanted says of @which, and the rest stays. An undo gives what
 * its change wrote as @expected (nullable), and KEEL_STORE_ERROR_CHANGED is where something else is said by
 * now. */
void keel_session_mark_strategy_async (KeelSession *self, const KeelStrategyMark *wanted, KeelMarkSays which,
                                       const KeelStrategyMark *expected, KeelSessionCallback callback,
                                       gpointer data);
/* How it was before; transfer full. */
KeelStrategyMark *keel_session_mark_strategy_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* How many cards of a person's own cannot be read. They are kept, and nothing shows them. */
guint keel_session_get_n_damaged_strategies (KeelSession *self);
/* Of KeelStrategy, by their ids. What was said of one that goes and done with it stays. */
extern const KeelSessionRows keel_strategy_rows;

/* The delay of a card: a reminder, once, in @minutes (1 to KEEL_DELAY_MAX_MINUTES; at the first whole minute
 * that is not earlier), in the place of one that is still to come. It comes with the window closed and in
 * quiet hours, too, and says as little as all others. @strategy is nullable. Ended by
 * keel_session_prompt_finish () of keel-session-prompts.h; its prompt says when (keel_schedule_get_start (),
 * in UTC). */
void keel_session_set_delay_async (KeelSession *self, guint minutes, const char *strategy,
                                   KeelSessionCallback callback, gpointer data);
/* Whatever delay is still to come does not come any more. Ended by keel_session_change_finish (). */
void keel_session_drop_delay_async (KeelSession *self, KeelSessionCallback callback, gpointer data);

G_END_DECLS
