/* Part of a series changed while others changed another part of it: both stay, and the way back takes back
 * its own alone. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "keel-test-rules.h"
#include "store/keel-profile.h"

#define MONDAY "2026-11-30T19:00"

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
  KeelSeries *shown; /* in a form, since before the others */
} Fixture;

static KeelLocalTime
read_local (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

static KeelSeries *
find (Fixture *fixture)
{
  return keel_journal_find_series (keel_profile_get_journal (fixture->profile), fixture->shown->uuid, NULL);
}

static gboolean
note_cb (KeelSeries *series, gconstpointer data, GError **error)
{
  g_free (series->note);
  series->note = g_strdup (data);
  series->stage = KEEL_STAGE_HOME_GROUP;
  return TRUE;
}

/* Another window writes a note and calls a date off. */
static void
others (Fixture *fixture)
{
  g_autoptr (KeelSeries) noted = keel_profile_change_series (fixture->profile, fixture->shown->uuid, note_cb,
                                                             "Ring twice", NULL);
  g_autoptr (KeelSeries) cancelled = keel_profile_cancel_date (fixture->profile, fixture->shown->uuid,
                                                               read_local (MONDAY), NULL);

  g_assert_null (noted->note);
  g_assert_cmpstr (cancelled->note, ==, "Ring twice");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (read_local ("2026-11-23T19:00"), "Europe/Berlin", 60,
                                                         "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSeries) own = NULL;
  GError *error = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-21T02:00:00Z", "Europe/Berlin");
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
  meeting->name = g_strdup ("Lamplight");
  own = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  g_array_append_val (own->leads, lead);
  fixture->shown = keel_profile_follow_new (fixture->profile, own, &error);
  g_assert_no_error (error);
  others (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->shown);
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

/* What the others did is there, also for keel-reminders. */
static void
assert_others (Fixture *fixture)
{
  KeelReminderFile *file = keel_profile_get_reminder_file (fixture->profile);
  g_autoptr (KeelSeries) now = find (fixture);
  g_autoptr (KeelSchedule) wanted = keel_schedule_cancel (fixture->shown->schedule, read_local (MONDAY),
                                                          NULL);
  g_autoptr (GPtrArray) rules = keel_test_get_reminders (file);

  g_assert_cmpstr (now->note, ==, "Ring twice");
  g_assert_cmpint (now->stage, ==, KEEL_STAGE_HOME_GROUP);
  g_assert_true (keel_schedule_equal (now->schedule, wanted));
  g_assert_cmpuint (rules->len, ==, now->leads->len);
  g_assert_true (keel_schedule_equal (((KeelReminderRule *) rules->pdata[0])->schedule, wanted));
}

static void
assert_leads (Fixture *fixture, guint n_leads, int first, KeelReminderText text)
{
  g_autoptr (KeelSeries) now = find (fixture);

  g_assert_cmpuint (now->leads->len, ==, n_leads);
  g_assert_cmpint (g_array_index (now->leads, int, 0), ==, first);
  g_assert_cmpint (now->style.text, ==, text);
}

static void
test_reminders (Fixture *fixture, gconstpointer data)
{
  const int wanted[] = { 5, 60 };
  const KeelReminderStyle style = { .text = KEEL_REMINDER_NAME };
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  GError *error = NULL;

  g_array_append_vals (leads, wanted, G_N_ELEMENTS (wanted));
  before = keel_profile_set_reminders (fixture->profile, fixture->shown->uuid, leads, &style, &error);
  g_assert_no_error (error);
  assert_leads (fixture, 2, 5, KEEL_REMINDER_NAME);
  assert_others (fixture);
  after = keel_profile_set_reminders (fixture->profile, fixture->shown->uuid, before->leads, &before->style,
                                      &error);
  g_assert_no_error (error);
  assert_leads (fixture, 1, 30, KEEL_REMINDER_DISCREET);
  assert_others (fixture);
}

static void
rename_it (KeelSeries *series)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_copy (series->meeting);

  g_free (meeting->name);
  meeting->name = g_strdup ("Candlelight");
  keel_series_set_meeting (series, meeting);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) wanted = keel_series_copy (fixture->shown);
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;
  GError *error = NULL;

  rename_it (wanted);
  before = keel_profile_edit (fixture->profile, fixture->shown, wanted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before->meeting->name, ==, "Lamplight");
  after = find (fixture);
  g_assert_cmpstr (after->meeting->name, ==, "Candlelight");
  assert_others (fixture);
}

/* Of two that changed the dates, the later is asked to look again. */
static void
test_dates_of_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSchedule) schedule = keel_schedule_cancel (fixture->shown->schedule,
                                                            read_local ("2026-12-07T19:00"), NULL);
  g_autoptr (KeelSeries) wanted = keel_series_copy (fixture->shown);
  GError *error = NULL;

  keel_series_set_schedule (wanted, schedule);
  g_assert_null (keel_profile_edit (fixture->profile, fixture->shown, wanted, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  assert_others (fixture);
}

static gboolean
refuse_cb (KeelSeries *series, gconstpointer data, GError **error)
{
  const int never = -7;

  g_array_append_val (series->leads, never);
  return TRUE;
}

/* What cannot be changes nothing, and nothing is left open. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 counter = keel_journal_get_change_counter (keel_profile_get_journal (fixture->profile), NULL);
  GError *error = NULL;

  g_assert_null (
      keel_profile_change_series (fixture->profile, fixture->shown->uuid, refuse_cb, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (keel_profile_change_series (fixture->profile, "nobody", note_cb, "x", &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (keel_journal_get_change_counter (keel_profile_get_journal (fixture->profile), NULL), ==,
                   counter);
  assert_others (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile-series/reminders", Fixture, NULL, set_up, test_reminders, tear_down);
  g_test_add ("/profile-series/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/profile-series/dates-of-two", Fixture, NULL, set_up, test_dates_of_two, tear_down);
  g_test_add ("/profile-series/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
