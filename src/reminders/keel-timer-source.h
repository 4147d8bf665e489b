#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

#define KEEL_TIMER_NEVER G_MAXINT64

/* @stepped: the clock was set, or the computer was asleep, since the timer was armed; whatever was
 * computed from "now" is to be computed anew. */
typedef void (*KeelTimerFunc) (gboolean stepped, gpointer data);

/*
 * A GSource over one timerfd on CLOCK_REALTIME, absolute, cancelled when the clock is set: the GLib timer
 * of this program (facts/mechanics.md, Timers and clocks). It costs no wakeup until its instant. Its callback
 * is a KeelTimerFunc (g_source_set_callback with a cast); the timer is then disarmed until armed again.
 */
GSource *keel_timer_source_new (GError **error);

/* @at: microseconds UTC; an instant in the past fires at once. KEEL_TIMER_NEVER disarms; a step of the
 * clock is told even then. */
void keel_timer_source_arm (GSource *source, gint64 at);

/* For tests: read(2) for the descriptor, so that one can answer ECANCELED without setting the clock. */
typedef ssize_t (*KeelTimerRead) (int fd, void *buffer, size_t size);
void keel_timer_source_set_read (GSource *source, KeelTimerRead function);

G_END_DECLS
