/* Check-ins: kept with what was said and what was not, replaced, taken away and brought back. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-check-ins.h"

#define NOON G_GINT64_CONSTANT (1795348800) /* of 22 November 2026, UTC */

static KeelCheckIn *
save (KeelJournalFixture *fixture, KeelCheckIn *check_in)
{
  KeelCheckIn *before = NULL;
  GError *error = NULL;

  keel_journal_set_check_in (fixture->journal, check_in, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (check_in->uuid);
  return before;
}

static void
save_at (KeelJournalFixture *fixture, gint64 at, int mood)
{
  g_autoptr (KeelCheckIn) check_in = keel_check_in_new ();

  check_in->at = at;
  check_in->mood = mood;
  g_assert_null (save (fixture, check_in));
}

/* The moods, in the order in which they come. */
static void
assert_moods (KeelJournalFixture *fixture, gint64 since, guint limit, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) check_ins = NULL;
  GError *error = NULL;

  check_ins = keel_journal_get_check_ins (fixture->journal, since, limit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < check_ins->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", ((KeelCheckIn *) check_ins->pdata[i])->mood);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelCheckIn) full = keel_check_in_new ();
  g_autoptr (KeelCheckIn) bare = keel_check_in_new ();
  g_autoptr (KeelCheckIn) read = NULL;
  g_autoptr (KeelCheckIn) bare_read = NULL;

  full->mood = 0;
  full->craving = 10;
  full->energy = 4;
  full->sleep = 435;
  full->word = g_strdup ("  müde; 'tired' 电话 ");
  bare->craving = 0;
  g_assert_null (save (fixture, full));
  g_assert_null (save (fixture, bare));
  g_assert_cmpint (full->at, ==, NOON);
  g_assert_cmpint (full->offset, ==, 60); /* Berlin in winter */
  keel_journal_fixture_open (fixture);
  read = keel_journal_find_check_in (fixture->journal, full->uuid, NULL);
  g_assert_cmpstr (read->word, ==, "müde; 'tired' 电话");
  g_free (full->word);
  full->word = g_strdup (read->word);
  g_assert_true (keel_check_in_equal (read, full));
  bare_read = keel_journal_find_check_in (fixture->journal, bare->uuid, NULL);
  g_assert_true (keel_check_in_equal (bare_read, bare));
  g_assert_cmpint (bare_read->mood, ==, KEEL_CHECK_IN_UNSAID);
  g_assert_cmpint (bare_read->craving, ==, 0);
}

/* It is saved with the first press, and again with the next: when it was does not change. */
static void
test_more_is_said (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelCheckIn) check_in = keel_check_in_new ();
  g_autoptr (KeelCheckIn) before = NULL;
  g_autoptr (KeelCheckIn) read = NULL;

  check_in->mood = 3;
  g_assert_null (save (fixture, check_in));
  keel_test_clock_step (fixture->clock, 900);
  keel_test_clock_set_zone (fixture->clock, "America/New_York");
  check_in->craving = 2;
  before = save (fixture, check_in);
  g_assert_cmpint (before->craving, ==, KEEL_CHECK_IN_UNSAID);
  read = keel_journal_find_check_in (fixture->journal, check_in->uuid, NULL);
  g_assert_cmpint (read->at, ==, NOON);
  g_assert_cmpint (read->offset, ==, 60);
  g_assert_cmpint (read->craving, ==, 2);
  assert_moods (fixture, 0, 0, "3");

  keel_check_in_free (save (fixture, before));
  g_clear_pointer (&read, keel_check_in_free);
  read = keel_journal_find_check_in (fixture->journal, check_in->uuid, NULL);
  g_assert_cmpint (read->craving, ==, KEEL_CHECK_IN_UNSAID);
}

static void
test_order (KeelJournalFixture *fixture, gconstpointer data)
{
  assert_moods (fixture, 0, 0, "");
  save_at (fixture, NOON - 300, 3);
  save_at (fixture, NOON - 100, 1);
  save_at (fixture, NOON - 200, 2);
  assert_moods (fixture, 0, 0, "1 2 3");
  assert_moods (fixture, 0, 2, "1 2");
  assert_moods (fixture, NOON - 200, 0, "1 2");
  assert_moods (fixture, NOON - 199, 0, "1");
}

static void
test_deleted (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelCheckIn) check_in = keel_check_in_new ();
  g_autoptr (GError) error = NULL;

  check_in->mood = 2;
  save (fixture, check_in);
  g_assert_true (keel_journal_set_check_in_deleted (fixture->journal, check_in->uuid, TRUE, NULL));
  assert_moods (fixture, 0, 0, "");
  g_assert_null (keel_journal_find_check_in (fixture->journal, check_in->uuid, &error));
  g_assert_no_error (error);
  g_assert_true (keel_journal_set_check_in_deleted (fixture->journal, check_in->uuid, FALSE, NULL));
  assert_moods (fixture, 0, 0, "2");
  g_assert_false (keel_journal_set_check_in_deleted (fixture->journal, "nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int mood, craving, energy, sleep, offset;
    const char *word;
  } rows[] = {
    { -1, -1, -1, 0, 0, NULL }, /* says nothing */
    { -1, -1, -1, 0, 0, " \n" }, { 5, -1, -1, 0, 0, NULL },   { -2, -1, -1, 0, 0, "word" },
    { 2, 11, -1, 0, 0, NULL },   { 2, -1, 5, 0, 0, NULL },    { 2, -1, -1, 1441, 0, NULL },
    { 2, -1, -1, -1, 0, NULL },  { 2, -1, -1, 0, 841, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelCheckIn) check_in = keel_check_in_new ();
      g_autoptr (GError) error = NULL;

      check_in->mood = rows[i].mood;
      check_in->craving = rows[i].craving;
      check_in->energy = rows[i].energy;
      check_in->sleep = rows[i].sleep;
      check_in->offset = rows[i].offset;
      check_in->word = g_strdup (rows[i].word);
      g_assert_false (keel_journal_set_check_in (fixture->journal, check_in, NULL, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      g_assert_null (check_in->uuid);
    }
  assert_moods (fixture, 0, 0, "");
}

/* The day is that of the wall where the person was. */
static void
test_days (KeelJournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 at;
    int offset;
    gint64 day;
  } rows[] = {
    { 0, 0, 0 },        { 86399, 0, 0 },      { 86400, 0, 1 },       { 86399, 1, 1 },
    { 0, -1, -1 },      { -86400, 0, -1 },    { -86401, 0, -2 },     { 36000, 840, 1 },
    { NOON, 0, 20779 }, { NOON, 720, 20780 }, { NOON, -721, 20778 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelCheckIn check_in = { .at = rows[i].at, .offset = rows[i].offset };

      g_assert_cmpint (keel_check_in_get_day (&check_in), ==, rows[i].day);
    }
}

#define ADD(name, test)                                                                                      \
  g_test_add ("/store/check-ins/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, test,         \
              keel_journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("more-is-said", test_more_is_said);
  ADD ("order", test_order);
  ADD ("deleted", test_deleted);
  ADD ("refused", test_refused);
  ADD ("days", test_days);
  return g_test_run ();
}
