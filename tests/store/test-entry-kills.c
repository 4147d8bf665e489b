/* A process that is killed while it writes an entry loses nothing that it was told was saved; what is
 * destroyed leaves no byte in any file; what a full disk does not take is refused, and taken once there is
 * room. In the open and in the vault. */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keel-protected-fixture.h"
#include "keel-protection-checks.h"
#include "keel-test-folder.h"
#include "store/keel-journal-entries.h"

#define SHEET                                                                                                \
  "<worksheet id='w99' order='1' pages='both' group='steps'><name>%s</name><section>"                        \
  "<field id='what' type='long'><label>What?</label></field></section></worksheet>"
#define CANARY "Xyloquetzal"
#define N_ROUNDS 12
#define LIMIT (600 * 1024)

typedef struct
{
  char *folder;
  char *path;
  KeelTestClock *clock;
  KeelVaultKey *key; /* nullable */
  KeelJournal *journal;
  GRand *random;
} Fixture;

static void
open_journal (Fixture *fixture)
{
  GError *error = NULL;

  fixture->journal = keel_journal_open (fixture->path, fixture->key, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer protected)
{
  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->clock = keel_test_clock_new ("2026-11-22T18:00:00Z", "Europe/Berlin");
  fixture->key = protected != NULL ? keel_vault_key_new_random () : NULL;
  fixture->random = g_rand_new_with_seed (20261122);
  open_journal (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer protected)
{
  g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->clock);
  g_clear_pointer (&fixture->key, keel_vault_key_unref);
  g_rand_free (fixture->random);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static KeelWorksheet *
make_sheet (const char *name)
{
  g_autofree char *xml = g_strdup_printf (SHEET, name);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  return keel_worksheet_new_from_xml (bytes, NULL);
}

static char *
begin (Fixture *fixture, const char *name)
{
  g_autoptr (KeelWorksheet) sheet = make_sheet (name);
  GError *error = NULL;
  g_autoptr (KeelEntry) entry = keel_journal_begin_entry (fixture->journal, sheet, KEEL_ENTRY_LINK_NONE, NULL,
                                                          &error);

  g_assert_no_error (error);
  return g_strdup (entry->uuid);
}

static gboolean
save (KeelJournal *journal, const char *uuid, const char *text, GError **error)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();

  return keel_answers_set_text (answers, "what", text, error) &&
         keel_journal_save_entry (journal, uuid, answers, error);
}

static char *
read_what (Fixture *fixture, const char *uuid)
{
  GError *error = NULL;
  g_autoptr (KeelAnswers) answers = keel_journal_read_answers (fixture->journal, uuid, &error);

  g_assert_no_error (error);
  return g_strdup (keel_answers_get_text (answers, "what"));
}

/* --- Killed --- */

/* What was typed after so many keys: it grows and shrinks, over one page and many. */
static char *
make_state (guint n)
{
  g_autofree char *filler = g_strnfill (n * 7919 % 30000, 'a' + (char) (n % 26));

  return g_strdup_printf ("%u %s", n, filler);
}

/* Writes the number of each state that it was told is safe. */
static void
type_on (Fixture *fixture, const char *uuid, guint first, int told)
{
  g_autoptr (KeelJournal) journal = keel_journal_open (fixture->path, fixture->key,
                                                       KEEL_CLOCK (fixture->clock), NULL);

  for (guint n = first; journal != NULL; n++)
    {
      g_autofree char *state = make_state (n);

      if (!save (journal, uuid, state, NULL) || write (told, &n, sizeof n) != sizeof n)
        break;
      if (n % 3 == 0 &&
          !(keel_journal_keep_version (journal, uuid, NULL) && keel_journal_index_entries (journal, NULL)))
        break;
    }
  _exit (1);
}

/* The last state that was told. */
static guint
kill_while_typing (Fixture *fixture, const char *uuid, guint first)
{
  guint last = 0, n;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = keel_fork ();
  if (child == 0)
    type_on (fixture, uuid, first, ends[1]);
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
  g_usleep ((gulong) g_rand_int_range (fixture->random, 0, 60000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read (ends[0], &n, sizeof n) == sizeof n)
    last = n;
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  return last;
}

/* All that can be read besides the answers. */
static void
check_whole (Fixture *fixture, const char *uuid, guint n)
{
  g_autofree char *word = g_strdup_printf ("%u", n);
  const KeelEntryFilter filter = { .words = word };
  g_autoptr (GArray) versions = keel_journal_get_versions (fixture->journal, uuid, NULL);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      g_autoptr (KeelAnswers) version =
          keel_journal_read_version (fixture->journal, uuid, g_array_index (versions, KeelEntryVersion, i).id,
                                     NULL);
      g_autofree char *expected = NULL;

      g_assert_nonnull (version);
      expected = make_state ((guint) atoi (keel_answers_get_text (version, "what")));
      g_assert_true (g_str_equal (keel_answers_get_text (version, "what"), expected));
    }
  g_assert_true (keel_journal_index_entries (fixture->journal, NULL));
  found = keel_journal_get_entries (fixture->journal, &filter, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_typing (Fixture *fixture, gconstpointer protected)
{
  g_autofree char *uuid = begin (fixture, "Killed");
  guint next = 1;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;
      guint told, n;

      g_clear_object (&fixture->journal);
      told = kill_while_typing (fixture, uuid, next);
      open_journal (fixture);
      found = read_what (fixture, uuid);
      n = (guint) atoi (found);
      g_test_message ("told %u, found %u", told, n);
      g_assert_true (n == told || n == told + 1);
      expected = make_state (n);
      g_assert_true (g_str_equal (found, expected));
      check_whole (fixture, uuid, n);
      next = n + 1;
    }
}

/* --- Destroyed --- */

static guint
count_bytes (Fixture *fixture)
{
  return keel_count_word (fixture->folder, CANARY, NULL);
}

/* Long and short texts, versions, a title, in the index and in the template. */
static char *
write_canaries (Fixture *fixture)
{
  char *uuid = begin (fixture, CANARY "name");
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append_printf (text, CANARY "%u ", i * 37);
      if (i % 400 != 399)
        continue;
      save (fixture->journal, uuid, text->str, &error);
      g_assert_no_error (error);
      g_assert_true (keel_journal_keep_version (fixture->journal, uuid, NULL));
      g_assert_true (keel_journal_index_entries (fixture->journal, NULL));
    }
  save (fixture->journal, uuid, CANARY " at last", &error);
  g_assert_no_error (error);
  g_assert_true (keel_journal_set_entry_title (fixture->journal, uuid, CANARY "title", NULL));
  g_assert_true (keel_journal_index_entries (fixture->journal, NULL));
  return uuid;
}

static void
write_others (Fixture *fixture)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *uuid = begin (fixture, "Ordinary");
      g_autofree char *state = make_state (i + 1);

      g_assert_true (save (fixture->journal, uuid, state, NULL));
      g_assert_true (keel_journal_index_entries (fixture->journal, NULL));
    }
}

static void
check_gone (Fixture *fixture)
{
  const KeelEntryFilter all = { 0 };
  g_autoptr (GPtrArray) left = keel_journal_get_entries (fixture->journal, &all, NULL);
  g_autofree char *files = keel_list_files (fixture->folder);

  g_assert_cmpuint (left->len, ==, 20);
  g_assert_cmpuint (count_bytes (fixture), ==, 0);
  g_assert_cmpstr (files, ==, "journal.db");
}

static void
test_destroyed (Fixture *fixture, gconstpointer protected)
{
  g_autofree char *uuid = write_canaries (fixture);
  GError *error = NULL;

  write_others (fixture);
  g_assert_true ((count_bytes (fixture) > 0) == (protected == NULL));
  keel_journal_destroy_entry (fixture->journal, uuid, &error);
  g_assert_no_error (error);
  check_gone (fixture);
}

/* What is in the trash for thirty days is destroyed no less. */
static void
test_trash (Fixture *fixture, gconstpointer protected)
{
  g_autofree char *uuid = write_canaries (fixture);

  write_others (fixture);
  g_assert_true (keel_journal_set_entry_deleted (fixture->journal, uuid, TRUE, NULL));
  keel_test_clock_step (fixture->clock, KEEL_TRASH_DAYS * 24 * 3600 + 1);
  g_assert_true (keel_journal_empty_trash (fixture->journal, NULL));
  check_gone (fixture);
}

static void
destroy_and_end (Fixture *fixture, const char *uuid)
{
  KeelJournal *journal = keel_journal_open (fixture->path, fixture->key, KEEL_CLOCK (fixture->clock), NULL);

  _exit (journal != NULL && keel_journal_destroy_entry (journal, uuid, NULL) ? 0 : 1);
}

/* Killed meanwhile, it is there as a whole or without a trace; what SQLite needs to bring it back is in a
 * file until somebody opens the journal again. */
static void
test_destroying (Fixture *fixture, gconstpointer protected)
{
  guint n_there = 0, n_gone = 0;

  write_others (fixture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *uuid = write_canaries (fixture);
      g_autoptr (KeelEntry) entry = NULL;
      int status;
      pid_t child;

      g_clear_object (&fixture->journal);
      child = keel_fork ();
      if (child == 0)
        destroy_and_end (fixture, uuid);
      g_usleep ((gulong) g_rand_int_range (fixture->random, 0, 80000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      open_journal (fixture);
      entry = keel_journal_find_entry (fixture->journal, uuid, NULL);
      if (entry != NULL)
        {
          g_autofree char *found = read_what (fixture, uuid);

          g_assert_cmpstr (found, ==, CANARY " at last");
          g_assert_true (keel_journal_destroy_entry (fixture->journal, uuid, NULL));
          n_there++;
        }
      else
        {
          n_gone++;
        }
      check_gone (fixture);
    }
  g_test_message ("%u there, %u gone", n_there, n_gone);
}

/* --- Full --- */

/* Files as long as they may be; a person's way out is to make room. */
static void
set_room (rlim_t room)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = room;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full (Fixture *fixture, gconstpointer protected)
{
  g_autofree char *uuid = begin (fixture, "Full");
  g_autofree char *large = g_strnfill (2 * LIMIT, 'x');
  void (*before) (int) = signal (SIGXFSZ, SIG_IGN);
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *taken = NULL;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (save (fixture->journal, uuid, "as it was", NULL));
  set_room (LIMIT);
  for (guint i = 0; i < 3; i++)
    {
      g_clear_error (&error);
      g_assert_false (save (fixture->journal, uuid, large, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL);
      g_clear_pointer (&kept, g_free);
      kept = read_what (fixture, uuid);
      g_assert_cmpstr (kept, ==, "as it was");
    }
  set_room (limit.rlim_cur);
  signal (SIGXFSZ, before);
  g_assert_true (save (fixture->journal, uuid, large, NULL));
  g_clear_object (&fixture->journal);
  open_journal (fixture);
  taken = read_what (fixture, uuid);
  g_assert_true (g_str_equal (taken, large));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/entry-kills/open/" name, Fixture, NULL, set_up, function, tear_down);                        \
  g_test_add ("/entry-kills/protected/" name, Fixture, "protected", set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("typing", test_typing);
  ADD ("destroyed", test_destroyed);
  ADD ("trash", test_trash);
  ADD ("destroying", test_destroying);
  ADD ("full", test_full);
  return g_test_run ();
}
