#pragma once

#include <adwaita.h>

#include "keel-help-region.h"

G_BEGIN_DECLS

/* KeelHelpSafety: what to do in one kind of danger, in type that can be read from a metre away: the emergency
 * number, and the first step first. */
#define KEEL_TYPE_HELP_SAFETY (keel_help_safety_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpSafety, keel_help_safety, KEEL, HELP_SAFETY, AdwBin)

/* @page must live longer. */
KeelHelpSafety *keel_help_safety_new (KeelHelpRegion *region, const KeelSafetyPage *page);
void keel_help_safety_look (KeelHelpSafety *self);

G_END_DECLS
