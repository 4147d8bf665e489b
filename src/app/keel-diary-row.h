#pragma once

#include "core/keel-diary.h"

#include "keel-line-row.h"

G_BEGIN_DECLS

/* KeelDiaryRow: a page of the diary, to be opened. */
#define KEEL_TYPE_DIARY_ROW (keel_diary_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelDiaryRow, keel_diary_row, KEEL, DIARY_ROW, KeelLineRow)

/* @today: the day since 1970-01-01. */
GtkWidget *keel_diary_row_new (const KeelDiaryPage *page, gint64 today);
KeelEntry *keel_diary_row_get_entry (KeelDiaryRow *self); /* transfer none */

G_END_DECLS
