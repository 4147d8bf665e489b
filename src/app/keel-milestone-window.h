#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelMilestoneWindow: a milestone as a card, to look at, to print or to save as a picture: with a line of
 * one's own and the date, if wanted, and without any name. */
#define KEEL_TYPE_MILESTONE_WINDOW (keel_milestone_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelMilestoneWindow, keel_milestone_window, KEEL, MILESTONE_WINDOW, AdwWindow)

/* @fresh: it was reached just now. */
void keel_milestone_window_present (GtkWindow *parent, KeelSession *session, const KeelDays *days,
                                    const KeelReached *reached, gboolean fresh);

G_END_DECLS
