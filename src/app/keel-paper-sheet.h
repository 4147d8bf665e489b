#pragma once

#include <gtk/gtk.h>

#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* KeelPaperSheet: one page of a document, as wide as there is room. Whoever listens is told its text. */
#define KEEL_TYPE_PAPER_SHEET (keel_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KeelPaperSheet, keel_paper_sheet, KEEL, PAPER_SHEET, GtkWidget)

/* @page is counted from 0. */
GtkWidget *keel_paper_sheet_new (KeelPaper *paper, guint page);

G_END_DECLS
