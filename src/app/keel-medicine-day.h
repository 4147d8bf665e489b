#pragma once

#include <adwaita.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* KeelMedicineDay: what became of one medicine on one day, to be said with one press; and whom to call when
 * it was not taken. */
#define KEEL_TYPE_MEDICINE_DAY (keel_medicine_day_get_type ())
G_DECLARE_FINAL_TYPE (KeelMedicineDay, keel_medicine_day, KEEL, MEDICINE_DAY, AdwBin)

KeelMedicineDay *keel_medicine_day_new (KeelSession *session);
/* @title is what stands above, and what it is called by those who listen. */
void keel_medicine_day_show (KeelMedicineDay *self, const KeelMedicine *medicine, gint64 day,
                             KeelMedicineState state, const char *title);

G_END_DECLS
