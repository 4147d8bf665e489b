#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* KeelStopwatch: how long something has gone on, without the pauses. Starts as {0}: nothing has gone by, and
 * it stands. All times are microseconds of a clock that the caller reads and that never goes back. */
typedef struct
{
  gint64 gone;  /* until it was last started */
  gint64 since; /* when that was */
  gboolean going;
} KeelStopwatch;

void keel_stopwatch_start (KeelStopwatch *self, gint64 now); /* goes on; nothing where it goes already */
void keel_stopwatch_pause (KeelStopwatch *self, gint64 now);
void keel_stopwatch_reset (KeelStopwatch *self); /* to nothing, and stands */
gint64 keel_stopwatch_get (const KeelStopwatch *self, gint64 now);
/* Whole seconds until @seconds have gone by, counted down to 1; 0: they have. */
guint keel_stopwatch_get_left (const KeelStopwatch *self, gint64 now, guint seconds);

G_END_DECLS
