#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTodayStrategy: the cards of the coping library that the person made favourites, to be done with one
 * press. */
#define KEEL_TYPE_TODAY_STRATEGY (keel_today_strategy_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayStrategy, keel_today_strategy, KEEL, TODAY_STRATEGY, AdwBin)

GtkWidget *keel_today_strategy_new (KeelSession *session);

G_END_DECLS
