#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * KeelMinuteWatch: says when it is time to look at the clock again.
 *
 * Signal: "look", at each full minute, when the clock was set or the computer slept, and when the time zone
 * of the computer is another.
 */
#define KEEL_TYPE_MINUTE_WATCH (keel_minute_watch_get_type ())
G_DECLARE_FINAL_TYPE (KeelMinuteWatch, keel_minute_watch, KEEL, MINUTE_WATCH, GObject)

KeelMinuteWatch *keel_minute_watch_new (void);
/* @now: seconds UTC by the clock that counts. To be called before each look at the clock. */
void keel_minute_watch_arm (KeelMinuteWatch *self, gint64 now);
/* Watches @path in the place of /etc/localtime. */
void keel_minute_watch_set_zone_file (KeelMinuteWatch *self, const char *path);

G_END_DECLS
