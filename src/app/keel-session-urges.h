#pragma once

#include "core/keel-offers.h"
#include "core/keel-urge-patterns.h"
#include "keel-session-rows.h"

G_BEGIN_DECLS

/* The urge log of the open profile, and what is offered in an urge. "urges-changed" comes after each change,
 * and "strategies-changed" with it, since what was done in an urge is among what helped. */

/* Of KeelUrge, the newest first: those that began at @since (seconds UTC) or later, at most @limit (0: all).
 */
void keel_session_list_urges_async (KeelSession *self, gint64 since, guint limit,
                                    KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_urges_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Of KeelUrge. To be saved as soon as the strength is known, and again whenever more of it is: nothing that
 * was said is lost then. */
extern const KeelSessionRows keel_urge_rows;

/* Three things to do, by the rules of core/keel-offers.h, from the cards that the session's content has at
 * this moment, what is said of them, what was done, the people and what is followed. @strength 0 to 10; @tags
 * and
 * @minutes (how much time there is) may be 0: not said. */
void keel_session_read_offers_async (KeelSession *self, int strength, guint64 tags, guint minutes,
                                     KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_read_offers_finish (KeelSession *self, GAsyncResult *result,
                                            GError **error); /* of KeelOffer */

/* What the urges of the last @weeks have in common, see core/keel-urge-patterns.h. */
void keel_session_read_patterns_async (KeelSession *self, guint weeks, KeelSessionCallback callback,
                                       gpointer data);
KeelUrgePatterns *keel_session_read_patterns_finish (KeelSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
