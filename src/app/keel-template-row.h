#pragma once

#include <gtk/gtk.h>

#include "content/keel-template-draft.h"

G_BEGIN_DECLS

/*
 * KeelTemplateRow: a section, a field or a column in a list of them. It is opened by activating it, moved
 * with Alt and the arrow keys or its buttons, and removed with Delete or a button: all are actions of
 * KeelTemplateWindow.
 */
#define KEEL_TYPE_TEMPLATE_ROW (keel_template_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateRow, keel_template_row, KEEL, TEMPLATE_ROW, GtkListBoxRow)

KeelTemplateRow *keel_template_row_new (KeelTemplateDraft *draft, KeelTemplatePlace *place);
KeelTemplatePlace *keel_template_row_get_place (KeelTemplateRow *self); /* transfer none */

/* Where the person was before it moved: @by is 0 for the row itself. */
void keel_template_row_focus (KeelTemplateRow *self, int by);
/* Whether one of its buttons has the focus: -1 up, 1 down; 0: it has it itself, or none. */
int keel_template_row_get_focus (KeelTemplateRow *self);

/* The one of @place among the rows of @list; nullable. */
KeelTemplateRow *keel_template_row_find (GtkListBox *list, const KeelTemplatePlace *place);

G_END_DECLS
