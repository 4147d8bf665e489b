#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelFactRow: one fact of a meeting: what it is about, and what is so. */
#define KEEL_TYPE_FACT_ROW (keel_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelFactRow, keel_fact_row, KEEL, FACT_ROW, GtkListBoxRow)

/* @link (nullable) was checked (keel_link_check ()); it is opened when the person asks for it. */
GtkWidget *keel_fact_row_new (const char *title, const char *text, const char *link);

G_END_DECLS
