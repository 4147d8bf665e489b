#pragma once

#include <adwaita.h>

#include "core/keel-together.h"

G_BEGIN_DECLS

/*
 * KeelTogetherHelps: "when …" and what helps then, any number of them: behind those that are written there is
 * always room for one more.
 *
 * Signal: "written", whenever the person changes something.
 */
#define KEEL_TYPE_TOGETHER_HELPS (keel_together_helps_get_type ())
G_DECLARE_FINAL_TYPE (KeelTogetherHelps, keel_together_helps, KEEL, TOGETHER_HELPS, AdwBin)

/* Without the signal. */
void keel_together_helps_show (KeelTogetherHelps *self, const KeelTogether *together);
/* Puts what is written in the place of what @together has. */
void keel_together_helps_read (KeelTogetherHelps *self, KeelTogether *together);

G_END_DECLS
