#pragma once

#include "keel-history.h"
#include "keel-medicine.h"

G_BEGIN_DECLS

/* A medicine plan, and what was said of its days. */
struct _KeelHistoryMedicine
{
  KeelMedicine *medicine;
  GArray *marks; /* of KeelMedicineMark, by day */
};

/* Takes both. */
void keel_history_take_medicine (KeelHistory *self, KeelMedicine *medicine, GArray *marks);
/* How many of @days went by the plan, as keel_medicine_count_days () counts them. */
guint keel_history_medicine_count (const KeelHistoryMedicine *self, const KeelHistoryDays *days);

G_END_DECLS
