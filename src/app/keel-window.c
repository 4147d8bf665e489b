#include "config.h"

#include "keel-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-profile-settings.h"

#include "keel-add-meeting-dialog.h"
#include "keel-announcer.h"
#include "keel-attendance-dialog.h"
#include "keel-cover.h"
#include "keel-date-dialog.h"
#include "keel-draft.h"
#include "keel-export-dialog.h"
#include "keel-first-words.h"
#include "keel-import-dialog.h"
#include "keel-import-files.h"
#include "keel-lists-dialog.h"
#include "keel-lock-watch.h"
#include "keel-meetings-page.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-passphrase-dialog.h"
#include "keel-places-dialog.h"
#include "keel-profile-dialog.h"
#include "keel-recent-files.h"
#include "keel-record-window.h"
#include "keel-reminder-answers.h"
#include "keel-reminder-keeper.h"
#include "keel-reminders-window.h"
#include "keel-rhythm-dialog.h"
#include "keel-session-reminders.h"
#include "keel-session-settings.h"
#include "keel-unfollow.h"
#include "keel-window-size.h"
#include "keel-worksheet-window.h"

struct _KeelWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *status;
  GtkMenuButton *add_button;
  GtkMenuButton *menu_button;
  KeelMeetingsPage *page;

  KeelSession *session;
  KeelAnnouncer *announcer;
  KeelLockWatch *lock_watch;    /* NULL for a profile that cannot be locked */
  KeelReminderWatch *reminders; /* NULL until it is open */
  KeelReminderKeeper *keeper;   /* likewise */
  char *show_when_open;         /* UUID */
  char *news;                   /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelWindow, keel_window, ADW_TYPE_APPLICATION_WINDOW)

static void
say (KeelWindow *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->status), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  keel_announcer_say (self->announcer, sentence);
}

static void
reminders_failed_cb (KeelWindow *self)
{
  say (self,
       _ ("Reminders cannot be shown: their small program did not start. Close Keel and open it again."));
}

static void
answers_taken_cb (KeelWindow *self, GPtrArray *answers)
{
  g_autofree char *sentence = keel_reminder_answers_describe (self->session, answers);

  say (self, sentence);
}

static void
begin_reminders (KeelWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  self->reminders = keel_session_watch_reminders (self->session,
                                                  g_application_get_dbus_connection (application));
  self->keeper = keel_reminder_keeper_new (self->session, self->reminders);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (reminders_failed_cb), self, G_CONNECT_SWAPPED);
  keel_reminder_keeper_ensure (self->keeper);
  g_signal_connect_object (self->session, "answers-taken", G_CALLBACK (answers_taken_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_page (KeelWindow *self)
{
  if (self->page == NULL)
    {
      self->page = keel_meetings_page_new (self->session);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "meetings");
    }
  keel_pages_show (self->stack, "meetings");
}

static gboolean
restore_draft (KeelWindow *self, const char *name, GVariant *draft)
{
  GtkWindow *parent = GTK_WINDOW (self);
  GtkWindow *window = NULL;

  if (strcmp (name, KEEL_DATE_DRAFT) == 0)
    return keel_date_dialog_present_draft (parent, self->session, draft);
  if (strcmp (name, KEEL_RHYTHM_DRAFT) == 0)
    return keel_rhythm_dialog_present_draft (parent, self->session, draft);
  if (strcmp (name, KEEL_MEETING_DRAFT) == 0)
    window = GTK_WINDOW (keel_add_meeting_dialog_new_from_draft (parent, self->session, draft));
  else if (strcmp (name, KEEL_ATTENDANCE_DRAFT) == 0)
    return keel_attendance_dialog_present_draft (parent, self->session, draft);
  else if (strcmp (name, KEEL_IMPORT_DRAFT) == 0)
    window = GTK_WINDOW (keel_import_dialog_new_from_draft (parent, self->session, draft));
  if (window != NULL)
    gtk_window_present (window);
  return window != NULL;
}

/* Opens again what was being written when Keel was locked or closed. They are kept until they are saved or
 * cancelled. */
static gboolean
restore_drafts (KeelWindow *self)
{
  GVariant *drafts = keel_session_get_drafts (self->session);
  gboolean some = FALSE;
  GVariantIter kinds, windows;
  const char *name;
  GVariant *kind, *draft;

  g_variant_iter_init (&kinds, drafts);
  while (g_variant_iter_loop (&kinds, "{&sv}", &name, &kind))
    {
      if (!g_variant_is_of_type (kind, G_VARIANT_TYPE ("aa{sv}")))
        continue;
      g_variant_iter_init (&windows, kind);
      while (g_variant_iter_loop (&windows, "@a{sv}", &draft))
        {
          if (restore_draft (self, name, draft))
            some = TRUE;
          else
            keel_draft_set_aside (self->session, name, draft);
        }
    }
  return some;
}

static void
enable_actions (KeelWindow *self, gboolean enabled)
{
  const char *const names[] = { "win.add-meeting", "win.import", "win.import-address", "win.lists",
                                "win.profile",     "win.find",   "win.back",           "win.places",
                                "win.record",      "win.export", "win.reminders",      "win.worksheets" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
}

static void
lock_cb (KeelWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "lock",
                                  NULL);
}

static void
read_lock_rules (KeelWindow *self)
{
  g_autoptr (KeelProfileSettings) settings = NULL;

  if (self->lock_watch == NULL)
    return;
  settings = keel_profile_settings_load (keel_session_get_folder (self->session));
  keel_lock_watch_set_rules (self->lock_watch, settings->lock_minutes * 60, settings->lock_on_suspend,
                             settings->lock_on_screen_lock);
}

static void
begin_watch (KeelWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  self->lock_watch = keel_lock_watch_new (self->session, g_application_get_dbus_connection (application));
  g_signal_connect_object (self->lock_watch, "lock", G_CALLBACK (lock_cb), self, G_CONNECT_SWAPPED);
  read_lock_rules (self);
}

static void
add_sentence (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

static void
say_first_words (KeelWindow *self, gboolean restored)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  add_sentence (sentences, g_steal_pointer (&self->news));
  if (restored)
    add_sentence (sentences, g_strdup (_ ("What you were writing is here again.")));
  add_sentence (sentences, keel_first_words_of_trouble (self->session));
  add_sentence (sentences, keel_first_words_of_code (self->session));
  if (sentences->len == 0)
    add_sentence (sentences, keel_first_words (self->session));
  g_ptr_array_add (sentences, NULL);
  all = g_strjoinv (" ", (char **) sentences->pdata);
  say (self, all);
}

/* It leads to a new one, and stays until the person has seen it. */
static void
offer_new_code (KeelWindow *self)
{
  AdwToast *toast;

  if (!keel_session_wants_new_code (self->session))
    return;
  toast = adw_toast_new (_ ("Your recovery code is not written down."));
  adw_toast_set_button_label (toast, _ ("New Code"));
  adw_toast_set_action_name (toast, "win.renew-code");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  if (keel_session_open_finish (KEEL_SESSION (source), result, &error))
    {
      enable_actions (self, TRUE);
      show_page (self);
      keel_meetings_page_show_calendar (self->page);
      if (keel_session_is_protected (self->session))
        begin_watch (self);
      offer_new_code (self);
      say_first_words (self, restore_drafts (self));
      begin_reminders (self);
      if (self->show_when_open != NULL)
        keel_window_show_series (self, self->show_when_open);
      g_clear_pointer (&self->show_when_open, g_free);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  markup = g_markup_escape_text (sentence, -1);
  adw_status_page_set_description (self->failed, markup);
  keel_pages_show (self->stack, "failed");
  say (self, sentence);
}

static void
open_profile (KeelWindow *self)
{
  enable_actions (self, FALSE);
  keel_pages_show (self->stack, "opening");
  say (self, _ ("Opening your profile…"));
  keel_session_open_async (self->session, opened_cb, g_object_ref (self));
}

static void
active_changed_cb (KeelWindow *self)
{
  if (self->session != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    keel_session_refresh (self->session);
}

static void
unfollow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);
  KeelSeries *series = keel_session_find_series (self->session, g_variant_get_string (parameter, NULL));

  if (series != NULL)
    keel_unfollow (widget, self->session, series);
}

static void
show_series_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_window_show_series (KEEL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_profile_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_profile (KEEL_WINDOW (widget));
}

static void
reload_settings_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  read_lock_rules (KEEL_WINDOW (widget));
}

static void
show_calendar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_meetings_page_show_calendar (KEEL_WINDOW (widget)->page);
}

static void
add_meeting_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (keel_add_meeting_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_meetings_page_show_find (KEEL_WINDOW (widget)->page);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_meetings_page_close_details (KEEL_WINDOW (widget)->page);
}

static void
lists_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (keel_lists_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
places_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_places_present (GTK_WINDOW (widget), KEEL_WINDOW (widget)->session);
}

static void
profile_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (keel_profile_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_export_dialog_present (GTK_WINDOW (widget), KEEL_WINDOW (widget)->session);
}

static void
record_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (keel_record_window_new (GTK_WINDOW (self), self->session)));
}

static void
reminders_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (keel_reminders_window_new (GTK_WINDOW (self), self->session, self->reminders)));
}

static void
worksheets_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_worksheet_window_present (GTK_WINDOW (widget), KEEL_WINDOW (widget)->session);
}

static void
renew_code_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  if (keel_session_is_protected (self->session))
    gtk_window_present (GTK_WINDOW (
        keel_passphrase_dialog_new (GTK_WINDOW (self), self->session, KEEL_PASSPHRASE_RENEW_CODE)));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_import_files_choose (GTK_WINDOW (widget), KEEL_WINDOW (widget)->session);
}

static void
import_address_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWindow *self = KEEL_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (keel_import_dialog_new_for_address (GTK_WINDOW (self), self->session, NULL)));
}

static void
keel_window_dispose (GObject *object)
{
  KeelWindow *self = KEEL_WINDOW (object);

  g_clear_object (&self->lock_watch);
  g_clear_object (&self->keeper);
  g_clear_object (&self->reminders);
  g_clear_object (&self->announcer);
  g_clear_object (&self->session);
  g_clear_pointer (&self->show_when_open, g_free);
  g_clear_pointer (&self->news, g_free);
  G_OBJECT_CLASS (keel_window_parent_class)->dispose (object);
}

static void
keel_window_class_init (KeelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_window_dispose;
  keel_recent_files_leave_alone ();

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, status);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, menu_button);

  gtk_widget_class_install_action (widget_class, "win.open-profile", NULL, open_profile_cb);
  gtk_widget_class_install_action (widget_class, "win.unfollow", "s", unfollow_cb);
  gtk_widget_class_install_action (widget_class, "win.show-series", "s", show_series_cb);
  gtk_widget_class_install_action (widget_class, "win.add-meeting", NULL, add_meeting_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.import-address", NULL, import_address_cb);
  gtk_widget_class_install_action (widget_class, "win.lists", NULL, lists_cb);
  gtk_widget_class_install_action (widget_class, "win.places", NULL, places_cb);
  gtk_widget_class_install_action (widget_class, "win.profile", NULL, profile_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.record", NULL, record_cb);
  gtk_widget_class_install_action (widget_class, "win.reminders", NULL, reminders_cb);
  gtk_widget_class_install_action (widget_class, "win.worksheets", NULL, worksheets_cb);
  gtk_widget_class_install_action (widget_class, "win.renew-code", NULL, renew_code_cb);
  gtk_widget_class_install_action (widget_class, "win.reload-settings", NULL, reload_settings_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.show-calendar", NULL, show_calendar_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
}

static void
keel_window_init (KeelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->announcer = keel_announcer_new ();
  keel_announcer_greet (GTK_WINDOW (self));
  keel_announcer_name_menu (self->add_button, _ ("Add or import"));
  keel_announcer_name_menu (self->menu_button, _ ("Main Menu"));
  keel_window_size_bind (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

KeelWindow *
keel_window_new (GtkApplication *application, KeelSession *session)
{
  KeelWindow *self = g_object_new (KEEL_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  g_signal_connect (session, "ending", G_CALLBACK (keel_drafts_save), NULL);
  keel_import_files_accept (GTK_WIDGET (self), session);
  open_profile (self);
  return self;
}

/* What Keel itself asks has no page of its own yet. */
static void
prompt_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWindow) self = data;

  if (keel_session_find_prompt_finish (KEEL_SESSION (source), result, NULL))
    keel_meetings_page_show_calendar (self->page);
  else if (self->page != NULL)
    say (self, _ ("You no longer follow that meeting."));
}

void
keel_window_show_series (KeelWindow *self, const char *uuid)
{
  KeelSeries *series = keel_session_find_series (self->session, uuid);

  if (!keel_session_is_open (self->session))
    {
      g_free (self->show_when_open);
      self->show_when_open = g_strdup (uuid);
    }
  else if (series != NULL)
    {
      keel_meetings_page_show_series (self->page, series);
    }
  else
    {
      keel_session_find_prompt_async (self->session, uuid, prompt_found_cb, g_object_ref (self));
    }
}

void
keel_window_set_news (KeelWindow *self, const char *sentence)
{
  g_free (self->news);
  self->news = g_strdup (sentence);
}

void
keel_window_disarm (KeelWindow *self)
{
  enable_actions (self, FALSE);
}

static void
destroy_others (GtkWindow *window, GtkWindow *dialog)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data != window && l->data != dialog)
        gtk_window_destroy (l->data);
      g_object_unref (l->data);
    }
}

void
keel_window_seal (KeelWindow *self, GtkWindow *dialog)
{
  keel_window_disarm (self);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  destroy_others (GTK_WINDOW (self), dialog);
  self->page = NULL;
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self),
                                      keel_cover_page_new (_ ("This profile is locked.")));
  begin_watch (self);
}

void
keel_say (GtkWidget *widget, const char *sentence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (window != NULL && !KEEL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    say (KEEL_WINDOW (window), sentence);
}
