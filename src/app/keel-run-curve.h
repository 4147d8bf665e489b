#pragma once

#include <adwaita.h>

#include "keel-run.h"

G_BEGIN_DECLS

/* KeelRunCurve: asks how strong it is at this moment, and draws what was said so far. */
#define KEEL_TYPE_RUN_CURVE (keel_run_curve_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunCurve, keel_run_curve, KEEL, RUN_CURVE, AdwBin)

KeelRunCurve *keel_run_curve_new (KeelRun *run);
/* Only draws. NULL where there are not two of them. */
GtkWidget *keel_run_curve_view_new (const KeelRun *run);

G_END_DECLS
