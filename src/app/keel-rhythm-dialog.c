#include "config.h"

#include "keel-rhythm-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-date-undo.h"
#include "keel-draft.h"
#include "keel-rhythm-editor.h"
#include "keel-window.h"

#define KEEL_TYPE_RHYTHM_DIALOG (keel_rhythm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelRhythmDialog, keel_rhythm_dialog, KEEL, RHYTHM_DIALOG, AdwWindow)

struct _KeelRhythmDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkLabel *series_name;
  KeelRhythmEditor *editor;

  KeelSession *session;
  KeelSeries *series;
  KeelLocalTime occurrence;
  KeelSchedule *wanted; /* what is being saved; nullable */
  GVariant *first;      /* what stood in the form before the person wrote; NULL: what they wrote earlier */
};

static void keel_rhythm_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelRhythmDialog, keel_rhythm_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_rhythm_dialog_draft_init))

static void
close_done (KeelRhythmDialog *self)
{
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

static GVariant *
save_form (KeelRhythmDialog *self)
{
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  g_variant_dict_insert (form, "series", "s", self->series->uuid);
  g_variant_dict_insert (form, "occurrence", "x", self->occurrence);
  g_variant_dict_insert_value (form, "rhythm", keel_rhythm_editor_save (self->editor));
  return g_variant_dict_end (form);
}

static void
tell (KeelRhythmDialog *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
tell_changed (KeelRhythmDialog *self)
{
  tell (self, _ ("Its dates were changed meanwhile. Look at the next dates here once more, then save."));
}

static void
set_first (KeelRhythmDialog *self)
{
  g_clear_pointer (&self->first, g_variant_unref);
  self->first = g_variant_ref_sink (save_form (self));
}

/* What the person wrote stays, and is meant of the dates that there are now. */
static void
begin_again (KeelRhythmDialog *self, KeelSeries *series)
{
  g_autoptr (GVariant) form = g_variant_ref_sink (save_form (self));
  g_autoptr (GVariant) rhythm = g_variant_lookup_value (form, "rhythm", G_VARIANT_TYPE_VARDICT);
  gboolean untouched = self->first != NULL && g_variant_equal (form, self->first);

  g_set_object (&self->series, series);
  keel_rhythm_editor_change (self->editor, self->session, series->schedule, self->occurrence);
  if (untouched)
    set_first (self);
  else
    keel_rhythm_editor_restore (self->editor, rhythm);
}

static void
series_changed_cb (KeelRhythmDialog *self)
{
  KeelSeries *series = keel_session_find_series (self->session, self->series->uuid);

  if (series == NULL || keel_schedule_equal (series->schedule, self->series->schedule))
    return;
  begin_again (self, series);
  tell_changed (self);
}

static void
finish (KeelRhythmDialog *self)
{
  /* Translators: %s is a meeting. */
  g_autofree char *sentence = g_strdup_printf (_ ("%s repeats in another way now."),
                                               self->series->meeting->name);

  keel_date_undo_offer (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                        self->series, self->wanted, sentence);
  close_done (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRhythmDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      finish (self);
    }
  else if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED))
    {
      tell_changed (self);
      keel_session_refresh (self->session);
    }
  else
    {
      sentence = keel_sentence_for_error (error, NULL);
      tell (self, sentence);
    }
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRhythmDialog *self = KEEL_RHYTHM_DIALOG (widget);

  g_clear_pointer (&self->wanted, keel_schedule_unref);
  self->wanted = keel_rhythm_editor_dup_schedule (self->editor);
  if (self->wanted == NULL)
    {
      keel_rhythm_editor_mend (self->editor);
      return;
    }
  if (keel_schedule_equal (self->wanted, self->series->schedule))
    {
      close_done (self);
      return;
    }
  gtk_widget_set_sensitive (widget, FALSE);
  keel_session_replace_schedule_async (self->session, self->series->uuid, self->series->schedule,
                                       self->wanted, saved_cb, g_object_ref (self));
}

static const char *
keel_rhythm_dialog_get_name (KeelDraft *draft)
{
  return KEEL_RHYTHM_DRAFT;
}

static GVariant *
keel_rhythm_dialog_save (KeelDraft *draft)
{
  KeelRhythmDialog *self = KEEL_RHYTHM_DIALOG (draft);

  return keel_draft_take_form (save_form (self), self->first);
}

static void
keel_rhythm_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_rhythm_dialog_get_name;
  iface->save = keel_rhythm_dialog_save;
  iface->open = keel_rhythm_dialog_present_draft;
}

static gboolean
keel_rhythm_dialog_close_request (GtkWindow *window)
{
  KeelRhythmDialog *self = KEEL_RHYTHM_DIALOG (window);

  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_rhythm_dialog_parent_class)->close_request (window);
}

static void
keel_rhythm_dialog_dispose (GObject *object)
{
  KeelRhythmDialog *self = KEEL_RHYTHM_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->series);
  g_clear_pointer (&self->wanted, keel_schedule_unref);
  g_clear_pointer (&self->first, g_variant_unref);
  G_OBJECT_CLASS (keel_rhythm_dialog_parent_class)->dispose (object);
}

static void
keel_rhythm_dialog_class_init (KeelRhythmDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_rhythm_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_rhythm_dialog_close_request;

  g_type_ensure (KEEL_TYPE_RHYTHM_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmDialog, series_name);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmDialog, editor);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_rhythm_dialog_init (KeelRhythmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static KeelRhythmDialog *
make_dialog (GtkWindow *parent, KeelSession *session, KeelSeries *series, KeelLocalTime occurrence)
{
  KeelRhythmDialog *self = g_object_new (KEEL_TYPE_RHYTHM_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->series = g_object_ref (series);
  self->occurrence = occurrence;
  gtk_label_set_text (self->series_name, series->meeting->name);
  keel_rhythm_editor_change (self->editor, session, series->schedule, occurrence);
  set_first (self);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
keel_rhythm_dialog_present (GtkWindow *parent, KeelSession *session, KeelSeries *series,
                            KeelLocalTime occurrence)
{
  gtk_window_present (GTK_WINDOW (make_dialog (parent, session, series, occurrence)));
}

gboolean
keel_rhythm_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  g_autoptr (GVariant) rhythm = g_variant_lookup_value (draft, "rhythm", G_VARIANT_TYPE_VARDICT);
  KeelRhythmDialog *self;
  KeelSeries *series;
  KeelLocalTime occurrence;
  const char *uuid;

  if (!g_variant_lookup (draft, "series", "&s", &uuid) ||
      !g_variant_lookup (draft, "occurrence", "x", &occurrence))
    return FALSE;
  series = keel_session_find_series (session, uuid);
  if (series == NULL || rhythm == NULL)
    return FALSE;
  self = make_dialog (parent, session, series, occurrence);
  keel_rhythm_editor_restore (self->editor, rhythm);
  g_clear_pointer (&self->first, g_variant_unref);
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}
