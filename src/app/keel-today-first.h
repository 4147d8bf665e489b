#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelTodayFirst: where one can begin in a new profile: a meeting, a program, something to write. */
#define KEEL_TYPE_TODAY_FIRST (keel_today_first_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayFirst, keel_today_first, KEEL, TODAY_FIRST, AdwBin)

G_END_DECLS
