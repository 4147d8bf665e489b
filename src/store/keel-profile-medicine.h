#pragma once

#include "core/keel-medicine.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/* The medicine plan, with its reminders: prompts of kind KEEL_PROMPT_MEDICINE, which are told of as
 * discreetly as all others and come, change and go with what they are of, in one transaction. */

GPtrArray *keel_profile_get_medicines (KeelProfile *self,
                                       GError **error); /* of KeelMedicine, as they were made */
/* What was said of the days of one: of KeelMedicineMark, by day. */
GArray *keel_profile_get_medicine_marks (KeelProfile *self, const char *uuid, GError **error);

/* Puts @medicine down and fills in what it has not yet: the UUID, and the prompt's. One with a UUID takes the
 * place of the one with it, also of a deleted one. *@before (nullable; transfer full) is what stood there and
 * was not deleted. INVALID where it says what cannot be. */
gboolean keel_profile_set_medicine (KeelProfile *self, KeelMedicine *medicine, KeelMedicine **before,
                                    GError **error);
/* With its reminder, and back with it; what was said of its days comes back, too. NOT_FOUND. */
gboolean keel_profile_set_medicine_deleted (KeelProfile *self, const char *uuid, gboolean deleted,
                                            GError **error);
/* What became of @day; KEEL_MEDICINE_UNSAID takes it back. *@before (nullable) is what was said until then.
 * NOT_FOUND. */
gboolean keel_profile_mark_medicine (KeelProfile *self, const char *uuid, gint64 day, KeelMedicineState state,
                                     KeelMedicineState *before, GError **error);

G_END_DECLS
