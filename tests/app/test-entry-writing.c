/* Pages as they are begun, saved and left, without a window: what the journal has of them then. */

#include <sqlite3.h>

#include "app/keel-entry-saver.h"
#include "keel-test-folder.h"

typedef struct
{
  char *folder;
  KeelSession *session;
  gboolean open;
  guint n_left;
  KeelWriting *writing;
} Fixture;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  keel_session_open_finish (KEEL_SESSION (source), result, &error);
  g_assert_no_error (error);
  ((Fixture *) data)->open = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->session = keel_session_new (fixture->folder, NULL, NULL);
  keel_session_open_async (fixture->session, opened_cb, fixture);
  while (!fixture->open)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
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
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static KeelWorksheet *
find (Fixture *fixture, const char *id)
{
  const KeelWorksheet *found = keel_content_find_worksheet (keel_session_get_content (fixture->session), id);

  g_assert_nonnull (found);
  return (KeelWorksheet *) found;
}

static void
left_cb (Fixture *fixture)
{
  fixture->n_left++;
}

static KeelEntrySaver *
make_saver (Fixture *fixture, KeelEntryDocument *document)
{
  KeelEntrySaver *saver = keel_entry_saver_new (fixture->session, document, NULL);

  fixture->n_left = 0;
  g_signal_connect_swapped (saver, "left", G_CALLBACK (left_cb), fixture);
  return saver;
}

static KeelEntryDocument *
make_document (Fixture *fixture, const char *id)
{
  return keel_entry_document_new (keel_worksheet_ref (find (fixture, id)), keel_answers_new ());
}

static void
type (KeelEntryDocument *document, const char *id, const char *text)
{
  keel_entry_document_begin_change (document, id, NULL);
  g_assert_true (keel_answers_set_text (keel_entry_document_get_answers (document), id, text, NULL));
  keel_entry_document_end_change (document);
}

static gboolean
wait_left (Fixture *fixture, guint seconds)
{
  gint64 latest = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  while (fixture->n_left == 0 && g_get_monotonic_time () < latest)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  return fixture->n_left > 0;
}

/* Whoever goes on typing while the page is left leaves it all the same, with every key. */
static void
test_leave_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntryDocument) document = make_document (fixture, "w08");
  g_autoptr (KeelEntrySaver) saver = make_saver (fixture, document);

  type (document, "what", "one");
  keel_entry_saver_leave (saver);
  type (document, "what", "one two");
  g_assert_true (wait_left (fixture, 10));
  g_assert_cmpuint (fixture->n_left, ==, 1);
  g_assert_false (keel_entry_saver_is_waiting (saver));
}

static sqlite3 *
open_beside (Fixture *fixture)
{
  g_autofree char *profiles = g_build_filename (fixture->folder, "profiles", NULL);
  g_autoptr (GDir) dir = g_dir_open (profiles, 0, NULL);
  g_autofree char *path = g_build_filename (profiles, g_dir_read_name (dir), "journal.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 10000);
  return database;
}

static int
count_cb (void *data, int n_columns, char **values, char **names)
{
  *(gint64 *) data = g_ascii_strtoll (values[0], NULL, 10);
  return 0;
}

static gint64
count (sqlite3 *database, const char *sql)
{
  gint64 number = -1;

  g_assert_cmpint (sqlite3_exec (database, sql, count_cb, &number, NULL), ==, SQLITE_OK);
  return number;
}

/* The answers are kept, and the version that leaving wants is not: there is one entry, and not one more with
 * each time that it is tried. */
static void
test_begun_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelEntryDocument) document = make_document (fixture, "w08");
  g_autoptr (KeelEntrySaver) saver = make_saver (fixture, document);
  sqlite3 *database = open_beside (fixture);

  count (database,
         "CREATE TRIGGER full BEFORE INSERT ON entry_version BEGIN SELECT RAISE (ABORT, 'full'); END");
  type (document, "what", "once");
  keel_entry_saver_leave (saver);
  wait_left (fixture, 5);
  g_assert_cmpint (count (database, "SELECT count (*) FROM entry"), ==, 1);
  count (database, "DROP TRIGGER full");
  type (document, "what", "once more");
  fixture->n_left = 0;
  keel_entry_saver_leave (saver);
  g_assert_true (wait_left (fixture, 10));
  g_assert_cmpint (count (database, "SELECT count (*) FROM entry"), ==, 1);
  g_assert_cmpint (count (database, "SELECT count (*) FROM entry_version"), ==, 1);
  sqlite3_close (database);
}

static void
writing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Fixture *) data)->writing = keel_session_writing_finish (KEEL_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static KeelWriting *
open_for (Fixture *fixture, const char *id, const char *target)
{
  fixture->writing = NULL;
  if (target != NULL)
    keel_session_open_worksheet_for_async (fixture->session, find (fixture, id), KEEL_ENTRY_LINK_PART, target,
                                           writing_cb, fixture);
  else
    keel_session_open_worksheet_async (fixture->session, find (fixture, id), TRUE, writing_cb, fixture);
  while (fixture->writing == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fixture->writing;
}

static void
begin_for (Fixture *fixture, const char *id, const char *target)
{
  g_autoptr (KeelEntryDocument) document = make_document (fixture, id);
  g_autoptr (KeelEntrySaver) saver = make_saver (fixture, document);

  keel_entry_saver_set_link (saver, target != NULL ? KEEL_ENTRY_LINK_PART : KEEL_ENTRY_LINK_NONE, target);
  keel_entry_saver_begin (saver);
  keel_entry_saver_leave (saver);
  g_assert_true (wait_left (fixture, 10));
}

/* One that a person comes back to (w06 is one) has a page of its own for each part. */
static void
test_again_for_part (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *there; /* what the page belongs to that is there; "-": to nothing */
    const char *wanted;
    gboolean again;
  } rows[] = {
    { "-", "aa/4", FALSE },    /* that page stays by itself */
    { "aa/4", "aa/4", TRUE },  /* this one goes on */
    { "aa/8", "aa/4", TRUE },  /* although another part has a newer one */
    { "aa/8", "aa/9", FALSE }, /* nothing was written for it yet */
    { "aa/8", NULL, TRUE },    /* whatever is newest */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelWriting) writing = NULL;

      begin_for (fixture, "w06", g_str_equal (rows[i].there, "-") ? NULL : rows[i].there);
      writing = open_for (fixture, "w06", rows[i].wanted);
      g_assert_cmpint (writing->entry != NULL, ==, rows[i].again);
      if (rows[i].wanted != NULL)
        g_assert_cmpstr (rows[i].again ? writing->entry->target : writing->target, ==, rows[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/entry-writing/leave-typing", Fixture, NULL, set_up, test_leave_typing, tear_down);
  g_test_add ("/entry-writing/begun-once", Fixture, NULL, set_up, test_begun_once, tear_down);
  g_test_add ("/entry-writing/again-for-part", Fixture, NULL, set_up, test_again_for_part, tear_down);
  return g_test_run ();
}
