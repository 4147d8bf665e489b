#include "keel-rhythm.h"

#include "keel-recurrence-private.h"

/* The name is no subtraction. */
/* clang-format off */
G_DEFINE_QUARK (keel-rhythm-error-quark, keel_rhythm_error)
/* clang-format on */

#define ALL_NTHS ((1u << (KEEL_RHYTHM_MOST_NTH + 1)) - 1)
#define ALL_WEEKDAYS 0x7fu
#define SHORTEST_MONTH 28

static gboolean
refuse (GError **error, KeelRhythmError code, const char *message)
{
  g_set_error_literal (error, KEEL_RHYTHM_ERROR, (int) code, message);
  return FALSE;
}

/* Days from the nth weekday to the one that follows it; 0 where they are the same. */
static int
get_distance (const KeelRhythm *self)
{
  return (self->weekday - self->after_weekday + 7) % 7;
}

void
keel_rhythm_init (KeelRhythm *self, KeelLocalTime start)
{
  gint64 days = keel_local_time_get_days (start);
  int weekday = keel_local_time_get_weekday (start);
  int year, month, day;

  keel_civil_from_days (days, &year, &month, &day);
  *self = (KeelRhythm){
    .kind = KEEL_RHYTHM_ONCE,
    .interval = 1,
    .weekdays = 1u << weekday,
    .month_day = day,
    .nths = 1u << MIN ((day - 1) / 7 + 1, 4),
    .weekday = weekday,
    .after_nth = 1,
    .after_weekday = weekday == 1 ? 0 : 1,
    .end = KEEL_RHYTHM_GOES_ON,
    .until = days,
    .times = 10,
  };
}

int
keel_rhythm_get_most (KeelRhythmKind kind)
{
  switch (kind)
    {
    case KEEL_RHYTHM_DAYS:
      return 365;
    case KEEL_RHYTHM_WEEKS:
      return 52;
    case KEEL_RHYTHM_MONTH_DAY:
    case KEEL_RHYTHM_MONTH_NTH:
    case KEEL_RHYTHM_MONTH_AFTER:
      return 24;
    case KEEL_RHYTHM_ONCE:
    default:
      return 1;
    }
}

static gboolean
check_days (const KeelRhythm *self, GError **error)
{
  switch (self->kind)
    {
    case KEEL_RHYTHM_WEEKS:
      return (self->weekdays & ALL_WEEKDAYS) != 0 ||
             refuse (error, KEEL_RHYTHM_ERROR_WEEKDAYS, "No weekday is chosen");
    case KEEL_RHYTHM_MONTH_DAY:
      return self->month_day == KEEL_RHYTHM_LAST_DAY || (self->month_day >= 1 && self->month_day <= 31) ||
             refuse (error, KEEL_RHYTHM_ERROR_MONTH_DAY, "No month has such a day");
    case KEEL_RHYTHM_MONTH_NTH:
      return (self->nths & ALL_NTHS) != 0 ||
             refuse (error, KEEL_RHYTHM_ERROR_NTHS, "Not chosen which weekday of the month");
    case KEEL_RHYTHM_MONTH_AFTER:
      return (get_distance (self) != 0 && self->after_nth >= 1 &&
              self->after_nth <= KEEL_RHYTHM_MOST_AFTER) ||
             refuse (error, KEEL_RHYTHM_ERROR_AFTER, "No weekday follows the other in every month");
    case KEEL_RHYTHM_ONCE:
    case KEEL_RHYTHM_DAYS:
    default:
      return TRUE;
    }
}

gboolean
keel_rhythm_check (const KeelRhythm *self, gint64 first, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->kind == KEEL_RHYTHM_ONCE)
    return TRUE;
  if (self->interval < 1 || self->interval > keel_rhythm_get_most (self->kind))
    return refuse (error, KEEL_RHYTHM_ERROR_INTERVAL, "No such interval");
  if (!check_days (self, error))
    return FALSE;
  if (self->end == KEEL_RHYTHM_UNTIL && self->until < first)
    return refuse (error, KEEL_RHYTHM_ERROR_UNTIL, "It ends before it begins");
  if (self->end == KEEL_RHYTHM_TIMES && (self->times < 1 || self->times > KEEL_RHYTHM_MOST_TIMES))
    return refuse (error, KEEL_RHYTHM_ERROR_TIMES, "No such number of times");
  return TRUE;
}

/* The nth Tuesday lies in a stretch of seven days, and the Thursday after it in one that is two days later;
 * each weekday is there once. */
static void
set_days_after (const KeelRhythm *self, KeelRecurrence *rule)
{
  int first = (self->after_nth - 1) * 7 + 1 + get_distance (self);

  rule->has_weekdays = rule->has_month_days = TRUE;
  rule->weekdays = 1u << self->weekday;
  rule->month_days = 0x7fu << first;
}

static void
set_days (const KeelRhythm *self, KeelRecurrence *rule)
{
  switch (self->kind)
    {
    case KEEL_RHYTHM_WEEKS:
      rule->has_weekdays = TRUE;
      rule->weekdays = self->weekdays & ALL_WEEKDAYS;
      break;
    case KEEL_RHYTHM_MONTH_DAY:
      rule->has_month_days = TRUE;
      if (self->month_day == KEEL_RHYTHM_LAST_DAY)
        rule->month_days_last = 1u << 1;
      else
        rule->month_days = 1u << self->month_day;
      break;
    case KEEL_RHYTHM_MONTH_NTH:
      rule->has_weekdays = TRUE;
      rule->nth[self->weekday] = self->nths & ALL_NTHS & ~(1u << KEEL_RHYTHM_LAST);
      rule->nth_last[self->weekday] = (self->nths >> KEEL_RHYTHM_LAST & 1) << 1;
      break;
    case KEEL_RHYTHM_MONTH_AFTER:
      set_days_after (self, rule);
      break;
    case KEEL_RHYTHM_ONCE:
    case KEEL_RHYTHM_DAYS:
    default:
      break;
    }
}

static void
set_rule (const KeelRhythm *self, KeelRecurrence *rule)
{
  *rule = (KeelRecurrence){ .interval = self->interval, .week_start = 1 };
  rule->frequency = self->kind == KEEL_RHYTHM_DAYS    ? KEEL_FREQUENCY_DAILY
                    : self->kind == KEEL_RHYTHM_WEEKS ? KEEL_FREQUENCY_WEEKLY
                                                      : KEEL_FREQUENCY_MONTHLY;
  set_days (self, rule);
  if (self->end == KEEL_RHYTHM_TIMES)
    rule->count = self->times;
  if (self->end == KEEL_RHYTHM_UNTIL)
    {
      rule->until_kind = KEEL_UNTIL_DATE;
      rule->until = self->until;
    }
}

char *
keel_rhythm_to_rule (const KeelRhythm *self)
{
  KeelRecurrence rule;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == KEEL_RHYTHM_ONCE)
    return NULL;
  set_rule (self, &rule);
  return keel_recurrence_to_string (&rule);
}

/* The one weekday of a set of days; -1 where there are more or none. */
static int
find_only_bit (guint bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0 ? g_bit_nth_lsf (bits, -1) : -1;
}

/* BYDAY=TU;BYSETPOS=2,-1 is another way to write BYDAY=2TU,-1TU. FALSE where a position has no word. */
static gboolean
read_positions (const KeelRecurrence *rule, guint *nths)
{
  *nths = 0;
  for (guint n = 1; n <= KEEL_POSITION_WORDS * 64; n++)
    {
      if (keel_position_has (rule->positions, n) && n > KEEL_RHYTHM_MOST_NTH)
        return FALSE;
      if (keel_position_has (rule->positions_last, n) && n > 1)
        return FALSE;
      if (keel_position_has (rule->positions, n))
        *nths |= 1u << n;
    }
  if (keel_position_has (rule->positions_last, 1))
    *nths |= 1u << KEEL_RHYTHM_LAST;
  return TRUE;
}

/* BYDAY=1TU,3TU: several of one weekday. */
static gboolean
read_nths (KeelRhythm *self, const KeelRecurrence *rule)
{
  guint given = 0;

  for (int day = 0; day < 7; day++)
    if ((rule->nth[day] | rule->nth_last[day]) != 0)
      given |= 1u << day;
  self->weekday = find_only_bit (given);
  if (self->weekday < 0 || (rule->nth[self->weekday] & ~(guint64) ALL_NTHS) != 0 ||
      (rule->nth_last[self->weekday] & ~G_GUINT64_CONSTANT (2)) != 0)
    return FALSE;
  self->kind = KEEL_RHYTHM_MONTH_NTH;
  self->nths = (guint) rule->nth[self->weekday] | (guint) (rule->nth_last[self->weekday] >> 1);
  return TRUE;
}

/* BYDAY=TH;BYMONTHDAY=10,11,…,16: seven days in a row. */
static gboolean
read_days_after (KeelRhythm *self, const KeelRecurrence *rule)
{
  int first = g_bit_nth_lsf (rule->month_days, -1);
  int distance = (first - 1) % 7;

  if (rule->month_days_last != 0 || first < 1 || first + 6 > SHORTEST_MONTH ||
      rule->month_days != 0x7fu << first)
    return FALSE;
  if (distance == 0)
    {
      self->kind = KEEL_RHYTHM_MONTH_NTH;
      self->nths = 1u << ((first - 1) / 7 + 1);
      return TRUE;
    }
  self->kind = KEEL_RHYTHM_MONTH_AFTER;
  self->after_nth = (first - 1) / 7 + 1;
  self->after_weekday = (self->weekday - distance + 7) % 7;
  return TRUE;
}

static gboolean
read_month_day (KeelRhythm *self, const KeelRecurrence *rule)
{
  int day = find_only_bit (rule->month_days);

  self->kind = KEEL_RHYTHM_MONTH_DAY;
  if (!rule->has_month_days)
    return TRUE; /* that of the start */
  self->month_day = day > 0 ? day : KEEL_RHYTHM_LAST_DAY;
  return (day > 0 && rule->month_days_last == 0) ||
         (rule->month_days == 0 && rule->month_days_last == 1u << 1);
}

static gboolean
read_monthly (KeelRhythm *self, const KeelRecurrence *rule)
{
  if (!rule->has_weekdays)
    return !rule->has_positions && read_month_day (self, rule);
  if (rule->weekdays == 0)
    return !rule->has_positions && !rule->has_month_days && read_nths (self, rule);
  for (int day = 0; day < 7; day++)
    if ((rule->nth[day] | rule->nth_last[day]) != 0)
      return FALSE;
  self->weekday = find_only_bit (rule->weekdays);
  if (self->weekday < 0)
    return FALSE;
  if (rule->has_month_days)
    return !rule->has_positions && read_days_after (self, rule);
  self->kind = KEEL_RHYTHM_MONTH_NTH;
  return rule->has_positions && read_positions (rule, &self->nths);
}

/* A week that begins on another day matters only where it is counted in which week a date lies. */
static gboolean
read_weekly (KeelRhythm *self, const KeelRecurrence *rule)
{
  self->kind = KEEL_RHYTHM_WEEKS;
  if (rule->has_weekdays)
    self->weekdays = rule->weekdays;
  return !rule->has_positions && !rule->has_month_days &&
         (rule->interval == 1 || rule->week_start == 1 || find_only_bit (self->weekdays) >= 0);
}

static gboolean
read_daily (KeelRhythm *self, const KeelRecurrence *rule)
{
  if (rule->has_positions || rule->has_month_days || (rule->has_weekdays && rule->interval > 1))
    return FALSE;
  self->kind = rule->has_weekdays ? KEEL_RHYTHM_WEEKS : KEEL_RHYTHM_DAYS;
  if (rule->has_weekdays)
    self->weekdays = rule->weekdays;
  return TRUE;
}

/* An end at a time of day is one at a day: of that, or of the one before where the time is too early. */
static void
set_end (KeelRhythm *self, const KeelRecurrence *rule, KeelLocalTime start, GTimeZone *zone)
{
  KeelLocalTime until = rule->until;

  self->end = KEEL_RHYTHM_GOES_ON;
  if (rule->count > 0)
    {
      self->end = KEEL_RHYTHM_TIMES;
      self->times = (int) MIN (rule->count, G_MAXINT);
    }
  if (rule->until_kind == KEEL_UNTIL_NONE)
    return;
  self->end = KEEL_RHYTHM_UNTIL;
  self->until = rule->until;
  if (rule->until_kind == KEEL_UNTIL_DATE)
    return;
  if (rule->until_kind == KEEL_UNTIL_UTC)
    until = zone != NULL ? keel_local_time_from_utc (rule->until, zone) : rule->until / 60;
  self->until = keel_local_time_get_days (until);
  if (keel_local_time_get_minute (until) < keel_local_time_get_minute (start))
    self->until--;
}

gboolean
keel_rhythm_read_end (KeelRhythm *self, const char *text, KeelLocalTime start, GTimeZone *zone)
{
  g_autoptr (KeelRecurrence) rule = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  rule = keel_recurrence_parse (text, NULL);
  if (rule == NULL)
    return FALSE;
  set_end (self, rule, start, zone);
  return TRUE;
}

gboolean
keel_rhythm_read_rule (KeelRhythm *self, const char *text, KeelLocalTime start, GTimeZone *zone)
{
  g_autoptr (KeelRecurrence) rule = NULL;
  KeelRhythm read;
  gboolean known = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  keel_rhythm_init (&read, start);
  if (text == NULL)
    {
      *self = read;
      return TRUE;
    }
  rule = keel_recurrence_parse (text, NULL);
  if (rule == NULL || rule->months != 0)
    return FALSE;
  read.interval = (int) rule->interval;
  if (rule->frequency == KEEL_FREQUENCY_DAILY)
    known = read_daily (&read, rule);
  else if (rule->frequency == KEEL_FREQUENCY_WEEKLY)
    known = read_weekly (&read, rule);
  else if (rule->frequency == KEEL_FREQUENCY_MONTHLY)
    known = read_monthly (&read, rule);
  set_end (&read, rule, start, zone);
  if (!known || !keel_rhythm_check (&read, keel_local_time_get_days (start), NULL))
    return FALSE;
  *self = read;
  return TRUE;
}

static gboolean
take_first_cb (KeelLocalTime local, gpointer data)
{
  *(KeelLocalTime *) data = local;
  return FALSE;
}

gint64
keel_rhythm_find_first (const KeelRhythm *self, gint64 day)
{
  KeelLocalTime from = day * KEEL_MINUTES_PER_DAY;
  KeelLocalTime found = from;
  KeelRecurrence rule;

  g_return_val_if_fail (self != NULL, day);

  if (self->kind == KEEL_RHYTHM_ONCE || self->kind == KEEL_RHYTHM_DAYS)
    return day;
  set_rule (self, &rule);
  rule.interval = 1;
  rule.count = 0;
  rule.until_kind = KEEL_UNTIL_NONE;
  keel_recurrence_expand (&rule, from, NULL, from, KEEL_LOCAL_TIME_END, take_first_cb, &found);
  return keel_local_time_get_days (found);
}

static gboolean
are_days_equal (const KeelRhythm *a, const KeelRhythm *b)
{
  switch (a->kind)
    {
    case KEEL_RHYTHM_WEEKS:
      return a->weekdays == b->weekdays;
    case KEEL_RHYTHM_MONTH_DAY:
      return a->month_day == b->month_day;
    case KEEL_RHYTHM_MONTH_NTH:
      return a->nths == b->nths && a->weekday == b->weekday;
    case KEEL_RHYTHM_MONTH_AFTER:
      return a->weekday == b->weekday && a->after_nth == b->after_nth && a->after_weekday == b->after_weekday;
    case KEEL_RHYTHM_ONCE:
    case KEEL_RHYTHM_DAYS:
    default:
      return TRUE;
    }
}

gboolean
keel_rhythm_equal (const KeelRhythm *a, const KeelRhythm *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == KEEL_RHYTHM_ONCE)
    return TRUE;
  return a->interval == b->interval && are_days_equal (a, b) && a->end == b->end &&
         (a->end != KEEL_RHYTHM_UNTIL || a->until == b->until) &&
         (a->end != KEEL_RHYTHM_TIMES || a->times == b->times);
}
