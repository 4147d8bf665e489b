#pragma once

#include <gtk/gtk.h>

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/*
 * KeelFieldItem: one text of a matrix, with its tag and its weight below it once there is a text.
 *
 * Signals: "typed", when the text was changed; "changed", when the rest was; "activate", by Return.
 */
#define KEEL_TYPE_FIELD_ITEM (keel_field_item_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldItem, keel_field_item, KEEL, FIELD_ITEM, GtkBox)

KeelFieldItem *keel_field_item_new (const KeelField *matrix, const char *name);

gboolean keel_field_item_is_empty (KeelFieldItem *self);
void keel_field_item_write (KeelFieldItem *self, KeelAnswers *answers, GError **error);
/* Without the signals; @answers is nullable: nothing. */
void keel_field_item_show (KeelFieldItem *self, KeelAnswers *answers);

G_END_DECLS
