#pragma once

#include <adwaita.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

/*
 * KeelWorksheetList: what can be written, under its headings, and what was written: pinned, the last of it,
 * and all that fits the words one types.
 *
 * Signals: "begin" (KeelWorksheet *), "open" (KeelEntry *), "trash".
 */
#define KEEL_TYPE_WORKSHEET_LIST (keel_worksheet_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetList, keel_worksheet_list, KEEL, WORKSHEET_LIST, AdwBin)

void keel_worksheet_list_set_session (KeelWorksheetList *self, KeelSession *session);
/* Reads again what there is. @uuid is nullable: the entry that gets the focus, if it is there. */
void keel_worksheet_list_refresh (KeelWorksheetList *self, const char *uuid);
void keel_worksheet_list_search (KeelWorksheetList *self);
void keel_worksheet_list_forget_search (KeelWorksheetList *self);

/* "Step work"; transfer none. */
const char *keel_worksheet_list_name_group (KeelWorksheetGroup group);

G_END_DECLS
