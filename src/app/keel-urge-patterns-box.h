#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelUrgePatternsBox: what the urges of the last weeks have in common, in sentences and as bars; only from
 * enough of them. */
#define KEEL_TYPE_URGE_PATTERNS_BOX (keel_urge_patterns_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgePatternsBox, keel_urge_patterns_box, KEEL, URGE_PATTERNS_BOX, AdwBin)

void keel_urge_patterns_box_set_session (KeelUrgePatternsBox *self, KeelSession *session);
void keel_urge_patterns_box_refresh (KeelUrgePatternsBox *self);

G_END_DECLS
