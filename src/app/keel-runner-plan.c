#include "config.h"

#include "keel-runner-plan.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-plan-form.h"
#include "keel-plan-paper.h"
#include "keel-session-plans.h"
#include "keel-session-settings.h"
#include "keel-window.h"

struct _KeelRunnerPlan
{
  KeelRunnerStage parent_instance;

  KeelPlanForm *form;
  GtkWidget *print;
};

G_DEFINE_FINAL_TYPE (KeelRunnerPlan, keel_runner_plan, KEEL_TYPE_RUNNER_STAGE)

static void
changed_cb (KeelRunnerPlan *self)
{
  gtk_widget_set_sensitive (self->print, keel_plan_form_is_whole (self->form));
}

static void
print_cb (KeelRunnerPlan *self)
{
  g_autoptr (KeelPlan) plan = keel_plan_new ("", "");
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();

  if (!keel_plan_form_read (self->form, plan))
    return;
  g_ptr_array_add (plans, plan);
  keel_plan_paper_print (GTK_WIDGET (self), plans);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPlan) plan = keel_session_save_row_finish (KEEL_SESSION (source), result, NULL, &error);
  g_autofree char *sentence = plan == NULL ? keel_sentence_for_error (error, NULL) : NULL;

  keel_say (window, plan != NULL ? _ ("Your plan is kept with the others.") : sentence);
}

static gboolean
leave (KeelRunnerStage *stage)
{
  KeelRunnerPlan *self = KEEL_RUNNER_PLAN (stage);
  KeelRun *run = keel_runner_stage_get_run (stage);
  g_autoptr (KeelPlan) plan = keel_plan_new ("", "");

  if (keel_plan_form_is_empty (self->form))
    return TRUE;
  if (!keel_plan_form_read (self->form, plan))
    return FALSE;
  keel_session_save_row_async (run->session, &keel_plan_rows, plan, saved_cb,
                               g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))));
  return TRUE;
}

static GtkWidget *
begin (KeelRunnerStage *stage)
{
  KeelRunnerPlan *self = KEEL_RUNNER_PLAN (stage);

  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  return NULL;
}

static void
keel_runner_plan_class_init (KeelRunnerPlanClass *klass)
{
  KEEL_RUNNER_STAGE_CLASS (klass)->begin = begin;
  KEEL_RUNNER_STAGE_CLASS (klass)->leave = leave;
}

static void
keel_runner_plan_init (KeelRunnerPlan *self)
{
}

static const char *
get_step (const KeelStrategy *strategy, guint place)
{
  const KeelStrategyStep *step = place < strategy->steps->len ? g_ptr_array_index (strategy->steps, place)
                                                              : NULL;

  return step != NULL ? step->text : NULL;
}

static void
add_print (KeelRunnerPlan *self, GtkBox *box, const KeelStrategy *strategy)
{
  const char *words = keel_strategy_is_own (strategy->id) ? NULL : get_step (strategy, KEEL_STAGE_PRINT_STEP);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_visible (label, words != NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "keel-run-note");
  self->print = gtk_button_new_with_label (_ ("Print the Card…"));
  gtk_widget_set_halign (self->print, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->print, "pill");
  gtk_box_append (box, label);
  gtk_box_append (box, self->print);
}

KeelRunnerStage *
keel_runner_plan_new (KeelRun *run)
{
  KeelRunnerPlan *self = g_object_new (KEEL_TYPE_RUNNER_PLAN, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  keel_runner_stage_set_run (KEEL_RUNNER_STAGE (self), run);
  self->form = keel_plan_form_new (get_step (run->strategy, 0), get_step (run->strategy, 1),
                                   keel_session_is_for_family_alone (run->session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  add_print (self, GTK_BOX (box), run->strategy);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return KEEL_RUNNER_STAGE (self);
}
