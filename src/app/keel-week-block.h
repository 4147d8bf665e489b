#pragma once

#include <gtk/gtk.h>

#include "keel-calendar.h"
#include "keel-week-layout.h"

G_BEGIN_DECLS

/* KeelWeekBlock: one occurrence, or the part of it on one day, among the hours of a week or over them; or
 * several that have no room beside each other. */
#define KEEL_TYPE_WEEK_BLOCK (keel_week_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelWeekBlock, keel_week_block, KEEL, WEEK_BLOCK, GtkButton)

/* @items: of KeelAgendaItem, at least one. @part is nullable: it stands over the hours. @column: of its day,
 * from the first on. */
GtkWidget *keel_week_block_new (KeelCalendar *calendar, GPtrArray *items, guint column,
                                const KeelDayPart *part);
GPtrArray *keel_week_block_get_items (KeelWeekBlock *self); /* transfer none */
guint keel_week_block_get_column (KeelWeekBlock *self);
const KeelDayPart *keel_week_block_get_part (KeelWeekBlock *self);

G_END_DECLS
