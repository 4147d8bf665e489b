#pragma once

#include <adwaita.h>

#include "core/keel-rhythm.h"

G_BEGIN_DECLS

/*
 * KeelRhythmMonth: which day of a month: the nth weekday, a date, or the weekday that comes after the nth.
 *
 * Signal: "changed".
 */
#define KEEL_TYPE_RHYTHM_MONTH (keel_rhythm_month_get_type ())
G_DECLARE_FINAL_TYPE (KeelRhythmMonth, keel_rhythm_month, KEEL, RHYTHM_MONTH, AdwBin)

/* Shows what @rhythm says of it, without the signal; where its kind is of no month, the nth weekday. */
void keel_rhythm_month_show (KeelRhythmMonth *self, const KeelRhythm *rhythm);

/* Puts the kind and what was chosen for it into @rhythm. */
void keel_rhythm_month_read (KeelRhythmMonth *self, KeelRhythm *rhythm);

/* The day of the month as it was typed; NULL: the last one. */
const char *keel_rhythm_month_get_day (KeelRhythmMonth *self);
void keel_rhythm_month_set_day (KeelRhythmMonth *self, const char *day); /* nullable */

G_END_DECLS
