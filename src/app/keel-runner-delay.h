#pragma once

#include <adwaita.h>

#include "keel-run.h"

G_BEGIN_DECLS

/*
 * KeelRunnerDelay: a time to wait that goes on when nobody looks, and comes back as a reminder. Whoever wants
 * to do something else meanwhile activates "runner.away".
 */
#define KEEL_TYPE_RUNNER_DELAY (keel_runner_delay_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunnerDelay, keel_runner_delay, KEEL, RUNNER_DELAY, AdwBin)

KeelRunnerDelay *keel_runner_delay_new (KeelRun *run, guint minutes);
void keel_runner_delay_begin (KeelRunnerDelay *self);
/* Nobody waits any more: the reminder does not come. Nothing where the person is away. */
void keel_runner_delay_end (KeelRunnerDelay *self);

G_END_DECLS
