#pragma once

#include <adwaita.h>

#include "core/keel-strategy-tag.h"

G_BEGIN_DECLS

/*
 * KeelTagChips: one of what may be going on, as large chips: those that most people look for first, and the
 * others behind a button, so that nobody has to read through thirty when it is hard.
 *
 * Signal: "chosen" (KeelStrategyTag), by the person.
 */
#define KEEL_TYPE_TAG_CHIPS (keel_tag_chips_get_type ())
G_DECLARE_FINAL_TYPE (KeelTagChips, keel_tag_chips, KEEL, TAG_CHIPS, AdwBin)

/* Adds those of @tags that are not there yet; with @members in the order for their pages, else for families.
 * Where it were others, or more, it begins anew, with none of them chosen. */
void keel_tag_chips_offer (KeelTagChips *self, guint64 tags, gboolean members);
/* Without the signal. KEEL_N_TAGS: none of them. */
void keel_tag_chips_select (KeelTagChips *self, KeelStrategyTag tag);
void keel_tag_chips_start (KeelTagChips *self); /* leads the focus to the first, or to the chosen one */

G_END_DECLS
