#include "keel-milestone-dates.h"

#include <string.h>

#define HOURS_PER_DAY 24
#define MONTHS_PER_YEAR 12
#define FEBRUARY 2
#define MARCH 3

/* More than any start date can have before the year 9999 ends. */
#define MOST 9999

const char *const keel_day_leap_words[] = {
  [KEEL_DAY_LEAP_FEBRUARY] = "feb-28",
  [KEEL_DAY_LEAP_MARCH] = "mar-1",
  NULL,
};

const char *const keel_reached_words[] = {
  KEEL_REACHED_MEETING, KEEL_REACHED_PART,    KEEL_REACHED_REHEARSAL, KEEL_REACHED_LOGS,
  KEEL_REACHED_AMENDS,  KEEL_REACHED_SERVICE, KEEL_REACHED_OWN,       NULL,
};

static const char *const unit_words[] = {
  [KEEL_DAY_MARK_HOURS] = "hours",
  [KEEL_DAY_MARK_DAYS] = "days",
  [KEEL_DAY_MARK_MONTHS] = "months",
  [KEEL_DAY_MARK_YEARS] = "years",
};

static gint64
add_months (const KeelDayStart *start, guint months)
{
  gint64 in_all;
  int year, month, day;
  int target, length;

  keel_civil_from_days (start->day, &year, &month, &day);
  in_all = (gint64) year * MONTHS_PER_YEAR + (month - 1) + months;
  year = (int) (in_all / MONTHS_PER_YEAR);
  target = (int) (in_all % MONTHS_PER_YEAR) + 1;
  length = keel_days_in_month (year, target);
  if (day > length && month == FEBRUARY && target == FEBRUARY && start->leap == KEEL_DAY_LEAP_MARCH)
    return keel_days_from_civil (year, MARCH, 1);
  return keel_days_from_civil (year, target, MIN (day, length));
}

static gint64
add_hours (const KeelDayStart *start, guint hours)
{
  KeelLocalTime moment;

  if (hours == 0 || start->minute < 0)
    return start->day + (hours + HOURS_PER_DAY - 1) / HOURS_PER_DAY;
  moment = start->day * KEEL_MINUTES_PER_DAY + start->minute + (KeelLocalTime) hours * 60;
  return MAX (keel_logical_day_at (moment, start->night_end), start->day);
}

gint64
keel_day_mark_find (const KeelDayMark *self, const KeelDayStart *start)
{
  switch (self->unit)
    {
    case KEEL_DAY_MARK_HOURS:
      return add_hours (start, self->count);
    case KEEL_DAY_MARK_DAYS:
      return start->day + self->count - (start->day_one && self->count > 0);
    case KEEL_DAY_MARK_MONTHS:
      return add_months (start, self->count);
    case KEEL_DAY_MARK_YEARS:
      return add_months (start, MIN (self->count, MOST) * MONTHS_PER_YEAR);
    }
  g_return_val_if_reached (KEEL_DAY_NONE);
}

char *
keel_day_mark_format (KeelDayMarkUnit unit, guint count)
{
  return g_strdup_printf ("%s-%u", unit_words[unit], count);
}

gboolean
keel_day_mark_parse (const char *text, KeelDayMark *mark)
{
  const char *dash = text != NULL ? strchr (text, '-') : NULL;
  guint64 count;

  for (guint i = 0; dash != NULL && i < G_N_ELEMENTS (unit_words); i++)
    if (strlen (unit_words[i]) == (gsize) (dash - text) && g_str_has_prefix (text, unit_words[i]))
      {
        if (!g_ascii_string_to_unsigned (dash + 1, 10, 0, G_MAXINT, &count, NULL))
          return FALSE;
        *mark = (KeelDayMark){ .unit = i, .count = (guint) count };
        return TRUE;
      }
  return FALSE;
}

GArray *
keel_day_marks_new_generic (void)
{
  static const guint days[] = { 1, 3, 7, 14, 21, 30, 60, 90 };
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (KeelDayMark));
  KeelDayMark mark = { .unit = KEEL_DAY_MARK_DAYS };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      mark.count = days[i];
      g_array_append_val (marks, mark);
    }
  mark.unit = KEEL_DAY_MARK_MONTHS;
  for (mark.count = 4; mark.count <= 11; mark.count++)
    g_array_append_val (marks, mark);
  mark.count = 18;
  g_array_append_val (marks, mark);
  mark = (KeelDayMark){ .unit = KEEL_DAY_MARK_YEARS, .count = 1, .every = TRUE };
  g_array_append_val (marks, mark);
  return marks;
}

KeelReached *
keel_reached_new (const char *mark, gint64 day)
{
  KeelReached *self = g_new0 (KeelReached, 1);

  self->mark = g_strdup (mark);
  self->streak = KEEL_DAY_NONE;
  self->day = day;
  return self;
}

KeelReached *
keel_reached_copy (const KeelReached *self)
{
  KeelReached *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelReached));
  copy->uuid = g_strdup (self->uuid);
  copy->count = g_strdup (self->count);
  copy->mark = g_strdup (self->mark);
  copy->subject = g_strdup (self->subject);
  copy->words = g_strdup (self->words);
  return copy;
}

void
keel_reached_free (KeelReached *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->count);
  g_free (self->mark);
  g_free (self->subject);
  g_free (self->words);
  g_free (self);
}
