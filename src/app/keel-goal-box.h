#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelGoalBox: how many meetings there were this week, and how many the person wants, if they want to say. */
#define KEEL_TYPE_GOAL_BOX (keel_goal_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelGoalBox, keel_goal_box, KEEL, GOAL_BOX, AdwBin)

void keel_goal_box_set_session (KeelGoalBox *self, KeelSession *session);

G_END_DECLS
