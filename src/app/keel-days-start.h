#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelDaysStart: what is counted and since when, typed; with what to mind where the start is a few days ago,
 * and which day 29 February is in other years where that is the start. */
#define KEEL_TYPE_DAYS_START (keel_days_start_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysStart, keel_days_start, KEEL, DAYS_START, AdwBin)

KeelDaysStart *keel_days_start_new (const KeelDayCount *count, gint64 today);
/* Whether it is the time in a group: nothing is dangerous about that. */
void keel_days_start_set_membership (KeelDaysStart *self, gboolean membership);
/* FALSE: something cannot be read, and that is told and has the focus. */
gboolean keel_days_start_read (KeelDaysStart *self, KeelDayCount *count);

G_END_DECLS
