/* KeelJournal: what the person wrote comes back as it was, counted and undoable. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-directory.h"
#include "store/keel-journal.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define NOW 1795284000 /* 2026-11-21T18:00:00Z */

typedef struct
{
  char *folder;
  char *path;
  KeelTestClock *clock;
  KeelJournal *journal;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  fixture->folder = keel_test_folder_make ();
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->clock = keel_test_clock_new ("2026-11-21T18:00:00Z", "Europe/Berlin");
  g_assert_cmpint (keel_clock_get_now (KEEL_CLOCK (fixture->clock)), ==, NOW);
  fixture->journal = keel_journal_open (fixture->path, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->journal != NULL)
    g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static KeelMeeting *
make_meeting (const char *name)
{
  static const char *const types[] = { "O", "TC", NULL };
  static const char *const type_names[] = { "Open", "Lugar cerrado", NULL };
  KeelMeeting *meeting = keel_meeting_new ();

  meeting->name = g_strdup (name);
  meeting->program = g_strdup ("na");
  meeting->day = 1;
  meeting->minute = 19 * 60;
  meeting->duration = 90;
  meeting->any_time = TRUE;
  meeting->timezone = g_strdup ("America/New_York");
  meeting->location = g_strdup ("Saint Ann's, 2nd floor");
  meeting->address = g_strdup ("12 Main St\nNew York");
  meeting->region = g_strdup ("Brooklyn");
  meeting->group = g_strdup ("Güten Abend");
  meeting->notes = g_strdup ("Ring twice\nBring a cup");
  meeting->conference_url = g_strdup ("https://example.org/j/1?pwd=%20x");
  meeting->conference_notes = g_strdup ("Password: open");
  meeting->phone = g_strdup ("+1 212 555 0100");
  meeting->url = g_strdup ("https://example.org/meeting");
  meeting->has_position = TRUE;
  meeting->latitude = 40.7;
  meeting->longitude = -73.9;
  meeting->venue = KEEL_VENUE_HYBRID;
  meeting->admission = KEEL_ADMISSION_CLOSED;
  g_strfreev (meeting->types);
  meeting->types = g_strdupv ((char **) types);
  g_strfreev (meeting->type_names);
  meeting->type_names = g_strdupv ((char **) type_names);
  meeting->updated = 1700000000;
  return meeting;
}

static void
set_leads (KeelSeries *series, int first, int second)
{
  const int leads[] = { first, second };

  g_array_set_size (series->leads, 0);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (leads[i] >= 0)
      g_array_append_val (series->leads, leads[i]);
}

static KeelSeries *
make_series (KeelMeeting *meeting, int first, int second)
{
  GError *error = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;
  KeelSeries *series;

  schedule = keel_schedule_new (keel_local_time_new (2026, 11, 23, 19, 0), "America/New_York", 90,
                                "FREQ=WEEKLY;BYDAY=MO", &error);
  g_assert_no_error (error);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  set_leads (series, first, second);
  return series;
}

/* Adds a series of @name with one lead of 30 minutes. */
static KeelSeries *
add (Fixture *fixture, const char *name, const char *list, const char *slug)
{
  g_autoptr (KeelMeeting) meeting = make_meeting (name);
  g_autoptr (KeelSeries) series = make_series (meeting, 30, -1);
  GError *error = NULL;
  KeelSeries *added;

  meeting->list = g_strdup (list);
  meeting->slug = g_strdup (slug);
  added = keel_journal_add_series (fixture->journal, series, &error);
  g_assert_no_error (error);
  return added;
}

static gint64
get_counter (Fixture *fixture)
{
  GError *error = NULL;
  gint64 counter = keel_journal_get_change_counter (fixture->journal, &error);

  g_assert_no_error (error);
  return counter;
}

static GPtrArray *
get_series (Fixture *fixture)
{
  GError *error = NULL;
  GPtrArray *series = keel_journal_get_series (fixture->journal, &error);

  g_assert_no_error (error);
  return series;
}

static gint64
get_since (Fixture *fixture, const char *uuid, int lead)
{
  GError *error = NULL;
  gint64 since = keel_journal_get_lead_since (fixture->journal, uuid, lead, &error);

  g_assert_no_error (error);
  return since;
}

static void
reopen (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->journal);
  fixture->journal = keel_journal_open (fixture->path, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
execute (Fixture *fixture, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
assert_same_meeting (KeelMeeting *got, KeelMeeting *wanted)
{
  g_assert_cmpstr (got->list, ==, wanted->list);
  g_assert_cmpstr (got->slug, ==, wanted->slug);
  g_assert_cmpstr (got->name, ==, wanted->name);
  g_assert_cmpstr (got->program, ==, wanted->program);
  g_assert_cmpint (got->day, ==, wanted->day);
  g_assert_cmpint (got->minute, ==, wanted->minute);
  g_assert_cmpint (got->duration, ==, wanted->duration);
  g_assert_cmpint (got->any_time, ==, wanted->any_time);
  g_assert_cmpstr (got->timezone, ==, wanted->timezone);
  g_assert_cmpstr (got->location, ==, wanted->location);
  g_assert_cmpstr (got->address, ==, wanted->address);
  g_assert_cmpstr (got->region, ==, wanted->region);
  g_assert_cmpstr (got->group, ==, wanted->group);
  g_assert_cmpstr (got->notes, ==, wanted->notes);
  g_assert_cmpstr (got->conference_url, ==, wanted->conference_url);
  g_assert_cmpstr (got->conference_notes, ==, wanted->conference_notes);
  g_assert_cmpstr (got->phone, ==, wanted->phone);
  g_assert_cmpstr (got->url, ==, wanted->url);
  g_assert_cmpint (got->has_position, ==, wanted->has_position);
  g_assert_cmpfloat (got->latitude, ==, wanted->latitude);
  g_assert_cmpfloat (got->longitude, ==, wanted->longitude);
  g_assert_cmpint (got->venue, ==, wanted->venue);
  g_assert_cmpint (got->admission, ==, wanted->admission);
  g_assert_cmpstrv (got->types, wanted->types);
  g_assert_cmpstrv (got->type_names, wanted->type_names);
  g_assert_cmpint (got->updated, ==, wanted->updated);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMeeting) meeting = make_meeting ("Abends “zusammen”");
  g_autoptr (KeelSeries) series = make_series (meeting, 15, 120);
  g_autoptr (KeelSeries) added = NULL;
  g_autoptr (KeelSeries) found = NULL;
  g_autofree char *id = keel_directory_make_id ("Greater NY", "abends-1");
  GError *error = NULL;

  meeting->list = g_strdup ("Greater NY");
  meeting->slug = g_strdup ("abends-1");
  added = keel_journal_add_series (fixture->journal, series, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (added->uuid));
  g_assert_null (series->uuid);

  reopen (fixture);
  found = keel_journal_find_series (fixture->journal, added->uuid, &error);
  g_assert_no_error (error);
  assert_same_meeting (found->meeting, meeting);
  g_assert_cmpstr (found->meeting->id, ==, id);
  g_assert_cmpint (found->kind, ==, KEEL_SERIES_MEETING);
  g_assert_cmpint (found->vanished_at, ==, 0);
  g_assert_true (keel_schedule_equal (found->schedule, series->schedule));
  g_assert_cmpuint (found->leads->len, ==, 2);
  g_assert_cmpint (g_array_index (found->leads, int, 0), ==, 15);
  g_assert_cmpint (g_array_index (found->leads, int, 1), ==, 120);
}

/* What is not given stays not given. */
static void
test_bare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) added = NULL;
  GError *error = NULL;

  meeting->name = g_strdup ("Dr. Ortega");
  series = make_series (meeting, -1, -1);
  series->kind = KEEL_SERIES_DOCTOR;
  added = keel_journal_add_series (fixture->journal, series, &error);
  g_assert_no_error (error);
  assert_same_meeting (added->meeting, meeting);
  g_assert_null (added->meeting->id);
  g_assert_cmpint (added->kind, ==, KEEL_SERIES_DOCTOR);
  g_assert_cmpuint (added->leads->len, ==, 0);
}

/* What a person says of a series, each value of each answer once. */
static void
test_remarks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) bare = add (fixture, "Abends", NULL, NULL);

  g_assert_null (bare->note);
  g_assert_null (bare->service);
  g_assert_cmpint (bare->colour, ==, KEEL_SERIES_OWN_COLOUR);
  for (int kind = KEEL_SERIES_MEETING; kind <= KEEL_SERIES_OTHER; kind++)
    {
      g_autoptr (KeelSeries) said = keel_series_copy (bare);
      g_autoptr (KeelSeries) found = NULL;
      GError *error = NULL;

      said->kind = kind;
      said->colour = kind;
      said->note = g_strdup ("Sit near the door\nBring tea");
      said->service = g_strdup ("Chairs, until May");
      said->home_group = kind % 2 == 0;
      said->led_by = kind % (KEEL_LEADER_CLINICIAN + 1);
      said->stage = kind % (KEEL_STAGE_GAVE_SERVICE + 1);
      for (int i = 0; i < KEEL_N_QUESTIONS; i++)
        said->answers[i] = (kind + i) % (KEEL_ANSWER_MAX + 2) - 1;
      g_assert_false (keel_series_equal (said, bare));
      g_assert_true (keel_journal_update_series (fixture->journal, said, &error));
      g_assert_no_error (error);
      reopen (fixture);
      found = keel_journal_find_series (fixture->journal, bare->uuid, &error);
      g_assert_no_error (error);
      g_assert_true (keel_series_equal (found, said));
    }
  /* What is taken back is gone, and an empty text is none. */
  g_free (bare->note);
  bare->note = g_strdup ("");
  g_assert_true (keel_journal_update_series (fixture->journal, bare, NULL));
  g_clear_pointer (&bare->note, g_free);
  {
    g_autoptr (KeelSeries) found = keel_journal_find_series (fixture->journal, bare->uuid, NULL);

    g_assert_true (keel_series_equal (found, bare));
  }
}

static void
test_remarks_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = add (fixture, "Abends", NULL, NULL);

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (KeelSeries) bad = keel_series_copy (series);
      g_autoptr (GError) error = NULL;

      switch (i)
        {
        case 0:
          bad->colour = KEEL_SERIES_COLOURS;
          break;
        case 1:
          bad->colour = KEEL_SERIES_OWN_COLOUR - 1;
          break;
        case 2:
          bad->answers[KEEL_QUESTION_AGAIN] = KEEL_ANSWER_MAX + 1;
          break;
        case 3:
          bad->answers[KEEL_QUESTION_SAFE] = KEEL_ANSWER_NONE - 1;
          break;
        case 4:
          bad->kind = KEEL_SERIES_OTHER + 1;
          break;
        case 5:
          bad->led_by = KEEL_LEADER_CLINICIAN + 1;
          break;
        default:
          bad->stage = KEEL_STAGE_GAVE_SERVICE + 1;
          break;
        }
      g_assert_false (keel_journal_update_series (fixture->journal, bad, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
    }
  g_assert_cmpint (get_counter (fixture), ==, 1);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Zuhause", "abends", "Öffnung", "Morgens" };
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (add (fixture, names[i], NULL, NULL));
  all = get_series (fixture);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (names));
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (g_utf8_collate (((KeelSeries *) all->pdata[i - 1])->meeting->name,
                                     ((KeelSeries *) all->pdata[i])->meeting->name),
                     <, 0);
}

static void
test_counter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = NULL;
  GError *error = NULL;

  g_assert_cmpint (get_counter (fixture), ==, 0);
  series = add (fixture, "Abends", NULL, NULL);
  g_assert_cmpint (get_counter (fixture), ==, 1);
  set_leads (series, 10, 20);
  g_assert_true (keel_journal_update_series (fixture->journal, series, &error));
  g_assert_cmpint (get_counter (fixture), ==, 2);
  g_assert_true (keel_journal_set_vanished (fixture->journal, series->uuid, 5, &error));
  g_assert_cmpint (get_counter (fixture), ==, 3);
  g_assert_true (keel_journal_delete_series (fixture->journal, series->uuid, &error));
  g_assert_cmpint (get_counter (fixture), ==, 4);
  g_assert_true (keel_journal_restore_series (fixture->journal, series->uuid, &error));
  g_assert_cmpint (get_counter (fixture), ==, 5);
  g_assert_true (keel_journal_set_setting (fixture->journal, "discreet", "no", &error));
  g_assert_cmpint (get_counter (fixture), ==, 6);
  g_assert_no_error (error);
}

/* What its list no longer has becomes the person's own, and the list's again. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = add (fixture, "Abends", "Harbour", "abends");
  g_autoptr (KeelSeries) own = NULL;
  g_autoptr (KeelSeries) again = NULL;
  GError *error = NULL;

  g_assert_true (keel_journal_set_source (fixture->journal, series->uuid, NULL, NULL, 0, &error));
  own = keel_journal_find_series (fixture->journal, series->uuid, &error);
  g_assert_no_error (error);
  g_assert_null (own->meeting->list);
  g_assert_null (own->meeting->slug);
  g_assert_cmpstr (own->meeting->name, ==, "Abends");
  g_assert_true (keel_journal_set_source (fixture->journal, series->uuid, "Harbour", "abends", 5, &error));
  again = keel_journal_find_followed (fixture->journal, "Harbour", "abends", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->uuid, ==, series->uuid);
  g_assert_cmpint (again->vanished_at, ==, 5);
  g_assert_false (keel_journal_set_source (fixture->journal, "nobody", NULL, NULL, 0, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_error_free (error);
}

/* What is refused changes nothing, not even the counter. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = add (fixture, "Abends", "list", "slug");
  g_autoptr (KeelMeeting) nameless = make_meeting ("  ");
  g_autoptr (KeelMeeting) twin_meeting = make_meeting ("Twin");
  g_autoptr (KeelSeries) twin = make_series (twin_meeting, 30, -1);
  g_autoptr (KeelSeries) bad = make_series (nameless, 30, -1);
  g_autoptr (KeelSeries) late = make_series (series->meeting, 30, 28 * 1440 + 1);
  GError *error = NULL;
  static const char unknown[] = "00000000-0000-0000-0000-000000000000";

  twin_meeting->list = g_strdup ("list");
  twin_meeting->slug = g_strdup ("slug");
  g_assert_null (keel_journal_add_series (fixture->journal, twin, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (keel_journal_add_series (fixture->journal, bad, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  late->uuid = g_strdup (series->uuid);
  g_assert_false (keel_journal_update_series (fixture->journal, late, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);

  bad->uuid = g_strdup (unknown);
  g_free (nameless->name);
  nameless->name = g_strdup ("Named");
  g_assert_false (keel_journal_update_series (fixture->journal, bad, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (keel_journal_delete_series (fixture->journal, unknown, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (keel_journal_restore_series (fixture->journal, series->uuid, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (keel_journal_find_series (fixture->journal, unknown, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (keel_journal_get_lead_since (fixture->journal, series->uuid, 31, &error), ==, -1);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (get_counter (fixture), ==, 1);
}

static void
test_leads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = add (fixture, "Abends", NULL, NULL);

  g_assert_cmpint (get_since (fixture, series->uuid, 30), ==, NOW);
  keel_test_clock_step (fixture->clock, 100);
  set_leads (series, 10, 30);
  g_assert_true (keel_journal_update_series (fixture->journal, series, NULL));
  g_assert_cmpint (get_since (fixture, series->uuid, 10), ==, NOW + 100);
  g_assert_cmpint (get_since (fixture, series->uuid, 30), ==, NOW);

  set_leads (series, 10, -1);
  g_assert_true (keel_journal_update_series (fixture->journal, series, NULL));
  keel_test_clock_step (fixture->clock, 100);
  set_leads (series, 10, 30);
  g_assert_true (keel_journal_update_series (fixture->journal, series, NULL));
  g_assert_cmpint (get_since (fixture, series->uuid, 10), ==, NOW + 100);
  g_assert_cmpint (get_since (fixture, series->uuid, 30), ==, NOW + 200);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = add (fixture, "Abends", "list", "slug");
  g_autoptr (KeelSeries) back = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GError *error = NULL;

  g_assert_true (keel_journal_delete_series (fixture->journal, series->uuid, &error));
  all = get_series (fixture);
  g_assert_cmpuint (all->len, ==, 0);
  g_assert_null (keel_journal_find_followed (fixture->journal, "list", "slug", &error));
  g_assert_no_error (error);

  keel_test_clock_step (fixture->clock, 20);
  g_assert_true (keel_journal_restore_series (fixture->journal, series->uuid, &error));
  back = keel_journal_find_followed (fixture->journal, "list", "slug", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->uuid, ==, series->uuid);
  g_assert_cmpuint (back->leads->len, ==, 1);
  g_assert_cmpint (get_since (fixture, back->uuid, 30), ==, NOW);

  /* Back from the trash a day later: nothing that was due meanwhile counts as missed. */
  g_assert_true (keel_journal_delete_series (fixture->journal, series->uuid, &error));
  keel_test_clock_step (fixture->clock, 86400);
  g_assert_true (keel_journal_restore_series (fixture->journal, series->uuid, &error));
  g_assert_cmpint (get_since (fixture, back->uuid, 30), ==, NOW + 20 + 86400);
}

static void
test_undo_after_following_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) first = add (fixture, "Abends", "list", "slug");
  g_autoptr (KeelSeries) second = NULL;
  GError *error = NULL;

  g_assert_true (keel_journal_delete_series (fixture->journal, first->uuid, &error));
  second = add (fixture, "Abends", "list", "slug");
  g_assert_cmpstr (first->uuid, !=, second->uuid);
  g_assert_false (keel_journal_restore_series (fixture->journal, first->uuid, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
}

static void
test_bad_schedule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) good = add (fixture, "Good", NULL, NULL);
  g_autoptr (KeelSeries) bad = add (fixture, "Bad", NULL, NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE series SET schedule = 'x' WHERE uuid = '%s'", bad->uuid);
  GError *error = NULL;

  execute (fixture, sql);
  g_assert_null (keel_journal_find_series (fixture->journal, bad->uuid, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_test_expect_message ("keel", G_LOG_LEVEL_WARNING, "*cannot be read*");
  all = get_series (fixture);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((KeelSeries *) all->pdata[0])->uuid, ==, good->uuid);
  /* It can still be taken away. */
  g_assert_true (keel_journal_delete_series (fixture->journal, bad->uuid, &error));
}

static void
assert_setting (Fixture *fixture, const char *wanted)
{
  GError *error = NULL;
  g_autofree char *value = keel_journal_get_setting (fixture->journal, "zone", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, wanted);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  assert_setting (fixture, NULL);
  g_assert_true (keel_journal_set_setting (fixture->journal, "zone", "Europe/Berlin", NULL));
  g_assert_true (keel_journal_set_setting (fixture->journal, "other", "x", NULL));
  assert_setting (fixture, "Europe/Berlin");
  g_assert_true (keel_journal_set_setting (fixture->journal, "zone", "", NULL));
  assert_setting (fixture, "");
  g_assert_true (keel_journal_set_setting (fixture->journal, "zone", NULL, NULL));
  assert_setting (fixture, NULL);
  g_assert_true (keel_journal_set_setting (fixture->journal, "zone", "UTC", NULL));
  assert_setting (fixture, "UTC");
}

static void
test_settings_of_prefix (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = {
    "draft/a", "draft/b", "draft/gone", "draft", "Draft/c", "adraft/d", "draft%e"
  };
  g_autoptr (GHashTable) found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (keel_journal_set_setting (fixture->journal, keys[i], keys[i], NULL));
  g_assert_true (keel_journal_set_setting (fixture->journal, "draft/gone", NULL, NULL));
  found = keel_journal_get_settings (fixture->journal, "draft/", NULL);
  g_assert_cmpuint (g_hash_table_size (found), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (found, "draft/a"), ==, "draft/a");
  g_assert_cmpstr (g_hash_table_lookup (found, "draft/b"), ==, "draft/b");
}

/* A file of a newer Keel, or of no Keel: refused and left as it is. */
static void
test_left_alone (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    KeelStoreError code;
  } cases[] = {
    { "PRAGMA user_version = 2", KEEL_STORE_ERROR_NEWER },
    { "PRAGMA application_id = 7", KEEL_STORE_ERROR_FOREIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length_before = 0;
      gsize length_after = 0;

      g_object_unref (add (fixture, "Abends", NULL, NULL));
      g_clear_object (&fixture->journal);
      execute (fixture, cases[i].sql);
      g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
      g_assert_null (keel_journal_open (fixture->path, NULL, KEEL_CLOCK (fixture->clock), &error));
      g_assert_error (error, KEEL_STORE_ERROR, (int) cases[i].code);
      g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
      reopen (fixture);
    }
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
  add_test ("/store/journal/round-trip", test_round_trip);
  add_test ("/store/journal/bare", test_bare);
  add_test ("/store/journal/remarks", test_remarks);
  add_test ("/store/journal/remarks-refused", test_remarks_refused);
  add_test ("/store/journal/order", test_order);
  add_test ("/store/journal/counter", test_counter);
  add_test ("/store/journal/source", test_source);
  add_test ("/store/journal/refused", test_refused);
  add_test ("/store/journal/leads", test_leads);
  add_test ("/store/journal/undo", test_undo);
  add_test ("/store/journal/undo-after-following-anew", test_undo_after_following_anew);
  add_test ("/store/journal/bad-schedule", test_bad_schedule);
  add_test ("/store/journal/settings", test_settings);
  add_test ("/store/journal/settings-of-prefix", test_settings_of_prefix);
  add_test ("/store/journal/left-alone", test_left_alone);
  return g_test_run ();
}
