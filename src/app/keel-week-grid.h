#pragma once

#include "keel-calendar.h"
#include "keel-week-block.h"

G_BEGIN_DECLS

/*
 * KeelWeekGrid: the hours of some days, what there is in them, and a line for now.
 *
 * Signal: "placed" (int width), whenever it got its room: nothing may be changed in it just then.
 */
#define KEEL_TYPE_WEEK_GRID (keel_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (KeelWeekGrid, keel_week_grid, KEEL, WEEK_GRID, GtkWidget)

void keel_week_grid_clear (KeelWeekGrid *self);
/* The days that the columns stand for. */
void keel_week_grid_set_days (KeelWeekGrid *self, KeelCalendar *calendar, gint64 first, guint n);
void keel_week_grid_add (KeelWeekGrid *self, KeelWeekBlock *block);

/* The block that comes after (or before) @block on its day; with NULL the first of @column. Nullable. */
KeelWeekBlock *keel_week_grid_find_next (KeelWeekGrid *self, KeelWeekBlock *block, guint column,
                                         gboolean backward);
/* The block of @column that begins about when @block does. Nullable. */
KeelWeekBlock *keel_week_grid_find_beside (KeelWeekGrid *self, KeelWeekBlock *block, guint column);

/* The block of the date that @item is of. Nullable. */
KeelWeekBlock *keel_week_grid_find_item (KeelWeekGrid *self, KeelAgendaItem *item);

int keel_week_grid_get_height (KeelWeekGrid *self, int minute); /* where a minute of the day stands */

G_END_DECLS
