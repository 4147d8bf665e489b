#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelDayChoice: one weekday out of seven.
 *
 * Signal: "changed".
 */
#define KEEL_TYPE_DAY_CHOICE (keel_day_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelDayChoice, keel_day_choice, KEEL, DAY_CHOICE, AdwBin)

int keel_day_choice_get_day (KeelDayChoice *self); /* 0 = Sunday */
void keel_day_choice_set_day (KeelDayChoice *self, int day);

G_END_DECLS
