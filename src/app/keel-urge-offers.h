#pragma once

#include <adwaita.h>

#include "core/keel-offers.h"
#include "core/keel-person.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelUrgeOffers: three things to do, each with why. From KEEL_OFFERS_STRONG on "Am I safe?" stands beside
 * the first of them.
 *
 * Signals: "chosen" (guint), the place of one of them; "safe", to ask oneself that.
 */
#define KEEL_TYPE_URGE_OFFERS (keel_urge_offers_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeOffers, keel_urge_offers, KEEL, URGE_OFFERS, AdwBin)

KeelUrgeOffers *keel_urge_offers_new (void);
/* @offers is of KeelOffer; @people (nullable) of KeelPerson. */
void keel_urge_offers_show (KeelUrgeOffers *self, KeelSession *session, GPtrArray *offers, GPtrArray *people,
                            int strength);
/* As if the one at @place was pressed; FALSE: there is none. */
gboolean keel_urge_offers_choose (KeelUrgeOffers *self, guint place);

/* NULL where there is none of that UUID. */
const KeelPerson *keel_urge_offers_find_person (GPtrArray *people, const char *uuid);

G_END_DECLS
