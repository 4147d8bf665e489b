#include "keel-history-sentences.h"

#include <glib/gi18n-lib.h>

#include "core/keel-attendance.h"
#include "core/keel-history-count.h"
#include "core/keel-history-medicine.h"
#include "keel-care-sentences.h"
#include "keel-day-sentences.h"

/* Fewer than these say nothing about what is usual. */
#define ENOUGH 5

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
  hours = keel_sentence_bucket_value (KEEL_HISTORY_SLEEP, &(KeelBucket){ .n = n, .sum = sum });
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
describe_craving (double mean)
{
  return keel_sentence_bucket_value (KEEL_HISTORY_CRAVING, &(KeelBucket){ .n = 1, .sum = mean });
}

static char *
describe_apart (const KeelApart *apart)
{
  g_autofree char *with = describe_craving (apart->with);
  g_autofree char *without = describe_craving (apart->without);
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
