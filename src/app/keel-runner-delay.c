#include "config.h"

#include "keel-runner-delay.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-prompts.h"
#include "keel-session-strategies.h"

struct _KeelRunnerDelay
{
  AdwBin parent_instance;

  GtkLabel *words;

  KeelRun *run;
  guint minutes;
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (KeelRunnerDelay, keel_runner_delay, ADW_TYPE_BIN)

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRunnerDelay) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPrompt) prompt = keel_session_prompt_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *words = NULL;

  if (prompt != NULL)
    {
      g_autoptr (GTimeZone) zone = keel_session_get_zone (self->run->session);
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      gint64 at = keel_local_time_to_utc (keel_schedule_get_start (prompt->schedule), utc);
      g_autofree char *time = keel_sentence_clock_time (at, zone);

      /* Translators: %s is a time: "16:20" */
      words = g_strdup_printf (_ ("A reminder comes at %s, also if you close this."), time);
    }
  else
    {
      words = keel_sentence_for_error (error, NULL);
    }
  gtk_label_set_text (self->words, words);
}

static void
away_cb (KeelRunnerDelay *self)
{
  self->waiting = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "runner.away", NULL);
}

static void
keel_runner_delay_finalize (GObject *object)
{
  keel_run_unref (KEEL_RUNNER_DELAY (object)->run);
  G_OBJECT_CLASS (keel_runner_delay_parent_class)->finalize (object);
}

static void
keel_runner_delay_class_init (KeelRunnerDelayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_runner_delay_finalize;
}

static void
keel_runner_delay_init (KeelRunnerDelay *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Do Something Else Meanwhile"));

  self->words = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_justify (self->words, GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (away_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

KeelRunnerDelay *
keel_runner_delay_new (KeelRun *run, guint minutes)
{
  KeelRunnerDelay *self = g_object_new (KEEL_TYPE_RUNNER_DELAY, NULL);

  self->run = keel_run_ref (run);
  self->minutes = minutes;
  return self;
}

void
keel_runner_delay_begin (KeelRunnerDelay *self)
{
  self->waiting = TRUE;
  keel_session_set_delay_async (self->run->session, self->minutes, self->run->strategy->id, set_cb,
                                g_object_ref (self));
}

void
keel_runner_delay_end (KeelRunnerDelay *self)
{
  if (self->waiting)
    keel_session_drop_delay_async (self->run->session, NULL, NULL);
  self->waiting = FALSE;
}
