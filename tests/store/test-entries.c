/* Entries of worksheets: what was written is kept, found, brought back, and destroyed when that is asked. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-journal-entries.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHEET                                                                                                 \
  "<worksheet id='w01' order='1' pages='both' group='steps'><name>%s</name><section>"                         \
  "<field id='what' type='long'><label>What?</label></field>"                                                 \
  "<field id='rows' type='table'><label>Rows</label><column id='who' type='text'><label>Who</label></column>" \
  "</field></section></worksheet>"

/* As an update may have it. */
#define CHANGED_SHEET                                                                                        \
  "<worksheet id='w01' order='1' pages='both' group='plans'><name>Another name</name><section>"              \
  "<field id='rows' type='tick'><label>No table any more</label></field>"                                    \
  "<field id='new' type='date'><label>New</label></field></section></worksheet>"

/* With answers of which an id or a date is kept. */
#define CHOICES                                                                                                                              \
  "<worksheet id='w01' order='1' pages='both' group='steps'><name>Choices</name><section>"                                                   \
  "<field id='when' type='date'><label>When?</label></field>"                                                                                \
  "<field id='mood' type='choice' several='yes'><label>Mood</label><option id='q-514c'>Calm</option>"                                        \
  "<option id='q-77aa'>Weary</option></field>"                                                                                               \
  "<field id='rows' type='table'><label>Rows</label><column id='who' type='text'><label>Who</label></column>"                                \
  "<column id='how' type='choice'><label>How</label><option id='q-9999'>By letter</option><option id='q-8888'>Not</option></column></field>" \
  "</section></worksheet>"

typedef struct
{
  char *folder;
  char *path;
  KeelTestClock *clock;
  KeelJournal *journal;
  KeelWorksheet *sheet;
} Fixture;

static KeelWorksheet *
make_sheet (const char *name)
{
  g_autofree char *xml = g_strdup_printf (SHEET, name);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  KeelWorksheet *sheet = keel_worksheet_new_from_xml (bytes, NULL);

  g_assert_nonnull (sheet);
  return sheet;
}

static void
open_journal (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->journal);
  fixture->journal = keel_journal_open (fixture->path, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->clock = keel_test_clock_new ("2026-11-21T18:00:00Z", "Europe/Berlin");
  fixture->sheet = make_sheet ("Resentment list");
  open_journal (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->clock);
  keel_worksheet_unref (fixture->sheet);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static KeelEntry *
begin (Fixture *fixture)
{
  GError *error = NULL;
  KeelEntry *entry;

  entry = keel_journal_begin_entry (fixture->journal, fixture->sheet, KEEL_ENTRY_LINK_PART, "aa/4", &error);
  g_assert_no_error (error);
  return entry;
}

static KeelEntry *
begin_guarded (Fixture *fixture, gboolean quiet, gboolean ask_again)
{
  fixture->sheet->quiet = quiet;
  fixture->sheet->ask_again = ask_again;
  keel_test_clock_step (fixture->clock, 60);
  return begin (fixture);
}

static void
put_down (Fixture *fixture, KeelEntry *entry, const char *text)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  GError *error = NULL;

  keel_answers_set_text (answers, "what", text, NULL);
  keel_journal_save_entry (fixture->journal, entry->uuid, answers, &error);
  g_assert_no_error (error);
}

static void
assert_written (Fixture *fixture, const char *uuid, const char *expected)
{
  GError *error = NULL;
  g_autoptr (KeelAnswers) answers = keel_journal_read_answers (fixture->journal, uuid, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (keel_answers_get_text (answers, "what"), ==, expected);
}

/* The names that a search answers, with a comma between them. */
static void
assert_found (Fixture *fixture, const char *words, const char *expected)
{
  const KeelEntryFilter filter = { .words = words };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  keel_journal_index_entries (fixture->journal, &error);
  g_assert_no_error (error);
  entries = keel_journal_get_entries (fixture->journal, &filter, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", ((KeelEntry *) entries->pdata[i])->beginning);
  g_test_message ("%s", words);
  g_assert_cmpstr (names->str, ==, expected);
}

static KeelEntry *
find (Fixture *fixture, const char *uuid)
{
  GError *error = NULL;
  KeelEntry *entry = keel_journal_find_entry (fixture->journal, uuid, &error);

  g_assert_no_error (error);
  return entry;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  gint64 counter = keel_journal_get_change_counter (fixture->journal, NULL);
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (KeelEntry) found = NULL;
  g_autoptr (KeelWorksheet) template = NULL;

  g_assert_cmpint (entry->state, ==, KEEL_ENTRY_DRAFT);
  g_assert_cmpstr (entry->target, ==, "aa/4");
  g_assert_cmpstr (entry->name, ==, "Resentment list");
  put_down (fixture, entry, "  My  old\nboss ");
  open_journal (fixture);
  assert_written (fixture, entry->uuid, "  My  old\nboss ");
  found = find (fixture, entry->uuid);
  g_assert_cmpstr (found->beginning, ==, "My old boss");

  /* The template of an update does not change what was begun before it. */
  keel_worksheet_unref (fixture->sheet);
  fixture->sheet = make_sheet ("Another name");
  template = keel_journal_read_template (fixture->journal, entry->uuid, NULL);
  g_assert_cmpstr (template->name, ==, "Resentment list");
  g_assert_nonnull (keel_field_find_column (keel_worksheet_find_field (template, "rows"), "who"));
  g_assert_cmpint (keel_journal_get_change_counter (fixture->journal, NULL), ==, counter);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (KeelEntry) finished = NULL;
  g_autoptr (KeelEntry) same = NULL;
  g_autoptr (KeelEntry) again = NULL;

  put_down (fixture, entry, "one");
  g_assert_true (keel_journal_set_entry_state (fixture->journal, entry->uuid, KEEL_ENTRY_FINISHED, NULL));
  finished = find (fixture, entry->uuid);
  g_assert_cmpint (finished->state, ==, KEEL_ENTRY_FINISHED);
  g_assert_cmpint (finished->finished_at, >, 0);
  put_down (fixture, entry, "one"); /* nothing new */
  same = find (fixture, entry->uuid);
  g_assert_cmpint (same->state, ==, KEEL_ENTRY_FINISHED);
  put_down (fixture, entry, "one and more");
  again = find (fixture, entry->uuid);
  g_assert_cmpint (again->state, ==, KEEL_ENTRY_REVISITED);
  g_assert_cmpint (again->finished_at, ==, finished->finished_at);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "Zoë was late", "The boss shouted", "Boss and brother" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KeelEntry) entry = begin (fixture);

      keel_test_clock_step (fixture->clock, 60);
      put_down (fixture, entry, texts[i]);
    }
  assert_found (fixture, "bos", "Boss and brother,The boss shouted");
  assert_found (fixture, "bro bos", "Boss and brother");
  assert_found (fixture, "zoe", "Zoë was late");
  assert_found (fixture, "resentm zo", "Zoë was late");
  assert_found (fixture, "nobody", "");
  assert_found (fixture, "\"bos* OR NEAR(", "");
  assert_found (fixture, "  -- ", "Boss and brother,The boss shouted,Zoë was late");
  assert_found (fixture, "", "Boss and brother,The boss shouted,Zoë was late");
}

/* In any script, with or without its marks, by one letter and across what stands between words. */
static void
test_search_scripts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    gboolean found;
  } rows[] = {
    { "मुझे", TRUE },     { "डर ल", TRUE },      { "ÉTÉ", TRUE },
    { "ete", TRUE },    { "e-mail", TRUE },    { "mail", TRUE },
    { "mail e", TRUE }, { "don't", TRUE },     { "t", TRUE },
    { "T", TRUE },      { "straße", TRUE },    { "STRASS", TRUE },
    { "مرحبا", TRUE },  { "７", TRUE },        { "e\u0301te\u0301", TRUE },
    { "🌊", TRUE },      { "7 a.m.", TRUE },    { "mmail", FALSE },
    { "été x", FALSE }, { "NOT mail", FALSE }, { "name:mail", FALSE },
    { "^mail", TRUE },  { "mail AND", FALSE }, { "\xff", TRUE },
    { "(mail", TRUE },
  };
  static const char text[] = "मुझे डर लगता है; l’été, an e-mail, don’t. Straße مرحبًا 🌊 7 a.m.";
  g_autoptr (KeelEntry) entry = begin (fixture);

  put_down (fixture, entry, text);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_found (fixture, rows[i].words, rows[i].found ? text : "");
}

/* What was saved is found as it is now, and no longer as it was. */
static void
test_search_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);

  put_down (fixture, entry, "apple");
  assert_found (fixture, "apple", "apple");
  put_down (fixture, entry, "pear");
  assert_found (fixture, "apple", "");
  assert_found (fixture, "pear", "pear");
  g_assert_true (keel_journal_set_entry_title (fixture->journal, entry->uuid, "About Sunday", NULL));
  assert_found (fixture, "sund", "pear");
}

/* Choices are the words that the person chose, in lists and for search. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  static const char *const moods[] = { "q-514c", "q-77aa", "q-gone", NULL };
  static const char *const ways[] = { "q-9999", NULL };
  static const char told[] = "Calm · Weary · Zoë · By letter";
  g_autoptr (GBytes) bytes = g_bytes_new_static (CHOICES, strlen (CHOICES));
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (KeelAnswers) row = NULL;
  g_autoptr (KeelEntry) entry = NULL;

  keel_worksheet_unref (fixture->sheet);
  fixture->sheet = keel_worksheet_new_from_xml (bytes, NULL);
  g_assert_nonnull (fixture->sheet);
  entry = begin (fixture);
  keel_answers_set_text (answers, "when", "2026-11-21", NULL);
  keel_answers_set_texts (answers, "mood", moods, NULL);
  row = keel_answers_insert_row (answers, "rows", 0, NULL);
  keel_answers_set_text (row, "who", " Zoë\n", NULL);
  keel_answers_set_texts (row, "how", ways, NULL);
  g_assert_true (keel_journal_save_entry (fixture->journal, entry->uuid, answers, NULL));
  assert_found (fixture, "", told);
  assert_found (fixture, "calm", told);
  assert_found (fixture, "zoe letter", told);
  assert_found (fixture, "514c", "");
  assert_found (fixture, "q", "");
  open_journal (fixture); /* the template is read anew */
  keel_answers_clear (answers, "mood");
  g_assert_true (keel_journal_save_entry (fixture->journal, entry->uuid, answers, NULL));
  assert_found (fixture, "", "Zoë · By letter");
  assert_found (fixture, "calm", "");
}

/* Of a long text only the first words, and never half a letter. */
static void
test_beginning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (KeelEntry) found = NULL;
  g_autoptr (GString) text = g_string_new (" \n");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "é🌊\t ");
  put_down (fixture, entry, text->str);
  found = find (fixture, entry->uuid);
  g_assert_true (g_str_has_prefix (found->beginning, "é🌊 é🌊 "));
  g_assert_true (g_utf8_validate (found->beginning, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (found->beginning, -1), >=, 119);
  g_assert_cmpint (g_utf8_strlen (found->beginning, -1), <=, 123);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) first = begin (fixture);
  g_autoptr (KeelEntry) second = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) linked = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const KeelEntryFilter all = { 0 };
  const KeelEntryFilter of_part = { .link = KEEL_ENTRY_LINK_PART, .target = "aa/5" };
  const KeelEntryFilter newest = { .limit = 1, .worksheet = "w01" };

  keel_test_clock_step (fixture->clock, 60);
  second = begin (fixture);
  g_assert_true (keel_journal_set_entry_pinned (fixture->journal, first->uuid, TRUE, NULL));
  g_assert_true (
      keel_journal_set_entry_link (fixture->journal, second->uuid, KEEL_ENTRY_LINK_PART, "aa/5", NULL));
  entries = keel_journal_get_entries (fixture->journal, &all, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((KeelEntry *) entries->pdata[0])->uuid, ==, first->uuid);
  linked = keel_journal_get_entries (fixture->journal, &of_part, NULL);
  g_assert_cmpuint (linked->len, ==, 1);
  g_assert_cmpstr (((KeelEntry *) linked->pdata[0])->uuid, ==, second->uuid);
  one = keel_journal_get_entries (fixture->journal, &newest, NULL);
  g_assert_cmpuint (one->len, ==, 1);
}

/* What the worksheet says that it was begun with is what counts, with each copy of it; what is quiet makes
 * room in a list for what is told. */
static void
test_guards (Fixture *fixture, gconstpointer data)
{
  const KeelEntryFilter told = { .told = TRUE, .limit = 2 };
  const KeelEntryFilter found = { .told = TRUE, .words = "boss" };
  const KeelEntryFilter all = { .limit = 3 };
  g_autoptr (KeelEntry) open = begin_guarded (fixture, FALSE, FALSE);
  g_autoptr (KeelEntry) asks = begin_guarded (fixture, FALSE, TRUE);
  g_autoptr (KeelEntry) quiet = begin_guarded (fixture, TRUE, TRUE);
  g_autoptr (KeelEntry) copy = keel_journal_duplicate_entry (fixture->journal, quiet->uuid, NULL);
  g_autoptr (GPtrArray) shown = keel_journal_get_entries (fixture->journal, &told, NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  g_assert_cmpint (open->guard, ==, KEEL_ENTRY_GUARD_NONE);
  g_assert_cmpint (asks->guard, ==, KEEL_ENTRY_GUARD_WORDS);
  g_assert_cmpint (quiet->guard, ==, KEEL_ENTRY_GUARD_QUIET);
  g_assert_cmpint (copy->guard, ==, KEEL_ENTRY_GUARD_QUIET);
  g_assert_cmpuint (shown->len, ==, 2);
  g_assert_cmpstr (((KeelEntry *) shown->pdata[0])->uuid, ==, asks->uuid);
  g_assert_cmpstr (((KeelEntry *) shown->pdata[1])->uuid, ==, open->uuid);
  newest = keel_journal_get_entries (fixture->journal, &all, NULL);
  g_assert_cmpstr (((KeelEntry *) newest->pdata[0])->uuid, ==, copy->uuid);

  put_down (fixture, quiet, "boss");
  g_assert_true (keel_journal_index_entries (fixture->journal, NULL));
  hits = keel_journal_get_entries (fixture->journal, &found, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (GArray) versions = NULL;
  g_autoptr (KeelAnswers) first = NULL;
  g_autoptr (KeelAnswers) foreign = NULL;
  g_autoptr (KeelEntry) other = begin (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_journal_keep_version (fixture->journal, entry->uuid, NULL)); /* nothing to keep */
  put_down (fixture, entry, "one two");
  g_assert_true (keel_journal_keep_version (fixture->journal, entry->uuid, NULL));
  g_assert_true (keel_journal_keep_version (fixture->journal, entry->uuid, NULL)); /* the same */
  keel_test_clock_step (fixture->clock, 60);
  put_down (fixture, entry, "three");
  g_assert_true (keel_journal_keep_version (fixture->journal, entry->uuid, NULL));

  versions = keel_journal_get_versions (fixture->journal, entry->uuid, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpuint (g_array_index (versions, KeelEntryVersion, 1).n_words, ==, 2);
  first = keel_journal_read_version (fixture->journal, entry->uuid,
                                     g_array_index (versions, KeelEntryVersion, 1).id, NULL);
  g_assert_cmpstr (keel_answers_get_text (first, "what"), ==, "one two");
  foreign = keel_journal_read_version (fixture->journal, other->uuid,
                                       g_array_index (versions, KeelEntryVersion, 1).id, &error);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  const KeelEntryFilter trash = { .trash = TRUE };
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (KeelEntry) copy = NULL;
  g_autoptr (GPtrArray) thrown = NULL;
  g_autoptr (GError) error = NULL;

  put_down (fixture, entry, "apple");
  copy = keel_journal_duplicate_entry (fixture->journal, entry->uuid, NULL);
  assert_written (fixture, copy->uuid, "apple");
  g_assert_true (keel_journal_set_entry_deleted (fixture->journal, copy->uuid, TRUE, NULL));
  assert_found (fixture, "app", "apple");
  thrown = keel_journal_get_entries (fixture->journal, &trash, NULL);
  g_assert_cmpuint (thrown->len, ==, 1);
  g_assert_true (keel_journal_set_entry_deleted (fixture->journal, copy->uuid, FALSE, NULL));
  assert_found (fixture, "app", "apple,apple");

  g_assert_true (keel_journal_set_entry_deleted (fixture->journal, copy->uuid, TRUE, NULL));
  keel_test_clock_step (fixture->clock, KEEL_TRASH_DAYS * 24 * 3600);
  g_assert_true (keel_journal_empty_trash (fixture->journal, NULL));
  assert_written (fixture, copy->uuid, "apple");
  keel_test_clock_step (fixture->clock, 60);
  g_assert_true (keel_journal_empty_trash (fixture->journal, NULL));
  g_assert_null (keel_journal_find_entry (fixture->journal, copy->uuid, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  assert_written (fixture, entry->uuid, "apple");
}

/* A copy is a draft of its own, whatever the other one has become. */
static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (KeelEntry) copy = NULL;
  g_autoptr (KeelEntry) before = NULL;
  g_autoptr (GArray) versions = NULL;

  put_down (fixture, entry, "one");
  g_assert_true (keel_journal_keep_version (fixture->journal, entry->uuid, NULL));
  g_assert_true (keel_journal_set_entry_title (fixture->journal, entry->uuid, "Sunday", NULL));
  g_assert_true (keel_journal_set_entry_pinned (fixture->journal, entry->uuid, TRUE, NULL));
  g_assert_true (keel_journal_set_entry_state (fixture->journal, entry->uuid, KEEL_ENTRY_FINISHED, NULL));
  keel_test_clock_step (fixture->clock, 60);
  copy = keel_journal_duplicate_entry (fixture->journal, entry->uuid, NULL);
  g_assert_cmpstr (copy->uuid, !=, entry->uuid);
  g_assert_cmpint (copy->state, ==, KEEL_ENTRY_DRAFT);
  g_assert_false (copy->pinned);
  g_assert_cmpint (copy->finished_at, ==, 0);
  g_assert_cmpint (copy->created_at, ==, entry->created_at + 60);
  g_assert_cmpstr (copy->title, ==, "Sunday");
  g_assert_cmpstr (copy->target, ==, "aa/4");
  versions = keel_journal_get_versions (fixture->journal, copy->uuid, NULL);
  g_assert_cmpuint (versions->len, ==, 0);

  put_down (fixture, copy, "two");
  assert_written (fixture, entry->uuid, "one");
  before = find (fixture, entry->uuid);
  g_assert_cmpint (before->state, ==, KEEL_ENTRY_FINISHED);
  g_assert_true (keel_journal_destroy_entry (fixture->journal, entry->uuid, NULL));
  assert_written (fixture, copy->uuid, "two");
}

/* The worksheet that it was begun with is what it is shown with, whatever there is in an update: fields that
 * went, that came, and that are of another type, or no such worksheet at all. */
static void
test_template_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);
  g_autoptr (KeelAnswers) answers = keel_answers_new_from_json (
      "{\"what\":\"long words\",\"rows\":[{\"who\":\"Anna\",\"came\":true}],\"gone\":[\"a\",\"b\"]}", NULL);
  g_autoptr (GBytes) changed = g_bytes_new_static (CHANGED_SHEET, strlen (CHANGED_SHEET));
  g_autofree char *before = keel_worksheet_to_xml (fixture->sheet);
  g_autofree char *after = NULL;
  g_autoptr (KeelAnswers) read = NULL;
  g_autoptr (KeelWorksheet) template = NULL;
  g_autoptr (KeelEntry) newer = NULL;

  g_assert_true (keel_journal_save_entry (fixture->journal, entry->uuid, answers, NULL));
  keel_worksheet_unref (fixture->sheet);
  fixture->sheet = keel_worksheet_new_from_xml (changed, NULL);
  open_journal (fixture);
  newer = begin (fixture);
  template = keel_journal_read_template (fixture->journal, entry->uuid, NULL);
  after = keel_worksheet_to_xml (template);
  g_assert_cmpstr (after, ==, before);
  read = keel_journal_read_answers (fixture->journal, entry->uuid, NULL);
  g_assert_true (keel_answers_equal (read, answers));
  assert_found (fixture, "anna", "long words · Anna"); /* nothing of what no template knows */

  /* The newer one goes with its template, and only with that. */
  g_assert_true (keel_journal_destroy_entry (fixture->journal, newer->uuid, NULL));
  g_clear_pointer (&template, keel_worksheet_unref);
  template = keel_journal_read_template (fixture->journal, entry->uuid, NULL);
  g_assert_nonnull (template);
}

static gboolean
file_has (Fixture *fixture, const char *word)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  return memmem (contents, length, word, strlen (word)) != NULL;
}

/* No byte of it stays: not in the answers, the versions, the index or free pages. */
static void
test_destroyed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) kept = begin (fixture);
  g_autoptr (KeelEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  put_down (fixture, kept, "ordinary words");
  keel_worksheet_unref (fixture->sheet);
  fixture->sheet = make_sheet ("Quetzalname");
  entry = begin (fixture);
  put_down (fixture, entry, "quetzalcanary in a cage");
  g_assert_true (keel_journal_keep_version (fixture->journal, entry->uuid, NULL));
  g_assert_true (keel_journal_set_entry_title (fixture->journal, entry->uuid, "quetzaltitle", NULL));
  assert_found (fixture, "quetzalc", "quetzalcanary in a cage");
  put_down (fixture, entry, "quetzalcanary no more");
  g_assert_true (file_has (fixture, "quetzal"));

  g_assert_true (keel_journal_destroy_entry (fixture->journal, entry->uuid, NULL));
  g_assert_false (file_has (fixture, "quetzal"));
  g_assert_false (file_has (fixture, "Quetzal"));
  assert_found (fixture, "quetzal", "");
  assert_found (fixture, "ordin", "ordinary words");
  g_assert_false (keel_journal_destroy_entry (fixture->journal, entry->uuid, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
assert_shared (Fixture *fixture, const char *uuid, gint64 at, const char *with)
{
  g_autoptr (KeelEntry) entry = find (fixture, uuid);

  g_assert_cmpint (entry->shared_at, ==, at);
  g_assert_cmpstr (entry->shared_with, ==, with);
}

static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntry) entry = begin (fixture);

  assert_shared (fixture, entry->uuid, 0, NULL);
  g_assert_true (keel_journal_set_entry_shared (fixture->journal, entry->uuid, 1700000000, "Sam", NULL));
  assert_shared (fixture, entry->uuid, 1700000000, "Sam");
  g_assert_true (keel_journal_set_entry_shared (fixture->journal, entry->uuid, 1700000001, "", NULL));
  assert_shared (fixture, entry->uuid, 1700000001, NULL);
  g_assert_true (keel_journal_set_entry_shared (fixture->journal, entry->uuid, 0, "Sam", NULL));
  assert_shared (fixture, entry->uuid, 0, NULL);
}

/* Nobody is told that what they wrote was saved where it was not. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_journal_save_entry (fixture->journal, "nobody", answers, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (keel_journal_set_entry_pinned (fixture->journal, "nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (keel_journal_duplicate_entry (fixture->journal, "nobody", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, function) g_test_add ("/entries/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("kept", test_kept);
  ADD ("states", test_states);
  ADD ("search", test_search);
  ADD ("search-scripts", test_search_scripts);
  ADD ("search-follows", test_search_follows);
  ADD ("choices", test_choices);
  ADD ("beginning", test_beginning);
  ADD ("lists", test_lists);
  ADD ("guards", test_guards);
  ADD ("versions", test_versions);
  ADD ("duplicate", test_duplicate);
  ADD ("template-stays", test_template_stays);
  ADD ("trash", test_trash);
  ADD ("destroyed", test_destroyed);
  ADD ("shared", test_shared);
  ADD ("gone", test_gone);
  return g_test_run ();
}
