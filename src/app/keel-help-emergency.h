#pragma once

#include <adwaita.h>

#include "keel-help-region.h"

G_BEGIN_DECLS

/* KeelHelpEmergency: the emergency number of a region, first and largest, with the ways to call it. */
#define KEEL_TYPE_HELP_EMERGENCY (keel_help_emergency_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpEmergency, keel_help_emergency, KEEL, HELP_EMERGENCY, AdwBin)

/* It follows @region. With @short what stands small below the number is left out. */
void keel_help_emergency_show (KeelHelpEmergency *self, KeelHelpRegion *region, gboolean is_short);

G_END_DECLS
