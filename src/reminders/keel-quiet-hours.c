#include "keel-quiet-hours.h"

static gint64
get_instant (gint64 day, int minute, GTimeZone *person)
{
  return keel_local_time_to_utc (day * KEEL_MINUTES_PER_DAY + minute, person);
}

gboolean
keel_quiet_hours_contain (int from, int to, gint64 at, GTimeZone *person, gint64 *end)
{
  gint64 today;

  g_return_val_if_fail (person != NULL && end != NULL, FALSE);

  if (from < 0 || to < 0 || from == to)
    return FALSE;
  today = keel_local_time_get_days (keel_local_time_from_utc (at, person));
  for (gint64 day = today - 1; day <= today; day++)
    {
      *end = get_instant (to > from ? day : day + 1, to, person);
      if (get_instant (day, from, person) <= at && at < *end)
        return TRUE;
    }
  return FALSE;
}
