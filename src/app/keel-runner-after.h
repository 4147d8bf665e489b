#pragma once

#include "keel-runner-stage.h"

G_BEGIN_DECLS

/* KeelRunnerAfter: how it is now, and whether it helped; both may be left out. */
#define KEEL_TYPE_RUNNER_AFTER (keel_runner_after_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunnerAfter, keel_runner_after, KEEL, RUNNER_AFTER, KeelRunnerStage)

KeelRunnerStage *keel_runner_after_new (KeelRun *run);

G_END_DECLS
