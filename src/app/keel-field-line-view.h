#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldLineView: an answer in one line: words, a person, a number, a date or a time. What cannot be read
 * as a number or a date is kept as it was typed. */
#define KEEL_TYPE_FIELD_LINE_VIEW (keel_field_line_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldLineView, keel_field_line_view, KEEL, FIELD_LINE_VIEW, KeelFieldView)

/* Puts @text into @editable as an undo does: the cursor comes to stand where the two differ. */
void keel_field_line_view_put (GtkEditable *editable, const char *text);

G_END_DECLS
