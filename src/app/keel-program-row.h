#pragma once

#include "content/keel-content.h"

#include "keel-line-row.h"

G_BEGIN_DECLS

/* KeelProgramRow: a program in a list: its mark, its name and for whom it is. */
#define KEEL_TYPE_PROGRAM_ROW (keel_program_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramRow, keel_program_row, KEEL, PROGRAM_ROW, KeelLineRow)

GtkWidget *keel_program_row_new (const KeelProgram *program);
const KeelProgram *keel_program_row_get_program (KeelProgramRow *self);

G_END_DECLS
