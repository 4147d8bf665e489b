#include "config.h"

#include "keel-runner-after.h"

#include <glib/gi18n-lib.h>

#include "core/keel-strategy-mark.h"

#include "keel-chip-choice.h"
#include "keel-run-curve.h"
#include "keel-run-words.h"
#include "keel-strength-choice.h"

#define YES "yes"
#define NOT "not"

struct _KeelRunnerAfter
{
  KeelRunnerStage parent_instance;

  GtkWidget *words;
  AdwBin *curve;
};

G_DEFINE_FINAL_TYPE (KeelRunnerAfter, keel_runner_after, KEEL_TYPE_RUNNER_STAGE)

static void
strength_cb (KeelRunnerAfter *self, int strength)
{
  KeelRun *run = keel_runner_stage_get_run (KEEL_RUNNER_STAGE (self));

  run->after = strength;
  keel_run_rate (run, strength);
  adw_bin_set_child (self->curve, keel_run_curve_view_new (run));
}

static void
helped_cb (KeelRunnerStage *self, const char *id)
{
  keel_runner_stage_get_run (self)->helped = strcmp (id, YES) == 0 ? KEEL_HELPED_YES : KEEL_HELPED_NOT;
}

static GtkWidget *
begin (KeelRunnerStage *stage)
{
  return KEEL_RUNNER_AFTER (stage)->words;
}

static void
keel_runner_after_class_init (KeelRunnerAfterClass *klass)
{
  KEEL_RUNNER_STAGE_CLASS (klass)->begin = begin;
}

static void
keel_runner_after_init (KeelRunnerAfter *self)
{
}

static KeelChipChoice *
make_helped (KeelRunnerAfter *self, const KeelRun *run)
{
  KeelChipChoice *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  keel_chip_choice_add (choice, YES, _ ("It Helped"));
  keel_chip_choice_add (choice, NOT, _ ("Not This Time"));
  if (run->helped != KEEL_HELPED_UNSAID)
    keel_chip_choice_select (choice, run->helped == KEEL_HELPED_YES ? YES : NOT);
  gtk_widget_set_halign (GTK_WIDGET (choice), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whether it helped"), -1);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (helped_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

KeelRunnerStage *
keel_runner_after_new (KeelRun *run)
{
  KeelRunnerAfter *self = g_object_new (KEEL_TYPE_RUNNER_AFTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  KeelStrengthChoice *choice = keel_strength_choice_new (_ ("How is it now?"), _ ("calm"),
                                                         _ ("as strong as can be"));
  GtkWidget *note = gtk_label_new (_ ("You need not say. “Done” ends it."));

  keel_runner_stage_set_run (KEEL_RUNNER_STAGE (self), run);
  self->words = keel_run_words_new (_ ("How is it now?"), "keel-run-words");
  keel_strength_choice_set (choice, run->after);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (strength_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (make_helped (self, run)));
  self->curve = g_object_new (ADW_TYPE_BIN, NULL);
  adw_bin_set_child (self->curve, keel_run_curve_view_new (run));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->curve));
  gtk_box_append (GTK_BOX (box), note);
  adw_bin_set_child (ADW_BIN (self), box);
  return KEEL_RUNNER_STAGE (self);
}
