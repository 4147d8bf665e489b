#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The running keel-reminders of @data_dir, asked over the session bus. Errors are English, of the bus or of
 * keel-reminders; @error must be given. */

/* What it says of itself. */
typedef struct
{
  char *server;       /* nullable: name and version of the notification server that answers it */
  char *trouble;      /* nullable: why none does, or why it does not answer itself */
  gint64 quiet_until; /* seconds UTC: until then quiet hours hold something back; 0: nothing */
  gboolean do_not_disturb;
} KeelReminderService;

/* Never fails: what could not be found out is its trouble. */
void keel_reminder_service_ask (const char *data_dir, KeelReminderService *service);
void keel_reminder_service_clear (KeelReminderService *service);

/* Has it show a notification that says that reminders work. Returns the server that took it; to be freed. */
char *keel_reminder_service_show_test (const char *data_dir, GError **error);

G_END_DECLS
