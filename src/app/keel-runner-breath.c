#include "config.h"

#include "keel-runner-breath.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"

#include "keel-caution-note.h"
#include "keel-pacer.h"
#include "keel-run-words.h"
#include "keel-settings.h"
#include "keel-sound.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

/* Hertz, between which a breath goes up and down; and of the little more. */
#define LOW 196.0
#define HIGH 294.0
#define HIGHEST 330.0

struct _KeelRunnerBreath
{
  KeelRunnerStage parent_instance;

  GtkWidget *words;
  KeelPacer *pacer;
  GtkToggleButton *numbers;
  GtkToggleButton *sound;
  GtkToggleButton *holds; /* pressed: they are left out. NULL: there are none */
  GtkWidget *silent;      /* why nothing is heard */

  KeelSound *tones; /* NULL until they are wanted */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (KeelRunnerBreath, keel_runner_breath, KEEL_TYPE_RUNNER_STAGE)

static void
tell_silence (KeelRunnerBreath *self)
{
  gtk_widget_set_visible (self->silent, TRUE);
  keel_runner_stage_say (KEEL_RUNNER_STAGE (self), gtk_label_get_text (GTK_LABEL (self->silent)));
}

static void
play (KeelRunnerBreath *self, KeelPacePhase phase, guint seconds)
{
  if (self->tones == NULL || !gtk_toggle_button_get_active (self->sound))
    return;
  if (phase == KEEL_PACE_IN)
    keel_sound_play (self->tones, LOW, HIGH, seconds);
  else if (phase == KEEL_PACE_AGAIN)
    keel_sound_play (self->tones, HIGH, HIGHEST, seconds);
  else if (phase == KEEL_PACE_OUT)
    keel_sound_play (self->tones, HIGH, LOW, seconds);
  else
    keel_sound_stop (self->tones);
}

static void
phase_cb (KeelRunnerBreath *self, guint phase, guint seconds)
{
  keel_runner_stage_say (KEEL_RUNNER_STAGE (self), keel_pacer_describe_phase (phase));
  play (self, phase, seconds);
}

static void
done_cb (KeelRunnerBreath *self)
{
  keel_runner_stage_say (KEEL_RUNNER_STAGE (self), keel_pacer_describe_phase (KEEL_PACE_DONE));
  keel_runner_stage_tell_done (KEEL_RUNNER_STAGE (self));
}

static void
keep (KeelRunnerBreath *self, const char *key, GtkToggleButton *toggle)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, key, gtk_toggle_button_get_active (toggle));
}

static void
numbers_cb (KeelRunnerBreath *self)
{
  keel_pacer_set_numbers (self->pacer, gtk_toggle_button_get_active (self->numbers));
  keep (self, "pacer-numbers", self->numbers);
}

static void
ready_sound (KeelRunnerBreath *self)
{
  if (self->tones == NULL)
    {
      self->tones = keel_sound_new ();
      g_signal_connect_object (self->tones, "failed", G_CALLBACK (tell_silence), self, G_CONNECT_SWAPPED);
    }
  if (!keel_sound_works (self->tones))
    tell_silence (self);
}

static void
sound_cb (KeelRunnerBreath *self)
{
  gboolean active = gtk_toggle_button_get_active (self->sound);

  keep (self, "pacer-sound", self->sound);
  if (active)
    ready_sound (self);
  else
    gtk_widget_set_visible (self->silent, FALSE);
  if (!active && self->tones != NULL)
    keel_sound_stop (self->tones);
}

static void
show_pace (KeelRunnerBreath *self)
{
  const KeelPace *pace = &keel_runner_stage_get_run (KEEL_RUNNER_STAGE (self))->strategy->pace;
  KeelPace without = keel_pace_without_holds (pace);
  gboolean skip = self->holds != NULL && gtk_toggle_button_get_active (self->holds);

  keel_pacer_set_pace (self->pacer, skip ? &without : pace);
}

static void
holds_cb (KeelRunnerBreath *self)
{
  show_pace (self);
  keep (self, "pacer-without-holds", self->holds);
}

static void
set_going (KeelRunnerStage *stage, gboolean going)
{
  KeelRunnerBreath *self = KEEL_RUNNER_BREATH (stage);

  keel_pacer_set_going (self->pacer, going);
  if (!going && self->tones != NULL)
    keel_sound_stop (self->tones);
}

static GtkWidget *
begin (KeelRunnerStage *stage)
{
  return KEEL_RUNNER_BREATH (stage)->words;
}

static void
keel_runner_breath_dispose (GObject *object)
{
  KeelRunnerBreath *self = KEEL_RUNNER_BREATH (object);

  if (self->tones != NULL)
    keel_sound_stop (self->tones);
  g_clear_object (&self->tones);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (keel_runner_breath_parent_class)->dispose (object);
}

static void
keel_runner_breath_class_init (KeelRunnerBreathClass *klass)
{
  KeelRunnerStageClass *stage_class = KEEL_RUNNER_STAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_runner_breath_dispose;
  stage_class->begin = begin;
  stage_class->set_going = set_going;
}

static void
keel_runner_breath_init (KeelRunnerBreath *self)
{
  self->settings = keel_settings_open ();
}

static GtkToggleButton *
add_toggle (KeelRunnerBreath *self, KeelWrapBox *box, const char *label, const char *key, GCallback callback)
{
  GtkWidget *toggle = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_widget_add_css_class (toggle, "keel-chip");
  if (self->settings != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), g_settings_get_boolean (self->settings, key));
  g_signal_connect_object (toggle, "toggled", callback, self, G_CONNECT_SWAPPED);
  keel_wrap_box_append (box, toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

static GtkWidget *
make_choices (KeelRunnerBreath *self, const KeelPace *pace)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  gtk_widget_set_halign (GTK_WIDGET (box), GTK_ALIGN_CENTER);
  self->numbers = add_toggle (self, box, _ ("Numbers"), "pacer-numbers", G_CALLBACK (numbers_cb));
  self->sound = add_toggle (self, box, _ ("Sound"), "pacer-sound", G_CALLBACK (sound_cb));
  if (keel_pace_has_holds (pace))
    self->holds = add_toggle (self, box, _ ("Without Holding"), "pacer-without-holds", G_CALLBACK (holds_cb));
  return GTK_WIDGET (box);
}

static GtkWidget *
make_line (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static char *
join_steps (const KeelStrategy *strategy)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < strategy->steps->len; i++)
    {
      const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", step->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Those that come first were read before. */
static void
add_cautions (GtkBox *box, const KeelStrategy *strategy)
{
  for (guint i = 0; i < strategy->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (strategy->cautions, i);

      if (!caution->first)
        gtk_box_append (box, keel_caution_note_new (caution));
    }
}

KeelRunnerStage *
keel_runner_breath_new (KeelRun *run)
{
  KeelRunnerBreath *self = g_object_new (KEEL_TYPE_RUNNER_BREATH, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_autofree char *steps = join_steps (run->strategy);

  keel_runner_stage_set_run (KEEL_RUNNER_STAGE (self), run);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->words = keel_run_words_new (steps, "keel-run-note");
  self->pacer = keel_pacer_new (&run->strategy->pace);
  self->silent = make_line (_ ("No sound comes from this computer at the moment."), "keel-run-note");
  gtk_widget_set_visible (self->silent, FALSE);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pacer));
  gtk_box_append (GTK_BOX (box), make_choices (self, &run->strategy->pace));
  gtk_box_append (GTK_BOX (box), self->silent);
  add_cautions (GTK_BOX (box), run->strategy);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->pacer, "phase", G_CALLBACK (phase_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pacer, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  show_pace (self);
  keel_pacer_set_numbers (self->pacer, gtk_toggle_button_get_active (self->numbers));
  if (gtk_toggle_button_get_active (self->sound))
    ready_sound (self);
  return KEEL_RUNNER_STAGE (self);
}
