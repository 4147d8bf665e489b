#include "config.h"

#include "keel-attendance-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-attendance-edit.h"

#include "keel-announcer.h"
#include "keel-attendance-put.h"
#include "keel-chip-choice.h"
#include "keel-date-words.h"
#include "keel-draft.h"
#include "keel-note-area.h"
#include "keel-series-words.h"
#include "keel-stage-offer.h"
#include "keel-window.h"

#define KEEL_TYPE_ATTENDANCE_DIALOG (keel_attendance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelAttendanceDialog, keel_attendance_dialog, KEEL, ATTENDANCE_DIALOG, AdwWindow)

struct _KeelAttendanceDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkLabel *series_name;
  GtkLabel *when;
  KeelChipChoice *states;
  KeelNoteArea *heard;
  KeelNoteArea *note;
  KeelChipChoice *before;
  KeelChipChoice *after;
  GtkWidget *take_back;

  KeelSession *session;
  char *name;                 /* of the series */
  KeelAttendance *attendance; /* as it stands in the form; its words as they were */
  KeelAttendance *known;      /* nullable: nothing was put down yet */
  KeelAttendance *shown;      /* what is known, or what a form has where nothing is */
  GVariant *first;            /* what stood in the form before the person wrote */
};

static void keel_attendance_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelAttendanceDialog, keel_attendance_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_attendance_dialog_draft_init))

static void
state_chosen_cb (KeelChipChoice *choice, const char *id, KeelAttendanceDialog *self)
{
  self->attendance->state = keel_word_find (keel_attendance_words, id);
}

static void
before_chosen_cb (KeelChipChoice *choice, const char *id, KeelAttendanceDialog *self)
{
  self->attendance->mood_before = atoi (id);
}

static void
after_chosen_cb (KeelChipChoice *choice, const char *id, KeelAttendanceDialog *self)
{
  self->attendance->mood_after = atoi (id);
}

static void
show_mood (KeelChipChoice *choice, int mood)
{
  g_autofree char *id = g_strdup_printf ("%d", mood);

  keel_chip_choice_select (choice, id);
}

static void
show (KeelAttendanceDialog *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  g_autofree char *date = keel_sentence_date (self->attendance->start, person,
                                              keel_session_get_now (self->session));
  g_autofree char *time = keel_sentence_clock_time (self->attendance->start, person);
  /* Translators: %1$s is a date, %2$s a time. */
  g_autofree char *when = g_strdup_printf (_ ("%1$s at %2$s"), date, time);

  gtk_label_set_text (self->series_name, self->name);
  gtk_label_set_text (self->when, when);
  keel_chip_choice_select (self->states, keel_attendance_words[self->attendance->state]);
  keel_note_area_set_text (self->heard, self->attendance->heard);
  keel_note_area_set_text (self->note, self->attendance->note);
  show_mood (self->before, self->attendance->mood_before);
  show_mood (self->after, self->attendance->mood_after);
  gtk_widget_set_visible (self->take_back, self->known != NULL);
}

/* What was written becomes part of it. */
static void
read_words (KeelAttendanceDialog *self)
{
  g_free (self->attendance->heard);
  g_free (self->attendance->note);
  self->attendance->heard = keel_note_area_dup_text (self->heard);
  self->attendance->note = keel_note_area_dup_text (self->note);
}

static void
close_done (KeelAttendanceDialog *self)
{
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_failure (KeelAttendanceDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, self->name);

  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

/* It closes when all of it is on the disk, not before. */
static void
finish (KeelAttendanceDialog *self, GAsyncResult *result, gboolean saved)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (KeelAttendance) before = NULL;
  g_autoptr (KeelAttendance) after = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!keel_session_attendance_finish (self->session, result, &before, &error))
    {
      show_failure (self, error);
      return;
    }
  if (saved)
    after = keel_attendance_edit (before, self->shown, self->attendance);
  if (after != NULL)
    keel_stage_offer_set_place (self->session, after->series, after->occurrence);
  if (before != NULL || after != NULL)
    keel_attendance_offer_undo (parent, self->session, before, after, self->name);
  close_done (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAttendanceDialog) self = data;

  finish (self, result, TRUE);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAttendanceDialog) self = data;

  finish (self, result, FALSE);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelAttendanceDialog *self = KEEL_ATTENDANCE_DIALOG (widget);
  g_autoptr (KeelAttendance) wanted = NULL;

  read_words (self);
  if (self->known != NULL && keel_attendance_equal (self->attendance, self->known))
    {
      close_done (self);
      return;
    }
  wanted = keel_attendance_copy (self->attendance);
  gtk_widget_set_sensitive (widget, FALSE);
  keel_session_set_attendance_async (self->session, self->shown, wanted, saved_cb, g_object_ref (self));
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelAttendanceDialog *self = KEEL_ATTENDANCE_DIALOG (widget);

  gtk_widget_set_sensitive (widget, FALSE);
  keel_session_delete_attendance_async (self->session, self->attendance->series, self->attendance->occurrence,
                                        taken_back_cb, g_object_ref (self));
}

static GVariant *
save_form (KeelAttendanceDialog *self)
{
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  read_words (self);
  g_variant_dict_insert (form, "series", "s", self->attendance->series);
  g_variant_dict_insert (form, "name", "s", self->name);
  g_variant_dict_insert (form, "occurrence", "x", self->attendance->occurrence);
  g_variant_dict_insert (form, "start", "x", self->attendance->start);
  g_variant_dict_insert (form, "state", "i", (int) self->attendance->state);
  g_variant_dict_insert (form, "heard", "ms", self->attendance->heard);
  g_variant_dict_insert (form, "note", "ms", self->attendance->note);
  g_variant_dict_insert (form, "before", "i", self->attendance->mood_before);
  g_variant_dict_insert (form, "after", "i", self->attendance->mood_after);
  return g_variant_dict_end (form);
}

static const char *
keel_attendance_dialog_get_name (KeelDraft *draft)
{
  return KEEL_ATTENDANCE_DRAFT;
}

static GVariant *
keel_attendance_dialog_save (KeelDraft *draft)
{
  KeelAttendanceDialog *self = KEEL_ATTENDANCE_DIALOG (draft);

  return keel_draft_take_form (save_form (self), self->first);
}

static void
keel_attendance_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_attendance_dialog_get_name;
  iface->save = keel_attendance_dialog_save;
  iface->open = keel_attendance_dialog_present_draft;
}

static gboolean
keel_attendance_dialog_close_request (GtkWindow *window)
{
  KeelAttendanceDialog *self = KEEL_ATTENDANCE_DIALOG (window);

  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_attendance_dialog_parent_class)->close_request (window);
}

static void
keel_attendance_dialog_dispose (GObject *object)
{
  KeelAttendanceDialog *self = KEEL_ATTENDANCE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->attendance);
  g_clear_object (&self->known);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->first, g_variant_unref);
  G_OBJECT_CLASS (keel_attendance_dialog_parent_class)->dispose (object);
}

static void
keel_attendance_dialog_class_init (KeelAttendanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_attendance_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_attendance_dialog_close_request;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-attendance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, series_name);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, when);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, states);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, heard);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, before);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, after);
  gtk_widget_class_bind_template_child (widget_class, KeelAttendanceDialog, take_back);
  gtk_widget_class_bind_template_callback (widget_class, state_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_chosen_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.take-back", NULL, take_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_moods (KeelChipChoice *choice)
{
  for (int mood = KEEL_MOOD_NONE; mood <= KEEL_MOOD_MAX; mood++)
    {
      g_autofree char *id = g_strdup_printf ("%d", mood);

      keel_chip_choice_add (choice, id, keel_series_words_mood (mood));
    }
}

static void
keel_attendance_dialog_init (KeelAttendanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; keel_attendance_words[i] != NULL; i++)
    keel_chip_choice_add (self->states, keel_attendance_words[i], keel_date_words_attendance (i));
  add_moods (self->before);
  add_moods (self->after);
  keel_note_area_set_title (self->heard, _ ("What I heard that helps"),
                            _ ("No names, please: what others said is theirs."));
  keel_note_area_set_title (self->note, _ ("A note for myself"), NULL);
  keel_announcer_greet (GTK_WINDOW (self));
}

static KeelAttendance *
find_known (KeelSession *session, KeelAttendance *attendance)
{
  return keel_attendance_book_find (keel_session_get_attendance (session), attendance->series,
                                    attendance->occurrence);
}

/* @attendance: what is to stand in the form. */
static KeelAttendanceDialog *
make_dialog (GtkWindow *parent, KeelSession *session, KeelAttendance *attendance, const char *name)
{
  KeelAttendanceDialog *self = g_object_new (KEEL_TYPE_ATTENDANCE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->name = g_strdup (name);
  g_set_object (&self->known, find_known (session, attendance));
  self->attendance = keel_attendance_copy (attendance);
  if (self->known != NULL)
    self->shown = g_object_ref (self->known);
  else
    self->shown = keel_attendance_new (attendance->series, attendance->occurrence, attendance->start,
                                       KEEL_ATTENDANCE_WENT);
  show (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->heard));
  return self;
}

void
keel_attendance_dialog_present (GtkWindow *parent, KeelSession *session, KeelAttendance *attendance,
                                const char *name)
{
  KeelAttendance *known = find_known (session, attendance);
  KeelAttendanceDialog *self = make_dialog (parent, session, known != NULL ? known : attendance, name);

  self->first = g_variant_ref_sink (save_form (self));
  gtk_window_present (GTK_WINDOW (self));
}

/* NULL where @draft does not say which date it is about. */
static KeelAttendance *
read_draft (GVariant *draft)
{
  KeelAttendance *attendance;
  gint64 occurrence, start;
  const char *series;
  int state = 0;

  if (!g_variant_lookup (draft, "series", "&s", &series) ||
      !g_variant_lookup (draft, "occurrence", "x", &occurrence) ||
      !g_variant_lookup (draft, "start", "x", &start))
    return NULL;
  g_variant_lookup (draft, "state", "i", &state);
  attendance = keel_attendance_new (series, occurrence, start,
                                    CLAMP (state, KEEL_ATTENDANCE_WENT, KEEL_ATTENDANCE_LEFT));
  g_variant_lookup (draft, "heard", "ms", &attendance->heard);
  g_variant_lookup (draft, "note", "ms", &attendance->note);
  g_variant_lookup (draft, "before", "i", &attendance->mood_before);
  g_variant_lookup (draft, "after", "i", &attendance->mood_after);
  return attendance;
}

/* What is no longer followed has no more than the name that it had. */
static char *
find_name (KeelSession *session, KeelAttendance *attendance, GVariant *draft)
{
  KeelSeries *series = keel_session_find_series (session, attendance->series);
  KeelAttendance *known = find_known (session, attendance);
  char *name = NULL;

  if (series != NULL)
    return g_strdup (series->meeting->name);
  if (known != NULL)
    return g_strdup (known->name);
  g_variant_lookup (draft, "name", "s", &name);
  return name != NULL ? name : g_strdup ("");
}

gboolean
keel_attendance_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  g_autoptr (KeelAttendance) attendance = read_draft (draft);
  g_autofree char *name = attendance != NULL ? find_name (session, attendance, draft) : NULL;

  if (attendance == NULL)
    return FALSE;
  gtk_window_present (GTK_WINDOW (make_dialog (parent, session, attendance, name)));
  return TRUE;
}
