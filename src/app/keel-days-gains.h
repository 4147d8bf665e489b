#pragma once

#include <adwaita.h>

#include "core/keel-day-count.h"

G_BEGIN_DECLS

/* KeelDaysGains: money and time that a day wins, typed, for who wants to know. */
#define KEEL_TYPE_DAYS_GAINS (keel_days_gains_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysGains, keel_days_gains, KEEL, DAYS_GAINS, AdwBin)

KeelDaysGains *keel_days_gains_new (const KeelDayCount *count);
/* FALSE: something cannot be read, and that is told and has the focus. */
gboolean keel_days_gains_read (KeelDaysGains *self, KeelDayCount *count);

G_END_DECLS
