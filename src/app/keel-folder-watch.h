#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * KeelFolderWatch: what keel-reminders writes into the folder of a profile.
 *
 * Signals: "answered", when answers wait there that were given on notifications; "changed", when the log or
 * something else of reminders.db may be another.
 */
#define KEEL_TYPE_FOLDER_WATCH (keel_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (KeelFolderWatch, keel_folder_watch, KEEL, FOLDER_WATCH, GObject)

KeelFolderWatch *keel_folder_watch_new (const char *folder);

G_END_DECLS
