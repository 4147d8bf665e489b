#include "keel-month.h"

#include "core/keel-local-time.h"
#include "keel-week.h"

gint64
keel_month_get_first (gint64 day)
{
  int year, month, month_day;

  keel_civil_from_days (day, &year, &month, &month_day);
  return day - (month_day - 1);
}

gint64
keel_month_shift (gint64 day, int months)
{
  int year, month, month_day;
  int count;

  keel_civil_from_days (day, &year, &month, &month_day);
  count = year * 12 + month - 1 + months;
  year = CLAMP (count / 12, 1, 9999);
  month = count % 12 + 1;
  return keel_days_from_civil (year, month, MIN (month_day, keel_days_in_month (year, month)));
}

gint64
keel_month_get_week (gint64 day)
{
  int weekday = keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY);

  return day - (weekday - keel_week_get_first_day () + 7) % 7;
}
