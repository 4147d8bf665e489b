#pragma once

#include "content/keel-content.h"
#include "keel-chooser.h"

G_BEGIN_DECLS

/*
 * KeelHelpRegion: whose emergency number and help lines are shown: what the profile says, else where the
 * computer is from, else nowhere in particular.
 *
 * Signal: "changed".
 */
#define KEEL_TYPE_HELP_REGION (keel_help_region_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpRegion, keel_help_region, KEEL, HELP_REGION, GObject)

KeelHelpRegion *keel_help_region_new (KeelContent *content);

/* Reads what the profile in @folder says (nullable: none). Only with @open is another choice kept there. */
void keel_help_region_set_folder (KeelHelpRegion *self, const char *folder, gboolean open);

const KeelHelpLines *keel_help_region_get_lines (KeelHelpRegion *self); /* those of KEEL_HELP_ANYWHERE where
                                                                           no country is known */
const char *keel_help_region_get_part (KeelHelpRegion *self);           /* nullable: all of the country */
gboolean keel_help_region_is_anywhere (KeelHelpRegion *self);
char *keel_help_region_describe (KeelHelpRegion *self); /* "United Kingdom · Scotland"; transfer full */

/* What there is to choose from; its ids are for keel_help_region_choose (). */
void keel_help_region_fill (KeelHelpRegion *self, KeelChooser *chooser);
/* FALSE where it could not be kept: it is shown, all the same. */
gboolean keel_help_region_choose (KeelHelpRegion *self, const char *id, GError **error);

G_END_DECLS
