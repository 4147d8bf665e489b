#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelDemoBanner: one line that all of this is made up, with a way to remove it. It stays as long as a demo
 * is open; no other profile ever shows it. */
#define KEEL_TYPE_DEMO_BANNER (keel_demo_banner_get_type ())
G_DECLARE_FINAL_TYPE (KeelDemoBanner, keel_demo_banner, KEEL, DEMO_BANNER, AdwBin)

/* Shows itself where the profile of @session is a demo. */
void keel_demo_banner_show (KeelDemoBanner *self, KeelSession *session);

G_END_DECLS
