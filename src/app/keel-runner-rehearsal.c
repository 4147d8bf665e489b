#include "config.h"

#include "keel-runner-rehearsal.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-note-area.h"
#include "keel-run-words.h"
#include "keel-session-strategies.h"
#include "keel-toggle.h"
#include "keel-window.h"

/* Milliseconds after the first letter that is not kept. */
#define PAUSE 250

struct _KeelRunnerRehearsal
{
  KeelRunnerStage parent_instance;

  GtkWidget *words;
  KeelNoteArea *mine;
  KeelNoteArea *theirs;
  GtkToggleButton *keep;
  GtkLabel *earlier; /* what the note of the card says */
  gboolean swapped;  /* the person speaks for the other one */

  guint pause; /* source: what was written is kept when it ends */
};

G_DEFINE_FINAL_TYPE (KeelRunnerRehearsal, keel_runner_rehearsal, KEEL_TYPE_RUNNER_STAGE)

static KeelRun *
get_run (KeelRunnerRehearsal *self)
{
  return keel_runner_stage_get_run (KEEL_RUNNER_STAGE (self));
}

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
add_line (GString *text, const char *title, const char *words)
{
  if (words == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: what was written, and above it what it is: "What I say: No, thank you." */
  g_string_append_printf (text, _ ("%1$s: %2$s"), title, words);
}

/* The note as it was before, and below it what is kept of this talk. Transfer full; nullable. */
static char *
join_note (const KeelRun *run)
{
  g_autoptr (GString) text = g_string_new (run->note);

  if (run->keeps && text->len > 0 && (run->mine != NULL || run->theirs != NULL))
    g_string_append_c (text, '\n');
  if (run->keeps)
    {
      add_line (text, _ ("What I say"), run->mine);
      add_line (text, _ ("What they may say"), run->theirs);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategyMark) before = keel_session_mark_strategy_finish (KEEL_SESSION (source), result,
                                                                           &error);
  g_autofree char *sentence = before == NULL ? keel_sentence_for_error (error, NULL) : NULL;

  if (sentence != NULL)
    keel_say (window, sentence);
}

static void
keep (KeelRunnerRehearsal *self)
{
  KeelRun *run = get_run (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (KeelStrategyMark) mark = keel_strategy_mark_new (run->strategy->id);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!run->note_known || (!run->keeps && !run->kept))
    return;
  mark->note = join_note (run);
  run->kept = run->keeps;
  keel_session_mark_strategy_async (run->session, mark, KEEL_MARK_SAYS_NOTE, NULL, kept_cb,
                                    g_object_ref (root != NULL ? GTK_WIDGET (root) : GTK_WIDGET (self)));
}

static gboolean
pause_cb (gpointer data)
{
  KeelRunnerRehearsal *self = data;

  self->pause = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (KeelRunnerRehearsal *self)
{
  KeelRun *run = get_run (self);

  g_free (run->mine);
  g_free (run->theirs);
  run->mine = keel_note_area_dup_text (self->swapped ? self->theirs : self->mine);
  run->theirs = keel_note_area_dup_text (self->swapped ? self->mine : self->theirs);
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

static void
keep_cb (KeelRunnerRehearsal *self)
{
  get_run (self)->keeps = gtk_toggle_button_get_active (self->keep);
  keep (self);
}

static void
show_words (KeelRunnerRehearsal *self)
{
  const KeelRun *run = get_run (self);

  keel_note_area_set_text (self->mine, self->swapped ? run->theirs : run->mine);
  keel_note_area_set_text (self->theirs, self->swapped ? run->mine : run->theirs);
}

static void
swap_cb (KeelRunnerRehearsal *self)
{
  self->swapped = !self->swapped;
  show_roles (self);
  show_words (self);
  gtk_widget_grab_focus (self->words);
}

static void
show_earlier (KeelRunnerRehearsal *self)
{
  const char *note = get_run (self)->note;

  gtk_label_set_text (self->earlier, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), note != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRunnerRehearsal) self = data;
  g_autoptr (KeelStrategyBook) book = keel_session_list_strategies_finish (KEEL_SESSION (source), result,
                                                                           NULL);
  KeelRun *run = get_run (self);
  const KeelStrategyMark *mark = book != NULL ? keel_strategy_book_get_mark (book, run->strategy->id) : NULL;

  if (book == NULL || run->note_known)
    return;
  run->note = g_strdup (mark != NULL ? mark->note : NULL);
  run->note_known = TRUE;
  show_earlier (self);
  if (run->keeps && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    keep (self);
}

static GtkWidget *
begin (KeelRunnerStage *stage)
{
  KeelRunnerRehearsal *self = KEEL_RUNNER_REHEARSAL (stage);
  const KeelRun *run = get_run (self);

  if (!run->note_known)
    keel_session_list_strategies_async (run->session, read_cb, g_object_ref (self));
  return self->words;
}

/* The last letters, however it is left. */
static void
keel_runner_rehearsal_unmap (GtkWidget *widget)
{
  KeelRunnerRehearsal *self = KEEL_RUNNER_REHEARSAL (widget);

  if (self->pause != 0)
    keep (self);
  GTK_WIDGET_CLASS (keel_runner_rehearsal_parent_class)->unmap (widget);
}

static void
keel_runner_rehearsal_dispose (GObject *object)
{
  g_clear_handle_id (&KEEL_RUNNER_REHEARSAL (object)->pause, g_source_remove);
  G_OBJECT_CLASS (keel_runner_rehearsal_parent_class)->dispose (object);
}

static void
keel_runner_rehearsal_class_init (KeelRunnerRehearsalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_runner_rehearsal_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = keel_runner_rehearsal_unmap;
  KEEL_RUNNER_STAGE_CLASS (klass)->begin = begin;
}

static void
keel_runner_rehearsal_init (KeelRunnerRehearsal *self)
{
}

static KeelNoteArea *
make_area (KeelRunnerRehearsal *self)
{
  KeelNoteArea *area = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);

  g_signal_connect_object (area, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  return area;
}

static GtkWidget *
make_keep (KeelRunnerRehearsal *self)
{
  GtkWidget *keep = keel_toggle_new (_ ("Keep My Words in the Note of This Card"),
                                     GTK_ACCESSIBLE_ROLE_CHECKBOX);

  self->keep = GTK_TOGGLE_BUTTON (keep);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (keep))), TRUE);
  gtk_toggle_button_set_active (self->keep, get_run (self)->keeps);
  gtk_widget_set_halign (keep, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (keep, "keel-chip");
  g_signal_connect_object (keep, "toggled", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  return keep;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_widget_add_css_class (note, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (note), PANGO_WRAP_WORD_CHAR);
  return note;
}

KeelRunnerStage *
keel_runner_rehearsal_new (KeelRun *run)
{
  KeelRunnerRehearsal *self = g_object_new (KEEL_TYPE_RUNNER_REHEARSAL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *swap = gtk_button_new_with_label (_ ("Swap Roles"));

  keel_runner_stage_set_run (KEEL_RUNNER_STAGE (self), run);
  self->words = keel_run_words_new ("", "keel-run-words");
  self->mine = make_area (self);
  self->theirs = make_area (self);
  self->earlier = GTK_LABEL (make_note (""));
  show_roles (self);
  show_words (self);
  show_earlier (self);
  gtk_widget_set_halign (swap, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swap, "pill");
  g_signal_connect_object (swap, "clicked", G_CALLBACK (swap_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->earlier));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mine));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->theirs));
  gtk_box_append (GTK_BOX (box), swap);
  gtk_box_append (GTK_BOX (box), make_keep (self));
  gtk_box_append (GTK_BOX (box), make_note (_ ("Without that, what you write here is not kept.")));
  adw_bin_set_child (ADW_BIN (self), box);
  return KEEL_RUNNER_STAGE (self);
}
