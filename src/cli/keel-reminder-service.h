#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The running keel-reminders of @data_dir, asked over the session bus. Errors are English, of the bus or of
 * keel-reminders; @error must be given. */

/* Name and version of the notification server that answers it; the caller frees. */
char *keel_reminder_service_get_server (const char *data_dir, GError **error);

/* Has it show a notification that says that reminders work. Returns the server that took it; to be freed. */
char *keel_reminder_service_show_test (const char *data_dir, GError **error);

G_END_DECLS
