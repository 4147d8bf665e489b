#pragma once

#include "keel-runner-stage.h"

G_BEGIN_DECLS

/* KeelRunnerPlan: an if-then plan that is put together while its card is done. It is kept with the others. */
#define KEEL_TYPE_RUNNER_PLAN (keel_runner_plan_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunnerPlan, keel_runner_plan, KEEL, RUNNER_PLAN, KeelRunnerStage)

KeelRunnerStage *keel_runner_plan_new (KeelRun *run);

G_END_DECLS
