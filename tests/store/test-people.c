/* People and help lines of one's own: kept, changed, taken away and brought back; and what of them stands in
 * profile.ini, which anybody can read: what was allowed, and nothing else. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-journal-people.h"
#include "store/keel-profile-people.h"
#include "store/keel-profile-settings.h"

typedef struct
{
  char *folder;
  KeelTestClock *clock;
  KeelProfile *profile;
} Fixture;

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->folder, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-22T12:00:00Z", "Europe/Berlin");
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Its UUID. */
static char *
add_person (Fixture *fixture, const char *name, const char *number, gboolean on_lock)
{
  g_autoptr (KeelPerson) person = keel_person_new (name);
  GError *error = NULL;

  person->number = g_strdup (number);
  person->role = g_strdup ("Sponsor");
  person->message = g_strdup (" Can you talk? ");
  person->on_lock = on_lock;
  keel_profile_set_person (fixture->profile, person, &error);
  g_assert_no_error (error);
  g_assert_nonnull (person->uuid);
  return g_steal_pointer (&person->uuid);
}

static char *
add_line (Fixture *fixture, const char *name, const char *number, gboolean on_lock)
{
  g_autoptr (KeelOwnLine) line = keel_own_line_new (name);
  GError *error = NULL;

  line->number = g_strdup (number);
  line->hours = g_strdup ("nights");
  line->on_lock = on_lock;
  keel_profile_set_own_line (fixture->profile, line, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&line->uuid);
}

static GPtrArray *
get_people (Fixture *fixture)
{
  GError *error = NULL;
  GPtrArray *people = keel_journal_get_people (keel_profile_get_journal (fixture->profile), &error);

  g_assert_no_error (error);
  return people;
}

/* As "name number|…" of people, then of lines. */
static void
assert_journal (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) people = get_people (fixture);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  lines = keel_journal_get_own_lines (keel_profile_get_journal (fixture->profile), NULL);
  for (guint i = 0; i < people->len; i++)
    {
      const KeelPerson *person = people->pdata[i];

      g_string_append_printf (text, "%s %s|", person->name, person->number != NULL ? person->number : "-");
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const KeelOwnLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s %s|", line->name, line->number != NULL ? line->number : "-");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* As "people/lines" of profile.ini. */
static void
assert_allowed (Fixture *fixture, const char *expected)
{
  g_autoptr (KeelProfileSettings) settings = NULL;
  g_autofree char *people = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *text = NULL;

  settings = keel_profile_settings_load (keel_profile_get_folder (fixture->profile));
  people = settings->lock_people != NULL ? g_strjoinv ("|", settings->lock_people) : g_strdup ("");
  lines = settings->lock_lines != NULL ? g_strjoinv ("|", settings->lock_lines) : g_strdup ("");
  text = g_strdup_printf ("%s/%s", people, lines);
  g_assert_cmpstr (text, ==, expected);
}

static void
delete_person (Fixture *fixture, const char *uuid, gboolean deleted)
{
  GError *error = NULL;

  keel_profile_set_person_deleted (fixture->profile, uuid, deleted, &error);
  g_assert_no_error (error);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *anna = add_person (fixture, "  Anna B. ", " 0170 1 ", FALSE);
  g_autofree char *tom = add_person (fixture, "Tom", NULL, FALSE);
  g_autofree char *line = add_line (fixture, "Night doctor", "116 117", FALSE);
  g_autoptr (GPtrArray) people = NULL;
  const KeelPerson *person;

  open_profile (fixture);
  assert_journal (fixture, "Anna B. 0170 1|Tom -|Night doctor 116 117|");
  people = get_people (fixture);
  person = people->pdata[0];
  g_assert_cmpstr (person->uuid, ==, anna);
  g_assert_cmpstr (person->role, ==, "Sponsor");
  g_assert_cmpstr (person->message, ==, "Can you talk?");
  g_assert_false (person->on_lock);
  g_assert_cmpint (person->position, ==, 0);

  delete_person (fixture, anna, TRUE);
  assert_journal (fixture, "Tom -|Night doctor 116 117|");
  delete_person (fixture, anna, FALSE);
  g_assert_true (keel_profile_set_own_line_deleted (fixture->profile, line, TRUE, NULL));
  assert_journal (fixture, "Anna B. 0170 1|Tom -|");
  g_assert_true (keel_profile_set_own_line_deleted (fixture->profile, line, FALSE, NULL));
  assert_journal (fixture, "Anna B. 0170 1|Tom -|Night doctor 116 117|");
}

/* What came back stands where it stood, also when another came meanwhile. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *anna = add_person (fixture, "Anna B.", "1 2", FALSE);
  g_autofree char *tom = add_person (fixture, "Tom", "3 4", FALSE);
  g_autofree char *ada = NULL;
  g_autoptr (GPtrArray) people = get_people (fixture);
  g_autoptr (KeelPerson) before = keel_person_copy (people->pdata[0]);
  g_autoptr (KeelPerson) after = keel_person_copy (before);
  GError *error = NULL;

  g_free (after->name);
  after->name = g_strdup ("Anna");
  keel_profile_set_person (fixture->profile, after, &error);
  g_assert_no_error (error);
  assert_journal (fixture, "Anna 1 2|Tom 3 4|");
  delete_person (fixture, anna, TRUE);
  ada = add_person (fixture, "Ada", "5 6", FALSE);
  keel_profile_set_person (fixture->profile, before, &error);
  g_assert_no_error (error);
  assert_journal (fixture, "Anna B. 1 2|Tom 3 4|Ada 5 6|");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPerson) person = keel_person_new (" \t");
  g_autoptr (KeelOwnLine) line = keel_own_line_new ("");
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_profile_set_person (fixture->profile, person, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (person->uuid);
  g_clear_error (&error);
  g_assert_false (keel_profile_set_own_line (fixture->profile, line, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (keel_profile_set_person_deleted (fixture->profile, "nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (keel_profile_set_own_line_deleted (fixture->profile, "nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  assert_journal (fixture, "");
}

static void
test_allowed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *anna = add_person (fixture, "Anna B.", "0170 1;2", TRUE);
  g_autofree char *tom = add_person (fixture, "Tom", "3 4", FALSE);
  g_autofree char *ada = add_person (fixture, "Ada", NULL, TRUE);
  g_autofree char *night = add_line (fixture, "Night: doctor", "116 117", TRUE);
  g_autofree char *day = add_line (fixture, "Day", "115", FALSE);
  g_autoptr (GPtrArray) people = get_people (fixture);
  g_autoptr (KeelPerson) hidden = keel_person_copy (people->pdata[2]);
  GError *error = NULL;

  assert_allowed (fixture, "Anna B.: 0170 1;2|Ada/Night: doctor: 116 117");
  delete_person (fixture, anna, TRUE);
  assert_allowed (fixture, "Ada/Night: doctor: 116 117");
  delete_person (fixture, anna, FALSE);
  assert_allowed (fixture, "Anna B.: 0170 1;2|Ada/Night: doctor: 116 117");
  hidden->on_lock = FALSE;
  keel_profile_set_person (fixture->profile, hidden, &error);
  g_assert_no_error (error);
  g_assert_true (keel_profile_set_own_line_deleted (fixture->profile, night, TRUE, NULL));
  assert_allowed (fixture, "Anna B.: 0170 1;2/");
  delete_person (fixture, anna, TRUE);
  assert_allowed (fixture, "/");
}

/* What a person keeps for themselves is nowhere in it, and what they chose otherwise stays. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  const char *folder = keel_profile_get_folder (fixture->profile);
  g_autofree char *path = g_build_filename (folder, "profile.ini", NULL);
  g_autofree char *text = NULL;
  g_autofree char *anna = NULL;
  g_autofree char *tom = NULL;
  g_autoptr (KeelProfileSettings) settings = NULL;

  g_assert_true (
      g_file_set_contents (path, "# mine\n[Profile]\nName=Sailing\nRegion=GB\nPart=GB-SCT\n", -1, NULL));
  tom = add_person (fixture, "Tom", "3 4", FALSE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "Tom"));
  g_assert_null (strstr (text, "3 4"));
  anna = add_person (fixture, "Anna B.", "0170 1", TRUE);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Anna B.: 0170 1"));
  g_assert_null (strstr (text, "Tom"));
  g_assert_null (strstr (text, "Sponsor"));
  g_assert_null (strstr (text, "Can you talk"));
  g_assert_nonnull (strstr (text, "# mine"));
  settings = keel_profile_settings_load (folder);
  g_assert_cmpstr (settings->name, ==, "Sailing");
  g_assert_cmpstr (settings->region, ==, "GB");
  g_assert_cmpstr (settings->part, ==, "GB-SCT");
}

/* An end of the program between the two, or somebody with an editor. */
static void
test_in_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (keel_profile_get_folder (fixture->profile), "profile.ini", NULL);
  g_autofree char *anna = add_person (fixture, "Anna B.", "0170 1", TRUE);
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, "[LockPage]\nPeople=Tom: 3 4;\n", -1, NULL));
  assert_allowed (fixture, "Tom: 3 4/");
  keel_profile_show_on_lock_page (fixture->profile, &error);
  g_assert_no_error (error);
  assert_allowed (fixture, "Anna B.: 0170 1/");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/people/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/store/people/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/store/people/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/store/people/allowed", Fixture, NULL, set_up, test_allowed, tear_down);
  g_test_add ("/store/people/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/store/people/in-step", Fixture, NULL, set_up, test_in_step, tear_down);
  return g_test_run ();
}
