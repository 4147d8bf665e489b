#pragma once

#include "keel-calendar.h"
#include "keel-series-mark.h"

G_BEGIN_DECLS

/* KeelDateLine: one date of the calendar as it is painted where there is little room. */
typedef struct
{
  KeelSeriesMark mark;
  char *time; /* nullable */
  char *name;
  char *state;      /* what became of it, in words; nullable */
  const char *sign; /* the same as one letter; nullable */
  gboolean over;
  gboolean cancelled;
} KeelDateLine;

/* @day: without a time where it has begun before that day. */
KeelDateLine *keel_date_line_new (KeelCalendar *calendar, KeelAgendaItem *item, gint64 day);
void keel_date_line_free (KeelDateLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelDateLine, keel_date_line_free)

/* All that there is to say of it to a listener but the day: "19:00, Harbour Group, 13:00 in New York, Went".
 * Transfer full. */
char *keel_date_line_describe (KeelCalendar *calendar, KeelAgendaItem *item);

G_END_DECLS
