#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/*
 * KeelFieldRow: one row of a table: its cells beside each other where there is room, else a card.
 *
 * Signals: "remove"; "move" (int by), -1 or 1.
 */
#define KEEL_TYPE_FIELD_ROW (keel_field_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldRow, keel_field_row, KEEL, FIELD_ROW, GtkWidget)

KeelFieldRow *keel_field_row_new (const KeelField *table, KeelEntryDocument *document, KeelAnswers *answers);

void keel_field_row_refresh (KeelFieldRow *self, KeelAnswers *answers);
/* @number from 1, of @of rows. */
void keel_field_row_set_number (KeelFieldRow *self, guint number, guint of);
/* When it begins; nullable. */
void keel_field_row_set_time (KeelFieldRow *self, const char *time);
KeelAnswers *keel_field_row_get_answers (KeelFieldRow *self); /* transfer none */

/* Whether its cells stand beside each other. */
gboolean keel_field_row_is_wide (KeelFieldRow *self);
/* Which column has the focus, and gives it to one; -1: none. */
int keel_field_row_find_focus (KeelFieldRow *self);
void keel_field_row_focus (KeelFieldRow *self, int column);

G_END_DECLS
