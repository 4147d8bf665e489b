#include "config.h"

#include "keel-reminders-window.h"

#include "keel-announcer.h"
#include "keel-reminder-log-box.h"
#include "keel-reminder-preferences-box.h"
#include "keel-reminder-status-box.h"

struct _KeelRemindersWindow
{
  AdwWindow parent_instance;

  KeelReminderStatusBox *status;
  KeelReminderPreferencesBox *preferences;
  KeelReminderLogBox *log;

  KeelReminderWatch *watch;
};

G_DEFINE_FINAL_TYPE (KeelRemindersWindow, keel_reminders_window, ADW_TYPE_WINDOW)

/* Do not disturb tells nobody when it changes. */
static void
active_changed_cb (KeelRemindersWindow *self)
{
  if (self->watch != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    keel_reminder_watch_look (self->watch);
}

static gboolean
keel_reminders_window_close_request (GtkWindow *window)
{
  if (!keel_reminder_preferences_box_leave (KEEL_REMINDERS_WINDOW (window)->preferences))
    return TRUE;
  return GTK_WINDOW_CLASS (keel_reminders_window_parent_class)->close_request (window);
}

static void
keel_reminders_window_dispose (GObject *object)
{
  g_clear_object (&KEEL_REMINDERS_WINDOW (object)->watch);
  G_OBJECT_CLASS (keel_reminders_window_parent_class)->dispose (object);
}

static void
keel_reminders_window_class_init (KeelRemindersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reminders_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_reminders_window_close_request;

  g_type_ensure (KEEL_TYPE_REMINDER_LOG_BOX);
  g_type_ensure (KEEL_TYPE_REMINDER_PREFERENCES_BOX);
  g_type_ensure (KEEL_TYPE_REMINDER_STATUS_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reminders-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRemindersWindow, status);
  gtk_widget_class_bind_template_child (widget_class, KeelRemindersWindow, preferences);
  gtk_widget_class_bind_template_child (widget_class, KeelRemindersWindow, log);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_reminders_window_init (KeelRemindersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

KeelRemindersWindow *
keel_reminders_window_new (GtkWindow *parent, KeelSession *session, KeelReminderWatch *watch)
{
  KeelRemindersWindow *self = g_object_new (KEEL_TYPE_REMINDERS_WINDOW, "transient-for", parent, NULL);

  self->watch = g_object_ref (watch);
  keel_reminder_status_box_watch (self->status, session, watch);
  keel_reminder_preferences_box_set_session (self->preferences, session);
  keel_reminder_log_box_set_session (self->log, session);
  return self;
}
