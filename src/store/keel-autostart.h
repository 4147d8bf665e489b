#pragma once

#include <glib.h>

#include "keel-store-error.h"

G_BEGIN_DECLS

/*
 * Whether keel-reminders starts at login: a file in ~/.config/autostart, called like its bus name
 * (keel_reminder_process_get_bus_name ()), as the XDG autostart specification has it. All that it shows is
 * the name "Keel". @data_dir is the one of the process.
 */

/* FALSE also where the person turned it off in the settings of the desktop, and where the program that it
 * would start is no longer there. */
gboolean keel_autostart_is_on (const char *data_dir);
/* Off removes the file. */
gboolean keel_autostart_set (const char *data_dir, gboolean on, GError **error);

G_END_DECLS
