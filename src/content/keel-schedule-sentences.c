#include "keel-sentences.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/keel-rhythm.h"

#include "keel-phrases.h"

/* A rule of RFC 5545 as far as there are short words for it. */
typedef struct
{
  char *frequency;
  int interval;
  char **days;       /* "TU", "2WE", "-1FR"; nullable */
  char **month_days; /* nullable */
  char *after;       /* "the Thursday after the second Tuesday"; nullable */
  int month;         /* 0: none */
  gboolean wordless; /* it says more than there are words for */
} Rule;

/* Translators: “at %s” holds a time of day such as 19:00. */
static const char *const every_weekday[] = {
  N_ ("Every Sunday at %s"),    N_ ("Every Monday at %s"),   N_ ("Every Tuesday at %s"),
  N_ ("Every Wednesday at %s"), N_ ("Every Thursday at %s"), N_ ("Every Friday at %s"),
  N_ ("Every Saturday at %s"),
};

/* Translators: %s is a weekday: the third Tuesday of a month. */
static const char *const ordinals[] = {
  NC_ ("of a month", "the first %s"), NC_ ("of a month", "the second %s"),
  NC_ ("of a month", "the third %s"), NC_ ("of a month", "the fourth %s"),
  NC_ ("of a month", "the fifth %s"),
};

/* Translators: a day of a month that is counted from another: %1$s and %2$s are weekdays: the Thursday after
 * the second Tuesday. */
static const char *const after_ordinals[] = {
  NC_ ("of a month", "the %1$s after the first %2$s"),
  NC_ ("of a month", "the %1$s after the second %2$s"),
  NC_ ("of a month", "the %1$s after the third %2$s"),
};

static void
clear_rule (Rule *rule)
{
  g_free (rule->frequency);
  g_strfreev (rule->days);
  g_strfreev (rule->month_days);
  g_free (rule->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rule, clear_rule)

/* BYDAY=TU with BYSETPOS=2 is another way to write BYDAY=2TU. */
static void
fold_position (Rule *rule, const char *position)
{
  char *day;

  if (position == NULL)
    return;
  if (rule->days == NULL || g_strv_length (rule->days) != 1 || !g_ascii_isalpha (rule->days[0][0]) ||
      strchr (position, ',') != NULL || !g_str_equal (rule->frequency, "MONTHLY"))
    {
      rule->wordless = TRUE;
      return;
    }
  day = g_strconcat (position, rule->days[0], NULL);
  g_free (rule->days[0]);
  rule->days[0] = day;
}

static void
read_part (Rule *rule, const char *name, const char *value, const char **position)
{
  if (g_str_equal (name, "FREQ"))
    {
      g_free (rule->frequency);
      rule->frequency = g_strdup (value);
    }
  else if (g_str_equal (name, "INTERVAL"))
    rule->interval = CLAMP (atoi (value), 1, G_MAXUINT16);
  else if (g_str_equal (name, "BYDAY") && rule->days == NULL)
    rule->days = g_strsplit (value, ",", -1);
  else if (g_str_equal (name, "BYMONTHDAY") && rule->month_days == NULL)
    rule->month_days = g_strsplit (value, ",", -1);
  else if (g_str_equal (name, "BYMONTH") && strchr (value, ',') == NULL)
    rule->month = CLAMP (atoi (value), 1, 12);
  else if (g_str_equal (name, "BYSETPOS"))
    *position = value;
  /* How long it goes on has words of its own. */
  else if (!g_str_equal (name, "COUNT") && !g_str_equal (name, "UNTIL") && !g_str_equal (name, "WKST"))
    rule->wordless = TRUE;
}

/* BYDAY=TH;BYMONTHDAY=10,11,12,13,14,15,16: nobody would know it by these. */
static char *
describe_after (const char *text, KeelLocalTime start)
{
  KeelRhythm rhythm;
  g_autofree char *phrase = NULL;

  if (!keel_rhythm_read_rule (&rhythm, text, start, NULL) || rhythm.kind != KEEL_RHYTHM_MONTH_AFTER)
    return NULL;
  phrase = keel_phrase_fill (g_dpgettext2 (GETTEXT_PACKAGE, "of a month",
                                           after_ordinals[rhythm.after_nth - 1]),
                             "%1$s", keel_phrase_weekday (rhythm.weekday));
  return keel_phrase_fill (phrase, "%2$s", keel_phrase_weekday (rhythm.after_weekday));
}

static void
read_rule (Rule *rule, const char *text, KeelLocalTime start)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  const char *position = NULL;

  rule->frequency = g_strdup ("");
  rule->interval = 1;
  rule->after = describe_after (text, start);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (equals == NULL)
        {
          rule->wordless = TRUE;
          continue;
        }
      *equals = '\0';
      read_part (rule, parts[i], equals + 1, &position);
    }
  fold_position (rule, position);
}

/* "2WE" → 2 and 3; "WE" → 0 and 3. */
static gboolean
read_day (const char *text, int *ordinal, int *day)
{
  static const char *const codes[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
  char *end;

  *ordinal = (int) g_ascii_strtoll (text, &end, 10);
  for (*day = 0; *day < (int) G_N_ELEMENTS (codes); ++*day)
    if (g_str_equal (end, codes[*day]))
      return TRUE;
  return FALSE;
}

/* "the second Wednesday", or NULL where there are no words. */
static char *
describe_ordinal_day (const char *text)
{
  int ordinal, day;

  if (!read_day (text, &ordinal, &day) || ordinal == 0)
    return NULL;
  if (ordinal == -1)
    /* Translators: %s is a weekday: the last Tuesday of a month. */
    return g_strdup_printf (C_ ("of a month", "the last %s"), keel_phrase_weekday (day));
  if (ordinal < 0 || ordinal > (int) G_N_ELEMENTS (ordinals))
    return NULL;
  return keel_phrase_fill (g_dpgettext2 (GETTEXT_PACKAGE, "of a month", ordinals[ordinal - 1]), "%s",
                           keel_phrase_weekday (day));
}

static char *
describe_weekday (const char *text)
{
  int ordinal, day;

  if (!read_day (text, &ordinal, &day) || ordinal != 0)
    return NULL;
  return g_strdup (keel_phrase_weekday (day));
}

static char *
describe_month_day (const char *text)
{
  int day = atoi (text);

  if (day == -1)
    return g_strdup (C_ ("of a month", "the last day"));
  if (day < 1)
    return NULL;
  /* Translators: the 15th day of a month. */
  return g_strdup_printf (C_ ("of a month", "day %d"), day);
}

/* All of them in words, or NULL where one of them has none. */
static char *
describe_all (char **texts, char *(*describe) (const char *text))
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *phrase = describe (texts[i]);

      if (phrase == NULL)
        return NULL;
      g_ptr_array_add (phrases, phrase);
    }
  return keel_phrase_join (phrases);
}

static char *
describe_daily (const Rule *rule, const char *time)
{
  if (rule->days != NULL || rule->month_days != NULL || rule->month != 0)
    return NULL;
  if (rule->interval == 1)
    return g_strdup_printf (_ ("Every day at %s"), time);
  /* Translators: %1$d is two or more, %2$s a time of day. */
  return g_strdup_printf (ngettext ("Every %1$d day at %2$s", "Every %1$d days at %2$s", rule->interval),
                          rule->interval, time);
}

static char *
describe_weekly_rule (const Rule *rule, KeelLocalTime start, const char *time)
{
  g_autofree char *days = NULL;
  int ordinal, day = keel_local_time_get_weekday (start);

  if (rule->month_days != NULL || rule->month != 0)
    return NULL;
  days = rule->days != NULL ? describe_all (rule->days, describe_weekday)
                            : g_strdup (keel_phrase_weekday (day));
  if (days == NULL)
    return NULL;
  if (rule->interval > 1)
    /* Translators: %1$d is two or more, %2$s one or several weekdays, %3$s a time of day. */
    return g_strdup_printf (ngettext ("Every %1$d week on %2$s at %3$s", "Every %1$d weeks on %2$s at %3$s",
                                      rule->interval),
                            rule->interval, days, time);
  if (rule->days != NULL && rule->days[1] != NULL)
    /* Translators: %1$s is several weekdays, %2$s a time of day: “Every Monday and Friday at 19:00”. */
    return g_strdup_printf (_ ("Every %1$s at %2$s"), days, time);
  if (rule->days != NULL)
    read_day (rule->days[0], &ordinal, &day);
  return keel_phrase_fill (_ (every_weekday[day]), "%s", time);
}

static char *
describe_monthly (const Rule *rule, KeelLocalTime start, const char *time)
{
  g_autofree char *days = NULL, *start_day = NULL;
  int year, month, day;

  if (rule->month != 0 || (rule->days != NULL && rule->month_days != NULL && rule->after == NULL))
    return NULL;
  keel_civil_from_days (keel_local_time_get_days (start), &year, &month, &day);
  start_day = g_strdup_printf ("%d", day);
  if (rule->after != NULL)
    days = g_strdup (rule->after);
  else if (rule->days != NULL)
    days = describe_all (rule->days, describe_ordinal_day);
  else if (rule->month_days != NULL)
    days = describe_all (rule->month_days, describe_month_day);
  else
    days = describe_month_day (start_day);
  if (days == NULL)
    return NULL;
  if (rule->interval == 1)
    /* Translators: %1$s is “the second Tuesday” or “day 15” or several of them, %2$s a time of day. */
    return g_strdup_printf (_ ("Every month on %1$s at %2$s"), days, time);
  /* Translators: %1$d is two or more, %2$s “the second Tuesday” or “day 15”, %3$s a time of day. */
  return g_strdup_printf (ngettext ("Every %1$d month on %2$s at %3$s", "Every %1$d months on %2$s at %3$s",
                                    rule->interval),
                          rule->interval, days, time);
}

static char *
describe_yearly (const Rule *rule, KeelLocalTime start, const char *time)
{
  g_autofree char *date = NULL;
  int year, month, day;

  keel_civil_from_days (keel_local_time_get_days (start), &year, &month, &day);
  if (rule->days != NULL || (rule->month_days != NULL && rule->month_days[1] != NULL))
    return NULL;
  if (rule->month_days != NULL)
    day = atoi (rule->month_days[0]);
  if (rule->month != 0)
    month = rule->month;
  /* A day of every month, or one that is counted from its end. */
  if (day < 1 || (rule->month_days != NULL && rule->month == 0))
    return NULL;
  date = keel_phrase_day_of_year (month, day);
  if (rule->interval == 1)
    /* Translators: %1$s is a day of the year: “Every year on 24 November at 19:00”. */
    return g_strdup_printf (_ ("Every year on %1$s at %2$s"), date, time);
  return g_strdup_printf (ngettext ("Every %1$d year on %2$s at %3$s", "Every %1$d years on %2$s at %3$s",
                                    rule->interval),
                          rule->interval, date, time);
}

static char *
describe_rule (const Rule *rule, KeelLocalTime start, const char *time)
{
  if (rule->wordless)
    return NULL;
  if (g_str_equal (rule->frequency, "DAILY"))
    return describe_daily (rule, time);
  if (g_str_equal (rule->frequency, "WEEKLY"))
    return describe_weekly_rule (rule, start, time);
  if (g_str_equal (rule->frequency, "MONTHLY"))
    return describe_monthly (rule, start, time);
  if (g_str_equal (rule->frequency, "YEARLY"))
    return describe_yearly (rule, start, time);
  return NULL;
}

/* "Every Tuesday at 19:00" with its end, if it has one. */
static char *
describe_end (const char *sentence, const char *text, KeelLocalTime start, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = zone_name != NULL ? keel_zone_open (zone_name) : NULL;
  g_autofree char *date = NULL;
  KeelRhythm rhythm = { .end = KEEL_RHYTHM_GOES_ON };

  keel_rhythm_read_end (&rhythm, text, start, zone);
  if (rhythm.end == KEEL_RHYTHM_UNTIL)
    {
      date = keel_phrase_date_of_year (rhythm.until);
      /* Translators: %1$s is “Every Tuesday at 19:00” or the like, %2$s the last day, with its year. */
      return g_strdup_printf (_ ("%1$s, until %2$s"), sentence, date);
    }
  if (rhythm.end == KEEL_RHYTHM_GOES_ON)
    return g_strdup (sentence);
  date = keel_phrase_date_of_year (keel_local_time_get_days (start));
  /* Translators: %1$s is “Every Tuesday at 19:00” or the like, %2$d how often it happens, %3$s the first day.
   */
  return g_strdup_printf (ngettext ("%1$s, %2$d time from %3$s", "%1$s, %2$d times from %3$s",
                                    (gulong) rhythm.times),
                          sentence, rhythm.times, date);
}

/* A room that is open around the clock has no time: from 00:00 to 23:59 or to the next midnight. */
static gboolean
is_always_open (KeelSchedule *schedule)
{
  return keel_local_time_get_minute (keel_schedule_get_last_start (schedule)) == 0 &&
         keel_schedule_get_duration (schedule) >= KEEL_MINUTES_PER_DAY - 1;
}

/* NULL where it is not each day or one weekday of each week. */
static char *
describe_always_open (const Rule *rule, KeelLocalTime start)
{
  int ordinal, day = keel_local_time_get_weekday (start);

  if (rule->wordless || rule->interval > 1 || rule->month_days != NULL || rule->month != 0)
    return NULL;
  if (g_str_equal (rule->frequency, "DAILY") && rule->days == NULL)
    return g_strdup (_ ("Every day, any time"));
  if (!g_str_equal (rule->frequency, "WEEKLY") || (rule->days != NULL && rule->days[1] != NULL))
    return NULL;
  if (rule->days != NULL)
    read_day (rule->days[0], &ordinal, &day);
  return keel_sentence_any_time (day);
}

char *
keel_sentence_schedule (KeelSchedule *schedule)
{
  g_autofree char *text = NULL, *time = NULL, *date = NULL, *sentence = NULL;
  KeelLocalTime start;
  g_auto (Rule) rule = { NULL };

  g_return_val_if_fail (schedule != NULL, NULL);

  start = keel_schedule_get_last_start (schedule);
  text = keel_schedule_get_rule (schedule);
  time = keel_phrase_time (keel_local_time_get_minute (start));
  if (text == NULL)
    {
      date = keel_phrase_date_of_year (keel_local_time_get_days (start));
      /* Translators: %1$s is a date with its year, %2$s a time of day. */
      return g_strdup_printf (_ ("Once, on %1$s at %2$s"), date, time);
    }

  read_rule (&rule, text, start);
  sentence = is_always_open (schedule) ? describe_always_open (&rule, start) : NULL;
  if (sentence == NULL)
    sentence = describe_rule (&rule, start, time);
  if (sentence == NULL)
    /* Translators: something repeats in a way that has no short words; %s is its rule. */
    return g_strdup_printf (_ ("Repeats (%s)"), text);
  return describe_end (sentence, text, start, keel_schedule_get_zone (schedule));
}
