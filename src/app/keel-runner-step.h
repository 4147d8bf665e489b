#pragma once

#include "keel-runner-stage.h"

G_BEGIN_DECLS

/* KeelRunnerStep: one thing to do, with the time that it takes, with marks to tick or a strength to say where
 * the card asks for them; or what to mind before. */
#define KEEL_TYPE_RUNNER_STEP (keel_runner_step_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunnerStep, keel_runner_step, KEEL, RUNNER_STEP, KeelRunnerStage)

KeelRunnerStage *keel_runner_step_new (KeelRun *run, const KeelRunStage *stage, gboolean first);

G_END_DECLS
