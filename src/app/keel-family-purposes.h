#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelFamilyPurposes: what a person can do or write who cares about someone, by what it is for. A card that
 * they have hidden is not there. */
#define KEEL_TYPE_FAMILY_PURPOSES (keel_family_purposes_get_type ())
G_DECLARE_FINAL_TYPE (KeelFamilyPurposes, keel_family_purposes, KEEL, FAMILY_PURPOSES, AdwBin)

GtkWidget *keel_family_purposes_new (KeelSession *session);

G_END_DECLS
