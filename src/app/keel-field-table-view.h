#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldTableView: rows of columns. Ctrl+Return leads down to the same column of the next row, and makes
 * one at the end; with Shift it leads up. Alt with Up and Down moves the row. */
#define KEEL_TYPE_FIELD_TABLE_VIEW (keel_field_table_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldTableView, keel_field_table_view, KEEL, FIELD_TABLE_VIEW, KeelFieldView)

G_END_DECLS
