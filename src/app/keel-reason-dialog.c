#include "config.h"

#include "keel-reason-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-note-area.h"
#include "keel-reason-photo.h"
#include "keel-row-undo.h"
#include "keel-session-reasons.h"
#include "keel-session-settings.h"
#include "keel-wrap-box.h"

struct _KeelReasonDialog
{
  AdwWindow parent_instance;

  KeelNoteArea *words;
  GtkPicture *photo;
  GtkWidget *take_out;
  GtkLabel *problem;

  KeelSession *session;
  KeelReason *before; /* nullable: new */
  GBytes *bytes;      /* of the picture that is shown; nullable */
  GtkFileChooserNative *chooser;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (KeelReasonDialog, keel_reason_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (KeelReasonDialog *self)
{
  g_autofree char *words = keel_note_area_dup_text (self->words);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reason.save", words != NULL || self->bytes != NULL);
}

/* Takes @bytes (nullable). */
static void
show_photo (KeelReasonDialog *self, GBytes *bytes)
{
  g_autoptr (GdkPaintable) picture = keel_reason_photo_load (bytes);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  gtk_picture_set_paintable (self->photo, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->photo), picture != NULL);
  gtk_widget_set_visible (self->take_out, bytes != NULL);
  changed_cb (self);
}

static void
tell (KeelReasonDialog *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReasonDialog) self = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = keel_reason_photo_read_finish (result, &error);

  if (self->session == NULL) /* closed meanwhile */
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      return;
    }
  tell (self, bytes == NULL ? _ ("That picture could not be read. What you have here is unchanged.") : NULL);
  if (bytes != NULL)
    show_photo (self, bytes);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, KeelReasonDialog *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    keel_reason_photo_read_async (file, self->reading, read_cb, g_object_ref (self));
  g_clear_object (&self->chooser);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelReasonDialog *self = KEEL_REASON_DIALOG (widget);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a Picture"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_pixbuf_formats (pictures);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), pictures);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
take_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_photo (KEEL_REASON_DIALOG (widget), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (KEEL_REASON_DIALOG (widget)->words));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelReasonDialog *self = KEEL_REASON_DIALOG (widget);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *words = keel_note_area_dup_text (self->words);
  g_autoptr (KeelReason) wanted = keel_reason_new (words, self->bytes);

  if (self->before != NULL)
    {
      wanted->uuid = g_strdup (self->before->uuid);
      wanted->position = self->before->position;
    }
  keel_row_undo_save (parent, self->session, &keel_reason_rows, wanted, self->before,
                      _ ("Your reason is saved."));
  gtk_window_close (GTK_WINDOW (self));
}

static void
keel_reason_dialog_dispose (GObject *object)
{
  KeelReasonDialog *self = KEEL_REASON_DIALOG (object);

  g_cancellable_cancel (self->reading);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_pointer (&self->before, keel_reason_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  G_OBJECT_CLASS (keel_reason_dialog_parent_class)->dispose (object);
}

static void
keel_reason_dialog_finalize (GObject *object)
{
  g_object_unref (KEEL_REASON_DIALOG (object)->reading);
  G_OBJECT_CLASS (keel_reason_dialog_parent_class)->finalize (object);
}

static void
keel_reason_dialog_class_init (KeelReasonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reason_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_reason_dialog_finalize;
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReasonDialog, words);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonDialog, photo);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonDialog, take_out);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "reason.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "reason.take-out", NULL, take_out_cb);
  gtk_widget_class_install_action (widget_class, "reason.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_reason_dialog_init (KeelReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  self->reading = g_cancellable_new ();
  keel_note_area_set_title (self->words, _ ("In your words"), NULL);
}

void
keel_reason_dialog_present (GtkWindow *parent, KeelSession *session, const KeelReason *reason)
{
  KeelReasonDialog *self = g_object_new (KEEL_TYPE_REASON_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  if (keel_session_is_for_family_alone (session))
    gtk_window_set_title (GTK_WINDOW (self), _ ("What I want for my life"));
  if (reason != NULL)
    {
      self->before = keel_reason_copy (reason);
      keel_note_area_set_text (self->words, reason->words);
      show_photo (self, reason->photo != NULL ? g_bytes_ref (reason->photo) : NULL);
    }
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  gtk_window_present (GTK_WINDOW (self));
}
