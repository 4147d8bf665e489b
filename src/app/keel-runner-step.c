#include "config.h"

#include "keel-runner-step.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"
#include "core/keel-stopwatch.h"

#include "keel-caution-note.h"
#include "keel-run-curve.h"
#include "keel-runner-delay.h"
#include "keel-runner-ticks.h"
#include "keel-run-words.h"
#include "keel-strength-choice.h"

#define TICK_MS 200

struct _KeelRunnerStep
{
  KeelRunnerStage parent_instance;

  GtkWidget *box;
  GtkWidget *words;
  GtkLabel *left;         /* NULL: it takes as long as it takes */
  KeelRunCurve *curve;    /* NULL: no strength is asked for */
  KeelRunnerDelay *delay; /* NULL: it does not go on in the background */

  KeelRunStage stage;
  KeelStopwatch watch;
  guint timer;
  gboolean up; /* the time */
};

G_DEFINE_FINAL_TYPE (KeelRunnerStep, keel_runner_step, KEEL_TYPE_RUNNER_STAGE)

static void
show_left (KeelRunnerStep *self, guint left)
{
  g_autofree char *words = g_strdup_printf ("%u:%02u", left / 60, left % 60);

  if (left > 0)
    gtk_label_set_text (self->left, words);
  else
    gtk_label_set_text (self->left, _ ("The time is up. Go on when you want to."));
}

static gboolean
tick_cb (gpointer data)
{
  g_autoptr (KeelRunnerStep) self = g_object_ref (data);
  guint left = keel_stopwatch_get_left (&self->watch, g_get_monotonic_time (), self->stage.seconds);

  show_left (self, left);
  if (left > 0)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  self->up = TRUE;
  keel_runner_stage_say (KEEL_RUNNER_STAGE (self), _ ("The time is up. Go on when you want to."));
  keel_runner_stage_tell_done (KEEL_RUNNER_STAGE (self));
  return G_SOURCE_REMOVE;
}

static void
set_going (KeelRunnerStage *stage, gboolean going)
{
  KeelRunnerStep *self = KEEL_RUNNER_STEP (stage);
  gint64 now = g_get_monotonic_time ();

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->left == NULL || self->up)
    return;
  if (going)
    {
      keel_stopwatch_start (&self->watch, now);
      self->timer = g_timeout_add (TICK_MS, tick_cb, self);
    }
  else
    {
      keel_stopwatch_pause (&self->watch, now);
    }
}

static GtkWidget *
begin (KeelRunnerStage *stage)
{
  KeelRunnerStep *self = KEEL_RUNNER_STEP (stage);

  if (self->delay != NULL)
    keel_runner_delay_begin (self->delay);
  return self->words;
}

static gboolean
leave (KeelRunnerStage *stage)
{
  KeelRunnerStep *self = KEEL_RUNNER_STEP (stage);

  if (self->delay != NULL)
    keel_runner_delay_end (self->delay);
  return TRUE;
}

static void
keel_runner_step_dispose (GObject *object)
{
  g_clear_handle_id (&KEEL_RUNNER_STEP (object)->timer, g_source_remove);
  G_OBJECT_CLASS (keel_runner_step_parent_class)->dispose (object);
}

static void
keel_runner_step_class_init (KeelRunnerStepClass *klass)
{
  KeelRunnerStageClass *stage_class = KEEL_RUNNER_STAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_runner_step_dispose;
  stage_class->begin = begin;
  stage_class->set_going = set_going;
  stage_class->leave = leave;
}

static void
keel_runner_step_init (KeelRunnerStep *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static void
append (KeelRunnerStep *self, gpointer widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

static GtkWidget *
make_note (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

/* Those that come first, or those that do not. */
static void
add_cautions (KeelRunnerStep *self, const KeelStrategy *strategy, gboolean first)
{
  for (guint i = 0; i < strategy->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (strategy->cautions, i);

      if (caution->first == first)
        append (self, keel_caution_note_new (caution));
    }
}

/* Above what is to be done, in its middle. */
static GtkWidget *
make_about (const char *text)
{
  GtkWidget *label = make_note (text, "keel-run-note");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static void
fill_cautions (KeelRunnerStep *self, const KeelStrategy *strategy)
{
  self->words = keel_run_words_new (_ ("First, please read this."), "keel-run-words");
  append (self, self->words);
  add_cautions (self, strategy, TRUE);
  add_cautions (self, strategy, FALSE);
  append (self, make_note (_ ("If one of these is so for you, stop here and choose something else."),
                           "keel-run-note"));
}

static void
add_time (KeelRunnerStep *self, const KeelStrategy *strategy)
{
  g_autofree char *time = keel_sentence_step_time (self->stage.seconds);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = make_note (time, "dim-label");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  self->left = GTK_LABEL (make_note ("", "title-2"));
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "keel-numbers");
  gtk_label_set_xalign (self->left, 0.5);
  gtk_label_set_justify (self->left, GTK_JUSTIFY_CENTER);
  show_left (self, self->stage.seconds);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (box), label);
  append (self, box);
  if (strategy->kind != KEEL_STRATEGY_DELAY || self->stage.seconds < 60)
    return;
  self->delay = keel_runner_delay_new (keel_runner_stage_get_run (KEEL_RUNNER_STAGE (self)),
                                       (self->stage.seconds + 59) / 60);
  append (self, self->delay);
}

static void
add_sure (KeelRunnerStep *self)
{
  append (self, keel_strength_choice_new (keel_run_words_get_text (KEEL_RUN_WORDS (self->words)),
                                          _ ("not sure"), _ ("quite sure")));
}

static void
fill_step (KeelRunnerStep *self, KeelRun *run, gboolean first)
{
  const KeelStrategy *strategy = run->strategy;
  const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, self->stage.step);

  if (first && strategy->about != NULL)
    append (self, make_about (strategy->about));
  self->words = keel_run_words_new (step->text, "keel-run-words");
  append (self, self->words);
  if (self->stage.seconds > 0)
    add_time (self, strategy);
  if (self->stage.count > 0)
    append (self, keel_runner_ticks_new (self->stage.count));
  if (self->stage.sure)
    add_sure (self);
  if (keel_run_stages_has_curve (strategy))
    {
      self->curve = keel_run_curve_new (run);
      append (self, self->curve);
    }
  if (first)
    add_cautions (self, strategy, FALSE);
}

static void
fill_worksheet (KeelRunnerStep *self, const KeelStrategy *strategy)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open the Worksheet"));

  self->words = keel_run_words_new (_ ("The rest is done on a worksheet."), "keel-run-words");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.open-worksheet");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", strategy->worksheet);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  append (self, self->words);
  append (self, button);
}

KeelRunnerStage *
keel_runner_step_new (KeelRun *run, const KeelRunStage *stage, gboolean first)
{
  KeelRunnerStep *self = g_object_new (KEEL_TYPE_RUNNER_STEP, NULL);

  self->stage = *stage;
  keel_runner_stage_set_run (KEEL_RUNNER_STAGE (self), run);
  if (stage->kind == KEEL_STAGE_CAUTIONS)
    fill_cautions (self, run->strategy);
  else if (stage->kind == KEEL_STAGE_WORKSHEET)
    fill_worksheet (self, run->strategy);
  else
    fill_step (self, run, first);
  return KEEL_RUNNER_STAGE (self);
}
