#include "config.h"

#include "keel-runner-stage.h"

#include "keel-announcer.h"
#include "keel-run-words.h"

typedef struct
{
  KeelRun *run;
  KeelAnnouncer *announcer;
} KeelRunnerStagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KeelRunnerStage, keel_runner_stage, ADW_TYPE_BIN)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KeelRunnerStagePrivate *
get_private (KeelRunnerStage *self)
{
  return keel_runner_stage_get_instance_private (self);
}

static void
keel_runner_stage_dispose (GObject *object)
{
  g_clear_object (&get_private (KEEL_RUNNER_STAGE (object))->announcer);
  G_OBJECT_CLASS (keel_runner_stage_parent_class)->dispose (object);
}

static void
keel_runner_stage_finalize (GObject *object)
{
  g_clear_pointer (&get_private (KEEL_RUNNER_STAGE (object))->run, keel_run_unref);
  G_OBJECT_CLASS (keel_runner_stage_parent_class)->finalize (object);
}

static void
keel_runner_stage_class_init (KeelRunnerStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_runner_stage_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_runner_stage_finalize;
  signals[SIGNAL_DONE] = g_signal_new ("done", KEEL_TYPE_RUNNER_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
keel_runner_stage_init (KeelRunnerStage *self)
{
  get_private (self)->announcer = keel_announcer_new ();
}

KeelRun *
keel_runner_stage_get_run (KeelRunnerStage *self)
{
  return get_private (self)->run;
}

void
keel_runner_stage_set_run (KeelRunnerStage *self, KeelRun *run)
{
  get_private (self)->run = keel_run_ref (run);
}

void
keel_runner_stage_begin (KeelRunnerStage *self)
{
  GtkWidget *focus = KEEL_RUNNER_STAGE_GET_CLASS (self)->begin (self);

  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

gboolean
keel_runner_stage_can_pause (KeelRunnerStage *self)
{
  return KEEL_RUNNER_STAGE_GET_CLASS (self)->set_going != NULL;
}

void
keel_runner_stage_set_going (KeelRunnerStage *self, gboolean going)
{
  if (keel_runner_stage_can_pause (self))
    KEEL_RUNNER_STAGE_GET_CLASS (self)->set_going (self, going);
}

gboolean
keel_runner_stage_leave (KeelRunnerStage *self)
{
  KeelRunnerStageClass *klass = KEEL_RUNNER_STAGE_GET_CLASS (self);

  return klass->leave == NULL || klass->leave (self);
}

gboolean
keel_runner_stage_rests_on (KeelRunnerStage *self, GtkWidget *focus)
{
  return focus != NULL && KEEL_IS_RUN_WORDS (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
keel_runner_stage_say (KeelRunnerStage *self, const char *sentence)
{
  keel_announcer_say (get_private (self)->announcer, sentence);
}

void
keel_runner_stage_tell_done (KeelRunnerStage *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}
