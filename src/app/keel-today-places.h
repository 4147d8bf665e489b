#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTodayPlaces: where the person is in each chosen program whose parts follow each other, one line each;
 * nothing of a program that they said nothing of. */
#define KEEL_TYPE_TODAY_PLACES (keel_today_places_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayPlaces, keel_today_places, KEEL, TODAY_PLACES, AdwBin)

GtkWidget *keel_today_places_new (KeelSession *session);
/* Reads it anew, and shows itself where there is anything to tell. */
void keel_today_places_refresh (KeelTodayPlaces *self);

G_END_DECLS
