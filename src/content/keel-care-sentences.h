#pragma once

#include "core/keel-aim.h"
#include "core/keel-medicine.h"
#include "core/keel-risk-date.h"

G_BEGIN_DECLS

/* Medicine, high-risk dates and goals in words. Days are since 1970-01-01. */

const char *keel_sentence_medicine_kind (KeelMedicineKind kind);
const char *keel_sentence_medicine_state (KeelMedicineState state); /* "" where nothing was said */
/* "Every day at 07:30, at the clinic on Monday", "Every 4 weeks". Transfer full, as all that follow. */
char *keel_sentence_medicine_schedule (const KeelMedicine *medicine);
/* "At the clinic", "At home"; NULL: it is always the same. */
char *keel_sentence_medicine_place (const KeelMedicine *medicine, gint64 day);
char *keel_sentence_medicine_days (guint n); /* "47 days with my plan" */
/* All that Keel says when it was not taken. */
char *keel_sentence_medicine_not_taken (void);
/* NULL where it was not said until when it is good. @pressing (nullable): that new one is needed soon or now.
 */
char *keel_sentence_naloxone (gint64 day, gint64 today, gboolean *pressing);
/* NULL where there is none, or it is over. */
char *keel_sentence_appointment (gint64 day, gint64 today);

const char *keel_sentence_aim_area (KeelAimArea area);
/* "Every year on 3 June", "Tuesday 24 November". */
char *keel_sentence_risk_date (const KeelRiskDate *date, gint64 today);

G_END_DECLS
