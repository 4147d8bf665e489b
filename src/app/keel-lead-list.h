#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelLeadList: how long before a meeting its reminders come; any number of them. */
#define KEEL_TYPE_LEAD_LIST (keel_lead_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelLeadList, keel_lead_list, KEEL, LEAD_LIST, AdwBin)

void keel_lead_list_set_leads (KeelLeadList *self, GArray *leads); /* of int, minutes */
/* Sorted, without duplicates; empty for no reminder. NULL where a time that was typed is no number: it is
 * then marked and has the focus. Transfer full. */
GArray *keel_lead_list_dup_leads (KeelLeadList *self);

/* All that is ticked and typed, right or wrong, to be put back later. */
GVariant *keel_lead_list_save (KeelLeadList *self); /* floating */
void keel_lead_list_restore (KeelLeadList *self, GVariant *saved);

/* "30 minutes before, at the start" or "No reminders". */
char *keel_lead_list_describe (GArray *leads);

G_END_DECLS
