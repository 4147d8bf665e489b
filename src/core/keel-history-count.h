#pragma once

#include "keel-days.h"
#include "keel-history.h"

G_BEGIN_DECLS

/* One thing that days are counted of, and the days that counted: what its number is made of. */
struct _KeelHistoryCount
{
  KeelDayCount *count;
  GArray *points; /* of KeelHistoryPoint: 1 each, by day */
};

/* Adds what is counted, as long as its number is shown: nothing counts up at anyone who chose not to
 * count. */
void keel_history_take_days (KeelHistory *self, const KeelDays *days);

/* Leaves out what the pages of a profile do not offer: see keel_days_keep (); and without @members cravings,
 * urges and medicine as well. It stays in the journal. */
void keel_history_keep (KeelHistory *self, gboolean members, gboolean families);

G_END_DECLS
