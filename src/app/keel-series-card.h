#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesCard: what the person says of what they follow: home group, service, who leads it, its kind and
 * colour, and a private note. All of it is kept at once; what is typed, when typing pauses. */
#define KEEL_TYPE_SERIES_CARD (keel_series_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesCard, keel_series_card, KEEL, SERIES_CARD, AdwBin)

void keel_series_card_show (KeelSeriesCard *self, KeelSession *session, KeelSeries *series); /* nullable */

G_END_DECLS
