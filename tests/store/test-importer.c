#include "keel-list-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW G_GINT64_CONSTANT (1795284000)

static void
assert_unchanged (KeelListFixture *fixture, const char *before)
{
  g_autofree char *after = keel_list_fixture_dump (fixture);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
assert_refused (KeelListFixture *fixture, const char *text, GQuark domain, gint code)
{
  g_autofree char *before = keel_list_fixture_dump (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_list_fixture_try (fixture, "list.json", text, NULL, &error));
  g_assert_error (error, domain, code);
  assert_unchanged (fixture, before);
}

static void
test_again (KeelListFixture *fixture, const void *data)
{
  g_autofree char *text = keel_make_list (1000);
  g_autofree char *before = NULL;
  g_autoptr (KeelImportReport) first = keel_list_fixture_import (fixture, "list.json", text, NULL);
  g_autoptr (KeelImportReport) second = NULL;

  g_assert_cmpuint (first->read, ==, 1000);
  g_assert_cmpstr (first->list, ==, "List");
  g_assert_cmpstr (first->source, ==, "list.json");
  keel_assert_report (first, 1000, 0, 0, 0);

  before = keel_list_fixture_dump (fixture);
  second = keel_list_fixture_import (fixture, "list.json", text, NULL);
  keel_assert_report (second, 0, 0, 1000, 0);
  assert_unchanged (fixture, before);
}

static KeelMeeting *
find (KeelListFixture *fixture, const char *list, const char *slug)
{
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);

  return keel_directory_find (directory, list, slug, NULL);
}

static void
test_changed (KeelListFixture *fixture, const void *data)
{
  static const char before[] =
      "[{\"slug\":\"a\",\"name\":\"A\",\"day\":1,\"time\":\"10:00\",\"notes\":\"walnut\"},"
      "{\"slug\":\"b\",\"name\":\"B\",\"day\":2,\"time\":\"10:00\",\"notes\":\"cherry\"},"
      "{\"slug\":\"c\",\"name\":\"C\",\"day\":3,\"time\":\"10:00\",\"notes\":\"willow\"}]";
  static const char after[] =
      "[{\"slug\":\"c\",\"name\":\"C\",\"day\":3,\"time\":\"11:30\",\"notes\":\"poplar\"},"
      "{\"slug\":\"d\",\"name\":\"D\",\"day\":2,\"time\":\"10:00\"},"
      "{\"slug\":\"a\",\"name\":\"A\",\"day\":1,\"time\":\"10:00\",\"notes\":\"walnut\"}]";
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "list.json", before, NULL);
  g_autofree char *dump = NULL;
  g_autoptr (KeelMeeting) changed = NULL;

  g_clear_pointer (&report, keel_import_report_free);
  report = keel_list_fixture_import (fixture, "list.json", after, NULL);
  keel_assert_report (report, 1, 1, 1, 1);

  changed = find (fixture, "List", "c");
  g_assert_cmpint (changed->minute, ==, 690);
  g_assert_cmpstr (changed->notes, ==, "poplar");
  g_assert_null (find (fixture, "List", "b"));

  /* The words went with the rows. */
  dump = keel_list_fixture_dump (fixture);
  g_assert_nonnull (strstr (dump, "walnut"));
  g_assert_nonnull (strstr (dump, "poplar"));
  g_assert_null (strstr (dump, "cherry"));
  g_assert_null (strstr (dump, "willow"));
}

static void
test_choices (KeelListFixture *fixture, const void *data)
{
  static const char text[] =
      "[{\"slug\":\"a\",\"name\":\"A\",\"day\":1,\"time\":\"10:00\"},"
      "{\"slug\":\"b\",\"name\":\"B\",\"day\":1,\"time\":\"10:00\",\"timezone\":\"Asia/Tokyo\"}]";
  KeelImportOptions options = { .timezone = "Europe/Berlin", .program = "aa", .now = NOW };
  g_autoptr (KeelImportReport) chosen = keel_list_fixture_import (fixture, "list.json", text, &options);
  g_autoptr (KeelImportReport) kept = keel_list_fixture_import (fixture, "list.json", text, NULL);
  g_autoptr (KeelImportReport) other = NULL;
  g_autoptr (KeelImportReport) kept_again = NULL;
  g_autoptr (KeelMeeting) first = find (fixture, "List", "a");
  g_autoptr (KeelMeeting) second = NULL;

  keel_assert_report (chosen, 2, 0, 0, 0);
  keel_assert_report (kept, 0, 0, 2, 0);
  g_assert_cmpstr (first->timezone, ==, "Europe/Berlin");
  g_assert_cmpstr (first->program, ==, "aa");

  options.timezone = "Europe/Rome";
  options.program = NULL;
  other = keel_list_fixture_import (fixture, "list.json", text, &options);
  keel_assert_report (other, 0, 1, 1, 0);
  /* Of another program it is the same list only where it is named. */
  options.list = "List";
  options.timezone = NULL;
  options.program = "na";
  kept_again = keel_list_fixture_import (fixture, "list.json", text, &options);
  keel_assert_report (kept_again, 0, 2, 0, 0);
  second = find (fixture, "List", "a");
  g_assert_cmpstr (second->timezone, ==, "Europe/Rome");
  g_assert_cmpstr (second->program, ==, "na");
}

static void
test_names (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    const char *file;
    const char *option;
    const char *list;
  } rows[] = {
    { "meetings.json", NULL, "Meetings" },
    { "greater-ny_meetings.json", NULL, "Greater ny meetings" },
    { "meetings (2).json", NULL, "Meetings" },
    { "meetings (north).json", NULL, "Meetings (north)" },
    { "élan.json", NULL, "Élan" },
    { ".json", NULL, ".json" },
    { "--.json", NULL, "--.json" },
    { "a.b.json", NULL, "A.b" },
    { "meetings.json", "  My\tlist\n", "My list" },
    { "meetings.json", "north-west_1", "north-west_1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelImportOptions options = { .list = rows[i].option, .now = NOW, .dry_run = TRUE };
      g_autoptr (KeelImportReport) report = NULL;

      report = keel_list_fixture_import (fixture, rows[i].file, "[{\"slug\":\"a\",\"name\":\"A\"}]",
                                         &options);
      g_assert_cmpstr (report->list, ==, rows[i].list);
    }
}

static void
test_dry_run (KeelListFixture *fixture, const void *data)
{
  const KeelImportOptions options = { .dry_run = TRUE, .now = NOW };
  g_autofree char *ten = keel_make_list (10);
  g_autofree char *twelve = keel_make_list (12);
  g_autofree char *before = NULL;
  g_autoptr (KeelImportReport) real = keel_list_fixture_import (fixture, "list.json", twelve, NULL);
  g_autoptr (KeelImportReport) report = NULL;
  g_autoptr (KeelImportReport) other = NULL;

  before = keel_list_fixture_dump (fixture);
  report = keel_list_fixture_import (fixture, "list.json", ten, &options);
  keel_assert_report (report, 0, 0, 10, 2);
  other = keel_list_fixture_import (fixture, "other.json", ten, &options);
  keel_assert_report (other, 10, 0, 0, 0);
  assert_unchanged (fixture, before);
}

static void
test_two_lists (KeelListFixture *fixture, const void *data)
{
  g_autofree char *text = keel_make_list (20);
  g_autofree char *fewer = keel_make_list (5);
  g_autoptr (KeelImportReport) first = keel_list_fixture_import (fixture, "one.json", text, NULL);
  g_autoptr (KeelImportReport) second = keel_list_fixture_import (fixture, "two.json", text, NULL);
  g_autoptr (KeelImportReport) third = keel_list_fixture_import (fixture, "two.json", fewer, NULL);
  g_autoptr (KeelImportReport) fourth = keel_list_fixture_import (fixture, "one.json", text, NULL);

  keel_assert_report (second, 20, 0, 0, 0);
  keel_assert_report (third, 0, 0, 5, 15);
  keel_assert_report (fourth, 0, 0, 20, 0);
}

static void
test_skipped (KeelListFixture *fixture, const void *data)
{
  static const char text[] = "[{\"slug\":\"a\",\"name\":\"A\",\"day\":1,\"time\":\"10:00\"},"
                             "{\"slug\":\"b\",\"name\":\"B\",\"day\":\"Nosday\",\"time\":\"10:00\"},"
                             "17, {\"slug\":\"a\",\"name\":\"A again\",\"day\":1,\"time\":\"10:00\"}]";
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "list.json", text, NULL);
  const KeelSkippedRow *row;

  g_assert_cmpuint (report->read, ==, 4);
  keel_assert_report (report, 2, 0, 0, 0);
  g_assert_cmpuint (report->skipped->len, ==, 2);
  row = g_ptr_array_index (report->skipped, 0);
  g_assert_cmpuint (row->row, ==, 2);
  g_assert_cmpint (row->reason, ==, KEEL_SKIP_BAD_DAY);
  g_assert_cmpstr (row->name, ==, "B");
  row = g_ptr_array_index (report->skipped, 1);
  g_assert_cmpuint (row->row, ==, 3);
  g_assert_cmpint (row->reason, ==, KEEL_SKIP_NOT_OBJECT);
  g_assert_cmpuint (report->notices->len, >, 0);
}

static void
test_bad_content (KeelListFixture *fixture, const void *data)
{
  static const struct
  {
    const char *text;
    KeelFeedError code;
  } rows[] = {
    { "", KEEL_FEED_ERROR_EMPTY_FILE },
    { "[]", KEEL_FEED_ERROR_EMPTY_LIST },
    { "<!DOCTYPE html><html></html>", KEEL_FEED_ERROR_HTML },
    { "[{\"slug\":\"a\",\"name\":\"A\"},{\"slug\":", KEEL_FEED_ERROR_TRUNCATED },
    { "[{\"slug\":\"a\",\"name\":\"A\xff\xfe\"}]", KEEL_FEED_ERROR_ENCODING },
    { "[{\"slug\":\"a\",\"day\":1},{\"slug\":\"b\",\"day\":2}]", KEEL_FEED_ERROR_NO_MEETINGS },
    { "{\"greeting\":\"hello\"}", KEEL_FEED_ERROR_FORMAT },
  };
  g_autofree char *good = keel_make_list (30);
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "list.json", good, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      assert_refused (fixture, rows[i].text, KEEL_FEED_ERROR, (gint) rows[i].code);
    }
}

/* Five thousand rows were written before it shows. */
static void
test_truncated_late (KeelListFixture *fixture, const void *data)
{
  g_autofree char *good = keel_make_list (300);
  g_autofree char *many = keel_make_list (6000);
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "list.json", good, NULL);

  strstr (many, "\"slug\":\"m5500\"")[8] = '\0';
  assert_refused (fixture, many, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TRUNCATED);
}

static void
assert_not_opened (KeelListFixture *fixture, const char *name, GQuark domain, gint code)
{
  const KeelImportOptions options = { .now = NOW };
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_importer_import (fixture->path, NULL, file, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
test_bad_files (KeelListFixture *fixture, const void *data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *large = g_build_filename (fixture->folder, "large.json", NULL);
  g_autofree char *secret = g_build_filename (fixture->folder, "secret.json", NULL);
  g_autoptr (GFile) file = keel_list_fixture_write (fixture, "large.json", "[");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (truncate (large, (off_t) KEEL_MAX_FILE_SIZE + 1), ==, 0);
  assert_not_opened (fixture, "nowhere.json", G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_not_opened (fixture, ".", G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_not_opened (fixture, "fifo", G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_not_opened (fixture, "large.json", KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE);
  if (geteuid () != 0)
    {
      g_object_unref (keel_list_fixture_write (fixture, "secret.json", "[]"));
      g_assert_cmpint (chmod (secret, 0), ==, 0);
      assert_not_opened (fixture, "secret.json", G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
    }
  /* Nobody had a reason to make the directory. */
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

typedef struct
{
  GCancellable *cancellable;
  guint calls;
  guint after; /* how many calls until it is cancelled */
  guint64 bytes;
  guint64 total;
  KeelMeetingIndex *index; /* nullable: searched at every call */
} Watch;

static void
watch_cb (guint64 bytes, guint64 total, guint meetings, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpuint (bytes, >=, watch->bytes);
  g_assert_cmpuint (bytes, <=, total);
  watch->bytes = bytes;
  watch->total = total;
  if (++watch->calls == watch->after)
    g_cancellable_cancel (watch->cancellable);
  if (watch->index)
    {
      const KeelMeetingQuery query = { .text = "meeting" };
      g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
      g_autoptr (KeelMeetingResults) results = NULL;

      g_assert_true (keel_meeting_index_refresh (watch->index, NULL));
      results = keel_meeting_index_search (watch->index, &query, NOW, zone, NULL);
      g_assert_cmpuint (results->total, ==, 100);
      g_assert_cmpuint (results->matches->len, ==, 50);
    }
}

static void
test_cancel (KeelListFixture *fixture, const void *data)
{
  const KeelImportOptions options = { .now = NOW };
  g_autofree char *few = keel_make_list (100);
  g_autofree char *many = keel_make_list (5000);
  g_autofree char *before = NULL;
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "list.json", few, NULL);
  g_autoptr (GFile) file = keel_list_fixture_write (fixture, "list.json", many);

  before = keel_list_fixture_dump (fixture);
  for (guint after = 0; after < 3; after++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Watch watch = { .cancellable = cancellable, .after = after };

      if (after == 0)
        g_cancellable_cancel (cancellable);
      g_assert_null (
          keel_importer_import (fixture->path, NULL, file, &options, watch_cb, &watch, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (watch.calls, ==, after);
      assert_unchanged (fixture, before);
    }
}

static void
test_progress (KeelListFixture *fixture, const void *data)
{
  const KeelImportOptions options = { .now = NOW };
  g_autofree char *text = keel_make_list (10000);
  g_autoptr (GFile) file = keel_list_fixture_write (fixture, "list.json", text);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  Watch watch = { NULL };
  g_autoptr (KeelImportReport) report = NULL;

  report = keel_importer_import (fixture->path, NULL, file, &options, watch_cb, &watch, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watch.total, ==, strlen (text));
  g_assert_cmpuint (watch.calls, >=, 1);
  g_assert_cmpuint (watch.calls, <=, (g_get_monotonic_time () - start) / 100000 + 1);
}

static void
test_search_beside (KeelListFixture *fixture, const void *data)
{
  const KeelImportOptions options = { .now = NOW };
  g_autofree char *few = keel_make_list (100);
  g_autofree char *many = keel_make_list (6000);
  g_autoptr (KeelImportReport) first = keel_list_fixture_import (fixture, "list.json", few, NULL);
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (KeelMeetingIndex) index = keel_meeting_index_new (directory, NULL);
  g_autoptr (GFile) file = keel_list_fixture_write (fixture, "list.json", many);
  g_autoptr (GError) error = NULL;
  Watch watch = { .index = index };
  g_autoptr (KeelImportReport) report = NULL;

  report = keel_importer_import (fixture->path, NULL, file, &options, watch_cb, &watch, NULL, &error);
  g_assert_no_error (error);
  keel_assert_report (report, 5900, 0, 100, 0);
  g_assert_cmpuint (watch.calls, >=, 1);
}

/* Larger than the page cache. */
static char *
make_large_list (guint n)
{
  g_autofree char *notes = g_strnfill (1000, 'x');
  GString *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        text, "%s\n{\"slug\":\"m%u\",\"name\":\"Meeting %u\",\"day\":1,\"time\":\"19:00\",\"notes\":\"%s\"}",
        i > 0 ? "," : "", i, i, notes);
  g_string_append (text, "]\n");
  return g_string_free (text, FALSE);
}

/* The same where there is no log beside the file. */
static void
test_search_beside_protected (KeelListFixture *fixture, const void *data)
{
  const KeelImportOptions options = { .now = NOW };
  g_autofree char *few = keel_make_list (100);
  g_autofree char *many = make_large_list (12000);
  g_autoptr (KeelVaultKey) key = keel_vault_key_new_random ();
  g_autoptr (GFile) first = keel_list_fixture_write (fixture, "list.json", few);
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (KeelMeetingIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { NULL };
  KeelImportReport *report;

  report = keel_importer_import (fixture->path, key, first, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  keel_import_report_free (report);
  directory = keel_directory_open (fixture->path, key, &error);
  g_assert_no_error (error);
  index = watch.index = keel_meeting_index_new (directory, NULL);
  g_object_unref (keel_list_fixture_write (fixture, "list.json", many));
  report = keel_importer_import (fixture->path, key, first, &options, watch_cb, &watch, NULL, &error);
  g_assert_no_error (error);
  keel_assert_report (report, 11900, 100, 0, 0);
  keel_import_report_free (report);
  g_assert_cmpuint (watch.calls, >=, 2);
  g_assert_true (keel_meeting_index_refresh (index, &error));
}

static int
import_into_full (KeelListFixture *fixture, GFile *file)
{
  const KeelImportOptions options = { .now = NOW };
  const struct rlimit limit = { .rlim_cur = 700 * 1024, .rlim_max = 700 * 1024 };
  GError *error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  keel_importer_import (fixture->path, NULL, file, &options, NULL, NULL, NULL, &error);
  return g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL) ? 0 : 1;
}

static void
test_full (KeelListFixture *fixture, const void *data)
{
  g_autofree char *few = keel_make_list (100);
  g_autofree char *many = keel_make_list (50000);
  g_autofree char *before = NULL;
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "list.json", few, NULL);
  g_autoptr (GFile) file = keel_list_fixture_write (fixture, "list.json", many);
  pid_t child;
  int status = -1;

  before = keel_list_fixture_dump (fixture);
  child = fork ();
  if (child == 0)
    _exit (import_into_full (fixture, file));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_unchanged (fixture, before);
}

static void
import_real (KeelListFixture *fixture, const char *folder, const char *name)
{
  const KeelImportOptions options = { .timezone = "America/New_York", .now = NOW };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelImportReport) first = keel_importer_import (fixture->path, NULL, file, &options, NULL, NULL,
                                                             NULL, &error);
  g_autoptr (KeelImportReport) second = NULL;

  if (!first)
    {
      g_test_message ("%s: %s", name, error->message);
      g_assert_true (error->domain == KEEL_FEED_ERROR);
      return;
    }
  second = keel_importer_import (fixture->path, NULL, file, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %u read, %u added, %u skipped", name, first->read, first->added, first->skipped->len);
  g_assert_cmpuint (first->added, >, 0);
  g_assert_cmpuint (first->read, <=, first->added + first->skipped->len);
  keel_assert_report (second, 0, 0, first->added, 0);
}

static void
test_real_feeds (KeelListFixture *fixture, const void *data)
{
  static const char *const folders[] = { "feeds/meeting-guide", "feeds/bmlt" };
  const char *shared = g_getenv ("KEEL_SHARED");

  if (!shared)
    {
      g_test_skip ("no real feeds here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (shared, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      g_assert_nonnull (dir);
      for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
        {
          if (g_str_has_suffix (name, ".json"))
            import_real (fixture, folder, name);
        }
    }
}

static void
test_bad_directory (KeelListFixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = keel_list_fixture_write (fixture, "directory.db",
                                                    "this is somebody's letter, not a database\n");
  g_autofree char *text = NULL;

  g_assert_null (
      keel_list_fixture_try (fixture, "list.json", "[{\"slug\":\"a\",\"name\":\"A\"}]", NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "this is somebody's letter, not a database\n");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/importer/" name, KeelListFixture, NULL, keel_list_fixture_set_up, function,            \
              keel_list_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* Those that fork come before the first thread. */
  ADD ("full", test_full);
  ADD ("again", test_again);
  ADD ("changed", test_changed);
  ADD ("choices", test_choices);
  ADD ("names", test_names);
  ADD ("dry-run", test_dry_run);
  ADD ("two-lists", test_two_lists);
  ADD ("skipped", test_skipped);
  ADD ("bad-content", test_bad_content);
  ADD ("truncated-late", test_truncated_late);
  ADD ("bad-files", test_bad_files);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  ADD ("search-beside", test_search_beside);
  ADD ("search-beside-protected", test_search_beside_protected);
  ADD ("bad-directory", test_bad_directory);
  ADD ("real-feeds", test_real_feeds);

  return g_test_run ();
}
