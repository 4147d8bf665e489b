#include "keel-history-sentences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/keel-attendance.h"
#include "core/keel-check-in.h"
#include "keel-sentences.h"

/* A label for each day is too many. */
#define DAYS_PER_LABEL 7

/* --- Days --- */

const char *
keel_sentence_span_name (KeelSpan span)
{
  static const char *const names[KEEL_N_SPANS] = {
    NC_ ("span", "Week"), NC_ ("span", "Month"), NC_ ("span", "3 months"),
    NC_ ("span", "Year"), NC_ ("span", "All"),
  };

  g_return_val_if_fail (span < KEEL_N_SPANS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "span", names[span]);
}

char *
keel_sentence_span (KeelSpan span, const KeelHistoryDays *days)
{
  g_autofree char *since = NULL;

  switch (span)
    {
    case KEEL_SPAN_WEEK:
      return g_strdup (C_ ("span", "The last 7 days"));
    case KEEL_SPAN_MONTH:
      return g_strdup (C_ ("span", "The last 30 days"));
    case KEEL_SPAN_QUARTER:
      return g_strdup (C_ ("span", "The last 13 weeks"));
    case KEEL_SPAN_YEAR:
      return g_strdup (C_ ("span", "The last 12 months"));
    case KEEL_SPAN_ALL:
    case KEEL_N_SPANS:
    default:
      since = keel_sentence_month (days->first);
      /* Translators: %s is a month: "Since March 2024". */
      return g_strdup_printf (C_ ("span", "Since %s"), since);
    }
}

char *
keel_sentence_bucket (const KeelBucket *bucket, const KeelHistoryDays *days)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (days->size == KEEL_BUCKET_MONTH)
    return keel_sentence_month (bucket->first);
  first = keel_sentence_day (bucket->first, days->last);
  if (bucket->first == bucket->last)
    return g_steal_pointer (&first);
  last = keel_sentence_day (bucket->last, days->last);
  /* Translators: two dates, and all days between them. */
  return g_strdup_printf (C_ ("dates", "%1$s – %2$s"), first, last);
}

static const char *
name_weekday (gint64 day)
{
  static const char *const names[] = {
    NC_ ("short weekday", "Sun"), NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"),
    NC_ ("short weekday", "Wed"), NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"),
    NC_ ("short weekday", "Sat"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday",
                       names[keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY)]);
}

static const char *
name_month (int month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[month - 1]);
}

/* The month that begins in the bucket; 0: none does. */
static int
find_beginning_month (const KeelBucket *bucket)
{
  int year, month, day;

  keel_civil_from_days (bucket->last, &year, &month, &day);
  return day <= bucket->last - bucket->first + 1 ? month : 0;
}

static char *
make_month_tick (const KeelBucket *bucket)
{
  int month = find_beginning_month (bucket);

  return month > 0 ? g_strdup (name_month (month)) : NULL;
}

char *
keel_sentence_bucket_tick (const KeelBucket *bucket, const KeelHistoryDays *days, KeelSpan span)
{
  int year, month, day;

  keel_civil_from_days (bucket->first, &year, &month, &day);
  if (span == KEEL_SPAN_WEEK)
    return g_strdup (name_weekday (bucket->first));
  if (span == KEEL_SPAN_MONTH && (days->last - bucket->first) % DAYS_PER_LABEL != 0)
    return NULL;
  if (span == KEEL_SPAN_MONTH)
    /* Translators: a short date below a chart: "24 Nov". */
    return g_strdup_printf (C_ ("short date", "%1$d %2$s"), day, name_month (month));
  if (days->size == KEEL_BUCKET_WEEK)
    return make_month_tick (bucket);
  if (span == KEEL_SPAN_YEAR)
    return g_strdup (name_month (month));
  return month == 1 || bucket->first == days->first ? g_strdup_printf ("%d", year) : NULL;
}

/* --- What a chart says --- */

const char *
keel_sentence_mood (int mood)
{
  static const char *const words[] = {
    /* Translators: how a person felt. */
    NC_ ("mood", "Very low"), NC_ ("mood", "Low"),       NC_ ("mood", "In between"),
    NC_ ("mood", "Good"),     NC_ ("mood", "Very good"),
  };

  g_return_val_if_fail (mood >= 0 && mood <= KEEL_MOOD_MAX, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "mood", words[mood]);
}

const char *
keel_sentence_history_title (KeelHistoryKind kind)
{
  switch (kind)
    {
    case KEEL_HISTORY_MOOD:
      return C_ ("chart", "Mood");
    case KEEL_HISTORY_CRAVING:
      return C_ ("chart", "Craving");
    case KEEL_HISTORY_ENERGY:
      return C_ ("chart", "Energy");
    case KEEL_HISTORY_SLEEP:
      return C_ ("chart", "Sleep");
    case KEEL_HISTORY_URGES:
      return C_ ("chart", "Urges");
    case KEEL_HISTORY_MEETINGS:
      return C_ ("chart", "Meetings");
    case KEEL_HISTORY_WORKSHEETS:
      return C_ ("chart", "Worksheets");
    case KEEL_HISTORY_CHECK_INS:
    case KEEL_HISTORY_EASED:
    case KEEL_HISTORY_PLANNED:
    case KEEL_N_HISTORIES:
    default:
      return NULL;
    }
}

gboolean
keel_history_is_count (KeelHistoryKind kind)
{
  return kind == KEEL_HISTORY_URGES || kind == KEEL_HISTORY_MEETINGS || kind == KEEL_HISTORY_WORKSHEETS ||
         kind == KEEL_HISTORY_CHECK_INS;
}

static char *
describe_count (KeelHistoryKind kind, guint n)
{
  switch (kind)
    {
    case KEEL_HISTORY_URGES:
      return g_strdup_printf (ngettext ("%u urge", "%u urges", n), n);
    case KEEL_HISTORY_MEETINGS:
      return g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);
    case KEEL_HISTORY_WORKSHEETS:
    default:
      return g_strdup_printf (ngettext ("%u worksheet", "%u worksheets", n), n);
    }
}

static char *
describe_mood (double mean, guint n)
{
  const char *word = keel_sentence_mood ((int) CLAMP (round (mean), 0, KEEL_MOOD_MAX));

  if (n == 1)
    return g_strdup (word);
  /* Translators: %s is how a person felt, as the mean of several times: "on average “Good”". */
  return g_strdup_printf (_ ("on average “%s”"), word);
}

static char *
describe_scale (double mean, int most)
{
  g_autofree char *number = keel_sentence_number (round (mean * 10) / 10, 1);

  /* Translators: of a number that goes from 0 to %2$d: "6.5 of 10" */
  return g_strdup_printf (_ ("%1$s of %2$d"), number, most);
}

static char *
describe_hours (double mean)
{
  g_autofree char *number = keel_sentence_number (round (mean * 10) / 10, 1);

  /* Translators: %s is a number, perhaps with a fraction: "7.5 hours". */
  return g_strdup_printf (_ ("%s hours"), number);
}

char *
keel_sentence_bucket_value (KeelHistoryKind kind, const KeelBucket *bucket)
{
  double mean = bucket->n > 0 ? bucket->sum / bucket->n : 0;

  if (keel_history_is_count (kind))
    return describe_count (kind, bucket->n);
  if (bucket->n == 0)
    return NULL;
  switch (kind)
    {
    case KEEL_HISTORY_MOOD:
      return describe_mood (mean, bucket->n);
    case KEEL_HISTORY_ENERGY:
      return describe_scale (mean, KEEL_ENERGY_MAX);
    case KEEL_HISTORY_SLEEP:
      return describe_hours (mean);
    case KEEL_HISTORY_CRAVING:
    default:
      return describe_scale (mean, KEEL_CRAVING_MAX);
    }
}
