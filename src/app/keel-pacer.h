#pragma once

#include <adwaita.h>

#include "core/keel-pace.h"

G_BEGIN_DECLS

/*
 * KeelPacer: a breath to follow: a disc that grows and shrinks, what to do, and the seconds of it. Where
 * animations are reduced, or where the person wants that, the disc stays away and the seconds are large.
 *
 * Signals: "phase" (KeelPacePhase as guint, guint seconds), when another one begins; "done".
 */
#define KEEL_TYPE_PACER (keel_pacer_get_type ())
G_DECLARE_FINAL_TYPE (KeelPacer, keel_pacer, KEEL, PACER, AdwBin)

KeelPacer *keel_pacer_new (const KeelPace *pace);

/* From the beginning. */
void keel_pacer_set_pace (KeelPacer *self, const KeelPace *pace);
void keel_pacer_set_numbers (KeelPacer *self, gboolean numbers);
/* It stands at first. */
void keel_pacer_set_going (KeelPacer *self, gboolean going);

/* "Breathe in" */
const char *keel_pacer_describe_phase (KeelPacePhase phase);

G_END_DECLS
