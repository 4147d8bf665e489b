#pragma once

#include <adwaita.h>

#include "core/keel-medicine.h"

G_BEGIN_DECLS

/* KeelMedicineForm: a medicine plan to make or to change. It asks for no dose. */
#define KEEL_TYPE_MEDICINE_FORM (keel_medicine_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelMedicineForm, keel_medicine_form, KEEL, MEDICINE_FORM, AdwBin)

KeelMedicineForm *keel_medicine_form_new (void);
void keel_medicine_form_show (KeelMedicineForm *self, const KeelMedicine *medicine);
/* FALSE, and it is told at its place, where something is missing. */
gboolean keel_medicine_form_read (KeelMedicineForm *self, KeelMedicine *medicine);

G_END_DECLS
