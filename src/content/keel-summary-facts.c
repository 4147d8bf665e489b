#include "keel-summary-facts.h"

#include <glib/gi18n-lib.h>

#include "core/keel-history-count.h"
#include "core/keel-history-medicine.h"
#include "keel-care-sentences.h"
#include "keel-day-sentences.h"
#include "keel-history-sentences.h"

/* Those of the days. */
typedef struct
{
  guint n;
  guint n_least; /* that have @least or more */
  double sum;
} Sum;

static Sum
add_up (const KeelHistory *history, KeelHistoryKind kind, const KeelHistoryDays *days, double least)
{
  const GArray *points = history->points[kind];
  Sum sum = { 0 };

  for (guint i = 0; i < points->len; i++)
    {
      const KeelHistoryPoint *point = &g_array_index (points, KeelHistoryPoint, i);

      if (point->day < days->first || point->day > days->last)
        continue;
      sum.n++;
      sum.sum += point->value;
      if (point->value >= least)
        sum.n_least++;
    }
  return sum;
}

static void
fact_free (gpointer data)
{
  KeelSummaryFact *fact = data;

  g_free (fact->name);
  g_free (fact->value);
  g_free (fact);
}

/* Takes @value. */
static void
add (GPtrArray *facts, const char *name, char *value)
{
  KeelSummaryFact *fact = g_new0 (KeelSummaryFact, 1);

  fact->name = g_strdup (name);
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

static char *
write_number (guint number)
{
  return g_strdup_printf ("%u", number);
}

static char *
write_share (guint some, guint all)
{
  /* Translators: how many of all: "7 of 9". */
  return g_strdup_printf (C_ ("summary", "%1$u of %2$u"), some, all);
}

static void
add_mean (GPtrArray *facts, const char *name, KeelHistoryKind kind, const Sum *sum)
{
  const KeelBucket all = { .n = sum->n, .sum = sum->sum };

  if (sum->n > 0)
    add (facts, name, keel_sentence_bucket_value (kind, &all));
}

static void
add_meetings (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  const Sum been = add_up (history, KEEL_HISTORY_MEETINGS, days, 1);
  const Sum planned = add_up (history, KEEL_HISTORY_PLANNED, days, KEEL_PLANNED_WENT);

  if (been.n > 0)
    add (facts, C_ ("summary", "Was at"), write_number (been.n));
  if (planned.n > 0)
    add (facts, C_ ("summary", "Of those planned, went to"), write_share (planned.n_least, planned.n));
}

static void
add_feeling (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  guint on = keel_history_count_days (history->points[KEEL_HISTORY_CHECK_INS], days);
  const Sum mood = add_up (history, KEEL_HISTORY_MOOD, days, 0);
  const Sum craving = add_up (history, KEEL_HISTORY_CRAVING, days, 0);
  const Sum energy = add_up (history, KEEL_HISTORY_ENERGY, days, 0);

  if (on > 0)
    add (facts, C_ ("summary", "Days with a check-in"), write_number (on));
  add_mean (facts, C_ ("summary", "Mood"), KEEL_HISTORY_MOOD, &mood);
  add_mean (facts, C_ ("summary", "Craving, on average"), KEEL_HISTORY_CRAVING, &craving);
  add_mean (facts, C_ ("summary", "Energy, on average"), KEEL_HISTORY_ENERGY, &energy);
}

static void
add_sleep (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  const Sum sleep = add_up (history, KEEL_HISTORY_SLEEP, days, 0);

  if (sleep.n > 0)
    add (facts, C_ ("summary", "Nights written down"), write_number (sleep.n));
  add_mean (facts, C_ ("summary", "Sleep, on average"), KEEL_HISTORY_SLEEP, &sleep);
}

static void
add_urges (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  const Sum urges = add_up (history, KEEL_HISTORY_URGES, days, 0);
  const Sum eased = add_up (history, KEEL_HISTORY_EASED, days, 1);

  if (urges.n > 0)
    add (facts, C_ ("summary", "Urges written down"), write_number (urges.n));
  if (eased.n > 0)
    add (facts, C_ ("summary", "Weaker afterwards"), write_share (eased.n_least, eased.n));
}

static void
add_worksheets (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  const Sum worksheets = add_up (history, KEEL_HISTORY_WORKSHEETS, days, 1);

  if (worksheets.n > 0)
    add (facts, C_ ("summary", "Worksheets begun"), write_number (worksheets.n));
  if (worksheets.n > 0)
    add (facts, C_ ("summary", "Finished"), write_number (worksheets.n_least));
}

static void
add_days (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  for (guint i = 0; i < history->counts->len; i++)
    {
      const KeelHistoryCount *count = g_ptr_array_index (history->counts, i);

      add (facts, keel_sentence_count_name (count->count), keel_sentence_counted (count, days));
    }
}

static void
add_medicines (GPtrArray *facts, const KeelHistory *history, const KeelHistoryDays *days)
{
  for (guint i = 0; i < history->medicines->len; i++)
    {
      const KeelHistoryMedicine *medicine = g_ptr_array_index (history->medicines, i);

      add (facts, medicine->medicine->name,
           keel_sentence_medicine_days (keel_history_medicine_count (medicine, days)));
    }
}

const char *
keel_summary_part_name (KeelSummaryParts part)
{
  switch (part)
    {
    case KEEL_SUMMARY_MEETINGS:
      return C_ ("chart", "Meetings");
    case KEEL_SUMMARY_FEELING:
      return C_ ("summary", "How it was");
    case KEEL_SUMMARY_SLEEP:
      return C_ ("chart", "Sleep");
    case KEEL_SUMMARY_URGES:
      return C_ ("chart", "Urges");
    case KEEL_SUMMARY_WORKSHEETS:
      return C_ ("chart", "Worksheets");
    case KEEL_SUMMARY_DAYS:
      return C_ ("chart", "Days");
    case KEEL_SUMMARY_MEDICINE:
      return C_ ("summary", "Medicine plan");
    }
  g_return_val_if_reached ("");
}

GPtrArray *
keel_summary_facts_of (KeelSummaryParts part, const KeelHistory *history, const KeelHistoryDays *days)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  switch (part)
    {
    case KEEL_SUMMARY_MEETINGS:
      add_meetings (facts, history, days);
      break;
    case KEEL_SUMMARY_FEELING:
      add_feeling (facts, history, days);
      break;
    case KEEL_SUMMARY_SLEEP:
      add_sleep (facts, history, days);
      break;
    case KEEL_SUMMARY_URGES:
      add_urges (facts, history, days);
      break;
    case KEEL_SUMMARY_WORKSHEETS:
      add_worksheets (facts, history, days);
      break;
    case KEEL_SUMMARY_DAYS:
      add_days (facts, history, days);
      break;
    case KEEL_SUMMARY_MEDICINE:
      add_medicines (facts, history, days);
      break;
    }
  return facts;
}

const char *
keel_summary_caution (void)
{
  return _ (
      "All of this was written down by the person themselves. Nobody has checked it. That they were at a "
      "meeting rests on their word alone.");
}
