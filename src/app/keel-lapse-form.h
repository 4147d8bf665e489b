#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelLapseForm: when a lapse was, of what, and what the person wants to become of the days. */
#define KEEL_TYPE_LAPSE_FORM (keel_lapse_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelLapseForm, keel_lapse_form, KEEL, LAPSE_FORM, AdwBin)

/* @lapse as it is to be shown; it need not be in @days. */
KeelLapseForm *keel_lapse_form_new (KeelDays *days, const KeelLapse *lapse);
/* FALSE: something cannot be read, and that is told and has the focus. */
gboolean keel_lapse_form_read (KeelLapseForm *self, KeelLapse *lapse);

G_END_DECLS
