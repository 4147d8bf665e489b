#include "config.h"

#include "keel-runner.h"

#include <glib/gi18n-lib.h>

#include "content/keel-run-stages.h"
#include "core/keel-strategy-mark.h"

#include "keel-row-undo.h"
#include "keel-session-runs.h"
#include "keel-runner-after.h"
#include "keel-runner-breath.h"
#include "keel-runner-plan.h"
#include "keel-runner-rehearsal.h"
#include "keel-runner-step.h"
#include "keel-session-strategies.h"
#include "keel-settings.h"
#include "keel-toggle.h"
#include "keel-window.h"

struct _KeelRunner
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkProgressBar *progress;
  GtkScrolledWindow *scroller;
  AdwBin *stage_bin;
  GtkWidget *back;
  GtkToggleButton *pause;
  GtkButton *next;
  GtkWidget *goes_on_box;
  GtkSwitch *goes_on;

  KeelRun *run;
  GArray *stages; /* of KeelRunStage */
  KeelRunnerStage *shown;
  char *urge; /* nullable */
  GSettings *settings;
  gboolean left;
};

G_DEFINE_FINAL_TYPE (KeelRunner, keel_runner, ADW_TYPE_BIN)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const KeelRunStage *
get_stage (KeelRunner *self)
{
  return &g_array_index (self->stages, KeelRunStage, self->run->stage);
}

static gboolean
is_last (KeelRunner *self)
{
  return self->run->stage + 1 == self->stages->len;
}

/* In the urge loop the run is put down there, with how it was afterwards. */
static void
save_run (KeelRunner *self, gboolean done)
{
  g_autoptr (KeelStrategyRun) run = keel_strategy_run_new (self->run->strategy->id);

  if (self->urge != NULL || (self->run->stage == 0 && self->stages->len > 1))
    return;
  run->before = keel_run_get_before (self->run);
  run->after = keel_run_get_after (self->run);
  run->helped = self->run->helped;
  keel_row_undo_save (GTK_WIDGET (self), self->run->session, &keel_run_rows, run, NULL,
                      done ? _ ("It is noted that you did this.")
                           : _ ("You can come back any time. It is noted that you began."));
}

static void
leave (KeelRunner *self, gboolean done)
{
  if (self->left)
    return;
  self->left = TRUE;
  if (self->shown != NULL)
    keel_runner_stage_set_going (self->shown, FALSE);
  save_run (self, done);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0, done);
}

static KeelRunnerStage *
make_stage (KeelRunner *self)
{
  const KeelRunStage *stage = get_stage (self);

  switch (stage->kind)
    {
    case KEEL_STAGE_BREATH:
      return keel_runner_breath_new (self->run);
    case KEEL_STAGE_REHEARSAL:
      return keel_runner_rehearsal_new (self->run);
    case KEEL_STAGE_IF_THEN:
      return keel_runner_plan_new (self->run);
    case KEEL_STAGE_AFTER:
      return keel_runner_after_new (self->run);
    case KEEL_STAGE_CAUTIONS:
    case KEEL_STAGE_STEP:
    case KEEL_STAGE_SENSES:
    case KEEL_STAGE_WORKSHEET:
    default:
      return keel_runner_step_new (self->run, stage, stage->kind == KEEL_STAGE_STEP && stage->step == 0);
    }
}

static void show_stage (KeelRunner *self);

static void
go (KeelRunner *self, int by)
{
  if (self->left || (by < 0 && self->run->stage == 0) || !keel_runner_stage_leave (self->shown))
    return;
  if (by > 0 && is_last (self))
    {
      leave (self, TRUE);
      return;
    }
  self->run->stage += by;
  show_stage (self);
}

static void
done_cb (KeelRunner *self)
{
  if (gtk_switch_get_active (self->goes_on))
    go (self, 1);
}

static void
show_place (KeelRunner *self)
{
  guint n = self->stages->len, place = self->run->stage + 1;
  /* Translators: where one is: "2 of 7" */
  g_autofree char *words = g_strdup_printf (_ ("%1$u of %2$u"), place, n);

  adw_window_title_set_subtitle (self->title, n > 1 ? words : "");
  gtk_progress_bar_set_fraction (self->progress, (double) place / n);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), n > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

static void
show_stage (KeelRunner *self)
{
  gboolean pauses;

  self->shown = make_stage (self);
  g_signal_connect_object (self->shown, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->stage_bin, GTK_WIDGET (self->shown));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  pauses = get_stage (self)->seconds > 0 || get_stage (self)->kind == KEEL_STAGE_BREATH;
  gtk_widget_set_visible (GTK_WIDGET (self->pause), pauses);
  gtk_widget_set_visible (self->goes_on_box, pauses);
  gtk_toggle_button_set_active (self->pause, FALSE);
  gtk_widget_set_sensitive (self->back, self->run->stage > 0);
  gtk_button_set_label (self->next, is_last (self) && self->urge == NULL ? _ ("Done") : _ ("Next"));
  show_place (self);
  keel_runner_stage_begin (self->shown);
  keel_runner_stage_set_going (self->shown, pauses);
}

static void
next_cb (KeelRunner *self)
{
  go (self, 1);
}

static void
back_cb (KeelRunner *self)
{
  go (self, -1);
}

static void
pause_cb (KeelRunner *self)
{
  gboolean paused = gtk_toggle_button_get_active (self->pause);

  gtk_button_set_label (GTK_BUTTON (self->pause), paused ? _ ("Go On") : _ ("Pause"));
  if (self->shown != NULL)
    keel_runner_stage_set_going (self->shown, !paused);
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRunner *self = KEEL_RUNNER (widget);

  if (self->shown != NULL)
    keel_runner_stage_leave (self->shown);
  keel_say (widget, _ ("You can come back any time."));
  leave (self, FALSE);
}

/* What waits in the background goes on. */
static void
away_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave (KEEL_RUNNER (widget), FALSE);
}

static gboolean
is_press (guint key)
{
  return key == GDK_KEY_space || key == GDK_KEY_KP_Space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

/* Where the focus is on something to act on, its keys come first. Those of a label would be taken by it. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, KeelRunner *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean rests, outside;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || self->shown == NULL)
    return FALSE;
  rests = focus == NULL || keel_runner_stage_rests_on (self->shown, focus);
  outside = focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->shown));
  if (key == GDK_KEY_Escape)
    gtk_widget_activate_action (GTK_WIDGET (self), "runner.stop", NULL);
  else if (rests && is_press (key))
    go (self, 1);
  else if ((rests || outside) && key == (rtl ? GDK_KEY_Left : GDK_KEY_Right))
    go (self, 1);
  else if ((rests || outside) && key == (rtl ? GDK_KEY_Right : GDK_KEY_Left))
    go (self, -1);
  else
    return FALSE;
  return TRUE;
}

static void
keel_runner_dispose (GObject *object)
{
  KeelRunner *self = KEEL_RUNNER (object);

  self->left = TRUE;
  self->shown = NULL;
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (keel_runner_parent_class)->dispose (object);
}

static void
keel_runner_finalize (GObject *object)
{
  KeelRunner *self = KEEL_RUNNER (object);

  g_clear_pointer (&self->run, keel_run_unref);
  g_clear_pointer (&self->stages, g_array_unref);
  g_free (self->urge);
  G_OBJECT_CLASS (keel_runner_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-runner.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, title);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, progress);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, stage_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, back);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, pause);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, next);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, goes_on_box);
  gtk_widget_class_bind_template_child (widget_class, KeelRunner, goes_on);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
}

static void
keel_runner_class_init (KeelRunnerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_runner_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_runner_finalize;
  signals[SIGNAL_LEFT] = g_signal_new ("left", KEEL_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "runner.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "runner.away", NULL, away_cb);
}

static void
keel_runner_init (KeelRunner *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->settings = keel_settings_open ();
  if (self->settings != NULL)
    g_settings_bind (self->settings, "runner-goes-on", self->goes_on, "active", G_SETTINGS_BIND_DEFAULT);
}

KeelRunner *
keel_runner_new (KeelSession *session, const KeelStrategy *strategy, const char *urge)
{
  KeelRunner *self = g_object_new (KEEL_TYPE_RUNNER, NULL);

  self->run = keel_run_new (session, strategy);
  self->stages = keel_run_stages_new (strategy, urge == NULL);
  self->urge = g_strdup (urge);
  adw_window_title_set_title (self->title, strategy->name);
  return self;
}

void
keel_runner_begin (KeelRunner *self, gboolean after_delay)
{
  if (self->shown == NULL && after_delay)
    self->run->stage = keel_run_stages_find_return (self->stages);
  if (self->shown == NULL)
    show_stage (self);
  else
    keel_runner_stage_begin (self->shown);
}

void
keel_runner_stop (KeelRunner *self)
{
  leave (self, FALSE);
}

KeelRun *
keel_runner_get_run (KeelRunner *self)
{
  return self->run;
}
