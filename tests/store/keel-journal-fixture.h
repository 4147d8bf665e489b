#pragma once

#include "keel-test-clock.h"
#include "store/keel-journal.h"

G_BEGIN_DECLS

/* KeelJournalFixture: a journal in a folder of its own, at noon of 22 November 2026 in Berlin. */
typedef struct
{
  char *folder;
  char *path;
  KeelTestClock *clock;
  KeelJournal *journal;
} KeelJournalFixture;

/* For g_test_add (). */
void keel_journal_fixture_set_up (KeelJournalFixture *fixture, gconstpointer data);
void keel_journal_fixture_tear_down (KeelJournalFixture *fixture, gconstpointer data);

/* Closes the journal and opens it again, as when Keel was started anew. */
void keel_journal_fixture_open (KeelJournalFixture *fixture);

G_END_DECLS
