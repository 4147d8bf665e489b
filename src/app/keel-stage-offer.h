#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelStageOffer: offers to go on to the next stage of the way into a group, when what is known says so:
 * Yes, or Not now. It shows itself only then, and never for appointments.
 */
#define KEEL_TYPE_STAGE_OFFER (keel_stage_offer_get_type ())
G_DECLARE_FINAL_TYPE (KeelStageOffer, keel_stage_offer, KEEL, STAGE_OFFER, AdwBin)

/* @place: the date beside which it stands, where it is seen only after that date's attendance was put down;
 * KEEL_LOCAL_TIME_NONE: beside the series as a whole. */
GtkWidget *keel_stage_offer_new (KeelSession *session, const char *series, KeelLocalTime place);
void keel_stage_offer_refresh (KeelStageOffer *self);

/* Which date's attendance was put down last; @series is nullable: none. */
void keel_stage_offer_set_place (KeelSession *session, const char *series, KeelLocalTime occurrence);

G_END_DECLS
