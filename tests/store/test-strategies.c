/* What is said of the cards of the coping library, cards of one's own, and what was done: kept, counted once,
 * and taken back. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-strategies.h"
#include "store/keel-journal-urges.h"

#include <sqlite3.h>

#define ALL                                                                                                  \
  (KEEL_MARK_SAYS_FAVOURITE | KEEL_MARK_SAYS_HIDDEN | KEEL_MARK_SAYS_NOTE | KEEL_MARK_SAYS_SUGGESTED)

/* --- What is said of a card --- */

static void
assert_marks (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) marks = NULL;
  GError *error = NULL;

  marks = keel_journal_get_strategy_marks (fixture->journal, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < marks->len; i++)
    {
      const KeelStrategyMark *mark = marks->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "", mark->strategy,
                              mark->favourite ? " favourite" : "", mark->hidden ? " hidden" : "");
      if (mark->note != NULL)
        g_string_append_printf (text, " note=%s", mark->note);
      if (mark->suggested != NULL)
        g_string_append_printf (text, " by=%s", mark->suggested);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Returns how it was. */
static KeelStrategyMark *
put (KeelJournalFixture *fixture, const KeelStrategyMark *wanted, KeelMarkSays which)
{
  KeelStrategyMark *before = NULL;
  GError *error = NULL;

  keel_journal_set_strategy_mark (fixture->journal, wanted, which, NULL, &before, &error);
  g_assert_no_error (error);
  return before;
}

static void
test_marks (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategyMark) mark = keel_strategy_mark_new ("c31");
  g_autoptr (KeelStrategyMark) other = keel_strategy_mark_new ("c02");
  g_autoptr (KeelStrategyMark) before = NULL;
  g_autoptr (KeelStrategyMark) after = NULL;

  mark->favourite = TRUE;
  mark->note = g_strdup ("  out longer than in ");
  mark->suggested = g_strdup ("therapist");
  other->hidden = TRUE;
  before = put (fixture, mark, ALL);
  g_assert_true (keel_strategy_mark_is_empty (before));
  keel_strategy_mark_free (put (fixture, other, KEEL_MARK_SAYS_HIDDEN));
  keel_journal_fixture_open (fixture);
  assert_marks (fixture, "c02 hidden; c31 favourite note=out longer than in by=therapist");

  /* One thing of it: the rest stays as it is. */
  mark->favourite = FALSE;
  g_free (mark->note);
  mark->note = g_strdup ("not this");
  after = put (fixture, mark, KEEL_MARK_SAYS_FAVOURITE);
  assert_marks (fixture, "c02 hidden; c31 note=out longer than in by=therapist");
  keel_strategy_mark_free (put (fixture, after, KEEL_MARK_SAYS_FAVOURITE));
  assert_marks (fixture, "c02 hidden; c31 favourite note=out longer than in by=therapist");
  keel_strategy_mark_free (put (fixture, before, ALL));
  assert_marks (fixture, "c02 hidden");
}

/* An undo does not take away what was said since. */
static void
test_expected (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategyMark) mark = keel_strategy_mark_new ("c31");
  g_autoptr (KeelStrategyMark) expected = NULL;
  g_autoptr (KeelStrategyMark) before = NULL;
  g_autoptr (KeelStrategyMark) none = NULL;
  g_autoptr (GError) error = NULL;

  mark->note = g_strdup ("first ");
  expected = keel_strategy_mark_copy (mark);
  before = put (fixture, mark, KEEL_MARK_SAYS_NOTE);
  mark->favourite = TRUE; /* something else of it may change */
  keel_strategy_mark_free (put (fixture, mark, KEEL_MARK_SAYS_FAVOURITE));
  g_assert_true (
      keel_journal_set_strategy_mark (fixture->journal, before, KEEL_MARK_SAYS_NOTE, expected, &none, NULL));
  keel_strategy_mark_free (g_steal_pointer (&none));
  assert_marks (fixture, "c31 favourite");
  g_assert_false (keel_journal_set_strategy_mark (fixture->journal, before, KEEL_MARK_SAYS_NOTE, expected,
                                                  &none, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  g_assert_null (none);
}

/* --- Cards of one's own --- */

static void
put_own (KeelJournalFixture *fixture, const char *id, const char *name, const char *expected_before)
{
  g_autoptr (KeelStrategy) strategy = keel_strategy_new_own (id);
  g_autoptr (KeelStrategy) before = NULL;
  GError *error = NULL;

  g_free (strategy->name);
  strategy->name = g_strdup (name);
  keel_strategy_add_step (strategy, "Sit down on the floor", 60);
  keel_journal_set_own_strategy (fixture->journal, strategy, &before, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before != NULL ? before->name : "-", ==, expected_before);
}

static void
assert_own (KeelJournalFixture *fixture, const char *expected, guint expected_damaged)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) own = NULL;
  GError *error = NULL;
  guint n_damaged = 99;

  own = keel_journal_get_own_strategies (fixture->journal, &n_damaged, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < own->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", ((KeelStrategy *) own->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpuint (n_damaged, ==, expected_damaged);
}

static void
test_own (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_own (fixture, "", 0);
  put_own (fixture, "own-b", "Second", "-");
  put_own (fixture, "own-a", "First", "-");
  keel_journal_fixture_open (fixture);
  assert_own (fixture, "First,Second", 0);
  put_own (fixture, "own-a", "Otherwise", "First");
  assert_own (fixture, "Otherwise,Second", 0);
  g_assert_true (keel_journal_set_own_strategy_deleted (fixture->journal, "own-a", TRUE, NULL));
  assert_own (fixture, "Second", 0);
  g_assert_true (keel_journal_set_own_strategy_deleted (fixture->journal, "own-a", FALSE, NULL));
  assert_own (fixture, "Otherwise,Second", 0);
  g_assert_true (keel_journal_set_own_strategy_deleted (fixture->journal, "own-a", TRUE, NULL));
  put_own (fixture, "own-a", "Anew", "-");
  assert_own (fixture, "Anew,Second", 0);
  g_assert_false (keel_journal_set_own_strategy_deleted (fixture->journal, "own-c", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

/* What Keel brings along is never replaced. */
static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategy) strategy = keel_strategy_new_own ("own-a");
  g_autoptr (GError) error = NULL;

  g_free (strategy->id);
  strategy->id = g_strdup ("c01");
  g_assert_false (keel_journal_set_own_strategy (fixture->journal, strategy, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  assert_own (fixture, "", 0);
}

static void
execute (KeelJournalFixture *fixture, const char *sql)
{
  sqlite3 *handle;

  g_clear_object (&fixture->journal);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  keel_journal_fixture_open (fixture);
}

static void
test_damaged (KeelJournalFixture *fixture, gconstpointer data)
{
  static const char *const damage[] = {
    "UPDATE own_strategy SET xml = '' WHERE id = 'own-a'",
    "UPDATE own_strategy SET xml = '<strategy' WHERE id = 'own-a'",
    "UPDATE own_strategy SET xml = '<worksheet/>' WHERE id = 'own-a'",
    /* As it is, but of another id: it would stand there twice. */
    "UPDATE own_strategy SET xml = (SELECT xml FROM own_strategy WHERE id = 'own-b') WHERE id = 'own-a'",
  };

  put_own (fixture, "own-a", "First", "-");
  put_own (fixture, "own-b", "Second", "-");
  for (gsize i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      execute (fixture, damage[i]);
      g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "Own strategy own-a*");
      assert_own (fixture, "Second", 1);
      g_test_assert_expected_messages ();
    }
}

/* --- What was done --- */

static KeelStrategyRun *
do_run (KeelJournalFixture *fixture, const char *strategy, int before, int after, const char *urge)
{
  KeelStrategyRun *run = keel_strategy_run_new (strategy);
  GError *error = NULL;

  run->before = before;
  run->after = after;
  run->urge = g_strdup (urge);
  keel_test_clock_step (fixture->clock, 1);
  keel_journal_set_run (fixture->journal, run, &error);
  g_assert_no_error (error);
  g_assert_nonnull (run->uuid);
  return run;
}

static char *
have_urge (KeelJournalFixture *fixture, int strength, int after, const char *strategy, guint64 tags)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (strength);
  GError *error = NULL;

  urge->after = after;
  urge->strategy = g_strdup (strategy);
  urge->tags = tags;
  keel_test_clock_step (fixture->clock, 1);
  keel_journal_set_urge (fixture->journal, urge, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (urge->uuid);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const KeelStrategyRun *one = *(KeelStrategyRun *const *) a, *other = *(KeelStrategyRun *const *) b;

  return one->at < other->at ? -1 : one->at > other->at;
}

/* "c01 8>3 lonely; …", with "?" for what was not said; "*" before what is of an urge. */
static void
assert_runs (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;
  GError *error = NULL;

  runs = keel_journal_get_runs (fixture->journal, G_MININT64, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (runs, compare_times);
  for (guint i = 0; i < runs->len; i++)
    {
      const KeelStrategyRun *run = runs->pdata[i];
      g_autofree char *tags = keel_strategy_tags_format (run->tags);

      g_string_append_printf (text, "%s%s%s %d>%d%s%s", i > 0 ? "; " : "", run->uuid == NULL ? "*" : "",
                              run->strategy, run->before, run->after, *tags != '\0' ? " " : "", tags);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_runs (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategyRun) first = do_run (fixture, "c01", 8, 3, NULL);
  g_autoptr (KeelStrategyRun) second = do_run (fixture, "c31", -1, -1, NULL);
  g_autoptr (KeelStrategyRun) wrong = keel_strategy_run_new ("c01");
  g_autoptr (GError) error = NULL;

  assert_runs (fixture, "c01 8>3; c31 -1>-1");
  second->after = 0;
  second->tags = KEEL_TAG_BIT (KEEL_TAG_ANGER);
  g_assert_true (keel_journal_set_run (fixture->journal, second, NULL));
  keel_journal_fixture_open (fixture);
  assert_runs (fixture, "c01 8>3; c31 -1>0 anger");
  g_assert_true (keel_journal_set_run_deleted (fixture->journal, first->uuid, TRUE, NULL));
  assert_runs (fixture, "c31 -1>0 anger");
  g_assert_true (keel_journal_set_run_deleted (fixture->journal, first->uuid, FALSE, NULL));
  assert_runs (fixture, "c01 8>3; c31 -1>0 anger");

  wrong->urge = g_strdup ("nothing");
  g_assert_false (keel_journal_set_run (fixture->journal, wrong, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_assert_null (wrong->uuid);
  g_clear_error (&error);
  g_clear_pointer (&wrong->urge, g_free);
  wrong->before = 11;
  g_assert_false (keel_journal_set_run (fixture->journal, wrong, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (keel_journal_set_run_deleted (fixture->journal, "nothing", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

/* What an urge was left with counts as done, once, whichever way it was put down. */
static void
test_urges_count_once (KeelJournalFixture *fixture, gconstpointer data)
{
  const guint64 lonely = KEEL_TAG_BIT (KEEL_TAG_LONELY);
  g_autofree char *alone = have_urge (fixture, 8, 3, "c01", lonely);
  g_autofree char *done = have_urge (fixture, 7, 4, "c31", lonely);
  g_autofree char *open = have_urge (fixture, 6, -1, "c01", lonely); /* how strong afterwards was not said */
  g_autofree char *bare = have_urge (fixture, 6, 2, NULL, lonely);
  g_autoptr (KeelStrategyRun) run = NULL;
  g_autoptr (KeelStrategyRun) other = NULL;

  assert_runs (fixture, "*c01 8>3 lonely; *c31 7>4 lonely");
  run = do_run (fixture, "c31", 7, 4, done);
  assert_runs (fixture, "*c01 8>3 lonely; c31 7>4 lonely");
  /* Another card for the same urge is something else. */
  other = do_run (fixture, "c02", 8, 5, done);
  assert_runs (fixture, "*c01 8>3 lonely; c31 7>4 lonely; c02 8>5 lonely");
  g_assert_true (keel_journal_set_run_deleted (fixture->journal, run->uuid, TRUE, NULL));
  assert_runs (fixture, "*c01 8>3 lonely; *c31 7>4 lonely; c02 8>5 lonely");
  g_assert_true (keel_journal_set_urge_deleted (fixture->journal, alone, TRUE, NULL));
  assert_runs (fixture, "*c31 7>4 lonely; c02 8>5 lonely");
  g_assert_nonnull (open);
  g_assert_nonnull (bare);
}

static void
test_since (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategyRun) first = do_run (fixture, "c01", 8, 3, NULL);
  g_autofree char *urge = have_urge (fixture, 7, 4, "c31", 0);
  g_autoptr (GPtrArray) all = keel_journal_get_runs (fixture->journal, first->at, NULL);
  g_autoptr (GPtrArray) later = keel_journal_get_runs (fixture->journal, first->at + 1, NULL);
  g_autoptr (GPtrArray) none = keel_journal_get_runs (fixture->journal, first->at + 2, NULL);

  g_assert_nonnull (urge);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (later->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_book (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategyMark) mark = keel_strategy_mark_new ("c02");
  g_autoptr (KeelStrategyBook) book = NULL;
  const KeelStrategyHelp *help;

  mark->favourite = TRUE;
  keel_strategy_mark_free (put (fixture, mark, KEEL_MARK_SAYS_FAVOURITE));
  for (int i = 0; i < 3; i++)
    keel_strategy_run_free (do_run (fixture, "c01", 8, 5 + i, NULL));
  keel_strategy_run_free (do_run (fixture, "c01", -1, -1, NULL));
  keel_strategy_run_free (do_run (fixture, "c31", 5, 6, NULL));
  book = keel_journal_get_strategy_book (fixture->journal, NULL);
  g_assert_true (keel_strategy_book_get_mark (book, "c02")->favourite);
  g_assert_null (keel_strategy_book_get_mark (book, "c01"));
  g_assert_null (keel_strategy_book_get_help (book, "c02"));
  help = keel_strategy_book_get_help (book, "c01");
  g_assert_cmpuint (help->n_runs, ==, 4);
  g_assert_cmpuint (help->n_rated, ==, 3);
  g_assert_cmpuint (help->n_weaker, ==, 3);
  g_assert_cmpfloat_with_epsilon (help->drop, 2, 1e-9);
  g_assert_true (keel_strategy_help_helped (help));
  g_assert_false (keel_strategy_help_helped (keel_strategy_book_get_help (book, "c31")));
}

/* What was said goes before what was measured. */
static void
test_helped (void)
{
  static const struct
  {
    KeelStrategyHelp help;
    gboolean helped;
  } rows[] = {
    { { .n_runs = 1 }, FALSE },
    { { .n_runs = 1, .n_helped = 1 }, TRUE },
    { { .n_runs = 2, .n_helped = 1, .n_not = 1 }, FALSE },
    { { .n_runs = 3, .n_helped = 2, .n_not = 1 }, TRUE },
    { { .n_runs = 2, .n_not = 1, .n_rated = 2, .drop = 3 }, FALSE },
    { { .n_runs = 1, .n_rated = 1, .drop = 3 }, FALSE },
    { { .n_runs = 2, .n_rated = 2, .drop = 0.5 }, TRUE },
    { { .n_runs = 2, .n_rated = 2, .drop = 0 }, FALSE },
    { { .n_runs = 4, .n_rated = 2, .drop = 2, .n_helped = 1, .n_not = 1 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (keel_strategy_help_helped (&rows[i].help), ==, rows[i].helped);
}

#define ADD(name, test)                                                                                      \
  g_test_add ("/store/strategies/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, test,        \
              keel_journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("marks", test_marks);
  ADD ("expected", test_expected);
  ADD ("own", test_own);
  ADD ("refused", test_refused);
  ADD ("damaged", test_damaged);
  ADD ("runs", test_runs);
  ADD ("urges-count-once", test_urges_count_once);
  ADD ("since", test_since);
  ADD ("book", test_book);
  g_test_add_func ("/store/strategies/helped", test_helped);
  return g_test_run ();
}
