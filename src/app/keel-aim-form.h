#pragma once

#include <adwaita.h>

#include "core/keel-aim.h"

G_BEGIN_DECLS

/* KeelAimForm: a goal to make or to change. */
#define KEEL_TYPE_AIM_FORM (keel_aim_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelAimForm, keel_aim_form, KEEL, AIM_FORM, AdwBin)

KeelAimForm *keel_aim_form_new (void);
void keel_aim_form_show (KeelAimForm *self, const KeelAim *goal);
/* FALSE, and it is told at its place, where something is missing. */
gboolean keel_aim_form_read (KeelAimForm *self, KeelAim *goal);

G_END_DECLS
