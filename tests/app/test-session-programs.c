/* The programs of a person as the window knows them: at once after each change, also of one that others made,
 * and whatever is pressed how quickly. */

#include "app/keel-session-programs.h"
#include "keel-test-folder.h"
#include "store/keel-journal-programs.h"
#include "store/keel-system-clock.h"

typedef struct
{
  char *folder;
  KeelSession *session;
  guint changes; /* signals */
  guint waiting; /* callbacks that are to come */
  GError *error; /* of the last one */
  KeelProgram *saved;
} Fixture;

static void
changed_cb (KeelSession *session, Fixture *fixture)
{
  fixture->changes++;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  GError *error = NULL;

  keel_session_open_finish (KEEL_SESSION (source), result, &error);
  g_assert_no_error (error);
  fixture->waiting--;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  keel_session_change_finish (KEEL_SESSION (source), result, &fixture->error);
  fixture->waiting--;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->saved, keel_program_unref);
  fixture->saved = keel_session_save_program_finish (KEEL_SESSION (source), result, &fixture->error);
  fixture->waiting--;
}

static void
wait (Fixture *fixture)
{
  while (fixture->waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_session (Fixture *fixture)
{
  fixture->session = keel_session_new (fixture->folder, NULL, NULL);
  g_signal_connect (fixture->session, "programs-changed", G_CALLBACK (changed_cb), fixture);
  fixture->waiting++;
  keel_session_open_async (fixture->session, opened_cb, fixture);
  wait (fixture);
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
  open_session (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_session (fixture);
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->saved, keel_program_unref);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_chosen (Fixture *fixture, const char *expected)
{
  GPtrArray *programs = keel_session_get_programs (fixture->session);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < programs->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const KeelProgram *) programs->pdata[i])->short_name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
choose (Fixture *fixture, const char *code, gboolean chosen)
{
  fixture->waiting++;
  keel_session_choose_program_async (fixture->session, code, chosen, done_cb, fixture);
}

static void
save (Fixture *fixture, const KeelProgram *program)
{
  fixture->waiting++;
  keel_session_save_program_async (fixture->session, program, saved_cb, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
}

/* Pressed one after the other without waiting, all of them count; the old choice is one that can be set. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) before = NULL;

  assert_chosen (fixture, "");
  g_assert_cmpstr (keel_session_get_word (fixture->session, "guide"), ==, "supporter");
  choose (fixture, "smart", TRUE);
  choose (fixture, "aa", TRUE);
  choose (fixture, "na", TRUE);
  wait (fixture);
  g_assert_no_error (fixture->error);
  assert_chosen (fixture, "SMART, AA, NA");
  g_assert_cmpuint (fixture->changes, ==, 3);
  g_assert_true (keel_session_has_program (fixture->session, "aa"));
  g_assert_cmpstr (keel_session_get_word (fixture->session, "guide"), ==, "sponsor");

  before = keel_session_dup_program_codes (fixture->session);
  choose (fixture, "none", TRUE);
  wait (fixture);
  assert_chosen (fixture, "No program");
  fixture->waiting++;
  keel_session_set_programs_async (fixture->session, (const char *const *) before, done_cb, fixture);
  wait (fixture);
  assert_chosen (fixture, "SMART, AA, NA");
  close_session (fixture);
  open_session (fixture);
  assert_chosen (fixture, "SMART, AA, NA");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "aa", "bowling", NULL };

  choose (fixture, "bowling", TRUE);
  wait (fixture);
  g_assert_error (fixture->error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  fixture->waiting++;
  keel_session_set_programs_async (fixture->session, codes, done_cb, fixture);
  wait (fixture);
  g_assert_error (fixture->error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  assert_chosen (fixture, "");
  g_assert_cmpuint (fixture->changes, ==, 0);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "na", TRUE);
  wait (fixture);
  g_assert_false (keel_session_uses_labels (fixture->session));
  g_assert_cmpstr (keel_session_get_word (fixture->session, "not-using"), ==, "in recovery");
  fixture->waiting++;
  keel_session_set_labels_async (fixture->session, TRUE, done_cb, fixture);
  wait (fixture);
  g_assert_true (keel_session_uses_labels (fixture->session));
  g_assert_cmpstr (keel_session_get_word (fixture->session, "not-using"), ==, "clean");
}

/* One of the person's own is a program like others; deleted, it keeps its name, and undo brings it back as it
 * was, chosen too. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  KeelContent *content = keel_session_get_content (fixture->session);
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  g_autoptr (KeelProgram) before = NULL;
  guint n = keel_content_get_n_programs (content);
  const char *code;

  program->name = g_strdup ("Circle");
  keel_program_set_word (program, "guide", "walker", FALSE);
  save (fixture, program);
  before = keel_program_ref (fixture->saved);
  code = before->code;
  g_assert_cmpuint (keel_content_get_n_programs (content), ==, n + 1);
  choose (fixture, code, TRUE);
  wait (fixture);
  assert_chosen (fixture, "Circle");
  g_assert_cmpstr (keel_session_get_word (fixture->session, "guide"), ==, "walker");

  g_free (program->name);
  program->name = g_strdup ("Round");
  program->code = g_strdup (code);
  save (fixture, program);
  assert_chosen (fixture, "Round");
  save (fixture, before);
  assert_chosen (fixture, "Circle");

  for (int deleted = 1; deleted >= 0; deleted--)
    {
      fixture->waiting++;
      keel_session_delete_program_async (fixture->session, code, deleted, done_cb, fixture);
      wait (fixture);
      g_assert_no_error (fixture->error);
      assert_chosen (fixture, deleted ? "" : "Circle");
      g_assert_cmpuint (keel_content_get_n_programs (content), ==, n + (deleted ? 0 : 1));
      g_assert_cmpstr (keel_content_find_program (content, code)->name, ==, "Circle");
    }
}

/* Another colour, and as usual again. One of the person's own that did not change is the same one still. */
static void
test_colours (Fixture *fixture, gconstpointer data)
{
  static const char *const colours[] = { "#6A2C91", NULL };
  KeelContent *content = keel_session_get_content (fixture->session);
  const KeelProgram *na = keel_content_find_program (content, "na");
  const KeelMilestone *mark = na->marks->pdata[1];
  g_autofree char *key = keel_milestone_format (mark);
  g_autoptr (KeelProgram) program = keel_program_new_own ();
  const KeelProgram *own;

  program->name = g_strdup ("Circle");
  save (fixture, program);
  own = keel_content_find_program (content, fixture->saved->code);
  g_assert_cmpstr (keel_session_get_milestone_colour (fixture->session, na, mark), ==, mark->colour);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      fixture->waiting++;
      fixture->changes = 0;
      keel_session_set_milestone_colour_async (fixture->session, "na", key, colours[i], done_cb, fixture);
      wait (fixture);
      g_assert_no_error (fixture->error);
      g_assert_cmpuint (fixture->changes, ==, 1);
      g_assert_cmpstr (keel_session_get_milestone_colour (fixture->session, na, mark), ==,
                       colours[i] != NULL ? colours[i] : mark->colour);
      g_assert_cmpstr (keel_session_get_milestone_colour (fixture->session, na, na->marks->pdata[2]), ==,
                       ((const KeelMilestone *) na->marks->pdata[2])->colour);
      g_assert_true (keel_content_find_program (content, own->code) == own);
    }
}

static void
test_too_much (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProgram) program = keel_program_new_own ();

  program->name = g_strdup ("Circle");
  program->about = g_strnfill (1024 * 1024, 'a');
  fixture->waiting++;
  keel_session_save_program_async (fixture->session, program, saved_cb, fixture);
  wait (fixture);
  g_assert_error (fixture->error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (fixture->saved);
  g_assert_cmpuint (fixture->changes, ==, 0);
}

/* What keelctl chose meanwhile is known when the window looks again, and nothing is told where nothing
 * changed. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (keel_session_get_folder (fixture->session), "journal.db", NULL);
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  g_autoptr (KeelJournal) journal = keel_journal_open (path, NULL, clock, NULL);

  g_assert_true (keel_journal_choose_program (journal, "lifering", TRUE, NULL));
  keel_session_refresh (fixture->session);
  while (fixture->changes == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_chosen (fixture, "LifeRing");
  keel_session_refresh (fixture->session);
  choose (fixture, "lifering", TRUE);
  wait (fixture);
  g_assert_cmpuint (fixture->changes, ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "choose", test_choose },   { "refused", test_refused },   { "labels", test_labels },
    { "own", test_own },         { "too-much", test_too_much }, { "elsewhere", test_elsewhere },
    { "colours", test_colours },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/session-programs/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
