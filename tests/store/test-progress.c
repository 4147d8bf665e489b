/* What was said of the parts of programs is kept, part for part and word for word, and can be taken back. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-progress.h"

#define ALL (KEEL_PART_SAYS_STATE | KEEL_PART_SAYS_SHARED | KEEL_PART_SAYS_NOTE)

static KeelPartProgress *
make (const char *program, const char *structure, guint part, KeelPartState state)
{
  KeelPartProgress *progress = keel_part_progress_new (program, structure, part);

  progress->state = state;
  return progress;
}

/* Returns how it was. */
static KeelPartProgress *
put (KeelJournalFixture *fixture, const KeelPartProgress *wanted, KeelPartSays which)
{
  KeelPartProgress *before = NULL;
  GError *error = NULL;

  keel_journal_set_progress (fixture->journal, wanted, which, NULL, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (before);
  return before;
}

/* One line for each part, in their order. */
static void
assert_said (KeelJournalFixture *fixture, const char *program, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  all = keel_journal_get_progress (fixture->journal, program, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const KeelPartProgress *one = g_ptr_array_index (all, i);

      g_string_append_printf (lines, "%s %s %u %s %" G_GINT64_FORMAT " %s %s\n", one->program, one->structure,
                              one->part, keel_part_state_words[one->state], one->shared_at,
                              one->shared_with != NULL ? one->shared_with : "-",
                              one->note != NULL ? one->note : "-");
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) four = make ("aa", "steps", 4, KEEL_PART_WORKING);
  g_autoptr (KeelPartProgress) ten = make ("aa", "steps", 10, KEEL_PART_WORKING);
  g_autoptr (KeelPartProgress) point = make ("smart", "points", 2, KEEL_PART_DONE);
  g_autoptr (KeelPartProgress) first = NULL, second = NULL, third = NULL;

  assert_said (fixture, NULL, "");
  four->shared_at = 1700000000;
  four->shared_with = g_strdup ("  Sam ü \u202eلم ");
  four->note = g_strdup ("on the bench\nby the river");
  first = put (fixture, four, ALL);
  g_assert_true (keel_part_progress_is_empty (first));
  second = put (fixture, ten, KEEL_PART_SAYS_STATE);
  third = put (fixture, point, KEEL_PART_SAYS_STATE);
  keel_journal_fixture_open (fixture);
  assert_said (fixture, "aa",
               "aa steps 4 working 1700000000 Sam ü \u202eلم on the bench\nby the river\n"
               "aa steps 10 working 0 - -\n");
  assert_said (fixture, "smart", "smart points 2 done 0 - -\n");
  assert_said (fixture, "lifering", "");
}

/* Who says one thing of a part leaves the others as they are. */
static void
test_one_thing (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) wanted = make ("aa", "steps", 4, KEEL_PART_DONE);
  g_autoptr (KeelPartProgress) first = NULL, second = NULL, third = NULL;

  wanted->note = g_strdup ("mine");
  first = put (fixture, wanted, KEEL_PART_SAYS_NOTE);
  assert_said (fixture, NULL, "aa steps 4 open 0 - mine\n");
  second = put (fixture, wanted, KEEL_PART_SAYS_STATE);
  g_clear_pointer (&wanted->note, g_free);
  wanted->shared_at = 5;
  third = put (fixture, wanted, KEEL_PART_SAYS_SHARED);
  assert_said (fixture, NULL, "aa steps 4 done 5 - mine\n");
}

static void
test_undo (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) done = make ("aa", "steps", 4, KEEL_PART_DONE);
  g_autoptr (KeelPartProgress) working = make ("aa", "steps", 4, KEEL_PART_WORKING);
  g_autoptr (KeelPartProgress) nothing = NULL, was_working = NULL, was = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  nothing = put (fixture, working, KEEL_PART_SAYS_STATE);
  was_working = put (fixture, done, KEEL_PART_SAYS_STATE);
  g_assert_cmpint (was_working->state, ==, KEEL_PART_WORKING);
  g_assert_true (
      keel_journal_set_progress (fixture->journal, was_working, KEEL_PART_SAYS_STATE, done, &was, &error));
  assert_said (fixture, NULL, "aa steps 4 working 0 - -\n");
  /* It is no longer done: there is nothing of that to take back. */
  g_assert_false (
      keel_journal_set_progress (fixture->journal, nothing, KEEL_PART_SAYS_STATE, done, &none, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  g_assert_null (none);
  assert_said (fixture, NULL, "aa steps 4 working 0 - -\n");
}

/* Where all is taken back nothing is there, and what is said then is there again. */
static void
test_nothing (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) working = make ("lifering", "domains", 3, KEEL_PART_WORKING);
  g_autoptr (KeelPartProgress) open = make ("lifering", "domains", 3, KEEL_PART_OPEN);
  g_autoptr (KeelPartProgress) first = NULL, second = NULL, third = NULL;

  first = put (fixture, working, KEEL_PART_SAYS_STATE);
  second = put (fixture, open, KEEL_PART_SAYS_STATE);
  assert_said (fixture, NULL, "");
  third = put (fixture, working, KEEL_PART_SAYS_STATE);
  g_assert_true (keel_part_progress_is_empty (third));
  assert_said (fixture, NULL, "lifering domains 3 working 0 - -\n");
}

/* A structure of a person's own may have become shorter: what was said of the rest is still there. */
static void
test_beyond (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) far = make ("own-1", "steps", 40, KEEL_PART_DONE);
  g_autoptr (KeelPartProgress) zero = make ("own-1", "steps", 0, KEEL_PART_DONE);
  g_autoptr (KeelPartProgress) before = NULL, none = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  before = put (fixture, far, KEEL_PART_SAYS_STATE);
  g_assert_false (keel_journal_set_progress (fixture->journal, zero, ALL, NULL, &none, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  all = keel_journal_get_progress (fixture->journal, "own-1", NULL);
  keel_progress_add_gone (all, "own-1", "steps", numbers);
  g_assert_cmpuint (numbers->len, ==, 1);
  g_assert_cmpuint (g_array_index (numbers, guint, 0), ==, 40);
}

/* No reminder depends on it. */
static void
test_counter (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPartProgress) done = make ("aa", "steps", 4, KEEL_PART_DONE);
  g_autoptr (KeelPartProgress) before = NULL;
  gint64 counter = keel_journal_get_change_counter (fixture->journal, NULL);

  before = put (fixture, done, ALL);
  g_assert_cmpint (keel_journal_get_change_counter (fixture->journal, NULL), ==, counter);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/progress/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, function,            \
              keel_journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("kept", test_kept);
  ADD ("one-thing", test_one_thing);
  ADD ("undo", test_undo);
  ADD ("nothing", test_nothing);
  ADD ("beyond", test_beyond);
  ADD ("counter", test_counter);
  return g_test_run ();
}
