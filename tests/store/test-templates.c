/* The worksheets of a person's own: kept, replaced, taken away and brought back; one that is damaged is left
 * out alone; and what was written with one is never touched. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-entries.h"
#include "store/keel-journal-templates.h"

#include <sqlite3.h>
#include <string.h>

#define SHEET                                                                                                \
  "<worksheet id='%s' order='7' pages='both' group='general'><name>%s</name>"                                \
  "<section><field id='what' type='long'><label>%s</label></field></section></worksheet>"

static KeelWorksheet *
make (const char *id, const char *name, const char *question)
{
  g_autofree char *xml = g_strdup_printf (SHEET, id, name, question);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  KeelWorksheet *sheet = keel_worksheet_new_from_xml (bytes, NULL);

  g_assert_nonnull (sheet);
  return sheet;
}

/* The name of what stood there before, or "-". */
static void
put (KeelJournalFixture *fixture, const char *id, const char *name, const char *expected_before)
{
  g_autoptr (KeelWorksheet) sheet = make (id, name, "What?");
  g_autoptr (KeelWorksheet) before = NULL;
  GError *error = NULL;

  keel_journal_set_own_template (fixture->journal, sheet, &before, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before != NULL ? before->name : "-", ==, expected_before);
}

static void
assert_names (KeelJournalFixture *fixture, const char *expected, guint expected_damaged)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) sheets = NULL;
  GError *error = NULL;
  guint n_damaged = 99;

  sheets = keel_journal_get_own_templates (fixture->journal, &n_damaged, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sheets->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", ((KeelWorksheet *) sheets->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpuint (n_damaged, ==, expected_damaged);
}

static void delete (KeelJournalFixture *fixture, const char *id, gboolean deleted)
{
  GError *error = NULL;

  keel_journal_set_own_template_deleted (fixture->journal, id, deleted, &error);
  g_assert_no_error (error);
}

static void
test_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean known = TRUE;

  assert_names (fixture, "", 0);
  put (fixture, "own-b", "Second", "-");
  put (fixture, "own-a", "First", "-");
  keel_journal_fixture_open (fixture);
  assert_names (fixture, "First,Second", 0);
  put (fixture, "own-a", "First, otherwise", "First");
  assert_names (fixture, "First, otherwise,Second", 0);

  delete (fixture, "own-a", TRUE);
  assert_names (fixture, "Second", 0);
  g_assert_true (keel_journal_knows_own_template (fixture->journal, "own-a", &known, NULL) && known);
  g_assert_true (keel_journal_knows_own_template (fixture->journal, "own-c", &known, NULL) && !known);
  delete (fixture, "own-a", FALSE);
  assert_names (fixture, "First, otherwise,Second", 0);
  delete (fixture, "own-a", TRUE);
  put (fixture, "own-a", "Anew", "-");
  assert_names (fixture, "Anew,Second", 0);

  g_assert_false (keel_journal_set_own_template_deleted (fixture->journal, "own-c", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

/* What Keel brings along is never replaced. */
static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelWorksheet) sheet = make ("w01", "Not mine", "What?");
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_journal_set_own_template (fixture->journal, sheet, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  assert_names (fixture, "", 0);
}

static void
spoil (KeelJournalFixture *fixture, const char *id, const char *xml)
{
  sqlite3 *handle;
  g_autofree char *sql = g_strdup_printf ("UPDATE own_template SET xml = '%s' WHERE id = '%s'", xml, id);

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
    "",
    "<worksheet",
    "<program/>",
    "\x01\xff",
    /* As it is, but of another id: it would stand there twice. */
    "<worksheet id=\"own-b\" order=\"7\" pages=\"both\" group=\"general\"><name>B</name>"
    "<section><field id=\"what\" type=\"long\"><label>What?</label></field></section></worksheet>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      put (fixture, "own-a", "First", "-");
      put (fixture, "own-b", "Second", i == 0 ? "-" : "Second");
      spoil (fixture, "own-a", damage[i]);
      g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "Own worksheet own-a*");
      assert_names (fixture, "Second", 1);
      g_test_assert_expected_messages ();
      if (i + 1 < G_N_ELEMENTS (damage))
        g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "Own worksheet own-a*");
      else
        return;
    }
}

static void
test_entries (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelWorksheet) first = make ("own-a", "First", "What was it?");
  g_autoptr (KeelWorksheet) second = make ("own-a", "Second", "And now?");
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (KeelEntry) entry = NULL;
  g_autoptr (KeelWorksheet) read = NULL;
  g_autoptr (KeelAnswers) written = NULL;
  GError *error = NULL;

  keel_journal_set_own_template (fixture->journal, first, NULL, &error);
  g_assert_no_error (error);
  entry = keel_journal_begin_entry (fixture->journal, first, KEEL_ENTRY_LINK_NONE, NULL, &error);
  g_assert_no_error (error);
  keel_answers_set_text (answers, "what", "A long day", NULL);
  keel_journal_save_entry (fixture->journal, entry->uuid, answers, &error);
  g_assert_no_error (error);

  keel_journal_set_own_template (fixture->journal, second, NULL, &error);
  g_assert_no_error (error);
  delete (fixture, "own-a", TRUE);
  read = keel_journal_read_template (fixture->journal, entry->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->name, ==, "First");
  g_assert_cmpstr (keel_worksheet_find_field (read, "what")->label, ==, "What was it?");
  written = keel_journal_read_answers (fixture->journal, entry->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (keel_answers_get_text (written, "what"), ==, "A long day");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/templates/kept", KeelJournalFixture, NULL, keel_journal_fixture_set_up, test_kept,
              keel_journal_fixture_tear_down);
  g_test_add ("/store/templates/refused", KeelJournalFixture, NULL, keel_journal_fixture_set_up, test_refused,
              keel_journal_fixture_tear_down);
  g_test_add ("/store/templates/damaged", KeelJournalFixture, NULL, keel_journal_fixture_set_up, test_damaged,
              keel_journal_fixture_tear_down);
  g_test_add ("/store/templates/entries", KeelJournalFixture, NULL, keel_journal_fixture_set_up, test_entries,
              keel_journal_fixture_tear_down);
  return g_test_run ();
}
