#include "keel-history-sentences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/keel-attendance.h"
#include "core/keel-check-in.h"
#include "core/keel-history-count.h"
#include "core/keel-history-medicine.h"
#include "keel-care-sentences.h"
#include "keel-day-sentences.h"
#include "keel-sentences.h"

/* Fewer than these say nothing about what is usual. */
#define ENOUGH 5
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

/* --- What was --- */

/* Those of the days, and how many of them have @value or more. */
static guint
count (const KeelHistory *history, KeelHistoryKind kind, const KeelHistoryDays *days, double value,
       guint *reaching)
{
  const GArray *points = history->points[kind];
  guint n = 0;

  *reaching = 0;
  for (guint i = 0; i < points->len; i++)
    {
      const KeelHistoryPoint *point = &g_array_index (points, KeelHistoryPoint, i);

      if (point->day < days->first || point->day > days->last)
        continue;
      n++;
      if (point->value >= value)
        (*reaching)++;
    }
  return n;
}

static void
add (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

static void
add_meetings (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  guint n_meetings = keel_history_count (history->points[KEEL_HISTORY_MEETINGS], days);
  guint went, said;
  guint planned = count (history, KEEL_HISTORY_PLANNED, days, KEEL_PLANNED_WENT, &went);

  count (history, KEEL_HISTORY_PLANNED, days, KEEL_PLANNED_NOT, &said);
  if (planned > 0)
    add (sentences, g_strdup_printf (ngettext ("You went to %1$u of %2$u meeting you planned.",
                                               "You went to %1$u of %2$u meetings you planned.", planned),
                                     went, planned));
  if (said < planned)
    add (sentences,
         g_strdup_printf (ngettext ("Of %u meeting you planned, nothing is written down.",
                                    "Of %u meetings you planned, nothing is written down.", planned - said),
                          planned - said));
  if (n_meetings > went)
    add (sentences, g_strdup_printf (planned > 0 ? ngettext ("In all you were at %u meeting.",
                                                             "In all you were at %u meetings.", n_meetings)
                                                 : ngettext ("You were at %u meeting.",
                                                             "You were at %u meetings.", n_meetings),
                                     n_meetings));
}

/* The mood that was there more often than each other one; -1: none was. */
static int
find_usual_mood (const KeelHistory *history, const KeelHistoryDays *days, guint *n, guint *of)
{
  const GArray *points = history->points[KEEL_HISTORY_MOOD];
  guint counts[KEEL_MOOD_MAX + 1] = { 0 };
  int most = 0;
  gboolean alone = TRUE;

  *of = 0;
  for (guint i = 0; i < points->len; i++)
    {
      const KeelHistoryPoint *point = &g_array_index (points, KeelHistoryPoint, i);

      if (point->day < days->first || point->day > days->last)
        continue;
      counts[CLAMP ((int) point->value, 0, KEEL_MOOD_MAX)]++;
      (*of)++;
    }
  for (int mood = 1; mood <= KEEL_MOOD_MAX; mood++)
    {
      if (counts[mood] == counts[most])
        alone = FALSE;
      if (counts[mood] > counts[most])
        {
          most = mood;
          alone = TRUE;
        }
    }
  *n = counts[most];
  return alone ? most : -1;
}

static void
add_check_ins (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  guint on = keel_history_count_days (history->points[KEEL_HISTORY_CHECK_INS], days);
  guint n, of;
  int mood = find_usual_mood (history, days, &n, &of);

  if (on > 0)
    add (sentences,
         g_strdup_printf (ngettext ("You checked in on %u day.", "You checked in on %u days.", on), on));
  if (mood >= 0 && of >= ENOUGH)
    /* Translators: %1$s is how a person felt, %2$u and %3$u are numbers. */
    add (sentences, g_strdup_printf (ngettext ("Most often your mood was “%1$s”: %2$u of %3$u time.",
                                               "Most often your mood was “%1$s”: %2$u of %3$u times.", of),
                                     keel_sentence_mood (mood), n, of));
}

static void
add_sleep (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  const GArray *points = history->points[KEEL_HISTORY_SLEEP];
  guint n = 0;
  double sum = 0;
  g_autofree char *hours = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const KeelHistoryPoint *point = &g_array_index (points, KeelHistoryPoint, i);

      if (point->day < days->first || point->day > days->last)
        continue;
      n++;
      sum += point->value;
    }
  if (n < ENOUGH)
    return;
  hours = describe_hours (sum / n);
  /* Translators: %1$s is "7.5 hours". */
  add (sentences, g_strdup_printf (ngettext ("You slept %1$s on average, over %2$u night.",
                                             "You slept %1$s on average, over %2$u nights.", n),
                                   hours, n));
}

static void
add_urges (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  guint n = keel_history_count (history->points[KEEL_HISTORY_URGES], days);
  guint weaker;
  guint after = count (history, KEEL_HISTORY_EASED, days, 1, &weaker);

  if (n > 0)
    add (sentences, g_strdup_printf (ngettext ("You wrote down %u urge.", "You wrote down %u urges.", n), n));
  if (after >= ENOUGH)
    add (sentences, g_strdup_printf (ngettext ("Weaker afterwards: %1$u of %2$u urge.",
                                               "Weaker afterwards: %1$u of %2$u urges.", after),
                                     weaker, after));
}

static void
add_worksheets (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  guint finished;
  guint n = count (history, KEEL_HISTORY_WORKSHEETS, days, 1, &finished);

  if (n > 0 && finished == 0)
    add (sentences, g_strdup_printf (ngettext ("You began %u worksheet.", "You began %u worksheets.", n), n));
  else if (n > 0)
    add (sentences, g_strdup_printf (ngettext ("You began %1$u worksheet and finished %2$u.",
                                               "You began %1$u worksheets and finished %2$u.", n),
                                     n, finished));
}

char *
keel_sentence_counted (const KeelHistoryCount *count, const KeelHistoryDays *days)
{
  return keel_sentence_days (keel_history_count (count->points, days));
}

static void
add_days (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  for (guint i = 0; i < history->counts->len; i++)
    {
      const KeelHistoryCount *count = g_ptr_array_index (history->counts, i);
      g_autofree char *number = keel_sentence_counted (count, days);

      if (keel_history_count (count->points, days) > 0)
        /* Translators: what days are counted of, and how many they were: "My days: 28 days." */
        add (sentences, g_strdup_printf (C_ ("progress", "%1$s: %2$s."),
                                         keel_sentence_count_name (count->count), number));
    }
}

static void
add_medicines (GPtrArray *sentences, const KeelHistory *history, const KeelHistoryDays *days)
{
  for (guint i = 0; i < history->medicines->len; i++)
    {
      const KeelHistoryMedicine *medicine = g_ptr_array_index (history->medicines, i);
      guint n = keel_history_medicine_count (medicine, days);
      g_autofree char *number = keel_sentence_medicine_days (n);

      if (n > 0)
        add (sentences, g_strdup_printf (C_ ("progress", "%1$s: %2$s."), medicine->medicine->name, number));
    }
}

GPtrArray *
keel_sentences_of_history (const KeelHistory *history, const KeelHistoryDays *days)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  add_meetings (sentences, history, days);
  add_check_ins (sentences, history, days);
  add_sleep (sentences, history, days);
  add_urges (sentences, history, days);
  add_worksheets (sentences, history, days);
  add_days (sentences, history, days);
  add_medicines (sentences, history, days);
  return sentences;
}

/* --- What stands out --- */

static char *
describe_apart (const KeelApart *apart)
{
  g_autofree char *with = describe_scale (apart->with, KEEL_CRAVING_MAX);
  g_autofree char *without = describe_scale (apart->without, KEEL_CRAVING_MAX);
  gboolean lower = apart->with < apart->without;

  switch (apart->kind)
    {
    case KEEL_APART_SLEEP_CRAVING:
      return g_strdup_printf (
          /* Translators: %1$s and %3$s are "6.5 of 10". */
          ngettext (
              "After less than %2$d hour of sleep your craving was %1$s on average, on other days %3$s.",
              "After less than %2$d hours of sleep your craving was %1$s on average, on other days %3$s.",
              KEEL_SHORT_NIGHT),
          with, KEEL_SHORT_NIGHT, without);
    case KEEL_APART_SLEEP_MOOD:
      return g_strdup_printf (
          lower ? ngettext ("After less than %d hour of sleep your mood was lower than on other days.",
                            "After less than %d hours of sleep your mood was lower than on other days.",
                            KEEL_SHORT_NIGHT)
                : ngettext ("After less than %d hour of sleep your mood was better than on other days.",
                            "After less than %d hours of sleep your mood was better than on other days.",
                            KEEL_SHORT_NIGHT),
          KEEL_SHORT_NIGHT);
    case KEEL_APART_MEETING_CRAVING:
      /* Translators: %1$s and %2$s are "6.5 of 10". */
      return g_strdup_printf (
          _ ("On days with a meeting your craving was %1$s on average, on other days %2$s."), with, without);
    case KEEL_APART_MEETING_MOOD:
      return g_strdup (lower ? _ ("On days with a meeting your mood was lower than on other days.")
                             : _ ("On days with a meeting your mood was better than on other days."));
    case KEEL_N_APARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

GPtrArray *
keel_sentences_of_aparts (const KeelHistory *history, const KeelHistoryDays *days)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) aparts = keel_history_find_aparts (history, days);

  for (guint i = 0; i < aparts->len; i++)
    add (sentences, describe_apart (&g_array_index (aparts, KeelApart, i)));
  if (aparts->len > 0)
    add (sentences, g_strdup (_ ("These are counts of what you wrote down. They do not say why.")));
  return sentences;
}
