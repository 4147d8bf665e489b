#pragma once

#include <adwaita.h>

#include "core/keel-schedule.h"

G_BEGIN_DECLS

/*
 * KeelRhythmDates: how a schedule repeats, as a sentence, and its next five dates. Made with "editable", each
 * of them can be left out or moved.
 *
 * Signal: "changed", when the person has left out or moved one.
 */
#define KEEL_TYPE_RHYTHM_DATES (keel_rhythm_dates_get_type ())
G_DECLARE_FINAL_TYPE (KeelRhythmDates, keel_rhythm_dates, KEEL, RHYTHM_DATES, AdwBin)

/* The dates of @schedule after @after (seconds UTC), as a clock in @person shows them; @today are days there.
 * Without a schedule (NULL) @missing says what has to be written first. */
void keel_rhythm_dates_show (KeelRhythmDates *self, KeelSchedule *schedule, gint64 after, GTimeZone *person,
                             gint64 today, const char *missing);

/* @schedule without the dates that were left out, and with those that were moved where they are now. Transfer
 * full. */
KeelSchedule *keel_rhythm_dates_apply (KeelRhythmDates *self, KeelSchedule *schedule);

/* What was left out and moved, to be put back later. */
GVariant *keel_rhythm_dates_save (KeelRhythmDates *self); /* floating */
#define KEEL_RHYTHM_DATES_TYPE "a(xx)"
void keel_rhythm_dates_restore (KeelRhythmDates *self, GVariant *saved);

G_END_DECLS
