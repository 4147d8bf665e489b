/* The diary is what was written into its worksheets, by the days that it is about. */

#include "content/keel-content.h"
#include "keel-journal-fixture.h"
#include "store/keel-journal-diary.h"
#include "store/keel-journal-entries.h"

static KeelContent *content;

/* Returns the UUID of the entry. */
static char *
put (KeelJournalFixture *fixture, const char *worksheet, const char *json)
{
  const KeelWorksheet *sheet = keel_content_find_worksheet (content, worksheet);
  g_autoptr (KeelAnswers) answers = NULL;
  g_autoptr (KeelEntry) entry = NULL;
  GError *error = NULL;

  g_assert_nonnull (sheet);
  answers = keel_answers_new_from_json (json, &error);
  g_assert_no_error (error);
  entry = keel_journal_begin_entry (fixture->journal, sheet, KEEL_ENTRY_LINK_NONE, NULL, &error);
  g_assert_no_error (error);
  keel_journal_save_entry (fixture->journal, entry->uuid, answers, &error);
  g_assert_no_error (error);
  return g_strdup (entry->uuid);
}

static void
assert_diary (KeelJournalFixture *fixture, const char *words, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) pages = NULL;
  GError *error = NULL;

  g_assert_true (keel_journal_index_entries (fixture->journal, NULL));
  pages = keel_journal_get_diary (fixture->journal, words, zone, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < pages->len; i++)
    {
      const KeelDiaryPage *page = g_ptr_array_index (pages, i);
      g_autofree char *tags = g_strjoinv (",", page->tags);
      int year, month, day;

      keel_civil_from_days (page->day, &year, &month, &day);
      g_string_append_printf (lines, "%s %04d-%02d-%02d %d %s %s\n", keel_diary_worksheets[page->kind], year,
                              month, day, page->mood, *tags != '\0' ? tags : "-", page->words);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_pages (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autofree char *old =
      put (fixture, "w56",
           "{\"text\": \"The sea\", \"day\": \"2024-02-29\", \"mood\": 4, \"tags\": \"#sea #quiet\"}");
  g_autofree char *today = put (fixture, "w56", "{\"text\": \"A long day\"}");
  g_autofree char *hope = put (fixture, "w57", "{\"words\": [{\"what\": \"One hour is enough\"}]}");
  g_autofree char *other = put (fixture, "w32", "{}");

  assert_diary (fixture, "sea", "w56 2024-02-29 4 sea,quiet The sea\n");
  assert_diary (fixture, "hour", "w57 2026-11-22 -1 - One hour is enough\n");
  keel_journal_set_entry_deleted (fixture->journal, hope, TRUE, NULL);
  assert_diary (fixture, NULL,
                "w56 2026-11-22 -1 - A long day\n"
                "w56 2024-02-29 4 sea,quiet The sea\n");
}

/* What is no day leaves the page where it was written. */
static void
test_odd_day (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autofree char *odd = put (fixture, "w56",
                              "{\"text\": \"Odd\", \"day\": \"2026-02-30\", \"mood\": \"good\"}");

  assert_diary (fixture, NULL, "w56 2026-11-22 -1 - Odd\n");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  content = keel_content_new ();
#define ADD(name, function)                                                                                  \
  g_test_add ("/diary/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, function,               \
              keel_journal_fixture_tear_down)
  ADD ("pages", test_pages);
  ADD ("odd-day", test_odd_day);
  status = g_test_run ();
  g_clear_object (&content);
  return status;
}
