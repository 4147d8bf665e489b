#pragma once

#include "keel-line-row.h"
#include "keel-session-entries.h"

G_BEGIN_DECLS

/* KeelWorksheetRow: a worksheet that can be begun, or an entry, to be opened. */
#define KEEL_TYPE_WORKSHEET_ROW (keel_worksheet_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetRow, keel_worksheet_row, KEEL, WORKSHEET_ROW, KeelLineRow)

GtkWidget *keel_worksheet_row_new (const KeelWorksheet *worksheet);
/* The one that @program begins with, and for which part of it. */
GtkWidget *keel_worksheet_row_new_for_program (const KeelWorksheet *worksheet, const KeelProgram *program);
GtkWidget *keel_worksheet_row_new_for_entry (KeelSession *session, KeelEntry *entry);

/* One that is chosen or not by activating it, and says so. */
GtkWidget *keel_worksheet_row_new_to_choose (KeelSession *session, KeelEntry *entry, gboolean chosen);
void keel_worksheet_row_set_chosen (KeelWorksheetRow *self, gboolean chosen);

/* A worksheet for every day, with what was written in it today (nullable). */
GtkWidget *keel_worksheet_row_new_daily (KeelSession *session, const KeelWorksheet *worksheet,
                                         KeelEntry *entry);

/* One of both; transfer none. */
const KeelWorksheet *keel_worksheet_row_get_worksheet (KeelWorksheetRow *self);
KeelEntry *keel_worksheet_row_get_entry (KeelWorksheetRow *self);

/* The title of an entry, or the name of its worksheet. Transfer none. */
const char *keel_worksheet_row_name_entry (KeelEntry *entry);

G_END_DECLS
