#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldListView: short texts below each other; Return leads to the next line and makes one at the end.
 * Those of a ranking have numbers and can be moved (Alt with Up and Down). */
#define KEEL_TYPE_FIELD_LIST_VIEW (keel_field_list_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldListView, keel_field_list_view, KEEL, FIELD_LIST_VIEW, KeelFieldView)

G_END_DECLS
