#include "keel-window-dialogs.h"

#include "keel-add-meeting-dialog.h"
#include "keel-export-dialog.h"
#include "keel-import-dialog.h"
#include "keel-import-files.h"
#include "keel-lists-dialog.h"
#include "keel-passphrase-dialog.h"
#include "keel-places-dialog.h"
#include "keel-profile-dialog.h"
#include "keel-program-window.h"
#include "keel-record-window.h"
#include "keel-reminders-window.h"
#include "keel-template-acts.h"
#include "keel-window.h"

typedef void (*Present) (GtkWindow *parent, KeelSession *session);

static void
present_add_meeting (GtkWindow *parent, KeelSession *session)
{
  gtk_window_present (GTK_WINDOW (keel_add_meeting_dialog_new (parent, session)));
}

static void
present_import_address (GtkWindow *parent, KeelSession *session)
{
  gtk_window_present (GTK_WINDOW (keel_import_dialog_new_for_address (parent, session, NULL)));
}

static void
present_lists (GtkWindow *parent, KeelSession *session)
{
  gtk_window_present (GTK_WINDOW (keel_lists_dialog_new (parent, session)));
}

static void
present_profile (GtkWindow *parent, KeelSession *session)
{
  gtk_window_present (GTK_WINDOW (keel_profile_dialog_new (parent, session)));
}

static void
present_record (GtkWindow *parent, KeelSession *session)
{
  gtk_window_present (GTK_WINDOW (keel_record_window_new (parent, session)));
}

static void
present_reminders (GtkWindow *parent, KeelSession *session)
{
  KeelReminderWatch *watch = keel_window_get_reminders (KEEL_WINDOW (parent));

  gtk_window_present (GTK_WINDOW (keel_reminders_window_new (parent, session, watch)));
}

static void
present_new_code (GtkWindow *parent, KeelSession *session)
{
  if (keel_session_is_protected (session))
    gtk_window_present (
        GTK_WINDOW (keel_passphrase_dialog_new (parent, session, KEEL_PASSPHRASE_RENEW_CODE)));
}

static const struct
{
  const char *action;
  Present present;
} dialogs[] = {
  { "win.add-meeting", present_add_meeting },
  { "win.import", keel_import_files_choose },
  { "win.import-address", present_import_address },
  { "win.lists", present_lists },
  { "win.places", keel_places_present },
  { "win.programs", keel_program_window_present },
  { "win.profile", present_profile },
  { "win.export", keel_export_dialog_present },
  { "win.new-worksheet", keel_template_present_new },
  { "win.open-worksheet-file", keel_template_import_present },
  { "win.record", present_record },
  { "win.reminders", present_reminders },
  { "win.renew-code", present_new_code },
};

static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      if (g_str_equal (name, dialogs[i].action))
        dialogs[i].present (GTK_WINDOW (widget), keel_window_get_session (KEEL_WINDOW (widget)));
    }
}

void
keel_window_dialogs_install (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (window_class, dialogs[i].action, NULL, present_cb);
}

void
keel_window_dialogs_enable (GtkWidget *window, gboolean enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_action_set_enabled (window, dialogs[i].action, enabled);
}
