/* Urges, cards and plans as the window knows them: what changes is told, once it is there; what is offered
 * follows what was said and done, whom one can call and what begins soon. */

#include "app/keel-session-plans.h"
#include "app/keel-session-prompts.h"
#include "app/keel-session-runs.h"
#include "app/keel-session-strategies.h"
#include "app/keel-session-urges.h"
#include "core/keel-prompt-days.h"
#include "keel-test-folder.h"
#include "store/keel-journal-people.h"
#include "store/keel-system-clock.h"

typedef struct
{
  char *folder;
  KeelSession *session;
  GAsyncResult *result; /* of what was asked for last */
  GString *told;        /* the signals since then: "urges strategies " */
} Fixture;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->result = g_object_ref (result);
}

static GAsyncResult *
await (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  /* Told after the callback. */
  while (!g_task_get_completed (G_TASK (result)))
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&result);
}

static void
urges_cb (KeelSession *session, Fixture *fixture)
{
  g_string_append (fixture->told, "urges ");
}

static void
strategies_cb (KeelSession *session, Fixture *fixture)
{
  g_string_append (fixture->told, "strategies ");
}

static void
plans_cb (KeelSession *session, Fixture *fixture)
{
  g_string_append (fixture->told, "plans ");
}

static void
assert_told (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

static void
open_session (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  fixture->session = keel_session_new (fixture->folder, NULL, NULL);
  keel_session_open_async (fixture->session, ready_cb, fixture);
  result = await (fixture);
  keel_session_open_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->session, "urges-changed", G_CALLBACK (urges_cb), fixture);
  g_signal_connect (fixture->session, "strategies-changed", G_CALLBACK (strategies_cb), fixture);
  g_signal_connect (fixture->session, "plans-changed", G_CALLBACK (plans_cb), fixture);
}

static void
close_session (Fixture *fixture)
{
  gint64 latest = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  keel_session_close (fixture->session);
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  /* The store thread lets go of its last job in its own time. */
  while (fixture->session != NULL && g_get_monotonic_time () < latest)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (fixture->session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->told = g_string_new (NULL);
  open_session (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_session (fixture);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_string_free (fixture->told, TRUE);
}

/* As it is now; transfer full. */
static KeelUrge *
save_urge (Fixture *fixture, const KeelUrge *urge)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  KeelUrge *saved;

  keel_session_save_row_async (fixture->session, &keel_urge_rows, urge, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, NULL, &error);
  g_assert_no_error (error);
  return saved;
}

static guint
count_urges (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) urges = NULL;

  keel_session_list_urges_async (fixture->session, 0, 0, ready_cb, fixture);
  result = await (fixture);
  urges = keel_session_list_urges_finish (fixture->session, result, NULL);
  g_assert_nonnull (urges);
  return urges->len;
}

static void
change (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = await (fixture);
  GError *error = NULL;

  keel_session_change_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

/* Saved as soon as anything is known, then again; taken away, and back. */
static void
test_urges (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (7);
  g_autoptr (KeelUrge) saved = save_urge (fixture, urge);
  g_autoptr (KeelUrge) again = NULL;
  gint64 now = keel_session_get_now (fixture->session);

  g_assert_nonnull (saved->uuid);
  g_assert_cmpint (ABS (saved->at - now), <=, 60);
  assert_told (fixture, "urges strategies ");
  saved->after = 2;
  again = save_urge (fixture, saved);
  g_assert_true (keel_urge_equal (saved, again));
  g_assert_cmpuint (count_urges (fixture), ==, 1);
  assert_told (fixture, "urges strategies ");
  for (int deleted = 1; deleted >= 0; deleted--)
    {
      keel_session_delete_row_async (fixture->session, &keel_urge_rows, saved->uuid, deleted, ready_cb,
                                     fixture);
      change (fixture);
      assert_told (fixture, "urges strategies ");
      g_assert_cmpuint (count_urges (fixture), ==, deleted ? 0 : 1);
    }
}

/* What could not be done is not told as if it had been. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (11);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KeelUrge) saved = NULL;
  g_autoptr (GError) error = NULL;

  keel_session_save_row_async (fixture->session, &keel_urge_rows, urge, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, NULL, &error);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (saved);
  assert_told (fixture, "");
  g_assert_cmpuint (count_urges (fixture), ==, 0);
}

/* Nothing is written into a profile that is closed, and whoever asks is told. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (5);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KeelUrge) saved = NULL;
  g_autoptr (GError) error = NULL;

  keel_session_close (fixture->session);
  keel_session_save_row_async (fixture->session, &keel_urge_rows, urge, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (saved);
  assert_told (fixture, "");
}

static KeelStrategyBook *
read_book (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  KeelStrategyBook *book;

  keel_session_list_strategies_async (fixture->session, ready_cb, fixture);
  result = await (fixture);
  book = keel_session_list_strategies_finish (fixture->session, result, NULL);
  g_assert_nonnull (book);
  return book;
}

static void
hide (Fixture *fixture, const char *strategy, gboolean hidden)
{
  g_autoptr (KeelStrategyMark) mark = keel_strategy_mark_new (strategy);
  g_autoptr (KeelStrategyMark) before = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  mark->hidden = hidden;
  keel_session_mark_strategy_async (fixture->session, mark, KEEL_MARK_SAYS_HIDDEN, NULL, ready_cb, fixture);
  result = await (fixture);
  before = keel_session_mark_strategy_finish (fixture->session, result, NULL);
  g_assert_cmpint (before->hidden, ==, !hidden);
}

static void
do_run (Fixture *fixture, const char *strategy, int before, int after)
{
  g_autoptr (KeelStrategyRun) run = keel_strategy_run_new (strategy);
  g_autoptr (KeelStrategyRun) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  run->before = before;
  run->after = after;
  keel_session_save_row_async (fixture->session, &keel_run_rows, run, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, NULL, NULL);
  g_assert_nonnull (saved->uuid);
}

static void
test_strategies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategyBook) book = NULL;

  hide (fixture, "c02", TRUE);
  assert_told (fixture, "strategies ");
  do_run (fixture, "c01", 8, 3);
  assert_told (fixture, "strategies ");
  book = read_book (fixture);
  g_assert_true (keel_strategy_book_get_mark (book, "c02")->hidden);
  g_assert_cmpuint (keel_strategy_book_get_help (book, "c01")->n_runs, ==, 1);
}

static void
finish_own (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = await (fixture);
  GError *error = NULL;

  keel_session_change_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

/* One of the person's own is a card like others, also after Keel was opened again. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelStrategy) strategy = keel_strategy_new_own ("own-floor");
  KeelContent *content = keel_session_get_content (fixture->session);
  guint n = keel_content_get_strategies (content)->len;

  g_free (strategy->name);
  strategy->name = g_strdup ("Down on the floor");
  keel_strategy_add_step (strategy, "Sit down", 0);
  keel_session_save_row_async (fixture->session, &keel_strategy_rows, strategy, ready_cb, fixture);
  finish_own (fixture);
  assert_told (fixture, "strategies ");
  g_assert_cmpuint (keel_content_get_strategies (content)->len, ==, n + 1);
  close_session (fixture);
  open_session (fixture);
  content = keel_session_get_content (fixture->session);
  g_assert_cmpstr (keel_content_find_strategy (content, "own-floor")->name, ==, "Down on the floor");
  for (int deleted = 1; deleted >= 0; deleted--)
    {
      keel_session_delete_row_async (fixture->session, &keel_strategy_rows, "own-floor", deleted, ready_cb,
                                     fixture);
      finish_own (fixture);
      g_assert_cmpuint (keel_content_get_strategies (content)->len, ==, n + (deleted ? 0 : 1));
    }
  g_assert_cmpuint (keel_session_get_n_damaged_strategies (fixture->session), ==, 0);
}

/* "c01 c02 person": ids of cards, kinds of what is none. */
static char *
read_offers (Fixture *fixture, int strength, guint minutes)
{
  static const char *const kinds[] = { NULL, "person", "meeting", "lines" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  keel_session_read_offers_async (fixture->session, strength, 0, minutes, ready_cb, fixture);
  result = await (fixture);
  offers = keel_session_read_offers_finish (fixture->session, result, NULL);
  g_assert_nonnull (offers);
  for (guint i = 0; i < offers->len; i++)
    {
      const KeelOffer *offer = offers->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              offer->kind == KEEL_OFFER_STRATEGY ? offer->id : kinds[offer->kind]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_offers (Fixture *fixture, int strength, guint minutes, const char *expected)
{
  g_autofree char *offers = read_offers (fixture, strength, minutes);

  g_assert_cmpstr (offers, ==, expected);
}

/* From elsewhere: keel-session-people.h has tests of its own. */
static void
add_person (Fixture *fixture, const char *name, const char *number, KeelPersonKind kind)
{
  g_autofree char *path = g_build_filename (keel_session_get_folder (fixture->session), "journal.db", NULL);
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  g_autoptr (KeelJournal) journal = keel_journal_open (path, NULL, clock, NULL);
  g_autoptr (KeelPerson) person = keel_person_new (name);

  person->number = g_strdup (number);
  person->kind = kind;
  person->position = -1;
  g_assert_true (keel_journal_set_person (journal, person, NULL));
}

/* Once, in @minutes. */
static void
follow (Fixture *fixture, gint64 minutes)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  KeelLocalTime start = keel_session_get_now (fixture->session) / 60 + minutes;
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (start, "UTC", 60, NULL, NULL);
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) followed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint n = keel_session_get_series (fixture->session)->len;

  meeting->name = g_strdup ("Lantern");
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  keel_session_follow_new_async (fixture->session, series, ready_cb, fixture);
  result = await (fixture);
  followed = keel_session_follow_finish (fixture->session, result, NULL);
  g_assert_nonnull (followed);
  while (keel_session_get_series (fixture->session)->len == n)
    g_main_context_iteration (NULL, TRUE);
}

/* From the cards of Keel, by the rules of core/keel-offers.h. */
static void
test_offers (Fixture *fixture, gconstpointer data)
{
  assert_offers (fixture, 5, 0, "c01 c02 c16");
  assert_offers (fixture, 9, 0, "c16 c01 c02");
  hide (fixture, "c01", TRUE);
  assert_offers (fixture, 5, 0, "c02 c03 c16");
  hide (fixture, "c01", FALSE);
  do_run (fixture, "c31", 8, 3);
  do_run (fixture, "c31", 8, 4);
  assert_offers (fixture, 5, 0, "c31 c01 c16");

  follow (fixture, 61);
  assert_offers (fixture, 5, 0, "c31 c01 c16"); /* not within the hour */
  follow (fixture, 40);
  assert_offers (fixture, 5, 0, "c31 c01 meeting");
  assert_offers (fixture, 9, 0, "meeting c31 c01");

  add_person (fixture, "Ann", NULL, KEEL_PERSON_SPONSOR);
  assert_offers (fixture, 9, 0, "meeting c31 c01"); /* who has no number cannot be called */
  add_person (fixture, "Mo", "030 654321", KEEL_PERSON_SPONSORED);
  assert_offers (fixture, 9, 0, "meeting c31 c01"); /* for whom the person is there */
  add_person (fixture, "Bo", "030 123456", KEEL_PERSON_OTHER);
  assert_offers (fixture, 9, 0, "person c31 c01");
  assert_offers (fixture, 5, 0, "c31 c01 meeting");
  assert_offers (fixture, 5, 20, "c31 c01 person");
}

/* The loop never leads to what is told in an emergency, and to what needs cautions only with them. */
static void
test_never (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *all = keel_content_get_strategies (keel_session_get_content (fixture->session));
  guint n_never = 0, n_cautions = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = all->pdata[i];

      n_never += strategy->offer == KEEL_OFFER_NEVER || !strategy->member ? 1 : 0;
      n_cautions += strategy->offer == KEEL_OFFER_AFTER_CAUTIONS ? 1 : 0;
    }
  g_assert_cmpuint (n_never, >=, 5 + 7);
  g_assert_cmpuint (n_cautions, ==, 2);
  for (int strength = 0; strength <= KEEL_STRENGTH_MAX; strength++)
    {
      for (int tag = 0; tag < KEEL_N_TAGS; tag++)
        {
          g_autoptr (GAsyncResult) result = NULL;
          g_autoptr (GPtrArray) offers = NULL;

          keel_session_read_offers_async (fixture->session, strength, KEEL_TAG_BIT (tag), 0, ready_cb,
                                          fixture);
          result = await (fixture);
          offers = keel_session_read_offers_finish (fixture->session, result, NULL);
          g_assert_cmpuint (offers->len, ==, KEEL_N_OFFERS);
          for (guint i = 0; i < offers->len; i++)
            {
              const KeelOffer *offer = offers->pdata[i];
              const KeelStrategy *strategy;

              g_assert_cmpint (offer->kind, ==, KEEL_OFFER_STRATEGY);
              strategy = keel_content_find_strategy (keel_session_get_content (fixture->session), offer->id);
              g_assert_true (strategy->member && strategy->offer != KEEL_OFFER_NEVER);
              g_assert_cmpint (offer->after_cautions, ==, strategy->offer == KEEL_OFFER_AFTER_CAUTIONS);
            }
        }
    }
}

static void
test_patterns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KeelUrgePatterns) patterns = NULL;
  gint64 now = keel_session_get_now (fixture->session);

  for (guint i = 0; i < 13; i++)
    {
      g_autoptr (KeelUrge) urge = keel_urge_new (5);
      g_autoptr (KeelUrge) saved = NULL;

      urge->at = now - (gint64) i * 2 * 86400 - 60;
      urge->strategy = g_strdup ("c01");
      urge->after = 2;
      saved = save_urge (fixture, urge);
    }
  keel_session_read_patterns_async (fixture->session, 4, ready_cb, fixture);
  result = await (fixture);
  patterns = keel_session_read_patterns_finish (fixture->session, result, NULL);
  g_assert_true (patterns->enough);
  g_assert_cmpuint (patterns->n_urges, ==, 13);
  g_assert_cmpuint (patterns->patterns->len, ==, 2);
  g_assert_cmpint (((KeelUrgePattern *) patterns->patterns->pdata[0])->kind, ==, KEEL_PATTERN_HOURS);
  g_assert_cmpstr (((KeelUrgePattern *) patterns->patterns->pdata[1])->strategy, ==, "c01");
}

static guint
count_plans (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) plans = NULL;

  keel_session_list_plans_async (fixture->session, ready_cb, fixture);
  result = await (fixture);
  plans = keel_session_list_plans_finish (fixture->session, result, NULL);
  g_assert_nonnull (plans);
  return plans->len;
}

static gboolean
has_prompt (Fixture *fixture, const char *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KeelPrompt) prompt = NULL;
  GError *error = NULL;

  keel_session_find_prompt_async (fixture->session, uuid, ready_cb, fixture);
  result = await (fixture);
  prompt = keel_session_prompt_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  return prompt != NULL;
}

static void
test_plans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPlan) plan = keel_plan_new ("I come home", "call");
  g_autoptr (KeelPlan) saved = NULL;
  g_autoptr (KeelPlan) before = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  plan->bind = KEEL_PLAN_TIME;
  plan->schedule = keel_prompt_days_to_schedule (keel_session_get_now (fixture->session) / 60, 0x7f, 17 * 60);
  plan->remind = TRUE;
  keel_session_save_row_async (fixture->session, &keel_plan_rows, plan, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, (gpointer *) &before, NULL);
  g_assert_nonnull (saved->uuid);
  g_assert_null (before);
  assert_told (fixture, "plans ");
  g_assert_true (has_prompt (fixture, saved->prompt));
  for (int deleted = 1; deleted >= 0; deleted--)
    {
      keel_session_delete_row_async (fixture->session, &keel_plan_rows, saved->uuid, deleted, ready_cb,
                                     fixture);
      change (fixture);
      assert_told (fixture, "plans ");
      g_assert_cmpuint (count_plans (fixture), ==, deleted ? 0 : 1);
      g_assert_cmpint (has_prompt (fixture, saved->prompt), ==, !deleted);
    }
}

static void
test_delay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KeelPrompt) prompt = NULL;

  keel_session_set_delay_async (fixture->session, 15, "c02", ready_cb, fixture);
  result = await (fixture);
  prompt = keel_session_prompt_finish (fixture->session, result, NULL);
  g_assert_cmpstr (prompt->subject, ==, "c02");
  g_assert_true (has_prompt (fixture, prompt->uuid));
  keel_session_drop_delay_async (fixture->session, ready_cb, fixture);
  change (fixture);
  g_assert_false (has_prompt (fixture, prompt->uuid));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "urges", test_urges }, { "refused", test_refused }, { "closed", test_closed },
    { "own", test_own },     { "offers", test_offers },   { "strategies", test_strategies },
    { "never", test_never }, { "plans", test_plans },     { "patterns", test_patterns },
    { "delay", test_delay },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/session-urges/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
