#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/*
 * KeelFieldTableView: rows of columns, as lines of a table where there is room for all columns, else as
 * cards. Return leads down to the same column of the next row and makes one at the end; in a table that is
 * filled column by column it leads on to the next column after the last row. From a text of many lines
 * Ctrl+Return does it, with Shift it leads up. Up and Down lead through the rows; with Alt they move the row.
 */
#define KEEL_TYPE_FIELD_TABLE_VIEW (keel_field_table_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldTableView, keel_field_table_view, KEEL, FIELD_TABLE_VIEW, KeelFieldView)

G_END_DECLS
