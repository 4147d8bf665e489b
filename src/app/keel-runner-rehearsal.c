#include "config.h"

#include "keel-runner-rehearsal.h"

#include <glib/gi18n-lib.h>

#include "keel-note-area.h"
#include "keel-run-words.h"

struct _KeelRunnerRehearsal
{
  KeelRunnerStage parent_instance;

  GtkWidget *words;
  KeelNoteArea *mine;
  KeelNoteArea *theirs;
  gboolean swapped; /* the person speaks for the other one */
};

G_DEFINE_FINAL_TYPE (KeelRunnerRehearsal, keel_runner_rehearsal, KEEL_TYPE_RUNNER_STAGE)

static void
show_roles (KeelRunnerRehearsal *self)
{
  keel_run_words_set_text (KEEL_RUN_WORDS (self->words),
                           self->swapped ? _ ("Now be the other one. Say their words aloud.")
                                         : _ ("Say your words aloud. Then say what they may say."));
  keel_note_area_set_title (self->mine, self->swapped ? _ ("What they say") : _ ("What I say"), NULL);
  keel_note_area_set_title (self->theirs, self->swapped ? _ ("What I say to that") : _ ("What they may say"),
                            NULL);
}

static void
swap_cb (KeelRunnerRehearsal *self)
{
  g_autofree char *mine = keel_note_area_dup_text (self->mine);
  g_autofree char *theirs = keel_note_area_dup_text (self->theirs);

  self->swapped = !self->swapped;
  show_roles (self);
  keel_note_area_set_text (self->mine, theirs);
  keel_note_area_set_text (self->theirs, mine);
  gtk_widget_grab_focus (self->words);
}

static GtkWidget *
begin (KeelRunnerStage *stage)
{
  return KEEL_RUNNER_REHEARSAL (stage)->words;
}

static void
keel_runner_rehearsal_class_init (KeelRunnerRehearsalClass *klass)
{
  KEEL_RUNNER_STAGE_CLASS (klass)->begin = begin;
}

static void
keel_runner_rehearsal_init (KeelRunnerRehearsal *self)
{
}

KeelRunnerStage *
keel_runner_rehearsal_new (KeelRun *run)
{
  KeelRunnerRehearsal *self = g_object_new (KEEL_TYPE_RUNNER_REHEARSAL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *swap = gtk_button_new_with_label (_ ("Swap Roles"));
  GtkWidget *note = gtk_label_new (_ ("What you write here is not kept."));

  keel_runner_stage_set_run (KEEL_RUNNER_STAGE (self), run);
  self->words = keel_run_words_new ("", "keel-run-words");
  self->mine = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);
  self->theirs = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);
  show_roles (self);
  gtk_widget_set_halign (swap, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swap, "pill");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  g_signal_connect_object (swap, "clicked", G_CALLBACK (swap_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mine));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->theirs));
  gtk_box_append (GTK_BOX (box), swap);
  gtk_box_append (GTK_BOX (box), note);
  adw_bin_set_child (ADW_BIN (self), box);
  return KEEL_RUNNER_STAGE (self);
}
