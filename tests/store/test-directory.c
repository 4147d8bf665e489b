#include "keel-list-fixture.h"

#include "store/keel-directory.h"

static const char two[] =
    "[{\"slug\":\"a\",\"name\":\"Early Risers\",\"day\":1,\"time\":\"06:30\",\"end_time\":\"07:15\","
    "\"timezone\":\"America/New_York\",\"location\":\"Old Mill\",\"address\":\"1 Mill Lane\","
    "\"latitude\":40.5,\"longitude\":-74.25,\"types\":[\"O\",\"X\"],\"notes\":\"Side door\","
    "\"conference_url\":\"https://zoom.us/j/1\",\"attendance_option\":\"hybrid\"},"
    "{\"slug\":\"b\",\"name\":\"By arrangement\"}]";

static void
test_make_id (void)
{
  g_autofree char *id = keel_directory_make_id ("Greater NY", "monday-night");
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Greater NY\nmonday-night",
                                                             -1);

  checksum[16] = '\0';
  g_assert_cmpstr (id, ==, checksum);
}

static void
test_get_meeting (KeelListFixture *fixture, const void *data)
{
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "river.json", two, NULL);
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autofree char *id = keel_directory_make_id ("River", "a");
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelMeeting) meeting = keel_directory_get_meeting (directory, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (meeting->id, ==, id);
  g_assert_cmpstr (meeting->list, ==, "River");
  g_assert_cmpstr (meeting->slug, ==, "a");
  g_assert_cmpstr (meeting->name, ==, "Early Risers");
  g_assert_cmpint (meeting->day, ==, 1);
  g_assert_cmpint (meeting->minute, ==, 390);
  g_assert_cmpint (meeting->duration, ==, 45);
  g_assert_cmpstr (meeting->timezone, ==, "America/New_York");
  g_assert_cmpstr (meeting->location, ==, "Old Mill");
  g_assert_cmpstr (meeting->address, ==, "1 Mill Lane");
  g_assert_cmpstr (meeting->conference_url, ==, "https://zoom.us/j/1");
  g_assert_cmpint (meeting->venue, ==, KEEL_VENUE_HYBRID);
  g_assert_true (meeting->has_position);
  g_assert_cmpfloat (meeting->latitude, ==, 40.5);
  g_assert_cmpfloat (meeting->longitude, ==, -74.25);
  g_assert_cmpint (g_strv_length (meeting->types), ==, g_strv_length (meeting->type_names));
  g_assert_true (g_strv_contains ((const char *const *) meeting->types, "X"));
  g_assert_null (meeting->phone);
}

static void
test_find (KeelListFixture *fixture, const void *data)
{
  static const char *const strangers[] = {
    "", "0", "000000000000000g", "ffffffffffffffff", "FFFFFFFFFFFFFFFF", "0000000000000000 ", "' OR 1=1 --"
  };
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, "river.json", two, NULL);
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelMeeting) meeting = keel_directory_find (directory, "River", "b", &error);

  g_assert_no_error (error);
  g_assert_cmpint (meeting->day, ==, KEEL_DAY_BY_APPOINTMENT);
  g_assert_false (meeting->has_position);
  g_assert_cmpuint (g_strv_length (meeting->types), ==, 0);

  g_assert_null (keel_directory_find (directory, "River", "c", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_clear_error (&error);
      g_assert_null (keel_directory_get_meeting (directory, strangers[i], &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
    }
}

static void
test_lists (KeelListFixture *fixture, const void *data)
{
  const KeelImportOptions options = {
    .list = "Alps", .program = "na", .timezone = "Europe/Zurich", .now = 12345
  };
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GPtrArray) none = keel_directory_get_lists (directory, NULL);
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KeelList *list;

  g_assert_cmpuint (none->len, ==, 0);
  keel_import_report_free (keel_list_fixture_import (fixture, "river.json", two, NULL));
  before = keel_list_fixture_dump (fixture);
  keel_import_report_free (keel_list_fixture_import (fixture, "b.json", two, &options));

  lists = keel_directory_get_lists (directory, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lists->len, ==, 2);
  list = g_ptr_array_index (lists, 0);
  g_assert_cmpstr (list->name, ==, "Alps");
  g_assert_cmpstr (list->source, ==, "b.json");
  g_assert_cmpstr (list->format, ==, "meeting-guide");
  g_assert_cmpstr (list->program, ==, "na");
  g_assert_cmpstr (list->timezone, ==, "Europe/Zurich");
  g_assert_cmpuint (list->meetings, ==, 2);
  g_assert_cmpint (list->imported_at, ==, 12345);
  g_assert_cmpstr (((KeelList *) g_ptr_array_index (lists, 1))->name, ==, "River");

  g_assert_true (keel_directory_remove_list (directory, "Alps", &error));
  left = keel_directory_get_lists (directory, &error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (keel_directory_find (directory, "Alps", "a", NULL));
  after = keel_list_fixture_dump (fixture);
  /* But for the counter in the first line all is as it was before that list. */
  g_assert_cmpstr (strchr (after, '\n'), ==, strchr (before, '\n'));
  g_assert_cmpstr (after, !=, before);

  g_assert_false (keel_directory_remove_list (directory, "Alps", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/directory/" name, KeelListFixture, NULL, keel_list_fixture_set_up, function,           \
              keel_list_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/directory/make-id", test_make_id);
  ADD ("get-meeting", test_get_meeting);
  ADD ("find", test_find);
  ADD ("lists", test_lists);

  return g_test_run ();
}
