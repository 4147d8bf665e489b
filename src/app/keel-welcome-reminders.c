#include "config.h"

#include "keel-welcome-reminders.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-reminders.h"
#include "keel-window.h"

struct _KeelWelcomeReminders
{
  KeelWelcomePage parent_instance;

  GtkWidget *at_login;
  GtkWidget *sound;

  KeelReminderPreferences before;
  gboolean was_at_login;
  gboolean read;
};

#define KEEL_TYPE_WELCOME_REMINDERS (keel_welcome_reminders_get_type ())
G_DECLARE_FINAL_TYPE (KeelWelcomeReminders, keel_welcome_reminders, KEEL, WELCOME_REMINDERS, KeelWelcomePage)
G_DEFINE_FINAL_TYPE (KeelWelcomeReminders, keel_welcome_reminders, KEEL_TYPE_WELCOME_PAGE)

static KeelSession *
get_session (KeelWelcomeReminders *self)
{
  return keel_welcome_page_get_session (KEEL_WELCOME_PAGE (self));
}

static void
tell (GtkWidget *window, const GError *error)
{
  g_autofree char *sentence = error != NULL ? keel_sentence_for_error (error, NULL) : NULL;

  if (sentence != NULL)
    keel_say (window, sentence);
}

static void
preferences_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  tell (window, error);
}

static void
autostart_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  keel_session_set_autostart_finish (KEEL_SESSION (source), result, &error);
  tell (window, error);
}

static GtkWidget *
ref_window (KeelWelcomeReminders *self)
{
  return g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
}

static gboolean
keel_welcome_reminders_accept (KeelWelcomePage *page, GError **error)
{
  KeelWelcomeReminders *self = KEEL_WELCOME_REMINDERS (page);
  KeelReminderPreferences wanted = self->before;

  if (!self->read)
    return TRUE;
  wanted.silent = !gtk_switch_get_active (GTK_SWITCH (self->sound));
  if (wanted.silent != self->before.silent)
    keel_session_set_reminder_preferences_async (get_session (self), &wanted, preferences_set_cb,
                                                 ref_window (self));
  keel_session_set_autostart_async (get_session (self), gtk_switch_get_active (GTK_SWITCH (self->at_login)),
                                    autostart_set_cb, ref_window (self));
  return TRUE;
}

/* Stays as it is; and Today does not ask for it any more. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!keel_session_set_autostart_finish (KEEL_SESSION (source), result, &error))
    g_warning ("Cannot keep that this was asked: %s", error->message);
}

static void
read_to_skip_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelReminderPreferences preferences;
  gboolean at_login;

  if (keel_session_read_reminder_preferences_finish (KEEL_SESSION (source), result, &preferences, &at_login,
                                                     NULL))
    keel_session_set_autostart_async (KEEL_SESSION (source), at_login, answered_cb, NULL);
}

static void
keel_welcome_reminders_skip (KeelWelcomePage *page)
{
  keel_session_read_reminder_preferences_async (keel_welcome_page_get_session (page), read_to_skip_cb, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWelcomeReminders) self = data;

  if (get_session (self) == NULL)
    return;
  self->read = keel_session_read_reminder_preferences_finish (KEEL_SESSION (source), result, &self->before,
                                                              &self->was_at_login, NULL);
  if (!self->read)
    return;
  gtk_switch_set_active (GTK_SWITCH (self->at_login), self->was_at_login);
  gtk_switch_set_active (GTK_SWITCH (self->sound), !self->before.silent);
}

static GtkWidget *
add_switch (GtkWidget *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *on = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (on, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (rows), row);
  return on;
}

static void
keel_welcome_reminders_class_init (KeelWelcomeRemindersClass *klass)
{
  KEEL_WELCOME_PAGE_CLASS (klass)->accept = keel_welcome_reminders_accept;
  KEEL_WELCOME_PAGE_CLASS (klass)->skip = keel_welcome_reminders_skip;
}

static void
keel_welcome_reminders_init (KeelWelcomeReminders *self)
{
}

GtkWidget *
keel_welcome_reminders_new (KeelSession *session)
{
  KeelWelcomeReminders *self = g_object_new (KEEL_TYPE_WELCOME_REMINDERS, NULL);
  KeelWelcomePage *page = KEEL_WELCOME_PAGE (self);
  GtkWidget *rows = gtk_list_box_new ();

  keel_welcome_page_set_up (page, session, C_ ("welcome", "Reminders"));
  keel_welcome_page_add_text (page, _ ("Keel can remind you before a meeting. The screen then shows the time "
                                       "and nothing else, so that nobody sees what it is for."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("welcome", "Reminders"), -1);
  self->at_login = add_switch (rows, _ ("Start when I log in"),
                               _ ("Then reminders come even on days on which you do not open Keel."));
  self->sound = add_switch (rows, _ ("With a sound"), NULL);
  gtk_switch_set_active (GTK_SWITCH (self->sound), TRUE);
  keel_welcome_page_add (page, rows);
  keel_welcome_page_add_note (page, _ ("For each meeting, you choose whether to be reminded, and when."));
  keel_session_read_reminder_preferences_async (session, read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
