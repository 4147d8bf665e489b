/* The profiles of a data folder: listed, found, made, removed. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-data-dir.h"
#include "store/keel-durable.h"
#include "store/keel-key-slots.h"
#include "store/keel-profile.h"
#include "store/keel-profiles.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define CANARY "A word that must not stay"

typedef struct
{
  char *data_dir;
  char *profiles;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  fixture->profiles = g_build_filename (fixture->data_dir, "profiles", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
  g_free (fixture->profiles);
}

static char *
create (Fixture *fixture, const char *name)
{
  GError *error = NULL;
  char *id = keel_profiles_create (fixture->data_dir, name, KEEL_PAGES_MEMBER, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
make_first (Fixture *fixture)
{
  GError *error = NULL;
  g_autofree char *id = keel_profiles_make_first (fixture->data_dir, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "default");
}

static KeelProfile *
open_profile (Fixture *fixture, const char *id)
{
  g_autoptr (KeelTestClock) clock = keel_test_clock_new ("2026-11-21T02:00:00Z", "Europe/Berlin");
  GError *error = NULL;
  KeelProfile *profile = keel_profile_open (fixture->data_dir, id, NULL, KEEL_CLOCK (clock), &error);

  g_assert_no_error (error);
  return profile;
}

static char *
get_path (Fixture *fixture, const char *id, const char *name)
{
  return g_build_filename (fixture->profiles, id, name, NULL);
}

/* "id=name" of each, in order. */
static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) cards = keel_profiles_list (fixture->data_dir);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      const KeelProfileCard *card = g_ptr_array_index (cards, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", card->id, card->name);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (entries != NULL && g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
assert_removed (Fixture *fixture, const char *id)
{
  GError *error = NULL;

  keel_profiles_remove (fixture->data_dir, id, &error);
  g_assert_no_error (error);
}

static void
assert_not_removed (Fixture *fixture, const char *id, KeelStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_profiles_remove (fixture->data_dir, id, &error));
  g_assert_error (error, KEEL_STORE_ERROR, (int) code);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_list (fixture, "");
  g_assert_null (keel_profiles_find (fixture->data_dir, "default"));
  g_assert_cmpuint (count_entries (fixture->data_dir), ==, 0);
}

static void
test_make_and_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *unwanted = get_path (fixture, "profile-4", NULL);
  g_autofree char *fourth = NULL;
  g_autofree char *name = NULL;
  struct stat info;

  make_first (fixture);
  make_first (fixture);
  second = create (fixture, " Sailing ");
  third = create (fixture, "Łódź");
  g_assert_cmpint (g_mkdir (unwanted, 0700), ==, 0);
  fourth = create (fixture, "PROFILE-5"); /* which then is no id for anybody */
  assert_list (fixture, "default=default profile-2=Sailing profile-3=Łódź profile-6=PROFILE-5");
  g_assert_cmpstr (fourth, ==, "profile-6");
  name = keel_profiles_get_name (fixture->data_dir, second);
  g_assert_cmpstr (name, ==, "Sailing");
  g_assert_cmpint (stat (fixture->profiles, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
}

static guint
get_welcome (Fixture *fixture, const char *id)
{
  g_autoptr (KeelProfileCard) card = keel_profiles_find (fixture->data_dir, id);

  return card->settings->welcome;
}

/* Only what was made by itself, once: whoever asks for a profile says whether they want it. */
static void
test_welcome (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = get_path (fixture, "default", NULL);
  g_autofree char *second = NULL;

  make_first (fixture);
  g_assert_cmpuint (get_welcome (fixture, "default"), ==, 1);
  g_assert_true (keel_profile_settings_save_welcome (folder, 0, NULL));
  make_first (fixture);
  second = create (fixture, "Sailing");
  g_assert_cmpuint (get_welcome (fixture, "default"), ==, 0);
  g_assert_cmpuint (get_welcome (fixture, second), ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);
      g_autofree char *id = create (fixture, name);
    }
  assert_list (fixture,
               "profile-2=Name 0 profile-3=Name 1 profile-4=Name 2 profile-5=Name 3 profile-6=Name 4 "
               "profile-7=Name 5 profile-8=Name 6 profile-9=Name 7 profile-10=Name 8 "
               "profile-11=Name 9");
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *keys = NULL;
  g_autoptr (KeelProfileCard) card = NULL;
  g_autoptr (KeelProfileCard) protected = NULL;
  g_autoptr (KeelVaultKey) key = NULL;
  GError *error = NULL;

  id = keel_profiles_create (fixture->data_dir, "Tide", KEEL_PAGES_FAMILY, "starred", &error);
  g_assert_no_error (error);
  card = keel_profiles_find (fixture->data_dir, id);
  g_assert_cmpint (card->settings->pages, ==, KEEL_PAGES_FAMILY);
  g_assert_cmpstr (card->settings->picture, ==, "starred");
  g_assert_false (card->protected);
  keys = g_build_filename (card->folder, "keys", NULL);
  key = keel_key_slots_create (keys, "a long one", keel_key_cost_lowest, &error);
  g_assert_no_error (error);
  protected = keel_profiles_find (fixture->data_dir, id);
  g_assert_true (protected->protected);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *wanted;
    const char *id; /* NULL: nobody */
  } table[] = {
    { "default", "default" },
    { "profile-2", "profile-2" },
    { "Sailing", "profile-2" },
    { "sAILING", "profile-2" },
    { " sailing ", "profile-2" },
    { "łódź", "profile-3" },
    { "Ło\xcc\x81"
      "dz\xcc\x81",
      "profile-3" }, /* the accents as characters of their own */
    { "STRASSE", "profile-4" },
    { "DEFAULT", "default" },
    { "Sail", NULL },
    { "", NULL },
    { "..", NULL },
    { "../profiles/default", NULL },
  };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  make_first (fixture);
  first = create (fixture, "Sailing");
  second = create (fixture, "Łódź");
  third = create (fixture, "Straße");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KeelProfileCard) card = keel_profiles_find (fixture->data_dir, table[i].wanted);

      g_assert_cmpstr (card != NULL ? card->id : NULL, ==, table[i].id);
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *name;
    int code; /* -1: it can be */
  } table[] = {
    { NULL, "Tide", -1 },
    { NULL, "  ", KEEL_STORE_ERROR_INVALID },
    { NULL, "sailing", KEEL_STORE_ERROR_NAME_TAKEN },
    { NULL, " Sailing", KEEL_STORE_ERROR_NAME_TAKEN },
    { NULL, "Default", KEEL_STORE_ERROR_NAME_TAKEN },
    { NULL, "Profile-2", KEEL_STORE_ERROR_NAME_TAKEN },
    { "profile-2", "SAILING", -1 },
    { "profile-2", "profile-2", -1 },
    { "profile-2", "default", KEEL_STORE_ERROR_NAME_TAKEN },
    { "default", "Sailing", KEEL_STORE_ERROR_NAME_TAKEN },
  };
  g_autofree char *id = NULL;

  make_first (fixture);
  id = create (fixture, "Sailing");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = keel_profiles_check_name (fixture->data_dir, table[i].id, table[i].name, &error);

      g_assert_cmpint (good, ==, table[i].code < 0);
      if (table[i].code >= 0)
        g_assert_error (error, KEEL_STORE_ERROR, table[i].code);
      if (table[i].code >= 0 && table[i].id == NULL)
        g_assert_null (
            keel_profiles_create (fixture->data_dir, table[i].name, KEEL_PAGES_MEMBER, NULL, NULL));
    }
  assert_list (fixture, "default=default profile-2=Sailing");
}

/* Settings that were lost keep nobody out. */
static void
test_without_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = create (fixture, "Sailing");
  g_autofree char *settings = get_path (fixture, id, "profile.ini");
  g_autoptr (KeelProfile) profile = open_profile (fixture, id);

  g_clear_object (&profile);
  g_assert_cmpint (g_remove (settings), ==, 0);
  assert_list (fixture, "profile-2=profile-2");
  profile = open_profile (fixture, id);
  g_assert_cmpstr (keel_profile_get_id (profile), ==, "profile-2");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *file = NULL;
  g_autofree char *outside = g_build_filename (fixture->data_dir, "outside", NULL);
  g_autofree char *link_path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (KeelProfile) profile = NULL;

  make_first (fixture);
  id = create (fixture, "Sailing");
  profile = open_profile (fixture, id);
  assert_not_removed (fixture, id, KEEL_STORE_ERROR_IN_USE);
  g_clear_object (&profile);

  /* What somebody put there goes too, but not what it points to. */
  inner = get_path (fixture, id, "inner");
  file = g_build_filename (inner, "file", NULL);
  link_path = g_build_filename (inner, "link", NULL);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, CANARY, -1, NULL));
  g_assert_true (g_file_set_contents (outside, CANARY, -1, NULL));
  g_assert_cmpint (symlink (outside, link_path), ==, 0);

  assert_removed (fixture, id);
  assert_list (fixture, "default=default");
  g_assert_cmpuint (count_entries (fixture->profiles), ==, 1);
  g_assert_true (g_file_get_contents (outside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, CANARY);
  assert_not_removed (fixture, id, KEEL_STORE_ERROR_NOT_FOUND);
  assert_not_removed (fixture, "..", KEEL_STORE_ERROR_NOT_FOUND);
}

/* What is written over a file that is open says whether it was written over. */
static void
test_overwritten (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "keys", "journal.db", "journal.db-journal", "any" };
  g_autofree char *id = create (fixture, "Sailing");
  g_autofree char *copy = g_build_filename (fixture->data_dir, "copy", NULL);
  g_autofree char *kept = NULL;
  int files[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (fixture, id, names[i]);

      g_assert_true (g_file_set_contents (path, CANARY, -1, NULL));
      files[i] = open (path, O_RDONLY | O_CLOEXEC);
      g_assert_cmpint (files[i], >=, 0);
      if (i == 3) /* somebody's copy */
        g_assert_cmpint (link (path, copy), ==, 0);
    }
  assert_removed (fixture, id);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char left[sizeof CANARY] = "";

      g_assert_cmpint (pread (files[i], left, sizeof left, 0), ==, strlen (CANARY));
      g_assert_cmpint (left[0], ==, i == 3 ? CANARY[0] : '\0');
      close (files[i]);
    }
  g_assert_true (g_file_get_contents (copy, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, CANARY);
}

static void
test_not_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = create (fixture, "Sailing");
  g_autofree char *folder = get_path (fixture, id, NULL);
  g_autofree char *other = get_path (fixture, "other", NULL);
  g_autofree char *settings = get_path (fixture, id, "profile.ini");

  g_assert_cmpint (symlink (folder, other), ==, 0);
  assert_not_removed (fixture, "other", KEEL_STORE_ERROR_NOT_FOLDER);
  g_assert_true (g_file_test (settings, G_FILE_TEST_EXISTS));
}

/* As if the power had gone after the folder was renamed. */
static void
test_finished_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *beside = get_path (fixture, ".removed-profile-2-0", NULL);
  g_auto (GStrv) ids = NULL;

  make_first (fixture);
  id = create (fixture, "Sailing");
  folder = get_path (fixture, id, NULL);
  g_assert_cmpint (g_rename (folder, beside), ==, 0);
  ids = keel_data_dir_list_profiles (fixture->data_dir);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  assert_list (fixture, "default=default");
  g_assert_cmpuint (count_entries (fixture->profiles), ==, 1);
}

static GString *steps; /* "what name" of each, one a line */
static guint fail_at;  /* the number of the step that fails; 0: none */

static guint
count_steps (void)
{
  guint n = 0;

  for (const char *p = steps->str; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

static int
watch_cb (const char *step, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_string_append_printf (steps, "%s %s\n", step, g_str_has_prefix (name, ".removed-") ? "(removed)" : name);
  return count_steps () == fail_at ? EIO : 0;
}

static void
make_protected (Fixture *fixture)
{
  g_autofree char *id = create (fixture, "Sailing");
  g_autofree char *keys = get_path (fixture, id, "keys");
  g_autofree char *journal = get_path (fixture, id, "journal.db");
  g_autoptr (KeelVaultKey) key = NULL;
  GError *error = NULL;

  g_assert_cmpstr (id, ==, "profile-2");
  key = keel_key_slots_create (keys, "a long one", keel_key_cost_lowest, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (journal, CANARY, -1, NULL));
}

static gboolean
remove_watched (Fixture *fixture, guint failing)
{
  g_autoptr (GError) error = NULL;
  gboolean removed;

  fail_at = failing;
  g_string_truncate (steps, 0);
  keel_durable_watch (watch_cb);
  removed = keel_profiles_remove (fixture->data_dir, "profile-2", &error);
  keel_durable_watch (NULL);
  /* Only the renaming may say that nothing was changed. */
  if (failing > 1 && !removed)
    g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_REMAINS);
  return removed;
}

/* Nothing is touched before the keys are gone for good. */
static void
test_keys_first (Fixture *fixture, gconstpointer data)
{
  steps = g_string_new (NULL);
  make_protected (fixture);
  g_assert_true (remove_watched (fixture, 0));
  g_assert_true (g_str_has_prefix (steps->str, "rename profile-2\nsync-folder profiles\noverwrite keys\n"
                                               "remove keys\nsync-folder (removed)\n"));
  g_assert_nonnull (strstr (steps->str, "overwrite journal.db\nremove journal.db\n"));
  g_string_free (steps, TRUE);
}

/* A disk that refuses one step, whichever: it is there as a whole, or the next look ends it. */
static void
test_refused_steps (Fixture *fixture, gconstpointer data)
{
  gboolean all_done = FALSE;
  guint n_refused = 0;

  steps = g_string_new (NULL);
  for (guint failing = 1; !all_done; failing++)
    {
      g_autoptr (KeelProfileCard) card = NULL;
      gboolean removed;

      make_protected (fixture);
      removed = remove_watched (fixture, failing);
      all_done = count_steps () < failing;
      n_refused += !removed;
      card = keel_profiles_find (fixture->data_dir, "Sailing");
      g_assert_cmpint (card != NULL, ==, failing == 1); /* the renaming */
      if (card != NULL)
        {
          g_assert_true (card->protected);
          assert_removed (fixture, "profile-2");
        }
      assert_list (fixture, "");
      g_assert_cmpuint (count_entries (fixture->profiles), ==, 0);
    }
  g_assert_cmpuint (n_refused, >=, 5);
  g_string_free (steps, TRUE);
}

static void
remove_in_child (Fixture *fixture, const char *id, guint delay_us)
{
  pid_t child = fork ();

  if (child == 0)
    {
      keel_profiles_remove (fixture->data_dir, id, NULL);
      _exit (0);
    }
  g_usleep (delay_us);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* Killed anywhere, it is there as a whole or not at all, and the next look leaves nothing behind. */
static void
test_kills (Fixture *fixture, gconstpointer data)
{
  guint gone = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = create (fixture, "Sailing");
      g_autofree char *large = get_path (fixture, id, "directory.db");
      g_autofree char *folder = get_path (fixture, id, NULL);
      g_autofree char *content = g_strnfill (4 << 20, 'x');
      g_autoptr (KeelProfileCard) card = NULL;

      g_assert_true (g_file_set_contents (large, content, -1, NULL));
      remove_in_child (fixture, id, i * 100);
      card = keel_profiles_find (fixture->data_dir, "Sailing");
      gone += card == NULL;
      if (card != NULL)
        {
          g_assert_cmpuint (count_entries (folder), >=, 2);
          assert_removed (fixture, id);
        }
      assert_list (fixture, "");
      g_assert_cmpuint (count_entries (fixture->profiles), ==, 0);
    }
  g_test_message ("%u of 60 were gone", gone);
  g_assert_cmpuint (gone, >, 0);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/profiles/nothing", test_nothing);
  add_test ("/store/profiles/make-and-list", test_make_and_list);
  add_test ("/store/profiles/welcome", test_welcome);
  add_test ("/store/profiles/order", test_order);
  add_test ("/store/profiles/card", test_card);
  add_test ("/store/profiles/find", test_find);
  add_test ("/store/profiles/names", test_names);
  add_test ("/store/profiles/without-settings", test_without_settings);
  add_test ("/store/profiles/remove", test_remove);
  add_test ("/store/profiles/overwritten", test_overwritten);
  add_test ("/store/profiles/not-a-link", test_not_a_link);
  add_test ("/store/profiles/finished-later", test_finished_later);
  add_test ("/store/profiles/keys-first", test_keys_first);
  add_test ("/store/profiles/refused-steps", test_refused_steps);
  add_test ("/store/profiles/kills", test_kills);
  return g_test_run ();
}
