#include "keel-recurrence-walk.h"

#include <string.h>

/* Monthly and yearly rules: a period is one or twelve sets of the days 1–31, as bits. */

#define ALL_MONTHS 0x1ffeu

static inline guint
count_bits (guint32 bits)
{
  return (guint) __builtin_popcount (bits);
}

static void
month_init (KeelMonth *self, int year, int month)
{
  self->first = keel_days_from_civil (year, month, 1);
  self->month = month;
  self->length = keel_days_in_month (year, month);
  self->weekday = keel_day_get_weekday (self->first);
}

void
keel_month_init_at (KeelMonth *self, gint64 day)
{
  int year, month, day_of_month;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  month_init (self, year, month);
}

static inline guint32
get_all_days (const KeelMonth *month)
{
  return (guint32) ((G_GUINT64_CONSTANT (2) << month->length) - 2);
}

static guint32
get_month_days (const KeelRecurrence *rule, const KeelMonth *month)
{
  guint32 days = rule->month_days;

  for (int n = 1; n <= month->length && rule->month_days_last != 0; n++)
    if ((rule->month_days_last >> n & 1) != 0)
      days |= 1u << (month->length + 1 - n);
  return days & get_all_days (month);
}

/* The days of @month that fall on one of @weekdays. */
static guint32
get_weekdays (const KeelMonth *month, guint32 weekdays)
{
  guint32 days = 0;

  for (int i = 0; i < 7; i++)
    if ((weekdays >> ((month->weekday + i) % 7) & 1) != 0)
      days |= 0x10204081u << (i + 1);
  return days & get_all_days (month);
}

/* The nth and nth last weekdays of the month itself. */
static guint32
get_nth_weekdays (const KeelRecurrence *rule, const KeelMonth *month)
{
  guint32 days = 0;

  for (int weekday = 0; weekday < 7; weekday++)
    {
      int first = (weekday - month->weekday + 7) % 7 + 1;
      int last = first + (month->length - first) / 7 * 7;

      if ((rule->nth[weekday] | rule->nth_last[weekday]) == 0)
        continue;
      for (int n = 1; n <= 5; n++)
        {
          if ((rule->nth[weekday] >> n & 1) != 0 && first + (n - 1) * 7 <= month->length)
            days |= 1u << (first + (n - 1) * 7);
          if ((rule->nth_last[weekday] >> n & 1) != 0 && last - (n - 1) * 7 >= 1)
            days |= 1u << (last - (n - 1) * 7);
        }
    }
  return days;
}

/* Sets in @days, by month, the nth and nth last weekdays of the whole year. */
static void
add_nth_weekdays_of_year (const KeelRecurrence *rule, const KeelMonth *months, guint32 *days)
{
  int length = (int) (months[11].first - months[0].first) + 31;

  for (int weekday = 0; weekday < 7; weekday++)
    {
      int first = (weekday - months[0].weekday + 7) % 7;
      int total = (length - first + 6) / 7;

      if ((rule->nth[weekday] | rule->nth_last[weekday]) == 0)
        continue;
      for (int n = 1, month = 0; n <= total; n++)
        {
          int day = first + (n - 1) * 7;

          while (month < 11 && months[0].first + day >= months[month + 1].first)
            month++;
          if ((rule->nth[weekday] >> n & 1) != 0 || (rule->nth_last[weekday] >> (total + 1 - n) & 1) != 0)
            days[month] |= 1u << (months[0].first + day - months[month].first + 1);
        }
    }
}

/* Where BYDAY and BYMONTHDAY are both given the days have to be in both. */
static guint32
combine_days (const KeelWalk *walk, const KeelMonth *month, guint32 weekdays, int start_day)
{
  const KeelRecurrence *rule = walk->rule;

  if (!rule->has_weekdays && !rule->has_month_days)
    return (1u << start_day) & get_all_days (month);
  return (rule->has_weekdays ? weekdays : ~0u) & (rule->has_month_days ? get_month_days (rule, month) : ~0u);
}

/* Keeps of all days of the period those whose place BYSETPOS names. */
static void
choose_positions (const KeelRecurrence *rule, guint32 *days, guint n_months)
{
  guint total = 0;
  guint place = 0;

  for (guint i = 0; i < n_months; i++)
    total += count_bits (days[i]);
  for (guint i = 0; i < n_months; i++)
    for (guint32 rest = days[i]; rest != 0; rest &= rest - 1)
      {
        place++;
        if (!keel_position_has (rule->positions, place) &&
            !keel_position_has (rule->positions_last, total + 1 - place))
          days[i] &= ~(rest & -rest);
      }
}

static gboolean
take_period (KeelWalk *walk, const KeelMonth *months, guint32 *days, guint n_months)
{
  guint total = 0;

  for (guint i = 0; i < n_months; i++)
    total += count_bits (days[i]);
  if (!keel_walk_look (walk, total))
    return FALSE;
  if (walk->rule->has_positions)
    choose_positions (walk->rule, days, n_months);
  for (guint i = 0; i < n_months; i++)
    for (guint32 rest = days[i]; rest != 0; rest &= rest - 1)
      if (!keel_walk_take (walk, months[i].first + __builtin_ctz (rest) - 1))
        return FALSE;
  return TRUE;
}

void
keel_walk_months (KeelWalk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  int year, month, day, from_year, from_month, from_day;
  gint64 index;

  keel_civil_from_days (walk->start, &year, &month, &day);
  keel_civil_from_days (MAX (walk->from, walk->start), &from_year, &from_month, &from_day);
  index = year * 12 + month - 1;
  index += keel_walk_get_steps_to_skip (walk, from_year * 12 + from_month - 1 - index, rule->interval) *
           rule->interval;
  for (; index < 10000 * 12; index += rule->interval)
    {
      KeelMonth at;
      guint32 days = 0;

      month_init (&at, (int) (index / 12), (int) (index % 12) + 1);
      if (at.first >= walk->to)
        return;
      if (rule->months == 0 || (rule->months >> at.month & 1) != 0)
        days = combine_days (walk, &at, get_weekdays (&at, rule->weekdays) | get_nth_weekdays (rule, &at),
                             day);
      if (!take_period (walk, &at, &days, 1))
        return;
    }
}

/* The months that a yearly rule can have dates in. */
static guint32
get_months (const KeelRecurrence *rule, int start_month)
{
  if (rule->months != 0)
    return rule->months;
  return rule->has_weekdays || rule->has_month_days ? ALL_MONTHS : 1u << start_month;
}

/* BYDAY counts within the month where BYMONTH is given and else within the year. */
static void
fill_year (const KeelWalk *walk, int year, guint32 wanted, int start_day, KeelMonth *months, guint32 *days)
{
  const KeelRecurrence *rule = walk->rule;

  memset (days, 0, 12 * sizeof *days);
  for (int i = 0; i < 12; i++)
    month_init (&months[i], year, i + 1);
  if (rule->has_weekdays && rule->months == 0)
    add_nth_weekdays_of_year (rule, months, days);
  for (int i = 0; i < 12; i++)
    {
      guint32 weekdays = days[i] | get_weekdays (&months[i], rule->weekdays);

      if (rule->months != 0)
        weekdays |= get_nth_weekdays (rule, &months[i]);
      days[i] = (wanted >> (i + 1) & 1) != 0 ? combine_days (walk, &months[i], weekdays, start_day) : 0;
    }
}

void
keel_walk_years (KeelWalk *walk)
{
  const KeelRecurrence *rule = walk->rule;
  int start_year, month, day, from_year, from_month, from_day;
  gint64 year;
  guint32 wanted;

  keel_civil_from_days (walk->start, &start_year, &month, &day);
  keel_civil_from_days (MAX (walk->from, walk->start), &from_year, &from_month, &from_day);
  wanted = get_months (rule, month);
  year = start_year +
         keel_walk_get_steps_to_skip (walk, from_year - start_year, rule->interval) * rule->interval;
  for (; year < 10000; year += rule->interval)
    {
      KeelMonth months[12];
      guint32 days[12];

      if (keel_days_from_civil ((int) year, 1, 1) >= walk->to)
        return;
      fill_year (walk, (int) year, wanted, day, months, days);
      if (!take_period (walk, months, days, 12))
        return;
    }
}
