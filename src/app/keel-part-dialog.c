#include "config.h"

#include "keel-part-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"
#include "content/keel-sentences.h"
#include "content/keel-wording.h"
#include "core/keel-series.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-entry-question.h"
#include "keel-names.h"
#include "keel-note-area.h"
#include "keel-part-say.h"
#include "keel-part-words.h"
#include "keel-part-work-lists.h"
#include "keel-session-programs.h"
#include "keel-shared-dialog.h"
#include "keel-window.h"

/* After the last key in the note. */
#define NOTE_DELAY_MS 500

struct _KeelPartDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkLabel *name;
  GtkLabel *topic;
  GtkWidget *gone;
  KeelChipChoice *states;
  GtkButton *share;
  GtkLabel *shared;
  KeelNoteArea *note;
  GtkLabel *failure;
  GtkBox *work;

  KeelSession *session;
  KeelProgram *program;
  KeelPartPlace place;
  KeelPartProgress *progress; /* as it is known */
  KeelPartProgress *first;    /* as it was when the person came; NULL until it was read */
  KeelPartProgress *writing;  /* the note that is being saved; nullable */
  guint note_timer;
  gboolean closing;
  gboolean failed; /* the note, the last time */
};

G_DEFINE_FINAL_TYPE (KeelPartDialog, keel_part_dialog, ADW_TYPE_WINDOW)

static KeelPartProgress *
make_nothing (KeelPartDialog *self)
{
  return keel_part_progress_new (self->program->code, keel_part_place_get_structure (&self->place),
                                 self->place.part);
}

static void
show_progress (KeelPartDialog *self)
{
  g_autofree char *shared = keel_part_words_shared (self->session, self->progress->shared_at,
                                                    self->progress->shared_with);

  keel_chip_choice_select (self->states, keel_part_state_words[self->progress->state]);
  gtk_label_set_text (self->shared, shared != NULL ? shared : "");
  gtk_widget_set_visible (GTK_WIDGET (self->shared), shared != NULL);
}

static void
take_progress (KeelPartDialog *self, const KeelProgramWork *work)
{
  const KeelPartProgress *said = keel_progress_find (work->parts, self->program->code,
                                                     keel_part_place_get_structure (&self->place),
                                                     self->place.part);

  g_clear_pointer (&self->progress, keel_part_progress_free);
  self->progress = said != NULL ? keel_part_progress_copy (said) : make_nothing (self);
  show_progress (self);
  if (self->first != NULL)
    return;
  self->first = keel_part_progress_copy (self->progress);
  keel_note_area_set_text (self->note, self->progress->note);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPartDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelProgramWork) work = NULL;
  g_autofree char *sentence = NULL;

  work = keel_session_read_program_work_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL) /* it was closed meanwhile */
    return;
  if (work == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  take_progress (self, work);
  keel_part_work_lists_fill (self->work, self->session, &self->place, work->entries);
}

static void
refresh (KeelPartDialog *self)
{
  keel_session_read_program_work_async (self->session, self->program->code, read_cb, g_object_ref (self));
}

static char *
get_number (KeelPartDialog *self)
{
  return keel_part_place_describe_number (&self->place);
}

static void
state_chosen_cb (KeelChipChoice *states, const char *id, KeelPartDialog *self)
{
  g_autoptr (KeelPartProgress) wanted = make_nothing (self);
  g_autofree char *number = get_number (self);
  g_autofree char *sentence = NULL;

  wanted->state = (KeelPartState) keel_word_find (keel_part_state_words, id);
  /* Translators: %1$s is a part of a program, %2$s where one is with it: "Step 4: Working on it." */
  sentence = g_strdup_printf (C_ ("part of a program", "%1$s: %2$s."), number,
                              keel_part_words_state (wanted->state));
  keel_part_say (GTK_WIDGET (self), self->session, wanted, KEEL_PART_SAYS_STATE, sentence);
}

static void
shared_cb (KeelPartDialog *self, gint64 at, const char *with)
{
  g_autoptr (KeelPartProgress) wanted = make_nothing (self);
  g_autofree char *number = get_number (self);
  g_autofree char *shared = keel_part_words_shared (self->session, at, with);
  g_autofree char *sentence = NULL;

  wanted->shared_at = at;
  wanted->shared_with = g_strdup (with);
  if (shared != NULL)
    /* Translators: %1$s is a part of a program, %2$s that it was shared. */
    sentence = g_strdup_printf (C_ ("part of a program", "%1$s. %2$s."), number, shared);
  else
    /* Translators: %s is a part of a program: "Step 4" */
    sentence = g_strdup_printf (_ ("%s: not shared."), number);
  keel_part_say (GTK_WIDGET (self), self->session, wanted, KEEL_PART_SAYS_SHARED, sentence);
}

static void
share_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPartDialog *self = KEEL_PART_DIALOG (widget);
  g_autofree char *what = keel_part_place_describe (&self->place);
  const char *guide = keel_wording_get_for (keel_session_get_content (self->session), self->program,
                                            keel_session_uses_labels (self->session), "guide");
  KeelSharedDialog *dialog;

  if (self->progress == NULL)
    return;
  dialog = keel_shared_dialog_new (GTK_WINDOW (self), self->session, what, self->progress->shared_at,
                                   self->progress->shared_at != 0 ? self->progress->shared_with : guide);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (shared_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The note as it is written now, in a copy of what is known. */
static KeelPartProgress *
make_written (KeelPartDialog *self)
{
  KeelPartProgress *written = keel_part_progress_copy (self->progress);

  g_free (written->note);
  written->note = keel_note_area_dup_text (self->note);
  return written;
}

static gboolean
is_kept (KeelPartDialog *self)
{
  g_autoptr (KeelPartProgress) written = NULL;

  if (self->first == NULL)
    return TRUE;
  written = make_written (self);
  return keel_part_progress_says_same (written, self->progress, KEEL_PART_SAYS_NOTE);
}

static void save_note (KeelPartDialog *self);

static void
tell_failure (KeelPartDialog *self, const GError *error)
{
  g_autofree char *sentence = error != NULL ? keel_sentence_for_error (error, NULL) : NULL;

  self->failed = error != NULL;
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  if (sentence != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

/* What was not kept stays to be seen, and the window with it. */
static void
note_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPartDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPartProgress) before = NULL;
  g_autoptr (KeelPartProgress) written = g_steal_pointer (&self->writing);

  before = keel_session_set_progress_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL) /* it was closed meanwhile */
    return;
  tell_failure (self, error);
  if (before == NULL)
    {
      self->closing = FALSE;
      return;
    }
  keel_part_progress_take (self->progress, written, KEEL_PART_SAYS_NOTE);
  if (!is_kept (self))
    save_note (self);
  else if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

/* One at a time. */
static void
save_note (KeelPartDialog *self)
{
  g_clear_handle_id (&self->note_timer, g_source_remove);
  if (self->writing != NULL || is_kept (self))
    return;
  self->writing = make_written (self);
  keel_session_set_progress_async (self->session, self->writing, KEEL_PART_SAYS_NOTE, NULL, note_saved_cb,
                                   g_object_ref (self));
}

static gboolean
note_timeout_cb (gpointer data)
{
  KeelPartDialog *self = data;

  self->note_timer = 0;
  save_note (self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (KeelPartDialog *self)
{
  g_clear_handle_id (&self->note_timer, g_source_remove);
  self->note_timer = g_timeout_add (NOTE_DELAY_MS, note_timeout_cb, self);
}

static void
lose_cb (KeelPartDialog *self, const char *response)
{
  if (!g_str_equal (response, "go"))
    return;
  g_clear_handle_id (&self->note_timer, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* It could not be saved once already. */
static void
ask_about_loss (KeelPartDialog *self)
{
  GtkWidget *dialog = keel_entry_question_new (
      GTK_WINDOW (self), _ ("Close without saving?"),
      _ ("The last words you wrote cannot be saved now. If you close, they are lost."), _ ("Stay"),
      _ ("Close Without Saving"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (lose_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was written here can be taken back as a whole. */
static gboolean
keel_part_dialog_close_request (GtkWindow *window)
{
  KeelPartDialog *self = KEEL_PART_DIALOG (window);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (window));

  if (!is_kept (self) && self->failed)
    {
      ask_about_loss (self);
      return TRUE;
    }
  if (!is_kept (self))
    {
      self->closing = TRUE;
      save_note (self);
      return TRUE;
    }
  if (self->first != NULL && parent != NULL &&
      !keel_part_progress_says_same (self->progress, self->first, KEEL_PART_SAYS_NOTE))
    keel_part_say_offer_back (parent, self->session, self->first, self->progress, KEEL_PART_SAYS_NOTE,
                              _ ("Your note is kept."));
  return GTK_WINDOW_CLASS (keel_part_dialog_parent_class)->close_request (window);
}

static void
keel_part_dialog_dispose (GObject *object)
{
  KeelPartDialog *self = KEEL_PART_DIALOG (object);

  g_clear_handle_id (&self->note_timer, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_part_dialog_parent_class)->dispose (object);
}

static void
keel_part_dialog_finalize (GObject *object)
{
  KeelPartDialog *self = KEEL_PART_DIALOG (object);

  g_clear_pointer (&self->progress, keel_part_progress_free);
  g_clear_pointer (&self->first, keel_part_progress_free);
  g_clear_pointer (&self->writing, keel_part_progress_free);
  g_clear_pointer (&self->program, keel_program_unref);
  G_OBJECT_CLASS (keel_part_dialog_parent_class)->finalize (object);
}

static void
keel_part_dialog_class_init (KeelPartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_part_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_part_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = keel_part_dialog_close_request;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-part-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, topic);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, gone);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, states);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, share);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, shared);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelPartDialog, work);
  gtk_widget_class_bind_template_callback (widget_class, state_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_install_action (widget_class, "part.share", NULL, share_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_part_dialog_init (KeelPartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  for (int state = KEEL_PART_OPEN; state <= KEEL_PART_DONE; state++)
    keel_chip_choice_add (self->states, keel_part_state_words[state], keel_part_words_state (state));
  keel_note_area_set_title (self->note, _ ("A private note"), NULL);
}

static void
show_part (KeelPartDialog *self)
{
  const KeelPart *part = keel_part_place_find (&self->place, NULL);
  g_autofree char *number = get_number (self);
  g_autofree char *title = NULL;
  g_autofree char *share = keel_part_words_share (self->session, self->program);

  /* Translators: %1$s is a program, %2$s a part of it: "AA: Step 4" */
  title = g_strdup_printf (C_ ("part of a program", "%1$s: %2$s"), self->program->short_name, number);
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->topic, part != NULL ? part->topic : number);
  gtk_widget_set_visible (self->gone, part == NULL);
  gtk_button_set_label (self->share, share);
}

void
keel_part_dialog_present (GtkWindow *parent, KeelSession *session, const KeelPartPlace *place)
{
  KeelPartDialog *self = g_object_new (KEEL_TYPE_PART_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->program = keel_program_ref (place->program);
  self->place = *place;
  self->place.program = self->program;
  show_part (self);
  g_signal_connect_object (session, "progress-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "entries-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ending", G_CALLBACK (save_note), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
