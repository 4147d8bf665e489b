#include "config.h"

#include "keel-week.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

int
keel_week_get_first_day (void)
{
  /* glibc numbers the days of the week from a date that it gives as a number: a Sunday or a Monday. */
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int shift = origin == 19971201 ? 1 : 0;

  return (first - 1 + shift) % 7;
}

const char *
keel_week_get_short_name (int day)
{
  switch (day)
    {
    case 0:
      return C_ ("short weekday", "Sun");
    case 1:
      return C_ ("short weekday", "Mon");
    case 2:
      return C_ ("short weekday", "Tue");
    case 3:
      return C_ ("short weekday", "Wed");
    case 4:
      return C_ ("short weekday", "Thu");
    case 5:
      return C_ ("short weekday", "Fri");
    default:
      return C_ ("short weekday", "Sat");
    }
}
