#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelLockWatch: knows when an open profile is to be locked: nobody has used any of Keel's windows for a
 * while, the computer goes to sleep, or its screen is locked. An import that runs counts as use.
 *
 * Signal: "lock".
 */
#define KEEL_TYPE_LOCK_WATCH (keel_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (KeelLockWatch, keel_lock_watch, KEEL, LOCK_WATCH, GObject)

KeelLockWatch *keel_lock_watch_new (KeelSession *session, GDBusConnection *session_bus); /* nullable: none */
/* @idle_seconds 0: however long nobody uses it. */
void keel_lock_watch_set_rules (KeelLockWatch *self, guint idle_seconds, gboolean on_sleep,
                                gboolean on_screen_lock);

G_END_DECLS
