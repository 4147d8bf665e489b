#pragma once

#include <adwaita.h>

#include "keel-help-region.h"

G_BEGIN_DECLS

/* KeelHelpLinesBox: the help lines of a region, and of which kinds Keel knows none there. */
#define KEEL_TYPE_HELP_LINES_BOX (keel_help_lines_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpLinesBox, keel_help_lines_box, KEEL, HELP_LINES_BOX, AdwBin)

/* It follows @region. @kind is a KeelHelpKind, of which the first one is shown then, and no heading, or
 * KEEL_HELP_KIND_NONE: all. */
void keel_help_lines_box_show (KeelHelpLinesBox *self, KeelHelpRegion *region, int kind);
/* Whether somebody answers may be otherwise by now. */
void keel_help_lines_box_look (KeelHelpLinesBox *self);

/* The lines for families, and those about violence at home, stand before the others. */
void keel_help_lines_box_put_families_first (KeelHelpLinesBox *self, gboolean families);

G_END_DECLS
