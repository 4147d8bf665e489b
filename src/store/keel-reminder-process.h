#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean running;
  int pid;      /* 0 when not running */
  gint64 since; /* seconds UTC */
} KeelReminderStatus;

/* Whether keel-reminders runs for this data folder: who holds the lock. */
gboolean keel_reminder_process_get_status (const char *data_dir, KeelReminderStatus *status, GError **error);
/* Starts it if it does not run: through D-Bus activation when installed, else the sibling program,
 * detached from this process. Returns once it holds the lock or after five seconds with an error. */
gboolean keel_reminder_process_ensure (const char *data_dir, GError **error);

/*
 * The running process on the session bus:
 *
 *   name       keel_reminder_process_get_bus_name ()
 *   object     KEEL_REMINDER_OBJECT_PATH
 *   interface  KEEL_REMINDER_INTERFACE
 *   Test () → (b shown, s reason): has a real notification shown; why not, in English, else the
 *             notification server's name and version
 *   Status () → (a{sv}): "server" s, what shows notifications, missing when nothing does;
 *             "trouble" s, then why; "next" x, when the next reminder is due, seconds UTC, missing when none
 *             is; "waiting" u, reminders that are due and could not be shown yet;
 *             "quiet-until" x, while quiet hours hold something back: when they end, seconds UTC;
 *             "do-not-disturb" b, whether the desktop says that it is not to be disturbed
 *
 * A call may take as long as the notification server does.
 */
#define KEEL_REMINDER_OBJECT_PATH "/app/keel/Keel/Reminders"
#define KEEL_REMINDER_INTERFACE "app.keel.Keel.Reminders"

/* app.keel.Keel.Reminders, with a suffix of its own for a data folder that is not the default one. */
char *keel_reminder_process_get_bus_name (const char *data_dir);
/* Whether there is a session bus to connect to. Ask before g_bus_get (): GIO would start one of its own. */
gboolean keel_reminder_process_has_session_bus (void);

/* For keel-reminders itself: takes the lock for the life of the process. -1 with an error when another
 * process has it. */
int keel_reminder_process_lock (const char *data_dir, gint64 now, GError **error);

G_END_DECLS
