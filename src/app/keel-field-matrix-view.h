#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/*
 * KeelFieldMatrixView: two by two, and below each other where it is narrow; in each of the four any number of
 * texts. The answer is a table of one row, in which "row/column" is a table of "text", "weight" and a
 * tick "tag/id".
 */
#define KEEL_TYPE_FIELD_MATRIX_VIEW (keel_field_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldMatrixView, keel_field_matrix_view, KEEL, FIELD_MATRIX_VIEW, KeelFieldView)

G_END_DECLS
