#include "keel-quiet-hours.h"

#include "keel-reminder-folder.h"

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

gint64
keel_quiet_hours_find_end (KeelReminder *reminder, gint64 now, GTimeZone *person)
{
  const KeelReminderPreferences *preferences = keel_reminder_folder_get_preferences (reminder->folder);
  gint64 end;

  gboolean due_in_them;

  if (keel_reminder_is_important (reminder))
    return 0;
  due_in_them = keel_quiet_hours_contain (preferences->quiet_from, preferences->quiet_to, reminder->due,
                                          person, &end);
  if (reminder->lead == KEEL_LEAD_SNOOZE && (reminder->shown == 0 || due_in_them))
    return 0;
  reminder->held |= due_in_them;
  if (!keel_quiet_hours_contain (preferences->quiet_from, preferences->quiet_to, now, person, &end))
    return 0;
  reminder->held = TRUE;
  return end;
}
