#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* How many meetings a week the person wants to go to; 0: no goal, which is how it begins. Known to the
 * journal alone. */
void keel_session_read_goal_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
int keel_session_read_goal_finish (KeelSession *self, GAsyncResult *result, GError **error); /* -1: error */

/* @goal: 0 to KEEL_WEEKLY_GOAL_MAX. Ended by keel_session_change_finish (). */
void keel_session_set_goal_async (KeelSession *self, int goal, KeelSessionCallback callback, gpointer data);

/* How many meetings the person was at in the week of today, as their region counts weeks. */
guint keel_session_count_week (KeelSession *self);

/* "2 of 3 meetings this week"; without a goal "2 meetings this week". Transfer full. */
char *keel_session_describe_week (KeelSession *self, int goal);

G_END_DECLS
