#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * KeelTextRow: a line of text to type in a boxed list, with its title above it and what is wrong with it
 * below. It is a GtkEditable. (A screen reader is not told when AdwEntryRow of libadwaita 1.2 has the focus.)
 */
#define KEEL_TYPE_TEXT_ROW (keel_text_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelTextRow, keel_text_row, KEEL, TEXT_ROW, GtkListBoxRow)

void keel_text_row_set_title (KeelTextRow *self, const char *title);
void keel_text_row_show_problem (KeelTextRow *self,
                                 const char *problem); /* nullable: none. Typing takes it away */
/* Nothing is selected, so that the next key does not wipe out what was typed. */
void keel_text_row_mend (KeelTextRow *self);

G_END_DECLS
