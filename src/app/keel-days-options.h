#pragma once

#include <adwaita.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelDaysOptions: when the person's night ends, and whether a milestone has its moment. Each choice is kept
 * at once. */
#define KEEL_TYPE_DAYS_OPTIONS (keel_days_options_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysOptions, keel_days_options, KEEL, DAYS_OPTIONS, AdwBin)

KeelDaysOptions *keel_days_options_new (KeelSession *session);
void keel_days_options_show (KeelDaysOptions *self, const KeelDayOptions *options);

G_END_DECLS
