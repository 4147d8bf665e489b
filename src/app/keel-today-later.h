#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTodayLater: the appointments and meetings of the rest of today, beside the next one. */
#define KEEL_TYPE_TODAY_LATER (keel_today_later_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayLater, keel_today_later, KEEL, TODAY_LATER, AdwBin)

GtkWidget *keel_today_later_new (KeelSession *session);
void keel_today_later_refresh (KeelTodayLater *self); /* the clock has gone on */

G_END_DECLS
