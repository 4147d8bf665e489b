#pragma once

/* Private to store: the journal's tables of medicine. What others call is keel-profile-medicine.h. */

#include "core/keel-medicine.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Of KeelMedicine, in the order in which they were made. */
GPtrArray *keel_journal_get_medicines (KeelJournal *self, GError **error);
/* What was said of the days of the one with that UUID: of KeelMedicineMark, by day. */
GArray *keel_journal_get_medicine_marks (KeelJournal *self, const char *uuid, GError **error);

/* As keel_profile_set_medicine () and keel_profile_set_medicine_deleted (), in one transaction with the
 * prompt; @today is the day of the person. *@reminders is whether a prompt was touched. */
gboolean keel_journal_set_medicine (KeelJournal *self, KeelMedicine *medicine, gint64 today,
                                    KeelMedicine **before, gboolean *reminders, GError **error);
gboolean keel_journal_set_medicine_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                            gint64 today, gboolean *reminders, GError **error);
gboolean keel_journal_mark_medicine (KeelJournal *self, const char *uuid, gint64 day, KeelMedicineState state,
                                     KeelMedicineState *before, GError **error);

G_END_DECLS
