#pragma once

#include <gtk/gtk.h>

#include "content/keel-content.h"

G_BEGIN_DECLS

/* KeelProgramRow: a program in a list: its mark, its name and for whom it is, with what one can do beside
 * it. */
#define KEEL_TYPE_PROGRAM_ROW (keel_program_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramRow, keel_program_row, KEEL, PROGRAM_ROW, GtkListBoxRow)

GtkWidget *keel_program_row_new (const KeelProgram *program);
const KeelProgram *keel_program_row_get_program (KeelProgramRow *self);

/* A line of words below the others, which belongs to the row for those who listen. @style is nullable. */
void keel_program_row_add_line (KeelProgramRow *self, const char *text, const char *style);
/* At the end of the row; @name is what a screen reader says. Transfer none. */
GtkWidget *keel_program_row_add_button (KeelProgramRow *self, const char *icon, const char *tooltip,
                                        const char *name);
GtkWidget *keel_program_row_add_check (KeelProgramRow *self, const char *name);
/* Below the lines. */
void keel_program_row_add_below (KeelProgramRow *self, GtkWidget *widget);

G_END_DECLS
