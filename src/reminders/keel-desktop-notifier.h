#pragma once

#include "keel-notifier.h"

G_BEGIN_DECLS

/*
 * KeelDesktopNotifier: the desktop's notification server, through libnotify. The only file that knows
 * libnotify. Nothing expires: what a person must see waits for them.
 */
#define KEEL_TYPE_DESKTOP_NOTIFIER (keel_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (KeelDesktopNotifier, keel_desktop_notifier, KEEL, DESKTOP_NOTIFIER, GObject)

/* @connection (nullable): the session bus, to learn of servers that come and go. */
KeelNotifier *keel_desktop_notifier_new (GDBusConnection *connection);

G_END_DECLS
