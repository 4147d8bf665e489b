#pragma once

#include "keel-schedule.h"

G_BEGIN_DECLS

/* How long after its time a reminder of a worksheet still makes sense, in minutes. */
#define KEEL_PROMPT_MINUTES 180

/* On each of @days (bit 0 = Sunday to 6; at least one) at @minute of the day, wherever the person is, from
 * the day of @today on. Transfer full. */
KeelSchedule *keel_prompt_days_to_schedule (KeelLocalTime today, guint days, int minute);
/* FALSE, and nothing is changed, where the schedule is more than that. */
gboolean keel_prompt_days_read (KeelSchedule *schedule, guint *days, int *minute);

G_END_DECLS
