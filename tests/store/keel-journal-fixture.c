#include "keel-journal-fixture.h"

#include "keel-test-folder.h"

void
keel_journal_fixture_open (KeelJournalFixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->journal);
  fixture->journal = keel_journal_open (fixture->path, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

void
keel_journal_fixture_set_up (KeelJournalFixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->clock = keel_test_clock_new ("2026-11-22T12:00:00Z", "Europe/Berlin");
  keel_journal_fixture_open (fixture);
}

void
keel_journal_fixture_tear_down (KeelJournalFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}
