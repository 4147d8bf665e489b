#pragma once

#include "keel-runner-stage.h"

G_BEGIN_DECLS

/* KeelRunnerBreath: a breath to follow with the eyes, by numbers or by ear, with its holds or without. What
 * was chosen is kept for the next time. */
#define KEEL_TYPE_RUNNER_BREATH (keel_runner_breath_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunnerBreath, keel_runner_breath, KEEL, RUNNER_BREATH, KeelRunnerStage)

KeelRunnerStage *keel_runner_breath_new (KeelRun *run);

G_END_DECLS
