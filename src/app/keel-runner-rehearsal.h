#pragma once

#include "keel-runner-stage.h"

G_BEGIN_DECLS

/* KeelRunnerRehearsal: a talk that is tried out: what I say, what they may say, and the other way
 * round. What is written here is not kept. */
#define KEEL_TYPE_RUNNER_REHEARSAL (keel_runner_rehearsal_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunnerRehearsal, keel_runner_rehearsal, KEEL, RUNNER_REHEARSAL, KeelRunnerStage)

KeelRunnerStage *keel_runner_rehearsal_new (KeelRun *run);

G_END_DECLS
