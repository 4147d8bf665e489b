#pragma once

#include <adwaita.h>

#include "paper/keel-milestone-card.h"

G_BEGIN_DECLS

/* KeelMilestoneView: a milestone as a card, as paper draws it: white in any window. Its coin comes out of the
 * water once, in less than a fifth of a second, and not at all where animations are not wanted. */
#define KEEL_TYPE_MILESTONE_VIEW (keel_milestone_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelMilestoneView, keel_milestone_view, KEEL, MILESTONE_VIEW, GtkWidget)

GtkWidget *keel_milestone_view_new (int width); /* pixels, where there is room */
/* Takes @card. */
void keel_milestone_view_show (KeelMilestoneView *self, KeelMilestoneCard *card);
/* The first time it is seen. */
void keel_milestone_view_rise (KeelMilestoneView *self);

G_END_DECLS
