#pragma once

#include <adwaita.h>

#include "core/keel-series.h"

G_BEGIN_DECLS

/*
 * KeelKindChoice: a meeting, or which kind of appointment, each with its own symbol and colour.
 *
 * Signal: "changed", by the person.
 */
#define KEEL_TYPE_KIND_CHOICE (keel_kind_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelKindChoice, keel_kind_choice, KEEL, KIND_CHOICE, AdwBin)

KeelSeriesKind keel_kind_choice_get_kind (KeelKindChoice *self);
void keel_kind_choice_set_kind (KeelKindChoice *self, KeelSeriesKind kind); /* without the signal */

G_END_DECLS
