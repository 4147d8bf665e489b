/* One date moved, called off, put back; new rules from a day on: as one change, undone, and told to
 * reminders. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "keel-test-rules.h"
#include "store/keel-profile.h"

#define BEGIN "2026-11-23T19:00" /* a Monday */

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
  char *uuid;
} Fixture;

static KeelLocalTime
read_local (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (read_local (BEGIN), "Europe/Berlin", 60,
                                                         "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSeries) own = NULL;
  g_autoptr (KeelSeries) added = NULL;
  GError *error = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-21T02:00:00Z", "Europe/Berlin");
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
  meeting->name = g_strdup ("Lamplight");
  own = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  g_array_append_val (own->leads, lead);
  added = keel_profile_follow_new (fixture->profile, own, &error);
  g_assert_no_error (error);
  fixture->uuid = g_strdup (added->uuid);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
  g_free (fixture->uuid);
}

static char *
list_dates (KeelSchedule *schedule)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  GString *text = g_string_new (NULL);

  keel_schedule_expand (schedule, keel_local_time_to_utc (read_local ("2026-11-23"), zone),
                        keel_local_time_to_utc (read_local ("2026-12-15"), zone), zone, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const KeelOccurrence *occurrence = &g_array_index (occurrences, KeelOccurrence, i);
      g_autofree char *start = keel_local_time_format (occurrence->local_start);

      g_string_append_printf (text, "%s%s/%d", i > 0 ? " " : "", start + strlen ("2026-"),
                              (int) (occurrence->end - occurrence->start) / 60);
    }
  return g_string_free (text, FALSE);
}

/* In the journal, and what keel-reminders goes by. */
static void
assert_dates (Fixture *fixture, const char *wanted)
{
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  KeelReminderFile *file = keel_profile_get_reminder_file (fixture->profile);
  g_autoptr (KeelSeries) series = keel_journal_find_series (journal, fixture->uuid, NULL);
  g_autoptr (GPtrArray) rules = keel_test_get_reminders (file);
  g_autofree char *dates = list_dates (series->schedule);

  g_assert_cmpstr (dates, ==, wanted);
  g_assert_cmpuint (rules->len, ==, 1);
  g_assert_true (keel_schedule_equal (((KeelReminderRule *) rules->pdata[0])->schedule, series->schedule));
  g_assert_cmpint (keel_reminder_file_get_stamp (file, NULL), ==,
                   keel_journal_get_change_counter (journal, NULL));
}

#define AT_FIRST "11-23T19:00/60 11-30T19:00/60 12-07T19:00/60 12-14T19:00/60"

typedef struct
{
  const char *name;
  const char *original;
  const char *start; /* NULL: cancel */
  guint duration;
  const char *rule; /* from then on */
  const char *dates;
} Case;

static const Case cases[] = {
  { "moved", "2026-11-30T19:00", "2026-12-01T20:15", 90, NULL,
    "11-23T19:00/60 12-01T20:15/90 12-07T19:00/60 12-14T19:00/60" },
  { "beyond-the-next", "2026-11-30T19:00", "2026-12-08T08:00", 60, NULL,
    "11-23T19:00/60 12-07T19:00/60 12-08T08:00/60 12-14T19:00/60" },
  { "cancelled", "2026-12-07T19:00", NULL, 0, NULL, "11-23T19:00/60 11-30T19:00/60 12-14T19:00/60" },
  { "from-then-on", NULL, "2026-12-01T18:00", 45, "FREQ=WEEKLY;BYDAY=TU",
    "11-23T19:00/60 11-30T19:00/60 12-01T18:00/45 12-08T18:00/45" },
  { "from-the-same-day-on", NULL, "2026-12-07T20:00", 60, "FREQ=WEEKLY",
    "11-23T19:00/60 11-30T19:00/60 12-07T20:00/60 12-14T20:00/60" },
};

static KeelSeries *
apply_rule (Fixture *fixture, const Case *change, GError **error)
{
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  KeelSeries *before = keel_journal_find_series (journal, fixture->uuid, error);
  g_autoptr (KeelSchedule) schedule = keel_schedule_change_from (before->schedule, read_local (change->start),
                                                                 "Europe/Berlin", change->duration,
                                                                 change->rule, error);

  g_assert_true (
      keel_profile_replace_schedule (fixture->profile, fixture->uuid, before->schedule, schedule, error));
  return before;
}

static KeelSeries *
apply (Fixture *fixture, const Case *change, GError **error)
{
  KeelProfile *profile = fixture->profile;

  if (change->original == NULL)
    return apply_rule (fixture, change, error);
  if (change->start == NULL)
    return keel_profile_cancel_date (profile, fixture->uuid, read_local (change->original), error);
  return keel_profile_move_date (profile, fixture->uuid, read_local (change->original),
                                 read_local (change->start), change->duration, error);
}

/* A change, a remark made meanwhile, and undo: the dates are as before and the remark stays. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  const Case *change = data;
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  gint64 counter = keel_journal_get_change_counter (journal, NULL);
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) noted = NULL;
  g_autoptr (KeelSeries) after = NULL;
  GError *error = NULL;

  before = apply (fixture, change, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before->uuid, ==, fixture->uuid);
  assert_dates (fixture, change->dates);
  g_assert_cmpint (keel_journal_get_change_counter (journal, NULL), ==, counter + 1);

  after = keel_journal_find_series (journal, fixture->uuid, NULL);
  noted = keel_series_copy (after);
  noted->note = g_strdup ("Ring twice");
  g_assert_true (keel_profile_update (fixture->profile, noted, NULL));
  g_assert_true (keel_profile_replace_schedule (fixture->profile, fixture->uuid, after->schedule,
                                                before->schedule, &error));
  g_assert_no_error (error);
  assert_dates (fixture, AT_FIRST);
  g_clear_object (&after);
  after = keel_journal_find_series (journal, fixture->uuid, NULL);
  g_assert_cmpstr (after->note, ==, "Ring twice");
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  KeelLocalTime original = read_local ("2026-11-30T19:00");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KeelSeries) changed = i == 0 ? keel_profile_cancel_date (fixture->profile, fixture->uuid,
                                                                          original, NULL)
                                              : keel_profile_move_date (fixture->profile, fixture->uuid,
                                                                        original, original + 60, 60, NULL);
      g_autoptr (KeelSeries) restored = keel_profile_restore_date (fixture->profile, fixture->uuid, original,
                                                                   NULL);

      g_assert_nonnull (changed);
      g_assert_nonnull (restored);
      assert_dates (fixture, AT_FIRST);
    }
}

/* What cannot be changes nothing. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  KeelProfile *profile = fixture->profile;
  KeelLocalTime monday = read_local ("2026-11-30T19:00");
  gint64 counter = keel_journal_get_change_counter (keel_profile_get_journal (profile), NULL);
  GError *error = NULL;

  g_assert_null (keel_profile_move_date (profile, fixture->uuid, monday + 1, monday + 60, 60, &error));
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
  g_clear_error (&error);
  g_assert_null (keel_profile_cancel_date (profile, fixture->uuid, monday - 1, &error));
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
  g_clear_error (&error);
  g_assert_null (keel_profile_move_date (profile, fixture->uuid, monday, monday, 32 * 1440, &error));
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (keel_profile_cancel_date (profile, "nobody", monday, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_dates (fixture, AT_FIRST);
  g_assert_cmpint (keel_journal_get_change_counter (keel_profile_get_journal (profile), NULL), ==, counter);
}

/* What was made from an older schedule does not take the place of a newer one. */
static void
test_changed_since (Fixture *fixture, gconstpointer data)
{
  KeelProfile *profile = fixture->profile;
  KeelLocalTime monday = read_local ("2026-11-30T19:00");
  g_autoptr (KeelSeries) before = keel_profile_cancel_date (profile, fixture->uuid, monday, NULL);
  g_autoptr (KeelSchedule) wanted = keel_schedule_change_from (before->schedule, monday, NULL, 60, NULL,
                                                               NULL);
  gint64 counter = keel_journal_get_change_counter (keel_profile_get_journal (profile), NULL);
  g_autoptr (KeelSeries) after = NULL;
  GError *error = NULL;

  g_assert_false (keel_profile_replace_schedule (profile, fixture->uuid, before->schedule, wanted, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  assert_dates (fixture, "11-23T19:00/60 12-07T19:00/60 12-14T19:00/60");
  g_assert_cmpint (keel_journal_get_change_counter (keel_profile_get_journal (profile), NULL), ==, counter);

  after = keel_journal_find_series (keel_profile_get_journal (profile), fixture->uuid, NULL);
  g_assert_true (
      keel_profile_replace_schedule (profile, fixture->uuid, after->schedule, before->schedule, &error));
  g_assert_no_error (error);
  assert_dates (fixture, AT_FIRST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/profile-dates/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_change, tear_down);
    }
  g_test_add ("/store/profile-dates/restored", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/store/profile-dates/changed-since", Fixture, NULL, set_up, test_changed_since, tear_down);
  g_test_add ("/store/profile-dates/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
