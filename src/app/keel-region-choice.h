#pragma once

#include <adwaita.h>

#include "keel-help-region.h"

G_BEGIN_DECLS

/*
 * KeelRegionChoice: a row with the country whose help lines are shown, which opens a list to choose another
 * one from.
 *
 * Signal: "chosen" (const char *id, for keel_help_region_choose (), which was called already).
 */
#define KEEL_TYPE_REGION_CHOICE (keel_region_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelRegionChoice, keel_region_choice, KEEL, REGION_CHOICE, AdwBin)

/* @region is changed; whether that is kept is for whom it belongs to. */
void keel_region_choice_set_region (KeelRegionChoice *self, KeelHelpRegion *region);

G_END_DECLS
