/* What is said of what lies behind: only what there is enough of, in the right number, and no verdict. */

#include <locale.h>
#include <string.h>

#include "content/keel-history-sentences.h"
#include "content/keel-summary-facts.h"

#define TODAY 20000

/* "mood 3 3 2" …: each value a day further back. */
typedef struct
{
  const char *name;
  const char *what; /* words and values, ';' between */
  const char *said; /* sentences, a line each */
} Case;

static const struct
{
  const char *word;
  KeelHistoryKind kind;
} kinds[] = {
  { "check-in", KEEL_HISTORY_CHECK_INS }, { "mood", KEEL_HISTORY_MOOD },
  { "sleep", KEEL_HISTORY_SLEEP },        { "urge", KEEL_HISTORY_URGES },
  { "eased", KEEL_HISTORY_EASED },        { "meeting", KEEL_HISTORY_MEETINGS },
  { "planned", KEEL_HISTORY_PLANNED },    { "worksheet", KEEL_HISTORY_WORKSHEETS },
};

static const Case cases[] = {
  { "nothing", "", "" },
  { "meetings", "meeting 1 1 1 1 1 1 1;planned 1 1 1 1 1 1 1 0 0",
    "You went to 7 of 9 meetings you planned." },
  { "one-planned", "meeting 1;planned 1", "You went to 1 of 1 meeting you planned." },
  { "unplanned", "meeting 1 1 1", "You were at 3 meetings." },
  { "one-more", "meeting 1 1;planned 1",
    "You went to 1 of 1 meeting you planned.\nIn all you were at 2 meetings." },
  { "unsaid", "planned -1 1;meeting 1",
    "You went to 1 of 2 meetings you planned.\nOf 1 meeting you planned, nothing is written down." },
  { "few-moods", "check-in 1 1 1 1;mood 3 3 3 3", "You checked in on 4 days." },
  { "moods", "check-in 1 1 1 1 1;mood 3 3 3 1 2",
    "You checked in on 5 days.\nMost often your mood was “Good”: 3 of 5 times." },
  { "no-usual-mood", "check-in 1 1 1 1 1 1;mood 3 3 1 1 2 0", "You checked in on 6 days." },
  { "few-nights", "sleep 7 7 7 7", "" },
  { "nights", "sleep 7 7 7 7 8", "You slept 7.2 hours on average, over 5 nights." },
  { "one-urge", "urge 7", "You wrote down 1 urge." },
  { "eased", "urge 7 7 7 7 7;eased 1 1 0 1 1", "You wrote down 5 urges.\nWeaker afterwards: 4 of 5 urges." },
  { "worksheets", "worksheet 1 0 0", "You began 3 worksheets and finished 1." },
  { "drafts", "worksheet 0", "You began 1 worksheet." },
};

static void
read_series (KeelHistory *history, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (gsize k = 1; words[0] != NULL && g_str_equal (words[0], kinds[i].word) && words[k] != NULL; k++)
        keel_history_add (history, kinds[i].kind, TODAY - (gint64) k + 1, g_ascii_strtod (words[k], NULL));
    }
}

static KeelHistory *
read_history (const char *text)
{
  KeelHistory *history = keel_history_new (TODAY);
  g_auto (GStrv) series = g_strsplit (text, ";", -1);

  for (gsize i = 0; series[i] != NULL; i++)
    read_series (history, series[i]);
  return history;
}

static void
test_sentences (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (KeelHistory) history = read_history (row->what);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *said = NULL;
  KeelHistoryDays days;

  keel_history_days_init (&days, KEEL_SPAN_MONTH, TODAY, TODAY, 1);
  sentences = keel_sentences_of_history (history, &days);
  g_ptr_array_add (sentences, NULL);
  said = g_strjoinv ("\n", (char **) sentences->pdata);
  g_assert_cmpstr (said, ==, row->said);
}

/* --- Places of a chart --- */

static char *
say_bucket (KeelSpan span, guint which, gboolean tick)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (KeelHistoryPoint));
  g_autoptr (GArray) buckets = NULL;
  KeelHistoryDays days;

  keel_history_days_init (&days, span, TODAY, TODAY - 1000, 1);
  buckets = keel_history_bucket (none, &days);
  if (tick)
    return keel_sentence_bucket_tick (&g_array_index (buckets, KeelBucket, which), &days, span);
  return keel_sentence_bucket (&g_array_index (buckets, KeelBucket, which), &days);
}

static void
test_places (void)
{
  static const struct
  {
    KeelSpan span;
    guint which;
    const char *name, *tick;
  } rows[] = {
    { KEEL_SPAN_WEEK, 6, "Friday 4 October", "Fri" },
    { KEEL_SPAN_MONTH, 29, "Friday 4 October", "4 Oct" },
    { KEEL_SPAN_MONTH, 28, "Thursday 3 October", NULL },
    { KEEL_SPAN_QUARTER, 12, "Monday 30 September – Friday 4 October", "Oct" },
    { KEEL_SPAN_QUARTER, 11, "Monday 23 September – Sunday 29 September", NULL },
    { KEEL_SPAN_YEAR, 11, "October 2024", "Oct" },
    { KEEL_SPAN_ALL, 1, "February 2022", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = say_bucket (rows[i].span, rows[i].which, FALSE);
      g_autofree char *tick = say_bucket (rows[i].span, rows[i].which, TRUE);

      g_assert_cmpstr (name, ==, rows[i].name);
      g_assert_cmpstr (tick, ==, rows[i].tick);
    }
}

/* --- What stands out, and what is handed over --- */

static void
test_apart (void)
{
  g_autoptr (KeelHistory) history = keel_history_new (TODAY);
  g_autoptr (GPtrArray) sentences = NULL;
  KeelHistoryDays days;

  for (guint i = 0; i < 30; i++)
    {
      keel_history_add (history, KEEL_HISTORY_SLEEP, TODAY - i, i % 2 == 0 ? 5 : 8);
      keel_history_add (history, KEEL_HISTORY_CRAVING, TODAY - i, i % 2 == 0 ? 6.5 : 3);
      keel_history_add (history, KEEL_HISTORY_MOOD, TODAY - i, i % 2 == 0 ? 1 : 3);
    }
  keel_history_days_init (&days, KEEL_SPAN_MONTH, TODAY, TODAY, 1);
  sentences = keel_sentences_of_aparts (history, &days);
  g_assert_cmpuint (sentences->len, ==, 3);
  g_assert_cmpstr (
      sentences->pdata[0], ==,
      "After less than 6 hours of sleep your craving was 6.5 of 10 on average, on other days 3 of"
      " 10.");
  g_assert_cmpstr (sentences->pdata[1], ==,
                   "After less than 6 hours of sleep your mood was lower than on other days.");
  g_assert_nonnull (strstr (sentences->pdata[2], "do not say why"));
}

static void
test_facts (void)
{
  g_autoptr (KeelHistory) history = read_history ("planned 1 0 1;meeting 1 1 1");
  KeelHistoryDays days;

  keel_history_days_init (&days, KEEL_SPAN_MONTH, TODAY, TODAY, 1);
  for (guint i = 0; i < KEEL_N_SUMMARY_PARTS; i++)
    {
      KeelSummaryParts part = (KeelSummaryParts) (1u << i);
      g_autoptr (GPtrArray) facts = keel_summary_facts_of (part, history, &days);

      g_assert_cmpuint (facts->len, ==, part == KEEL_SUMMARY_MEETINGS ? 2 : 0);
      g_assert_cmpuint (strlen (keel_summary_part_name (part)), >, 0);
      if (facts->len > 0)
        g_assert_cmpstr (((KeelSummaryFact *) facts->pdata[1])->value, ==, "2 of 3");
    }
  g_assert_nonnull (strstr (keel_summary_caution (), "Nobody has checked it."));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history-sentences/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_sentences);
    }
  g_test_add_func ("/history-sentences/places", test_places);
  g_test_add_func ("/history-sentences/apart", test_apart);
  g_test_add_func ("/history-sentences/facts", test_facts);
  return g_test_run ();
}
