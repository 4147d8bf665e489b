#pragma once

#include "keel-notifier.h"

G_BEGIN_DECLS

/*
 * Until when @answer, one of the snooze buttons, asks to wait at @now: seconds UTC, of what begins at @start
 * and is over at @end. Never past a start that is still a minute ahead: what is snoozed is not to be missed.
 * 0 where all is over by then: nothing is left to be reminded of.
 */
gint64 keel_snooze_choose (KeelAnswer answer, gint64 start, gint64 end, gint64 now);

/* Whether the button makes sense at @now and says something that no shorter one says. @meeting FALSE: it has
 * no start to wait for. */
gboolean keel_snooze_is_offered (KeelAnswer answer, gint64 start, gint64 end, gint64 now, gboolean meeting);

G_END_DECLS
