#include "random-rule.h"

static const char *const frequency_names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekday_names[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

/* --- Making rules --- */

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

gboolean
numbers_have (const Numbers *numbers, int number)
{
  for (int i = 0; i < numbers->count; i++)
    if (numbers->items[i] == number)
      return TRUE;
  return FALSE;
}

static int
pick_signed (GRand *rand, int max, int percent_negative)
{
  int number = g_rand_int_range (rand, 1, max + 1);

  return chance (rand, percent_negative) ? -number : number;
}

static void
pick_numbers (GRand *rand, Numbers *numbers, int max, int max_items, int percent_negative)
{
  for (int wanted = g_rand_int_range (rand, 1, max_items + 1); wanted > 0; wanted--)
    {
      int number = pick_signed (rand, max, percent_negative);

      if (!numbers_have (numbers, number))
        numbers->items[numbers->count++] = number;
    }
}

static void
pick_weekdays (GRand *rand, RandomRule *rule)
{
  static const int max_ordinals[] = { 0, 0, 5, 53 };
  int max = chance (rand, 50) ? max_ordinals[rule->frequency] : 0;
  int first = g_rand_int_range (rand, 0, 7);

  if (rule->frequency == YEARLY && rule->months.count > 0)
    max = MIN (max, 5); /* within a month */
  rule->weekdays.count = rule->ordinals.count = g_rand_int_range (rand, 1, 5);
  for (int i = 0; i < rule->weekdays.count; i++)
    {
      rule->weekdays.items[i] = (first + i) % 7;
      rule->ordinals.items[i] = max > 0 ? pick_signed (rand, max, 40) : 0;
    }
}

static KeelLocalTime
pick_time (GRand *rand, int first_year, int last_year)
{
  int year = g_rand_int_range (rand, first_year, last_year + 1);
  int month = g_rand_int_range (rand, 1, 13);

  return keel_local_time_new (year, month, g_rand_int_range (rand, 1, keel_days_in_month (year, month) + 1),
                              g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
}

int
random_rule_get_year (KeelLocalTime local)
{
  int year, month, day;

  keel_civil_from_days (keel_local_time_get_days (local), &year, &month, &day);
  return year;
}

void
random_rule_pick (GRand *rand, RandomRule *rule)
{
  static const int max_intervals[] = { 15, 9, 9, 4 };
  static const int max_positions[] = { 2, 3, 5, 20 };

  *rule = (RandomRule){ .interval = 1, .week_start = 1, .until = KEEL_LOCAL_TIME_NONE };
  rule->start = pick_time (rand, 1970, 2044);
  rule->frequency = g_rand_int_range (rand, DAILY, YEARLY + 1);
  if (chance (rand, 60))
    rule->interval = g_rand_int_range (rand, 1, max_intervals[rule->frequency] + 1);
  if (chance (rand, 30))
    pick_numbers (rand, &rule->months, 12, 4, 0);
  if (rule->frequency != WEEKLY && chance (rand, 30))
    pick_numbers (rand, &rule->month_days, 31, MAX_ITEMS, 30);
  if (chance (rand, 60))
    pick_weekdays (rand, rule);
  if ((rule->months.count > 0 || rule->month_days.count > 0 || rule->weekdays.count > 0) && chance (rand, 25))
    pick_numbers (rand, &rule->positions, max_positions[rule->frequency], 2, 40);
  if (chance (rand, 40))
    rule->week_start = g_rand_int_range (rand, 0, 7);
  if (chance (rand, 25))
    rule->count = g_rand_int_range (rand, 1, 60);
  else if (chance (rand, 25))
    rule->until = pick_time (rand, random_rule_get_year (rule->start),
                             random_rule_get_year (rule->start) + 12);
}

static void
append_numbers (GString *text, const char *name, const Numbers *numbers)
{
  for (int i = 0; i < numbers->count; i++)
    g_string_append_printf (text, "%s%d", i == 0 ? name : ",", numbers->items[i]);
}

char *
random_rule_write (const RandomRule *rule)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "FREQ=%s;INTERVAL=%d;WKST=%s", frequency_names[rule->frequency], rule->interval,
                   weekday_names[rule->week_start]);
  append_numbers (text, ";BYMONTH=", &rule->months);
  append_numbers (text, ";BYMONTHDAY=", &rule->month_days);
  for (int i = 0; i < rule->weekdays.count; i++)
    {
      g_string_append (text, i == 0 ? ";BYDAY=" : ",");
      if (rule->ordinals.items[i] != 0)
        g_string_append_printf (text, "%d", rule->ordinals.items[i]);
      g_string_append (text, weekday_names[rule->weekdays.items[i]]);
    }
  append_numbers (text, ";BYSETPOS=", &rule->positions);
  if (rule->count > 0)
    g_string_append_printf (text, ";COUNT=%d", rule->count);
  if (rule->until != KEEL_LOCAL_TIME_NONE)
    {
      int minute = keel_local_time_get_minute (rule->until);
      int year, month, day;

      keel_civil_from_days (keel_local_time_get_days (rule->until), &year, &month, &day);
      g_string_append_printf (text, ";UNTIL=%04d%02d%02dT%02d%02d00", year, month, day, minute / 60,
                              minute % 60);
    }
  return g_string_free (text, FALSE);
}

/* --- The plain judge: every day is asked whether the rule means it --- */

static gboolean
has_signed (const Numbers *numbers, int place, int total)
{
  return numbers_have (numbers, place) || numbers_have (numbers, place - total - 1);
}

static gboolean
means_weekday (const RandomRule *rule, gint64 day)
{
  gboolean in_month = rule->frequency == MONTHLY || rule->months.count > 0;
  gint64 first, next;
  int year, month, day_of_month;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  first = keel_days_from_civil (year, in_month ? month : 1, 1);
  next = in_month ? first + keel_days_in_month (year, month) : keel_days_from_civil (year + 1, 1, 1);
  for (int i = 0; i < rule->weekdays.count; i++)
    {
      int ordinal = rule->ordinals.items[i];

      if (rule->weekdays.items[i] == (int) ((day + 4) % 7) &&
          (ordinal == 0 || ordinal == (day - first) / 7 + 1 || ordinal == -((next - 1 - day) / 7 + 1)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
means_day (const RandomRule *rule, gint64 day)
{
  gint64 start = keel_local_time_get_days (rule->start);
  gboolean is_bare = rule->month_days.count == 0 && rule->weekdays.count == 0;
  int year, month, day_of_month, start_year, start_month, start_day;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  keel_civil_from_days (start, &start_year, &start_month, &start_day);
  if (rule->months.count > 0 && !numbers_have (&rule->months, month))
    return FALSE;
  if (rule->month_days.count > 0 &&
      !has_signed (&rule->month_days, day_of_month, keel_days_in_month (year, month)))
    return FALSE;
  if (rule->weekdays.count > 0 && !means_weekday (rule, day))
    return FALSE;
  if (!is_bare || rule->frequency == DAILY)
    return TRUE;
  if (rule->frequency == WEEKLY)
    return day % 7 == start % 7;
  return day_of_month == start_day &&
         (rule->frequency == MONTHLY || rule->months.count > 0 || month == start_month);
}

/* Periods are numbered from some day long ago. */
static gint64
get_period (const RandomRule *rule, gint64 day)
{
  int year, month, day_of_month;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  switch (rule->frequency)
    {
    case DAILY:
      return day;
    case WEEKLY:
      return (day + 7000 + 4 - rule->week_start) / 7;
    case MONTHLY:
      return year * 12 + month;
    case YEARLY:
    default:
      return year;
    }
}

static void
append_chosen (const RandomRule *rule, GArray *period, GArray *dates, int *counted)
{
  for (guint i = 0; i < period->len && dates->len < MAX_DATES; i++)
    {
      KeelLocalTime local = g_array_index (period, gint64, i) * KEEL_MINUTES_PER_DAY +
                            keel_local_time_get_minute (rule->start);

      if (local < rule->start || (rule->until != KEEL_LOCAL_TIME_NONE && local > rule->until) ||
          (rule->positions.count > 0 && !has_signed (&rule->positions, (int) i + 1, (int) period->len)))
        continue;
      if (rule->count == 0 || (*counted)++ < rule->count)
        g_array_append_val (dates, local);
    }
  g_array_set_size (period, 0);
}

void
random_rule_expand (const RandomRule *rule, KeelLocalTime end, GArray *dates)
{
  g_autoptr (GArray) period = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 start = keel_local_time_get_days (rule->start);
  gint64 first = get_period (rule, start);
  gint64 current = first;
  int counted = 0;

  for (gint64 day = MAX (start - 366, 0); day < keel_local_time_get_days (end) && dates->len < MAX_DATES;
       day++)
    {
      gint64 number = get_period (rule, day);

      if (number != current)
        append_chosen (rule, period, dates, &counted);
      current = number;
      if (number >= first && (number - first) % rule->interval == 0 && means_day (rule, day))
        g_array_append_val (period, day);
    }
  append_chosen (rule, period, dates, &counted);
}
