#pragma once

#include "keel-recurrence-private.h"

G_BEGIN_DECLS

/* A search ends after this many days looked at, or at the end of the period that goes beyond it. */
#define KEEL_WALK_MAX_LOOKED 40000

/* One walk over the days of a rule. Days count from 1970. */
typedef struct
{
  const KeelRecurrence *rule;
  KeelRecurrenceFunc func;
  gpointer data;

  gint64 start;    /* day of the rule's start */
  int minute;      /* of the day */
  gint64 from, to; /* days wanted; to is outside */
  gint64 left;     /* dates that COUNT still allows */
  guint64 looked;
} KeelWalk;

typedef struct
{
  gint64 first; /* its first day */
  int month;    /* 1–12 */
  int length;
  int weekday; /* of its first day */
} KeelMonth;

void keel_month_init_at (KeelMonth *self, gint64 day); /* the month that @day lies in */

void keel_walk_months (KeelWalk *walk); /* FREQ=MONTHLY */
void keel_walk_years (KeelWalk *walk);  /* FREQ=YEARLY */

static inline int
keel_day_get_weekday (gint64 day)
{
  int weekday = (int) ((day + 4) % 7);

  return weekday < 0 ? weekday + 7 : weekday;
}

/* Takes one date that the rule matches; FALSE ends the walk. Every walk hands its dates over in
 * ascending order. */
static inline gboolean
keel_walk_take (KeelWalk *walk, gint64 day)
{
  if (day < walk->start)
    return TRUE;
  if (day >= walk->to || walk->left-- <= 0)
    return FALSE;
  return day < walk->from || walk->func (day * KEEL_MINUTES_PER_DAY + walk->minute, walk->data);
}

/* Counts days looked at, at least one for each period; FALSE when there were too many. */
static inline gboolean
keel_walk_look (KeelWalk *walk, guint days)
{
  walk->looked += MAX (days, 1);
  return walk->looked <= KEEL_WALK_MAX_LOOKED;
}

/* The number of whole steps of @size that lie between the start and what is wanted. Only COUNT has to
 * be walked from the start. */
static inline gint64
keel_walk_get_steps_to_skip (const KeelWalk *walk, gint64 distance, gint64 size)
{
  return distance > 0 && walk->rule->count == 0 ? distance / size : 0;
}

G_END_DECLS
