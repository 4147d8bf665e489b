#pragma once

#include <adwaita.h>

#include "core/keel-strategy-tag.h"

G_BEGIN_DECLS

/* KeelTagChoice: what is going on, as chips of which any number can be chosen. Signal: "changed", by the
 * person. */
#define KEEL_TYPE_TAG_CHOICE (keel_tag_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelTagChoice, keel_tag_choice, KEEL, TAG_CHOICE, AdwBin)

guint64 keel_tag_choice_get (KeelTagChoice *self);
void keel_tag_choice_set (KeelTagChoice *self, guint64 tags); /* without the signal */

G_END_DECLS
