#pragma once

#include <gtk/gtk.h>

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* KeelFieldWheel: the ratings of a table drawn as a wheel, one spoke for each row. Hidden as long as fewer
 * than three have one. */
#define KEEL_TYPE_FIELD_WHEEL (keel_field_wheel_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldWheel, keel_field_wheel, KEEL, FIELD_WHEEL, GtkDrawingArea)

/* NULL where no column of @table is to be drawn. */
GtkWidget *keel_field_wheel_new (const KeelField *table);
void keel_field_wheel_show (KeelFieldWheel *self, const KeelAnswers *answers);

G_END_DECLS
