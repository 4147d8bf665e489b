#pragma once

#include <adwaita.h>

#include "core/keel-urge.h"

G_BEGIN_DECLS

/*
 * KeelStrengthChoice: eleven numbers beside each other, 0 to 10, to press one of: how strong something is. A
 * digit chooses at once from wherever the focus is in it; "1" waits for a moment, for it may become 10.
 *
 * Signal: "chosen" (int), by the person.
 */
#define KEEL_TYPE_STRENGTH_CHOICE (keel_strength_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrengthChoice, keel_strength_choice, KEEL, STRENGTH_CHOICE, AdwBin)

/* @label is what is asked; @low and @high are what 0 and 10 stand for. */
KeelStrengthChoice *keel_strength_choice_new (const char *label, const char *low, const char *high);

/* Without the signal; KEEL_STRENGTH_NONE: nothing is chosen. */
void keel_strength_choice_set (KeelStrengthChoice *self, int strength);
int keel_strength_choice_get (KeelStrengthChoice *self);

/* TRUE: @key was a digit, and is done with. For those that take keys for all that they show. */
gboolean keel_strength_choice_type (KeelStrengthChoice *self, guint key);

G_END_DECLS
