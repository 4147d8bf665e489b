#pragma once

#include <adwaita.h>

#include "core/keel-offers.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelUrgeSomeone: whom to call, or which meeting to go to, at this moment. */
#define KEEL_TYPE_URGE_SOMEONE (keel_urge_someone_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeSomeone, keel_urge_someone, KEEL, URGE_SOMEONE, AdwBin)

KeelUrgeSomeone *keel_urge_someone_new (void);
/* @people is nullable. */
void keel_urge_someone_show (KeelUrgeSomeone *self, KeelSession *session, const KeelOffer *offer,
                             GPtrArray *people);

G_END_DECLS
