#pragma once

#include "core/keel-agenda.h"

G_BEGIN_DECLS

/* Where the part of an occurrence that falls on one day stands among the hours of that day. */
typedef struct
{
  guint item;      /* its place in the list that was handed in */
  int top, bottom; /* minutes of the day as the clock on the wall shows them, 0 to 1440 */
  guint lane;      /* which of @n_lanes beside each other */
  guint n_lanes;
} KeelDayPart;

/* So low that its name can still be read. */
#define KEEL_DAY_PART_LEAST 30

/*
 * Lays out what of @items (of KeelAgendaItem, by start) falls on the day from @from to @to (seconds UTC; 23
 * to 25 hours) in @zone. Those that overlap, or would on paper, stand side by side. Returns an array of
 * KeelDayPart in the order of @items.
 */
GArray *keel_week_layout_day (GPtrArray *items, gint64 from, gint64 to, GTimeZone *zone);

G_END_DECLS
