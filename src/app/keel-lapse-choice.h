#pragma once

#include <adwaita.h>

#include "core/keel-lapse.h"

G_BEGIN_DECLS

/*
 * KeelLapseChoiceBox: what becomes of the days after a lapse: four choices, each with what it means, none of
 * them better than another.
 *
 * Signal: "changed", by the person.
 */
#define KEEL_TYPE_LAPSE_CHOICE_BOX (keel_lapse_choice_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelLapseChoiceBox, keel_lapse_choice_box, KEEL, LAPSE_CHOICE_BOX, AdwBin)

KeelLapseChoiceBox *keel_lapse_choice_box_new (KeelLapseChoice choice);
KeelLapseChoice keel_lapse_choice_box_get (KeelLapseChoiceBox *self);

G_END_DECLS
