/* What is being written: undone and redone step by step, and saved without what is never to be kept. */

#include "app/keel-entry-document.h"
#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-journal-entries.h"

#include <string.h>

#define FIELD(id, more) "<field id='" id "' type='text'" more "><label>x</label></field>"
#define SHEET                                                                                                                          \
  "<worksheet id='w99' order='1' pages='both' group='people'><name>Sheet</name><section>" FIELD ("one", "")                            \
      FIELD ("two", "") FIELD (                                                                                                        \
          "asked",                                                                                                                     \
          " keep='no'") "<field id='safe' type='tick' keep='no'><label>x</label></field>"                                              \
                        "<field id='then' type='long' when='safe'><label>x</label></field>"                                            \
                        "<field id='rows' type='table'><label>x</label><column id='who' type='text'><label>x</label></column></field>" \
                        "</section></worksheet>"
#define CANARY "Xyloquetzal"

static KeelEntryDocument *
make_document (const char *json)
{
  g_autoptr (GBytes) xml = g_bytes_new_static (SHEET, strlen (SHEET));
  KeelWorksheet *sheet = keel_worksheet_new_from_xml (xml, NULL);

  g_assert_nonnull (sheet);
  return keel_entry_document_new (sheet, keel_answers_new_from_json (json, NULL));
}

static void
type (KeelEntryDocument *document, const char *id, const char *text, gconstpointer place)
{
  keel_entry_document_begin_change (document, id, place);
  keel_answers_set_text (keel_entry_document_get_answers (document), id, text, NULL);
  keel_entry_document_end_change (document);
}

static void
assert_answers (KeelEntryDocument *document, const char *json)
{
  g_autofree char *found = keel_answers_to_json (keel_entry_document_get_answers (document));

  g_assert_cmpstr (found, ==, json);
}

/* What is asked anew each time, empty rows, and what the template knows nothing of. */
static void
test_kept (void)
{
  static const struct
  {
    const char *answers, *kept;
  } rows[] = {
    { "{\"one\":\"a\",\"asked\":\"b\",\"safe\":true}", "{\"one\":\"a\"}" },
    { "{\"asked\":\"b\"}", "{}" },
    { "{\"then\":\"c\"}", "{\"then\":\"c\"}" }, /* its condition does not hold, and it was written */
    { "{\"gone\":\"d\",\"rows\":[{\"who\":\"e\",\"gone\":7}]}",
      "{\"gone\":\"d\",\"rows\":[{\"who\":\"e\",\"gone\":7}]}" },
    { "{\"rows\":[{},{\"who\":\"e\"},{},{\"who\":\" \"}]}", "{\"rows\":[{},{\"who\":\"e\"}]}" },
    { "{\"rows\":\"of another kind\"}", "{\"rows\":\"of another kind\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelEntryDocument) document = make_document (rows[i].answers);
      g_autoptr (KeelAnswers) kept = keel_entry_document_dup_kept (document);
      g_autofree char *json = keel_answers_to_json (kept);

      g_assert_cmpstr (json, ==, rows[i].kept);
      assert_answers (document, rows[i].answers);
    }
}

static void
test_undo (void)
{
  g_autoptr (KeelEntryDocument) document = make_document ("{}");
  const int here = 0, there = 0;

  g_assert_false (keel_entry_document_undo (document));
  type (document, "one", "a", &here);
  type (document, "one", "ab", &here);
  type (document, "two", "c", &there);
  type (document, "one", "abd", &here);
  g_assert_true (keel_entry_document_undo (document));
  assert_answers (document, "{\"one\":\"ab\",\"two\":\"c\"}");
  g_assert_true (keel_entry_document_undo (document));
  assert_answers (document, "{\"one\":\"ab\"}");
  g_assert_true (keel_entry_document_undo (document));
  assert_answers (document, "{}");
  g_assert_false (keel_entry_document_undo (document));
  g_assert_true (keel_entry_document_redo (document));
  g_assert_true (keel_entry_document_redo (document));
  assert_answers (document, "{\"one\":\"ab\",\"two\":\"c\"}");
  type (document, "two", "", NULL); /* what comes after that is another story */
  g_assert_false (keel_entry_document_redo (document));
  g_assert_true (keel_entry_document_undo (document));
  assert_answers (document, "{\"one\":\"ab\",\"two\":\"c\"}");
}

/* A version that is brought back can be undone, rows and all. */
static void
test_undo_all (void)
{
  static const char now[] = "{\"rows\":[{\"who\":\"a\"},{\"who\":\"b\"}]}";
  static const char version[] = "{\"one\":\"x\",\"rows\":[{\"who\":\"c\"}]}";
  g_autoptr (KeelEntryDocument) document = make_document (now);
  g_autoptr (KeelAnswers) before = keel_answers_new_from_json (version, NULL);
  g_autoptr (KeelAnswers) row = NULL;

  keel_entry_document_replace (document, before);
  assert_answers (document, version);
  keel_entry_document_begin_change (document, "rows", NULL);
  row = keel_answers_get_row (keel_entry_document_get_answers (document), "rows", 0);
  keel_answers_set_text (row, "who", "d", NULL);
  keel_entry_document_end_change (document);
  assert_answers (document, "{\"one\":\"x\",\"rows\":[{\"who\":\"d\"}]}");
  g_assert_true (keel_entry_document_undo (document));
  assert_answers (document, version);
  g_assert_true (keel_entry_document_undo (document));
  assert_answers (document, now);
  g_assert_true (keel_entry_document_redo (document));
  assert_answers (document, version);
}

static gboolean
has_canary (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      found = found || memmem (contents, length, CANARY, strlen (CANARY)) != NULL;
    }
  return found;
}

/* A change is done until it is undone, and again when it is done again. */
static void
test_steps (void)
{
  g_autoptr (KeelEntryDocument) document = make_document ("{}");
  guint first, second;

  type (document, "one", "first", NULL);
  first = keel_entry_document_get_step (document);
  type (document, "two", "second", NULL);
  second = keel_entry_document_get_step (document);
  g_assert_cmpuint (first, !=, second);
  keel_entry_document_undo (document);
  g_assert_true (keel_entry_document_has_step (document, first));
  g_assert_false (keel_entry_document_has_step (document, second));
  keel_entry_document_redo (document);
  g_assert_true (keel_entry_document_has_step (document, second));
  keel_entry_document_undo (document);
  type (document, "two", "third", NULL);
  g_assert_false (keel_entry_document_has_step (document, second));
  g_assert_true (keel_entry_document_has_step (document, keel_entry_document_get_step (document)));
}

/* The answer to a question that is asked anew each time is in no file, whatever is done with the entry. */
static void
test_never_on_disk (void)
{
  g_autofree char *folder = keel_test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (KeelTestClock) clock = keel_test_clock_new ("2026-11-22T18:00:00Z", "Europe/Berlin");
  g_autoptr (KeelJournal) journal = keel_journal_open (path, NULL, KEEL_CLOCK (clock), NULL);
  g_autoptr (KeelEntryDocument) document = make_document ("{}");
  g_autoptr (KeelEntry) entry = NULL;
  g_autoptr (KeelEntry) copy = NULL;

  entry = keel_journal_begin_entry (journal, keel_entry_document_get_worksheet (document),
                                    KEEL_ENTRY_LINK_NONE, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KeelAnswers) kept = NULL;

      /* The second time where it is kept, so that this test can see it. */
      type (document, i == 0 ? "asked" : "one", CANARY, NULL);
      type (document, "two", "ordinary words", NULL);
      kept = keel_entry_document_dup_kept (document);
      g_assert_true (keel_journal_save_entry (journal, entry->uuid, kept, NULL));
      g_assert_true (keel_journal_keep_version (journal, entry->uuid, NULL));
      g_assert_true (keel_journal_index_entries (journal, NULL));
      g_clear_object (&copy);
      copy = keel_journal_duplicate_entry (journal, entry->uuid, NULL);
      g_assert_nonnull (copy);
      g_assert_true (has_canary (folder) == (i == 1));
    }
  g_clear_object (&journal);
  keel_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry-document/kept", test_kept);
  g_test_add_func ("/entry-document/undo", test_undo);
  g_test_add_func ("/entry-document/undo-all", test_undo_all);
  g_test_add_func ("/entry-document/steps", test_steps);
  g_test_add_func ("/entry-document/never-on-disk", test_never_on_disk);
  return g_test_run ();
}
