/* What the session tells of entries, and what it destroys by itself. */

#include "app/keel-session-entries.h"
#include "app/keel-session-progress.h"
#include "app/keel-session-today.h"
#include "keel-test-clock.h"
#include "keel-test-folder.h"

#include <string.h>

/* No worksheet of Keel's, nor of the person's any more. */
#define SHEET                                                                                                \
  "<worksheet id='own-gone' order='1' pages='both' group='steps'><name>Gone</name><section>"                 \
  "<field id='what' type='long'><label>What?</label></field></section></worksheet>"

typedef struct
{
  char *folder;
  KeelTestClock *clock;
  KeelSession *session;
  GAsyncResult *result;
} Fixture;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->result);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-21T18:00:00Z", "Europe/Berlin");
}

static void
open_session (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->session = keel_session_new (fixture->folder, NULL, NULL);
  keel_session_set_clock (fixture->session, KEEL_CLOCK (fixture->clock));
  keel_session_open_async (fixture->session, ready_cb, fixture);
  result = wait (fixture);
  keel_session_open_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keel_session_close (fixture->session);
  g_object_unref (fixture->session);
  g_object_unref (fixture->clock);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Before the session is open. Transfer full: its UUID. */
static char *
write_entry (Fixture *fixture, gboolean quiet, gboolean ask_again, gboolean deleted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelProfile) profile = keel_profile_open (fixture->folder, NULL, NULL,
                                                       KEEL_CLOCK (fixture->clock), &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (SHEET, strlen (SHEET));
  g_autoptr (KeelWorksheet) sheet = keel_worksheet_new_from_xml (bytes, NULL);
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (KeelEntry) entry = NULL;
  KeelJournal *journal;

  g_assert_no_error (error);
  journal = keel_profile_get_journal (profile);
  sheet->quiet = quiet;
  sheet->ask_again = ask_again;
  entry = keel_journal_begin_entry (journal, sheet, KEEL_ENTRY_LINK_PART, "aa/4", NULL);
  keel_answers_set_text (answers, "what", "secret", NULL);
  g_assert_true (keel_journal_save_entry (journal, entry->uuid, answers, NULL));
  g_assert_true (!deleted || keel_journal_set_entry_deleted (journal, entry->uuid, TRUE, NULL));
  return g_strdup (entry->uuid);
}

/* Only the one that asks again, and none of its words. */
static void
assert_guarded (GPtrArray *entries, const char *uuid)
{
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((KeelEntry *) entries->pdata[0])->uuid, ==, uuid);
  g_assert_null (((KeelEntry *) entries->pdata[0])->beginning);
}

static void
test_guards (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quiet = write_entry (fixture, TRUE, FALSE, FALSE);
  g_autofree char *asks = write_entry (fixture, FALSE, TRUE, FALSE);
  g_autoptr (GAsyncResult) linked = NULL;
  g_autoptr (GAsyncResult) worked = NULL;
  g_autoptr (GAsyncResult) today = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  KeelProgramWork *work;
  KeelToday *told;

  open_session (fixture);
  keel_session_list_linked_async (fixture->session, KEEL_ENTRY_LINK_PART, "aa/4", ready_cb, fixture);
  linked = wait (fixture);
  entries = keel_session_list_linked_finish (fixture->session, linked, NULL);
  assert_guarded (entries, asks);
  keel_session_read_program_work_async (fixture->session, "aa", ready_cb, fixture);
  worked = wait (fixture);
  work = keel_session_read_program_work_finish (fixture->session, worked, NULL);
  assert_guarded (work->entries, asks);
  keel_program_work_free (work);
  keel_session_read_today_async (fixture->session, ready_cb, fixture);
  today = wait (fixture);
  told = keel_session_read_today_finish (fixture->session, today, NULL);
  g_assert_null (told->last);
  keel_today_free (told);
}

/* Nobody looks into the trash. */
static void
test_trash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = write_entry (fixture, FALSE, FALSE, TRUE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  keel_test_clock_step (fixture->clock, KEEL_TRASH_DAYS * 24 * 3600 + 60);
  open_session (fixture);
  keel_session_read_entry_async (fixture->session, uuid, ready_cb, fixture);
  result = wait (fixture);
  g_assert_null (keel_session_writing_finish (fixture->session, result, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session-entries/guards", Fixture, NULL, set_up, test_guards, tear_down);
  g_test_add ("/session-entries/trash", Fixture, NULL, set_up, test_trash, tear_down);
  return g_test_run ();
}
