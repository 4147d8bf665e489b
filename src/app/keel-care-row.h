#pragma once

#include "keel-line-row.h"

G_BEGIN_DECLS

/* What a row of "My Plans" leads to; its id is of that. */
typedef enum
{
  KEEL_CARE_TO_MEDICINE,
  KEEL_CARE_TO_NEW_MEDICINE,
  KEEL_CARE_TO_DATE, /* without an id: a new one */
  KEEL_CARE_TO_NEW_AIM,
  KEEL_CARE_TO_SERIES,
  KEEL_CARE_TO_WORKSHEET,
  KEEL_CARE_TO_ENTRY,
  KEEL_CARE_TO_PLANS,
} KeelCareTo;

#define KEEL_TYPE_CARE_ROW (keel_care_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelCareRow, keel_care_row, KEEL, CARE_ROW, KeelLineRow)

/* @lines below each other, the first of them in front; those that are NULL are left out. @id is nullable. */
void keel_care_row_append (GtkListBox *list, KeelCareTo to, const char *id, const char *const *lines,
                           gsize n);
/* One that makes something new. */
void keel_care_row_append_new (GtkListBox *list, KeelCareTo to, const char *id, const char *words);

KeelCareTo keel_care_row_get_leads_to (KeelCareRow *self);
const char *keel_care_row_get_id (KeelCareRow *self); /* nullable */

G_END_DECLS
