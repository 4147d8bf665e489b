#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean running;
  int pid;             /* 0 when not running */
  gint64 since;        /* seconds UTC */
} KeelReminderStatus;

/* Whether keel-reminders runs for this data folder: who holds the lock. */
gboolean keel_reminder_process_get_status (const char *data_dir, KeelReminderStatus *status, GError **error);
/* Starts it if it does not run: through D-Bus activation when installed, else the sibling program,
 * detached from this process. Returns once it holds the lock or after five seconds with an error. */
gboolean keel_reminder_process_ensure     (const char *data_dir, GError **error);

/* For keel-reminders itself: takes the lock for the life of the process. -1 with an error when another
 * process has it. */
int      keel_reminder_process_lock       (const char *data_dir, gint64 now, GError **error);

G_END_DECLS
