#include "keel-phrases.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Names of days and months are Keel's own messages, not the C library's: its names exist only where the
 * system has the locale, and a sentence in two languages would be worse than one in English. */
static const char *const weekdays[] = {
  NC_ ("weekday", "Sunday"),    NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"),
  NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),
  NC_ ("weekday", "Saturday"),
};

/* Translators: months as they stand in a date, “24 November”. */
static const char *const months[] = {
  NC_ ("month in a date", "January"),   NC_ ("month in a date", "February"),
  NC_ ("month in a date", "March"),     NC_ ("month in a date", "April"),
  NC_ ("month in a date", "May"),       NC_ ("month in a date", "June"),
  NC_ ("month in a date", "July"),      NC_ ("month in a date", "August"),
  NC_ ("month in a date", "September"), NC_ ("month in a date", "October"),
  NC_ ("month in a date", "November"),  NC_ ("month in a date", "December"),
};

static gboolean
locale_counts_to_twelve (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%p") != NULL ||
         strstr (format, "%l") != NULL;
}

char *
keel_phrase_fill (const char *text, const char *gap, const char *words)
{
  const char *found = strstr (text, gap);
  g_autofree char *head = NULL;

  if (found == NULL)
    return g_strdup (text);
  head = g_strndup (text, (gsize) (found - text));
  return g_strconcat (head, words, found + strlen (gap), NULL);
}

char *
keel_phrase_join (GPtrArray *items)
{
  g_autofree char *first = NULL;

  if (items->len == 0)
    return g_strdup ("");
  first = g_strdup (g_ptr_array_index (items, 0));
  for (guint i = 1; i + 1 < items->len; i++)
    {
      g_autofree char *shorter = g_steal_pointer (&first);

      /* Translators: a list of three or more: what came so far, and the next. */
      first = g_strdup_printf (_ ("%s, %s"), shorter, (char *) g_ptr_array_index (items, i));
    }
  if (items->len == 1)
    return g_steal_pointer (&first);
  /* Translators: the end of a list: “Monday, Wednesday and Friday”. */
  return g_strdup_printf (_ ("%s and %s"), first, (char *) g_ptr_array_index (items, items->len - 1));
}

const char *
keel_phrase_weekday (int day)
{
  g_return_val_if_fail (day >= 0 && day < 7, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekdays[day]);
}

const char *
keel_phrase_month (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", months[month - 1]);
}

char *
keel_phrase_day_of_year (int month, int day)
{
  /* Translators: a day of the year: %1$d the day, %2$s the month: “24 November”. */
  return g_strdup_printf (C_ ("date", "%1$d %2$s"), day, keel_phrase_month (month));
}

char *
keel_phrase_date (gint64 days)
{
  int year, month, day;

  keel_civil_from_days (days, &year, &month, &day);
  /* Translators: a date: %1$s the weekday, %2$d the day, %3$s the month: “Tuesday 24 November”. */
  return g_strdup_printf (C_ ("date", "%1$s %2$d %3$s"),
                          keel_phrase_weekday (keel_local_time_get_weekday (days * KEEL_MINUTES_PER_DAY)),
                          day, keel_phrase_month (month));
}

char *
keel_phrase_date_of_year (gint64 days)
{
  int year, month, day;

  keel_civil_from_days (days, &year, &month, &day);
  /* Translators: a date with its year: weekday, day, month, year: “Tuesday 24 November 2026”. */
  return g_strdup_printf (C_ ("date", "%1$s %2$d %3$s %4$d"),
                          keel_phrase_weekday (keel_local_time_get_weekday (days * KEEL_MINUTES_PER_DAY)),
                          day, keel_phrase_month (month), year);
}

char *
keel_phrase_time (int minute)
{
  int hour = minute / 60;

  minute %= 60;
  if (!locale_counts_to_twelve ())
    /* Translators: a time of day on a clock of 24 hours: hour and minute, “19:00”. Some write “19.00”. */
    return g_strdup_printf (C_ ("clock", "%1$02d:%2$02d"), hour, minute);
  if (hour < 12)
    /* Translators: a time before noon on a clock of 12 hours: hour and minute, “7:00 AM”. */
    return g_strdup_printf (C_ ("clock", "%1$d:%2$02d AM"), hour == 0 ? 12 : hour, minute);
  /* Translators: a time after noon on a clock of 12 hours: hour and minute, “7:00 PM”. */
  return g_strdup_printf (C_ ("clock", "%1$d:%2$02d PM"), hour == 12 ? 12 : hour - 12, minute);
}
