/* The sets of types that lists bring: told from each other, taken away, and bounded whatever a list says. */

#include "keel-list-fixture.h"

#include <sqlite3.h>

#include "store/keel-directory-private.h"
#include "store/keel-meeting-types.h"

#define NOW G_GINT64_CONSTANT (1795284000)

static KeelMeetingIndex *
open_index (KeelListFixture *fixture)
{
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  KeelMeetingIndex *index = keel_meeting_index_new (directory, &error);

  g_assert_no_error (error);
  return index;
}

static KeelMeetingResults *
search (KeelMeetingIndex *index, const char *type)
{
  const char *types[] = { type, NULL };
  const KeelMeetingQuery query = { .types = type ? types : NULL };
  g_autoptr (GTimeZone) person = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  KeelMeetingResults *results = keel_meeting_index_search (index, &query, NOW, person, &error);

  g_assert_no_error (error);
  return results;
}

/* A list of a meeting for each of the texts, which are the types of it as JSON. */
static char *
make_list (const char *const *types)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; types[i]; i++)
    g_string_append_printf (text,
                            "%s{\"slug\":\"m%u\",\"name\":\"Meeting %u\",\"day\":%u,\"time\":\"10:00\","
                            "\"types\":[%s]}",
                            i ? "," : "", i, i, i % 7, types[i]);
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
import_types (KeelListFixture *fixture, const char *name, const char *const *types)
{
  g_autofree char *list = make_list (types);

  keel_import_report_free (keel_list_fixture_import (fixture, name, list, NULL));
}

/* Of which an earlier Keel made the same number, and took one set for the other. */
static void
test_alike (KeelListFixture *fixture, const void *data)
{
  static const char *const types[] = { "\"d788c5b929c63ed7\"", "\"e8006816f40ec331\"", "\"6a86a628cdcd8b9b\"",
                                       "\"49c44abf4b988faf\"", "\"6a86a628cdcd8b9b\"", NULL };
  static const struct
  {
    const char *type;
    guint total;
  } rows[] = {
    { "d788c5b929c63ed7", 1 }, { "e8006816f40ec331", 1 }, { "6a86a628cdcd8b9b", 2 }, { "49c44abf4b988faf", 1 }
  };
  g_autoptr (KeelMeetingIndex) index = NULL;

  import_types (fixture, "list.json", types);
  index = open_index (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeetingResults) results = search (index, rows[i].type);

      g_test_message ("%s", rows[i].type);
      g_assert_cmpuint (results->total, ==, rows[i].total);
      g_assert_cmpstr (((KeelMatch *) results->matches->pdata[0])->meeting->type_names[0], ==, rows[i].type);
    }
}

static int
count_sets (KeelListFixture *fixture)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;
  int n;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT count(*) FROM type_set", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return n;
}

static void
test_sweep (KeelListFixture *fixture, const void *data)
{
  static const char *const before[] = { "\"One\"", "\"One\",\"Two\"", "\"Three\"", "", NULL };
  static const char *const after[] = { "\"One\"", "\"One\",\"Four\"", NULL };
  static const char *const other[] = { "\"Three\"", "\"One\"", NULL };
  g_autoptr (KeelMeetingIndex) index = NULL;
  g_autoptr (KeelMeetingResults) results = NULL;
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (GError) error = NULL;

  import_types (fixture, "list.json", before);
  g_assert_cmpint (count_sets (fixture), ==, 3);
  import_types (fixture, "other.json", other);
  g_assert_cmpint (count_sets (fixture), ==, 3);
  import_types (fixture, "list.json", after);
  g_assert_cmpint (count_sets (fixture), ==, 3); /* One; One and Four; Three of the other list */
  directory = keel_list_fixture_open (fixture);
  g_assert_true (keel_directory_remove_list (directory, "List", &error));
  g_assert_cmpint (count_sets (fixture), ==, 2);
  index = open_index (fixture);
  results = search (index, "Three");
  g_assert_cmpuint (results->total, ==, 1);
  g_assert_true (keel_directory_remove_list (directory, "Other", &error));
  g_assert_cmpint (count_sets (fixture), ==, 0);
}

#define N_NAMES 20000

/* A list that gives each meeting types of its own: what a keystroke does grows with them and no faster. */
static void
test_many_names (KeelListFixture *fixture, const void *data)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (KeelMeetingTypes) loaded = NULL;
  g_autoptr (KeelMeetingResults) results = keel_meeting_results_new ();
  g_autoptr (GError) error = NULL;
  g_autofree guint *by_set = NULL;
  const char *const chosen[] = { "Name 00007", NULL };
  const KeelMeetingQuery query = { .types = chosen };
  guint64 steps;

  /* From the last name to the first, the worst order for those that are kept. */
  for (guint i = 0; i < N_NAMES; i++)
    g_ptr_array_add (types, g_strdup_printf ("\"Name %05u\",\"Usual\"", N_NAMES - i));
  g_ptr_array_add (types, NULL);
  import_types (fixture, "list.json", (const char *const *) types->pdata);
  directory = keel_list_fixture_open (fixture);
  loaded = keel_meeting_types_load (keel_directory_get_database (directory), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keel_meeting_types_get_n_sets (loaded), ==, N_NAMES + 1);
  by_set = g_new (guint, N_NAMES + 1);
  for (guint i = 0; i <= N_NAMES; i++)
    by_set[i] = i > 0;
  steps = keel_meeting_types_count (loaded, &(KeelMeetingQuery){ NULL }, by_set, results);
  g_test_message ("%u steps", (guint) steps);
  g_assert_cmpuint (steps, <, 30 * N_NAMES);
  g_assert_cmpuint (results->by_type->len, ==, 20);
  g_assert_cmpstr (((KeelFilterCount *) results->by_type->pdata[0])->name, ==, "Usual");
  g_assert_cmpuint (((KeelFilterCount *) results->by_type->pdata[0])->count, ==, N_NAMES);
  for (guint i = 1; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %05u", i);

      g_assert_cmpstr (((KeelFilterCount *) results->by_type->pdata[i])->name, ==, name);
    }
  /* What is chosen and has become none is there, whatever its place. */
  by_set[0] = 1;
  for (guint i = 1; i <= N_NAMES; i++)
    by_set[i] = 0;
  g_ptr_array_set_size (results->by_type, 0);
  g_assert_cmpuint (keel_meeting_types_count (loaded, &query, by_set, results), <, 30 * N_NAMES);
  g_assert_cmpuint (results->by_type->len, ==, 1);
  g_assert_cmpuint (((KeelFilterCount *) results->by_type->pdata[0])->count, ==, 0);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/find-types/" name, KeelListFixture, NULL, keel_list_fixture_set_up, function,          \
              keel_list_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("alike", test_alike);
  ADD ("sweep", test_sweep);
  ADD ("many-names", test_many_names);

  return g_test_run ();
}
