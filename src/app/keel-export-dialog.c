#include "config.h"

#include "keel-export-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-attendance-csv.h"
#include "core/keel-ical-writer.h"
#include "core/keel-series-csv.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-save-file.h"
#include "keel-window.h"

#define KEEL_TYPE_EXPORT_DIALOG (keel_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelExportDialog, keel_export_dialog, KEEL, EXPORT_DIALOG, AdwWindow)

typedef struct
{
  const char *id;
  const char *label;
  const char *explanation;
  const char *file_name; /* says nothing of what is in it */
  GBytes *(*write) (KeelSession *session, const char *discreet_title);
} Choice;

struct _KeelExportDialog
{
  AdwWindow parent_instance;

  KeelChipChoice *choices;
  GtkLabel *explanation;
  GtkSwitch *names;
  GtkLabel *note;
  GtkLabel *failure;

  KeelSession *session;
  const Choice *choice;
};

G_DEFINE_FINAL_TYPE (KeelExportDialog, keel_export_dialog, ADW_TYPE_WINDOW)

static GBytes *
write_calendar (KeelSession *session, const char *discreet_title)
{
  const KeelIcalWriterOptions options = { .stamp = keel_session_get_now (session),
                                          .discreet_title = discreet_title };

  return keel_ical_write (keel_session_get_series (session), &options);
}

static GBytes *
write_table (KeelSession *session, const char *discreet_title)
{
  return keel_series_write_csv (keel_session_get_series (session), discreet_title);
}

static GBytes *
write_attendance (KeelSession *session, const char *discreet_title)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);

  return keel_attendance_write_csv (keel_session_get_attended (session), zone, discreet_title);
}

static const Choice choices[] = {
  { "calendar", NC_ ("export", "Calendar"),
    N_ ("For another calendar program (iCalendar), with changed dates and reminders."), N_ ("calendar.ics"),
    write_calendar },
  { "table", NC_ ("export", "Table"), N_ ("What you follow, for a spreadsheet (CSV)."), N_ ("calendar.csv"),
    write_table },
  { "attendance", NC_ ("export", "What I went to"),
    N_ ("Where you were and what you wrote, for a spreadsheet (CSV)."), N_ ("journal.csv"),
    write_attendance },
};

static void
show_choice (KeelExportDialog *self, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (strcmp (choices[i].id, id) == 0)
        self->choice = &choices[i];
    }
  keel_chip_choice_select (self->choices, id);
  gtk_label_set_text (self->explanation, _ (self->choice->explanation));
}

static void
chosen_cb (KeelChipChoice *chips, const char *id, KeelExportDialog *self)
{
  show_choice (self, id);
}

static void
show_failure (KeelExportDialog *self, const GError *error, const char *name)
{
  g_autofree char *sentence = keel_sentence_for_error (error, name);

  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelExportDialog *self = KEEL_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      show_failure (self, error, name);
      return;
    }
  if (name == NULL)
    return;
  /* Translators: %s is the name of a file. */
  sentence = g_strdup_printf (_ ("Saved as %s."), name);
  keel_say (GTK_WIDGET (self), sentence);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelExportDialog *self = KEEL_EXPORT_DIALOG (widget);
  const char *title = gtk_switch_get_active (self->names) ? NULL : C_ ("calendar", "Appointment");
  g_autoptr (GBytes) bytes = self->choice->write (self->session, title);

  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  keel_save_file_async (GTK_WINDOW (self), _ ("Save the File"), _ (self->choice->file_name), bytes, saved_cb,
                        NULL);
}

static void
keel_export_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_EXPORT_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_export_dialog_parent_class)->dispose (object);
}

static void
keel_export_dialog_class_init (KeelExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_export_dialog_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, KeelExportDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, KeelExportDialog, names);
  gtk_widget_class_bind_template_child (widget_class, KeelExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KeelExportDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_export_dialog_init (KeelExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    keel_chip_choice_add (self->choices, choices[i].id,
                          g_dpgettext2 (GETTEXT_PACKAGE, "export", choices[i].label));
  keel_announcer_greet (GTK_WINDOW (self));
}

void
keel_export_dialog_present (GtkWindow *parent, KeelSession *session)
{
  KeelExportDialog *self = g_object_new (KEEL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_label_set_text (self->note, keel_session_is_protected (session)
                                      ? _ ("The file is not protected by your passphrase.")
                                      : _ ("Whoever has the file can read it."));
  show_choice (self, choices[0].id);
  gtk_window_present (GTK_WINDOW (self));
}
