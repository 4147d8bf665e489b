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

/* More beside each other could not be told apart. */
#define KEEL_DAY_PART_MOST_LANES 4

/* So low that its name can still be read. */
#define KEEL_DAY_PART_LEAST 30

/*
 * Lays out what of @items (of KeelAgendaItem, by start) falls on the day from @from to @to (seconds UTC; 23
 * to 25 hours) in @zone. Those that overlap, or would on paper, stand side by side. Returns an array of
 * KeelDayPart in the order of @items.
 */
GArray *keel_week_layout_day (GPtrArray *items, gint64 from, gint64 to, GTimeZone *zone);

/*
 * Where more than KEEL_DAY_PART_MOST_LANES stand side by side, makes one of those in the last lanes:
 * @groups[i] is the place in @parts of the one that part i stands in, which is i itself where it stands
 * alone. Parts that stand for others have the room of all of them. Returns @groups, of guint.
 */
GArray *keel_week_layout_join (GArray *parts);

G_END_DECLS
