#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * KeelAwayWatch: hears that the computer is about to sleep (logind), and that its screen is locked (logind,
 * or the desktop's own screen saver). Where there is no such service it hears nothing, and starts none.
 *
 * While it waits for sleep it holds a delay lock of logind, which gives Keel the time to lock: the one that
 * is held when the signal comes is let go when the program is replaced, or soon after.
 *
 * Signals: "sleep", before the computer sleeps; "screen-locked".
 */
#define KEEL_TYPE_AWAY_WATCH (keel_away_watch_get_type ())
G_DECLARE_FINAL_TYPE (KeelAwayWatch, keel_away_watch, KEEL, AWAY_WATCH, GObject)

KeelAwayWatch *keel_away_watch_new (GDBusConnection *session_bus); /* nullable: none */
void keel_away_watch_set_watched (KeelAwayWatch *self, gboolean sleep, gboolean screen);

G_END_DECLS
