#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelUrgeSafe: "Am I safe?" A yes leads back; anything else to Help now or to the page for it.
 *
 * Signal: "safe", the person is.
 */
#define KEEL_TYPE_URGE_SAFE (keel_urge_safe_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeSafe, keel_urge_safe, KEEL, URGE_SAFE, AdwBin)

KeelUrgeSafe *keel_urge_safe_new (void);

G_END_DECLS
