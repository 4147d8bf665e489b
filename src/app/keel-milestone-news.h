#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelMilestoneNews: that a milestone was reached, once, as it is drawn, with a way to its card. Hidden where
 * there is nothing to tell. */
#define KEEL_TYPE_MILESTONE_NEWS (keel_milestone_news_get_type ())
G_DECLARE_FINAL_TYPE (KeelMilestoneNews, keel_milestone_news, KEEL, MILESTONE_NEWS, AdwBin)

KeelMilestoneNews *keel_milestone_news_new (void);
void keel_milestone_news_show (KeelMilestoneNews *self, KeelSession *session, KeelDays *days);

G_END_DECLS
