#pragma once

#include <adwaita.h>

#include "core/keel-strategy-tag.h"

G_BEGIN_DECLS

/*
 * KeelUrgeTags: what is going on: several of many, or none.
 *
 * Signal: "changed", by the person.
 */
#define KEEL_TYPE_URGE_TAGS (keel_urge_tags_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeTags, keel_urge_tags, KEEL, URGE_TAGS, AdwBin)

KeelUrgeTags *keel_urge_tags_new (void);
void keel_urge_tags_leave_out (KeelUrgeTags *self, KeelStrategyTag tag); /* it is not offered */
void keel_urge_tags_set (KeelUrgeTags *self, guint64 tags);              /* without the signal */
guint64 keel_urge_tags_get (KeelUrgeTags *self);

G_END_DECLS
