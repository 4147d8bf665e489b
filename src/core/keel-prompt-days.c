#include "keel-prompt-days.h"

#include "keel-rhythm.h"

#define EVERY_DAY 0x7fu

KeelSchedule *
keel_prompt_days_to_schedule (KeelLocalTime today, guint days, int minute)
{
  KeelRhythm rhythm;
  KeelLocalTime start;
  g_autofree char *rule = NULL;

  g_return_val_if_fail ((days & EVERY_DAY) != 0, NULL);
  g_return_val_if_fail (minute >= 0 && minute < KEEL_MINUTES_PER_DAY, NULL);

  keel_rhythm_init (&rhythm, today);
  rhythm.kind = (days & EVERY_DAY) == EVERY_DAY ? KEEL_RHYTHM_DAYS : KEEL_RHYTHM_WEEKS;
  rhythm.interval = 1;
  rhythm.weekdays = days & EVERY_DAY;
  rhythm.end = KEEL_RHYTHM_GOES_ON;
  start = keel_rhythm_find_first (&rhythm, keel_local_time_get_days (today)) * KEEL_MINUTES_PER_DAY + minute;
  rule = keel_rhythm_to_rule (&rhythm);
  return keel_schedule_new (start, NULL, KEEL_PROMPT_MINUTES, rule, NULL);
}

gboolean
keel_prompt_days_read (KeelSchedule *schedule, guint *days, int *minute)
{
  g_autofree char *rule = keel_schedule_get_rule (schedule);
  KeelLocalTime start = keel_schedule_get_last_start (schedule);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  KeelRhythm rhythm;

  keel_rhythm_init (&rhythm, start);
  if (rule == NULL || !keel_rhythm_read_rule (&rhythm, rule, start, utc))
    return FALSE;
  if (rhythm.interval != 1 || rhythm.end != KEEL_RHYTHM_GOES_ON ||
      (rhythm.kind != KEEL_RHYTHM_DAYS && rhythm.kind != KEEL_RHYTHM_WEEKS))
    return FALSE;
  *days = rhythm.kind == KEEL_RHYTHM_DAYS ? EVERY_DAY : rhythm.weekdays;
  *minute = keel_local_time_get_minute (start);
  return TRUE;
}
