#include "keel-reminder-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define MOST_TIMES 6 /* in the body of a summary */

static gboolean
locale_has_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return *nl_langinfo (AM_STR) != '\0' && (strstr (format, "%r") != NULL || strstr (format, "%I") != NULL ||
                                           strstr (format, "%l") != NULL || strstr (format, "%p") != NULL);
}

static char *
format_time (GDateTime *moment)
{
  return g_date_time_format (moment, locale_has_twelve_hours () ? "%-I:%M %p" : "%H:%M");
}

/* Today is 0, tomorrow 1. */
static gint64
count_days (gint64 utc, gint64 now, GTimeZone *person)
{
  return keel_local_time_get_days (keel_local_time_from_utc (utc, person)) -
         keel_local_time_get_days (keel_local_time_from_utc (now, person));
}

char *
keel_reminder_text_when (gint64 utc, gint64 now, GTimeZone *person)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (utc);
  g_autoptr (GDateTime) moment = g_date_time_to_timezone (instant, person);
  g_autofree char *time = format_time (moment);
  g_autofree char *day = NULL;
  gint64 days = count_days (utc, now, person);

  if (days == 0)
    return g_steal_pointer (&time);
  /* Translators: %s is a time of day, as in "Reminder: tomorrow, 19:00". */
  if (days == 1)
    return g_strdup_printf (_ ("tomorrow, %s"), time);

  day = g_date_time_format (moment, days > 1 && days < 7 ? "%A" : "%x");
  /* Translators: a weekday or a date, then a time of day, as in "Reminder: Friday, 19:00". */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

char *
keel_reminder_text_title (const KeelReminder *reminder, gint64 now, GTimeZone *person)
{
  g_autofree char *when = keel_reminder_text_when (reminder->occurrence.start, now, person);

  /* Translators: the title of a notification that others may see: %s is a time. Say no more than that. */
  return g_strdup_printf (_ ("Reminder: %s"), when);
}

static char *
write_zone (const KeelReminder *reminder, GTimeZone *person)
{
  g_autoptr (GDateTime) wall = NULL;
  g_autofree char *time = NULL;

  if (keel_local_time_from_utc (reminder->occurrence.start, person) == reminder->occurrence.local_start)
    return NULL;
  wall = g_date_time_new_from_unix_utc (reminder->occurrence.local_start * 60);
  time = format_time (wall);
  /* Translators: the same moment on the clocks of another time zone. No place is named, on purpose. */
  return g_strdup_printf (_ ("%s local time there"), time);
}

static char *
write_running (const KeelReminder *reminder, gint64 now)
{
  gint64 minutes = (now - reminder->occurrence.start) / 60;

  if (minutes < 1)
    return NULL;
  if (minutes < 60)
    return g_strdup_printf (ngettext ("Started %d minute ago. You can still join.",
                                      "Started %d minutes ago. You can still join.", (gulong) minutes),
                            (int) minutes);
  return g_strdup_printf (ngettext ("Started over %d hour ago. You can still join.",
                                    "Started over %d hours ago. You can still join.",
                                    (gulong) (minutes / 60)),
                          (int) (minutes / 60));
}

char *
keel_reminder_text_body (const KeelReminder *reminder, gint64 now, GTimeZone *person)
{
  g_autofree char *zone = write_zone (reminder, person);
  g_autofree char *running = write_running (reminder, now);

  if (zone != NULL && running != NULL)
    return g_strjoin ("\n", running, zone, NULL);
  return running != NULL ? g_steal_pointer (&running) : g_steal_pointer (&zone);
}

char *
keel_reminder_text_summary_title (guint count)
{
  /* Translators: the title of a notification that others may see. Say no more than that. */
  return g_strdup_printf (ngettext ("%u reminder", "%u reminders", count), count);
}

char *
keel_reminder_text_summary_body (GArray *starts, gint64 now, GTimeZone *person)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < starts->len && i < MOST_TIMES; i++)
    {
      g_autofree char *when = keel_reminder_text_when (g_array_index (starts, gint64, i), now, person);

      g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", when);
    }
  if (starts->len > MOST_TIMES)
    g_string_append (body, "\n…");
  return g_string_free (g_steal_pointer (&body), FALSE);
}
