/* profile.ini: what is read from it, what is kept in it, and that it keeps nobody out. */

#include "keel-test-folder.h"
#include "store/keel-profile-settings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_WRITERS 4
#define N_SAVES 100

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "profile.ini", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
read_file (Fixture *fixture)
{
  GError *error = NULL;
  char *text = NULL;

  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_file (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
save (Fixture *fixture, const KeelProfileSettings *settings)
{
  GError *error = NULL;

  keel_profile_settings_save (settings, fixture->folder, &error);
  g_assert_no_error (error);
}

/* As "name|picture|language|region+part|pages|minutes|suspend|screen". */
static char *
describe (const KeelProfileSettings *settings)
{
  return g_strdup_printf ("%s|%s|%s|%s%s%s|%s%s|%u|%d|%d", settings->name != NULL ? settings->name : "-",
                          settings->picture != NULL ? settings->picture : "-",
                          settings->language != NULL ? settings->language : "-",
                          settings->region != NULL ? settings->region : "-",
                          settings->part != NULL ? "+" : "", settings->part != NULL ? settings->part : "",
                          (settings->pages & KEEL_PAGES_MEMBER) != 0 ? "m" : "",
                          (settings->pages & KEEL_PAGES_FAMILY) != 0 ? "f" : "", settings->lock_minutes,
                          settings->lock_on_suspend, settings->lock_on_screen_lock);
}

static void
assert_loaded (Fixture *fixture, const char *expected)
{
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (fixture->folder);
  g_autofree char *description = describe (settings);

  g_assert_cmpstr (description, ==, expected);
}

#define USUAL "-|-|-|-|m|10|1|1"

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } table[] = {
    { "", USUAL },
    { "[Other]\nName=Nobody\n", USUAL },
    { "[Profile]\nName= Sailing \nPages=family;\nPicture=starred\nLanguage=es\nRegion=US\n"
      "[Lock]\nAfterMinutes=3\nOnSuspend=false\nOnScreenLock=false\n",
      "Sailing|starred|es|US|f|3|0|0" },
    { "[Profile]\nName=\nPages=\nPicture=\nLanguage=\nRegion=\n[Lock]\nAfterMinutes=\n", USUAL },
    { "[Profile]\nPages=member;family;\n", "-|-|-|-|mf|10|1|1" },
    { "[Profile]\nPages= Family ; stars ;\n", "-|-|-|-|f|10|1|1" },
    { "[Profile]\nPages=stars;\n", USUAL },
    { "[Profile]\nName=\\s \\t\n", USUAL },
    { "[Profile]\nName=One\\nTwo\n", USUAL },
    { "[Profile]\nPicture=../../secret\nLanguage=es;rm\nRegion=us\n", USUAL },
    { "[Profile]\nLanguage=sr@latin\nRegion=USA\n", "-|-|sr@latin|-|m|10|1|1" },
    { "[Profile]\nRegion=GB\nPart=GB-SCT\n", "-|-|-|GB+GB-SCT|m|10|1|1" },
    { "[Profile]\nRegion=US\nPart=us-ny\n", "-|-|-|US|m|10|1|1" },
    { "[Profile]\nPart=GB-SCOTLAND\n", USUAL },
    { "[Lock]\nAfterMinutes=0\n", "-|-|-|-|m|0|1|1" },
    { "[Lock]\nAfterMinutes=-1\nOnSuspend=perhaps\n", USUAL },
    { "[Lock]\nAfterMinutes=soon\n", USUAL },
    { "[Lock]\nAfterMinutes=99999999999999\n", USUAL },
    { "[Lock]\nAfterMinutes=99999\n", "-|-|-|-|m|1440|1|1" },
  };

  assert_loaded (fixture, USUAL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      write_file (fixture, table[i].text);
      assert_loaded (fixture, table[i].expected);
    }
}

static void
test_no_key_file (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = { "Name=Sailing\n", "[Profile\n", "\xff\xfe\x01", "[Profile]\nName" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (KeelProfileSettings) settings = NULL;
      g_autofree char *aside = g_build_filename (fixture->folder, "profile.ini.broken", NULL);
      g_autofree char *kept = NULL;

      write_file (fixture, broken[i]);
      /* Nothing of what stands there. */
      g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*are not used: */profile.ini is no key file");
      settings = keel_profile_settings_load (fixture->folder);
      g_test_assert_expected_messages ();
      g_free (settings->name);
      settings->name = g_strdup ("Tide");
      save (fixture, settings);
      assert_loaded (fixture, "Tide|-|-|-|m|10|1|1");
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, broken[i]);
    }
}

static void
test_code_noted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (fixture->folder);
  g_autoptr (KeelProfileSettings) saved = NULL;

  g_assert_true (settings->code_noted);
  settings->code_noted = FALSE;
  save (fixture, settings);
  saved = keel_profile_settings_load (fixture->folder);
  g_assert_false (saved->code_noted);
}

static void
test_name_that_is_no_text (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, "[Profile]\nName=\xff\xfe\nRegion=DE\n");
  assert_loaded (fixture, "-|-|-|DE|m|10|1|1");
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = g_build_filename (fixture->folder, "profile.ini.broken", NULL);
  g_autoptr (KeelProfileSettings) settings = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*are not used*");
  settings = keel_profile_settings_load (fixture->folder);
  g_test_assert_expected_messages ();
  save (fixture, settings);
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_DIR));
}

/* Every key of the header is explained where it stands. */
static void
test_fresh_file (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "Name",      "Pages",        "Picture",   "Language",
                                      "Region",    "AfterMinutes", "OnSuspend", "OnScreenLock",
                                      "CodeNoted", "Lines",        "People" };
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (fixture->folder);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  struct stat info;

  save (fixture, settings);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  assert_loaded (fixture, USUAL);
  text = read_file (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *comment = g_strdup_printf ("\n# %s  ", keys[i]);

      g_assert_nonnull (strstr (text, comment));
    }
  save (fixture, settings);
  again = read_file (fixture);
  g_assert_cmpstr (again, ==, text);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  KeelProfileSettings settings = {
    .name = (char *) "  Größe; \\ [x] = 1  ",
    .picture = (char *) keel_profile_pictures[3],
    .language = (char *) "pt_BR",
    .region = (char *) "BR",
    .pages = KEEL_PAGES_FAMILY | KEEL_PAGES_MEMBER,
    .lock_minutes = 0,
    .lock_on_screen_lock = TRUE,
  };
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  save (fixture, &settings);
  expected = g_strdup_printf ("Größe; \\ [x] = 1|%s|pt_BR|BR|mf|0|0|1", keel_profile_pictures[3]);
  assert_loaded (fixture, expected);
  text = read_file (fixture);
  g_assert_null (strstr (text, "\nName=\n")); /* each key once */

  settings = (KeelProfileSettings){ .pages = KEEL_PAGES_MEMBER, .lock_minutes = 10, .lock_on_suspend = TRUE };
  save (fixture, &settings);
  assert_loaded (fixture, "-|-|-|-|m|10|1|0");
}

/* Comments, other groups and keys, and what a newer Keel chose and this one does not know. */
static void
test_keeps_the_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfileSettings) settings = NULL;
  g_autofree char *text = NULL;
  static const char *const kept[] = { "# mine, above\n",   "# mine, inside\n", "Picture=whale\n",
                                      "Mood=calm\n",       "Name[es]=Vela\n",  "[LockPage]\nLines=1;2;\n",
                                      "[New]\nThing=on\n", "Name=Tide\n" };

  write_file (fixture,
              "# mine, above\n[Profile]\n# mine, inside\nName=Sailing\nName[es]=Vela\nPicture=whale\n"
              "Mood=calm\n\n[LockPage]\nLines=1;2;\n\n[New]\nThing=on\n");
  settings = keel_profile_settings_load (fixture->folder);
  g_assert_null (settings->picture);
  g_free (settings->name);
  settings->name = g_strdup ("Tide");
  save (fixture, settings);
  text = read_file (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
  g_assert_null (strstr (text, "Sailing"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean good;
  } table[] = {
    { "Sailing", TRUE },
    { "a", TRUE },
    { "Łódź 🌊", TRUE },
    { "", FALSE },
    { "   ", FALSE },
    { "\xc2\xa0", FALSE },     /* a space that does not break */
    { "\xe2\x80\x8b", FALSE }, /* one without width */
    { "One\nTwo", FALSE },
    { "One\xe2\x80\xa8Two", FALSE }, /* LINE SEPARATOR */
    { "One\tTwo", FALSE },
    { "\xff", FALSE },
    /* Sixty characters of two bytes, and sixty-one of one. */
    { "öööööööööööööööööööööööööööööööööööööööööööööööööööööööööööö", TRUE },
    { "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelProfileSettings settings = { .name = (char *) table[i].name, .pages = KEEL_PAGES_MEMBER };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (keel_profile_settings_save (&settings, fixture->folder, &error), ==, table[i].good);
      if (!table[i].good)
        g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
    }
}

static void
test_senseless (Fixture *fixture, gconstpointer data)
{
  static const KeelProfileSettings table[] = {
    { .pages = 0 },
    { .pages = KEEL_PAGES_MEMBER, .picture = (char *) "whale" },
    { .pages = KEEL_PAGES_MEMBER, .language = (char *) "es\n" },
    { .pages = KEEL_PAGES_MEMBER, .region = (char *) "Spain" },
    { .pages = KEEL_PAGES_MEMBER, .lock_minutes = KEEL_PROFILE_MAX_LOCK_MINUTES + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (keel_profile_settings_save (&table[i], fixture->folder, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      g_assert_cmpint (g_access (fixture->path, F_OK), !=, 0);
    }
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_strv_length ((char **) keel_profile_pictures), >=, 10);
  for (guint i = 0; keel_profile_pictures[i] != NULL; i++)
    {
      g_assert_false (g_str_has_suffix (keel_profile_pictures[i], "-symbolic"));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (keel_profile_pictures[i], !=, keel_profile_pictures[j]);
    }
}

/* Two programs may save at the same moment, as when both open a new profile for the first time. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfileSettings) kept = NULL;
  pid_t children[N_WRITERS];

  for (guint i = 0; i < N_WRITERS; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          g_autoptr (KeelProfileSettings) own = keel_profile_settings_load (fixture->folder);

          for (guint j = 0; j < N_SAVES; j++)
            {
              own->lock_minutes = 1 + i + j * N_WRITERS;
              if (!keel_profile_settings_save (own, fixture->folder, NULL))
                _exit (1);
            }
          _exit (0);
        }
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  kept = keel_profile_settings_load (fixture->folder);
  g_assert_cmpuint (kept->lock_minutes, >, (N_SAVES - 1) * N_WRITERS);
}

/* Apart from the rest: whoever saves that had it open before the welcome went on. */
static void
test_welcome (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint page;
  } table[] = { { "[Profile]\nWelcome=3\n", 3 }, { "[Profile]\nWelcome=soon\n", 0 },
                { "[Profile]\nWelcome=-2\n", 0 }, { "[Profile]\n", 0 } };
  g_autoptr (KeelProfileSettings) before = NULL;
  g_autoptr (KeelProfileSettings) after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KeelProfileSettings) settings = NULL;

      write_file (fixture, table[i].text);
      settings = keel_profile_settings_load (fixture->folder);
      g_assert_cmpuint (settings->welcome, ==, table[i].page);
    }
  before = keel_profile_settings_load (fixture->folder);
  g_assert_true (keel_profile_settings_save_welcome (fixture->folder, 4, &error));
  g_assert_no_error (error);
  save (fixture, before);
  after = keel_profile_settings_load (fixture->folder);
  g_assert_cmpuint (after->welcome, ==, 4);
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
  add_test ("/store/profile-settings/reading", test_reading);
  add_test ("/store/profile-settings/no-key-file", test_no_key_file);
  add_test ("/store/profile-settings/code-noted", test_code_noted);
  add_test ("/store/profile-settings/name-that-is-no-text", test_name_that_is_no_text);
  add_test ("/store/profile-settings/no-file", test_no_file);
  add_test ("/store/profile-settings/fresh-file", test_fresh_file);
  add_test ("/store/profile-settings/round-trip", test_round_trip);
  add_test ("/store/profile-settings/keeps-the-rest", test_keeps_the_rest);
  add_test ("/store/profile-settings/names", test_names);
  add_test ("/store/profile-settings/senseless", test_senseless);
  add_test ("/store/profile-settings/pictures", test_pictures);
  add_test ("/store/profile-settings/welcome", test_welcome);
  add_test ("/store/profile-settings/at-once", test_at_once);
  return g_test_run ();
}
