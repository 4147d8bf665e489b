#include "config.h"

#include "keel-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-profile-settings.h"

#include "keel-announcer.h"
#include "keel-content-note.h"
#include "keel-cover.h"
#include "keel-demo-banner.h"
#include "keel-draft.h"
#include "keel-family-frame.h"
#include "keel-first-words.h"
#include "keel-import-files.h"
#include "keel-lock-watch.h"
#include "keel-names.h"
#include "keel-page-bar.h"
#include "keel-pages.h"
#include "keel-recent-files.h"
#include "keel-reminder-answers.h"
#include "keel-reminder-keeper.h"
#include "keel-session-reminders.h"
#include "keel-session-settings.h"
#include "keel-shell.h"
#include "keel-status-line.h"
#include "keel-unfollow.h"
#include "keel-window-dialogs.h"
#include "keel-window-drafts.h"
#include "keel-window-pages.h"
#include "keel-window-size.h"

struct _KeelWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed;
  KeelStatusLine *status;
  GtkWidget *header;
  AdwSqueezer *titles;
  AdwViewSwitcher *switcher;
  AdwWindowTitle *title;
  KeelPageBar *bar;
  GtkMenuButton *add_button;
  GtkWidget *urge_button;
  GtkMenuButton *menu_button;
  KeelContentNote *content_note;
  KeelDemoBanner *demo_banner;
  KeelForeground *foreground; /* around all that stands in the toasts */
  KeelShell *shell;           /* NULL: the profile was sealed */

  KeelSession *session;
  KeelAnnouncer *announcer;
  KeelLockWatch *lock_watch;    /* NULL for a profile that cannot be locked */
  KeelReminderWatch *reminders; /* NULL until it is open */
  KeelReminderKeeper *keeper;   /* likewise */
  char *first_page;             /* nullable: another than the first */
  char *show_when_open;         /* UUID */
  char *news;                   /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelWindow, keel_window, ADW_TYPE_APPLICATION_WINDOW)

static void
say (KeelWindow *self, const char *sentence)
{
  if (self->shell != NULL)
    keel_status_line_say (self->status, sentence);
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

/* What is written on has a header of its own, and then nothing else stands around it. */
static void
show_chrome (KeelWindow *self)
{
  gboolean open = keel_shell_get_name (self->shell) != NULL;
  gboolean immersed = keel_shell_is_immersed (self->shell);
  GtkWidget *switcher = GTK_WIDGET (self->switcher);
  gboolean wide = adw_squeezer_get_visible_child (self->titles) == switcher;

  gtk_widget_set_visible (self->header, !immersed);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button),
                          g_strcmp0 (keel_shell_get_name (self->shell), "meetings") == 0);
  adw_squeezer_page_set_enabled (adw_squeezer_get_page (self->titles, switcher), open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_STATE_HIDDEN, !wide, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_STATE_HIDDEN,
                               adw_squeezer_get_visible_child (self->titles) != GTK_WIDGET (self->title), -1);
  keel_page_bar_set_reveal (self->bar, open && !wide && !immersed);
  adw_window_title_set_title (self->title, open ? keel_shell_get_title (self->shell) : _ ("Keel"));
}

/* A page of paper says itself what becomes of it; what was said before has nothing to do with it. */
static void
shell_changed_cb (KeelWindow *self)
{
  show_chrome (self);
  keel_status_line_show_page (self->status, keel_shell_get_name (self->shell));
  if (keel_shell_is_immersed (self->shell))
    keel_status_line_say (self->status, "");
}

static void
suit_pages (KeelWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->shell != NULL && application != NULL)
    keel_family_frame_suit (application, self->session, self->urge_button, self->menu_button);
}

static void
show_shell (KeelWindow *self)
{
  suit_pages (self);
  keel_shell_set_session (self->shell, self->session);
  keel_pages_show (self->stack, "main");
  keel_content_note_show (self->content_note, self->session);
  keel_demo_banner_show (self->demo_banner, self->session);
  keel_shell_show (self->shell, self->first_page != NULL ? self->first_page : "today");
  if (keel_shell_get_name (self->shell) == NULL)
    keel_shell_show (self->shell, "today");
}

static void
enable_actions (KeelWindow *self, gboolean enabled)
{
  keel_window_dialogs_enable (GTK_WIDGET (self), enabled);
  keel_window_pages_enable (GTK_WIDGET (self), enabled);
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
  /* How many meetings one follows is said on their page. */
  if (sentences->len == 0 && g_strcmp0 (keel_shell_get_name (self->shell), "meetings") == 0)
    add_sentence (sentences, keel_first_words (self->session));
  g_ptr_array_add (sentences, NULL);
  all = g_strjoinv (" ", (char **) sentences->pdata);
  if (*all != '\0')
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
      show_shell (self);
      if (keel_session_is_protected (self->session))
        begin_watch (self);
      offer_new_code (self);
      say_first_words (self, keel_window_drafts_restore (GTK_WINDOW (self), self->session));
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
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  say (KEEL_WINDOW (widget), g_variant_get_string (parameter, NULL));
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

/* What is being written is saved while there is still a window to tell what became of it. */
static gboolean
keel_window_close_request (GtkWindow *window)
{
  KeelWindow *self = KEEL_WINDOW (window);
  KeelWorksheetsPage *worksheets = self->shell != NULL ? keel_shell_peek_worksheets (self->shell) : NULL;

  if (worksheets == NULL)
    return GTK_WINDOW_CLASS (keel_window_parent_class)->close_request (window);
  g_signal_handlers_disconnect_by_func (worksheets, gtk_window_destroy, window);
  g_signal_connect_object (worksheets, "closed", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
  if (!keel_worksheets_page_close (worksheets))
    return GTK_WINDOW_CLASS (keel_window_parent_class)->close_request (window);
  keel_shell_show (self->shell, "worksheets");
  return TRUE;
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
  g_clear_pointer (&self->first_page, g_free);
  g_clear_pointer (&self->show_when_open, g_free);
  g_clear_pointer (&self->news, g_free);
  self->shell = NULL;
  G_OBJECT_CLASS (keel_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, status);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, header);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, content_note);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, demo_banner);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, urge_button);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KeelWindow, shell);
  gtk_widget_class_bind_template_callback (widget_class, show_chrome);
  gtk_widget_class_bind_template_callback (widget_class, shell_changed_cb);
}

static void
keel_window_class_init (KeelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_window_close_request;
  keel_recent_files_leave_alone ();

  g_type_ensure (KEEL_TYPE_CONTENT_NOTE);
  g_type_ensure (KEEL_TYPE_PAGE_BAR);
  g_type_ensure (KEEL_TYPE_SHELL);
  g_type_ensure (KEEL_TYPE_STATUS_LINE);
  bind_template (widget_class);
  keel_window_dialogs_install (widget_class);
  keel_window_pages_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.open-profile", NULL, open_profile_cb);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "win.unfollow", "s", unfollow_cb);
  gtk_widget_class_install_action (widget_class, "win.show-series", "s", show_series_cb);
  gtk_widget_class_install_action (widget_class, "win.reload-settings", NULL, reload_settings_cb);
}

static void
keel_window_init (KeelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->announcer = keel_announcer_new ();
  self->foreground = keel_foreground_new (self->toasts);
  keel_announcer_greet (GTK_WINDOW (self));
  keel_announcer_name_menu (self->add_button, _ ("Add or import"));
  keel_announcer_name_menu (self->menu_button, _ ("Main Menu"));
  keel_window_size_bind (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_page_bar_dress_switcher (self->switcher, keel_shell_get_stack (self->shell));
  keel_page_bar_set_stack (self->bar, keel_shell_get_stack (self->shell));
  show_chrome (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

KeelWindow *
keel_window_new (GtkApplication *application, KeelSession *session)
{
  KeelWindow *self = g_object_new (KEEL_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  g_signal_connect (session, "ending", G_CALLBACK (keel_drafts_save), NULL);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (suit_pages), self, G_CONNECT_SWAPPED);
  keel_import_files_accept (GTK_WIDGET (self), session);
  open_profile (self);
  return self;
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
      keel_foreground_leave (self->foreground);
      keel_shell_show (self->shell, "meetings");
      keel_meetings_page_show_series (keel_shell_get_meetings (self->shell), series);
    }
  else
    {
      keel_window_show_prompt (self, uuid);
    }
}

void
keel_window_show_page (KeelWindow *self, const char *name)
{
  g_free (self->first_page);
  self->first_page = g_strdup (name);
  if (self->shell == NULL || !keel_session_is_open (self->session))
    return;
  keel_foreground_leave (self->foreground);
  keel_shell_show (self->shell, name);
}

KeelSession *
keel_window_get_session (KeelWindow *self)
{
  return self->session;
}

KeelShell *
keel_window_get_shell (KeelWindow *self)
{
  return self->shell;
}

KeelForeground *
keel_window_get_foreground (KeelWindow *self)
{
  return self->foreground;
}

KeelReminderWatch *
keel_window_get_reminders (KeelWindow *self)
{
  return self->reminders;
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
  self->shell = NULL;
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self),
                                      keel_cover_page_new (_ ("This profile is locked.")));
  begin_watch (self);
}

void
keel_say (GtkWidget *widget, const char *sentence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (window != NULL && !gtk_widget_activate_action (GTK_WIDGET (window), "win.say", "s", sentence))
    window = gtk_window_get_transient_for (window);
}
