#pragma once

#include <adwaita.h>

#include "keel-run.h"

G_BEGIN_DECLS

/*
 * KeelRunner: a card that is being done, one step at a time. Nothing goes on by itself unless the person
 * chose that. It can be stopped at any time.
 *
 * Signal: "left" (gboolean, whether it was done to its end).
 */
#define KEEL_TYPE_RUNNER (keel_runner_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunner, keel_runner, KEEL, RUNNER, AdwBin)

/* @urge is nullable: that of the urge for which it is done. Then how it is now is asked by whoever asked for
 * the urge, and nothing is put down here. */
KeelRunner *keel_runner_new (KeelSession *session, const KeelStrategy *strategy, const char *urge);

/* Shows the first step, or where the person comes back to after a delay. */
void keel_runner_begin (KeelRunner *self, gboolean after_delay);
/* Puts down what is known. "left" comes at once. */
void keel_runner_stop (KeelRunner *self);
/* For who asked for it. Transfer none. */
KeelRun *keel_runner_get_run (KeelRunner *self);

G_END_DECLS
