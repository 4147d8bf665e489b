#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelTodayColumns: cards below each other, and where there is room for it in two columns: each in the one
 * that is shorter so far. Tab goes through them in their order. */
#define KEEL_TYPE_TODAY_COLUMNS (keel_today_columns_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayColumns, keel_today_columns, KEEL, TODAY_COLUMNS, GtkWidget)

/* @before is nullable: to the end. */
void keel_today_columns_move (KeelTodayColumns *self, GtkWidget *card, GtkWidget *before);

G_END_DECLS
