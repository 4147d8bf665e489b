/* What is said of days: the lines about safety are there whenever they must be, and nothing blames. */

#include "content/keel-day-sentences.h"

#include <string.h>

#define TODAY 20779 /* Sunday, 22 November 2026 */

static KeelContent *content;

/* facts/supplement.md 2.5 and 2.8 */
static void
assert_dangers (GPtrArray *sentences)
{
  const char *withdrawal;
  const char *tolerance;

  g_assert_cmpuint (sentences->len, ==, 2);
  withdrawal = g_ptr_array_index (sentences, 0);
  tolerance = g_ptr_array_index (sentences, 1);
  g_assert_nonnull (strstr (withdrawal, "drink"));
  g_assert_nonnull (strstr (withdrawal, "sedatives"));
  g_assert_nonnull (strstr (withdrawal, "every day"));
  g_assert_nonnull (strstr (withdrawal, "suddenly can be dangerous"));
  g_assert_nonnull (strstr (withdrawal, "medical advice first"));
  g_assert_nonnull (strstr (tolerance, "After a break from opioids"));
  g_assert_nonnull (strstr (tolerance, "tolerance is lower"));
}

/* Every day around a start date, and those that are still to come. */
static void
test_start (void)
{
  for (gint64 start = TODAY - 40; start <= TODAY + 400; start++)
    {
      g_autoptr (GPtrArray) sentences = keel_sentences_about_start (start, TODAY);

      if (start >= TODAY - 7)
        assert_dangers (sentences);
      else
        g_assert_cmpuint (sentences->len, ==, 0);
    }
}

static void
test_lapse (void)
{
  g_autoptr (GPtrArray) sentences = keel_sentences_about_lapse ();

  assert_dangers (sentences);
  g_assert_nonnull (strstr (keel_sentence_medicine_is_no_lapse (), "never a lapse"));
}

static gboolean
says_first (const KeelStrategy *card, const char *sentence)
{
  for (guint i = 0; i < card->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (card->cautions, i);

      if (caution->first && g_str_equal (caution->text, sentence))
        return TRUE;
    }
  return FALSE;
}

/* The same words as on the cards that say it before anything else. */
static void
test_same_as_cards (void)
{
  static const char *const cards[] = { "c15", "c67" };
  g_autoptr (GPtrArray) sentences = keel_sentences_about_lapse ();

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_true (
        says_first (keel_content_find_strategy (content, cards[i]), g_ptr_array_index (sentences, 0)));
}

/* facts/content.md section 7: no choice is the better one, and none blames. */
static void
test_words (void)
{
  static const char *const wrong[] = { "fail",  "clean", "addict", "relapse", "broke", "lost",
                                       "reset", "must",  "should", "only",    "!" };
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (int i = KEEL_LAPSE_KEEP_TOTAL; i <= KEEL_LAPSE_NOT_COUNTED; i++)
    {
      g_ptr_array_add (said, (gpointer) keel_sentence_lapse_choice ((KeelLapseChoice) i));
      g_ptr_array_add (said, (gpointer) keel_sentence_lapse_choice_about ((KeelLapseChoice) i));
    }
  for (int i = KEEL_DAY_MODE_NONE; i <= KEEL_DAY_MODE_BOTH; i++)
    g_ptr_array_add (said, (gpointer) keel_sentence_day_mode ((KeelDayMode) i));
  for (int i = KEEL_DAY_PATH_ABSTINENCE; i <= KEEL_DAY_PATH_MEMBERSHIP; i++)
    g_ptr_array_add (said, (gpointer) keel_sentence_day_path ((KeelDayPath) i));
  for (guint i = 0; i < said->len; i++)
    {
      g_assert_cmpstr (said->pdata[i], !=, "");
      for (guint j = 0; j < G_N_ELEMENTS (wrong); j++)
        g_assert_null (strstr (said->pdata[i], wrong[j]));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (said->pdata[i], !=, said->pdata[j]);
    }
}

static KeelDayStanding *
stand (KeelDayCount *count, KeelLapse *lapse)
{
  const KeelLogicalNow now = { .day = TODAY, .time = TODAY * KEEL_MINUTES_PER_DAY };
  g_autoptr (GPtrArray) lapses = g_ptr_array_new ();
  g_autoptr (GArray) marks = keel_day_marks_for (content, NULL);

  g_free (count->uuid);
  count->uuid = g_strdup ("this");
  if (lapse != NULL)
    g_ptr_array_add (lapses, lapse);
  return keel_day_count_stand (count, lapses, marks, &now);
}

static void
check_standing (KeelDayCount *count, KeelLapse *lapse, const char *expected, const char *next)
{
  g_autoptr (KeelDayStanding) standing = stand (count, lapse);
  g_autofree char *found = keel_sentence_standing (count, standing, TODAY);
  g_autofree char *found_next = keel_sentence_next_mark (standing);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found_next, ==, next);
}

static void
test_standing (void)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (TODAY - 47);
  g_autoptr (KeelLapse) lapse = keel_lapse_new ("this");

  check_standing (count, NULL, "Since Tuesday 6 October", "13 days to 60 days");
  lapse->day = TODAY - 1;
  check_standing (count, lapse, "Since Tuesday 6 October, without the days of lapses", "14 days to 60 days");
  lapse->choice = KEEL_LAPSE_NEW_START;
  check_standing (count, lapse, "Since Saturday 21 November", "2 days to 3 days");
  lapse->choice = KEEL_LAPSE_STOP;
  check_standing (count, lapse, "Counted until Saturday 21 November", NULL);
  lapse->choice = KEEL_LAPSE_NOT_COUNTED;
  check_standing (count, lapse, "Since Tuesday 6 October", "13 days to 60 days");
  count->start = TODAY + 2;
  check_standing (count, NULL, "Begins on Tuesday 24 November", NULL);
  count->start = TODAY;
  check_standing (count, NULL, "Since Sunday 22 November", "Tomorrow: 1 day");
}

static void
test_streaks (void)
{
  const KeelStreak ended = { .from = TODAY - 47, .to = TODAY - 30, .days = 17 };
  const KeelStreak running = { .from = TODAY - 1, .to = KEEL_DAY_NONE, .days = 1 };
  g_autofree char *first = keel_sentence_streak (&ended, TODAY);
  g_autofree char *second = keel_sentence_streak (&running, TODAY);

  g_assert_cmpstr (first, ==, "Tuesday 6 October to Friday 23 October: 17 days");
  g_assert_cmpstr (second, ==, "Since Saturday 21 November: 1 day");
}

static void
test_won (void)
{
  static const struct
  {
    gint64 money;
    const char *currency;
    const char *sentence;
  } rows[] = {
    { 1250, "EUR", "EUR 12.50" },   { 5, NULL, "0.05" },      { 1250, "JPY", "JPY 1250" },
    { 12345, "KWD", "KWD 12.345" }, { 0, "USD", "USD 0.00" },
  };
  static const struct
  {
    gint64 minutes;
    const char *sentence;
  } times[] = {
    { 1, "1 minute" },    { 59, "59 minutes" }, { 60, "1 hour" },       { 2160, "36 hours" },
    { 4319, "71 hours" }, { 4320, "3 days" },   { 328680, "228 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_money (rows[i].money, rows[i].currency);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *sentence = keel_sentence_won_time (times[i].minutes);

      g_assert_cmpstr (sentence, ==, times[i].sentence);
    }
}

static void
test_reached (void)
{
  static const struct
  {
    const char *mark;
    const char *subject;
    const char *words;
    const char *sentence;
  } rows[] = {
    { "days-30", NULL, NULL, "30 days" },
    { "years-1", NULL, NULL, "1 year" },
    { "days-0", NULL, NULL, "At the start" },
    { KEEL_REACHED_MEETING, NULL, NULL, "First meeting" },
    { KEEL_REACHED_PART, "aa/steps/4", NULL, "Step 4 (AA)" },
    { KEEL_REACHED_PART, "own-gone/steps/2", NULL, "Step 2" },
    { KEEL_REACHED_PART, "?", NULL, "A part of a program is done" },
    { KEEL_REACHED_LOGS, NULL, NULL, "30 urges written down" },
    { KEEL_REACHED_OWN, NULL, "My first day at work", "My first day at work" },
    { "something-new", NULL, NULL, "A milestone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelReached) reached = keel_reached_new (rows[i].mark, TODAY);
      g_autofree char *sentence = NULL;

      reached->subject = g_strdup (rows[i].subject);
      reached->words = g_strdup (rows[i].words);
      sentence = keel_sentence_reached (content, reached);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

/* What each program gives, and Keel's own for those without. */
static void
test_tokens (void)
{
  static const struct
  {
    const char *scheme;
    KeelDayMarkUnit unit;
    guint count;
    const char *name;
  } rows[] = {
    { "na", KEEL_DAY_MARK_DAYS, 30, "Orange key tag" },
    { "na", KEEL_DAY_MARK_YEARS, 2, "Black key tag" },
    { "na", KEEL_DAY_MARK_YEARS, 7, "Black key tag" },
    { "na", KEEL_DAY_MARK_DAYS, 7, NULL },
    { "smart", KEEL_DAY_MARK_DAYS, 30, NULL },
    { "nowhere", KEEL_DAY_MARK_DAYS, 30, NULL },
    { NULL, KEEL_DAY_MARK_DAYS, 30, NULL },
  };
  g_autoptr (GArray) na = keel_day_marks_for (content, "na");
  g_autoptr (GArray) smart = keel_day_marks_for (content, "smart");
  g_autoptr (GArray) cr = keel_day_marks_for (content, "cr");
  g_autoptr (GArray) generic = keel_day_marks_new_generic ();

  g_assert_cmpuint (na->len, ==, 9);
  g_assert_cmpuint (smart->len, ==, generic->len);
  g_assert_cmpuint (cr->len, ==, generic->len + 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelProgram *program;
      const KeelMilestone *token = keel_day_mark_find_token (content, rows[i].scheme, rows[i].unit,
                                                             rows[i].count, &program);

      g_assert_cmpstr (token != NULL ? token->name : NULL, ==, rows[i].name);
      g_assert_cmpstr (program != NULL ? program->code : NULL, ==, token != NULL ? rows[i].scheme : NULL);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  content = keel_content_new ();
  g_test_add_func ("/content/day-sentences/start", test_start);
  g_test_add_func ("/content/day-sentences/lapse", test_lapse);
  g_test_add_func ("/content/day-sentences/same-as-cards", test_same_as_cards);
  g_test_add_func ("/content/day-sentences/words", test_words);
  g_test_add_func ("/content/day-sentences/standing", test_standing);
  g_test_add_func ("/content/day-sentences/streaks", test_streaks);
  g_test_add_func ("/content/day-sentences/won", test_won);
  g_test_add_func ("/content/day-sentences/reached", test_reached);
  g_test_add_func ("/content/day-sentences/tokens", test_tokens);
  status = g_test_run ();
  g_object_unref (content);
  return status;
}
