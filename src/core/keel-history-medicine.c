#include "keel-history-medicine.h"

void
keel_history_medicine_free (KeelHistoryMedicine *self)
{
  keel_medicine_free (self->medicine);
  g_array_unref (self->marks);
  g_free (self);
}

void
keel_history_take_medicine (KeelHistory *self, KeelMedicine *medicine, GArray *marks)
{
  KeelHistoryMedicine *taken = g_new0 (KeelHistoryMedicine, 1);

  taken->medicine = medicine;
  taken->marks = marks;
  g_ptr_array_add (self->medicines, taken);
}

guint
keel_history_medicine_count (const KeelHistoryMedicine *self, const KeelHistoryDays *days)
{
  return keel_medicine_count_days (self->medicine, self->marks, days->last) -
         keel_medicine_count_days (self->medicine, self->marks, days->first - 1);
}
