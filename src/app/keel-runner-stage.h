#pragma once

#include <adwaita.h>

#include "content/keel-run-stages.h"
#include "keel-run.h"

G_BEGIN_DECLS

/*
 * KeelRunnerStage: what the runner shows at one time.
 *
 * Signal: "done", when what it waited for has come: the runner goes on by itself only if that was chosen.
 */
#define KEEL_TYPE_RUNNER_STAGE (keel_runner_stage_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelRunnerStage, keel_runner_stage, KEEL, RUNNER_STAGE, AdwBin)

struct _KeelRunnerStageClass
{
  AdwBinClass parent_class;

  /* It is on the screen: what it counts begins. Returns what has the focus; transfer none. */
  GtkWidget *(*begin) (KeelRunnerStage *self);
  /* NULL where nothing goes on by itself. */
  void (*set_going) (KeelRunnerStage *self, gboolean going);
  /* Nullable: the person goes on to the next. FALSE: something is to be said first, and it says what. */
  gboolean (*leave) (KeelRunnerStage *self);
};

KeelRun *keel_runner_stage_get_run (KeelRunnerStage *self);
void keel_runner_stage_set_run (KeelRunnerStage *self, KeelRun *run); /* a reference; once */

void keel_runner_stage_begin (KeelRunnerStage *self);
gboolean keel_runner_stage_can_pause (KeelRunnerStage *self);
void keel_runner_stage_set_going (KeelRunnerStage *self, gboolean going);
gboolean keel_runner_stage_leave (KeelRunnerStage *self);
/* Whether @focus is on words that only stand there: then keys are for going on and back. */
gboolean keel_runner_stage_rests_on (KeelRunnerStage *self, GtkWidget *focus);

/* For those that are one. */
void keel_runner_stage_say (KeelRunnerStage *self, const char *sentence);
void keel_runner_stage_tell_done (KeelRunnerStage *self);

G_END_DECLS
