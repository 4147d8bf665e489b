#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Whether the person has asked the desktop not to be disturbed: the notification server's own property
 * (Plasma), dunst's pause, or GNOME's setting. @server is the name that the server gives itself. FALSE where
 * nothing tells. It asks each time: to be told of changes would wake this program for nothing.
 */
gboolean keel_do_not_disturb_ask (GDBusConnection *connection, const char *server);

G_END_DECLS
