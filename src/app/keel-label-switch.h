#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelLabelSwitch: whether words of programs that label a person may be used. Hidden where no program that
 * is chosen has such words. */
#define KEEL_TYPE_LABEL_SWITCH (keel_label_switch_get_type ())
G_DECLARE_FINAL_TYPE (KeelLabelSwitch, keel_label_switch, KEEL, LABEL_SWITCH, AdwBin)

void keel_label_switch_set_session (KeelLabelSwitch *self, KeelSession *session);
/* As things are now. */
void keel_label_switch_show (KeelLabelSwitch *self);

G_END_DECLS
