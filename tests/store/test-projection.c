/* What reminders.db gets to know of the journal: words, questions, prompts, preferences, what is settled. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-prompts.h"
#include "store/keel-profile-reminders.h"
#include "store/keel-journal-reminders.h"
#include "store/keel-projection.h"

#include <string.h>

#define HOUR (60 * 60)
#define DAY (24 * HOUR)

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
  KeelReminderFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:00Z", "Europe/Berlin"); /* a Tuesday */
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
  fixture->file = keel_profile_get_reminder_file (fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

static gint64
get_now (Fixture *fixture)
{
  return keel_clock_get_now (KEEL_CLOCK (fixture->clock));
}

static KeelSchedule *
make_schedule (const char *start, const char *rule)
{
  GError *error = NULL;
  KeelLocalTime local = 0;
  KeelSchedule *schedule;

  g_assert_true (keel_local_time_parse (start, &local));
  schedule = keel_schedule_new (local, "Europe/Berlin", 60, rule, &error);
  g_assert_no_error (error);
  return schedule;
}

static KeelMeeting *
make_meeting (void)
{
  KeelMeeting *meeting = keel_meeting_new ();

  meeting->name = g_strdup ("Lantern");
  meeting->location = g_strdup ("Harbour Hall");
  meeting->address = g_strdup ("12 Quay Street & more");
  meeting->conference_url = g_strdup ("https://example.org/room");
  meeting->venue = KEEL_VENUE_HYBRID;
  return meeting;
}

/* With @n_leads of @leads; follows it. */
static KeelSeries *
follow (Fixture *fixture, const char *start, const char *rule, const KeelReminderStyle *style,
        const int *leads, guint n_leads)
{
  g_autoptr (KeelMeeting) meeting = make_meeting ();
  g_autoptr (KeelSchedule) schedule = make_schedule (start, rule);
  g_autoptr (KeelSeries) series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  GError *error = NULL;
  KeelSeries *added;

  if (style != NULL)
    series->style = *style;
  g_array_append_vals (series->leads, leads, n_leads);
  added = keel_profile_follow_new (fixture->profile, series, &error);
  g_assert_no_error (error);
  return added;
}

/* "lead flags since-now" of each rule, lead after lead; of the words what is there. */
static char *
describe_rules (Fixture *fixture)
{
  g_autoptr (GPtrArray) rules = keel_reminder_file_get_rules (fixture->file, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  static const char *const reaches[] = { "discreet", "alone", "always" };

  for (guint i = 0; i < rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (rules, i);

      g_string_append_printf (text, "%s%d %s %s%s%s%s%s", i > 0 ? "; " : "", rule->lead, reaches[rule->reach],
                              keel_reminder_text_words[rule->text], rule->silent ? " silent" : "",
                              rule->important ? " important" : "", rule->travel ? " travel" : "",
                              rule->meeting ? "" : " prompt");
      if (rule->name != NULL)
        g_string_append_printf (text, " name=%s", rule->name);
      if (rule->place != NULL)
        g_string_append_printf (text, " place=%s", rule->place);
      g_string_append_printf (text, "%s%s", rule->link != NULL ? " link" : "",
                              rule->map != NULL ? " map" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rules (Fixture *fixture, const char *expected)
{
  g_autofree char *described = describe_rules (fixture);

  g_assert_cmpstr (described, ==, expected);
}

/* passphrase, style: what stands in reminders.db then */
static void
test_reach (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean protected;
    KeelReminderStyle style;
    const char *rules;
  } cases[] = {
    { FALSE, { .text = KEEL_REMINDER_DISCREET }, "-2 alone discreet link map; 5 alone discreet link map" },
    { FALSE,
      { .text = KEEL_REMINDER_NAME },
      "-2 alone name name=Lantern link map; 5 alone name name=Lantern link map" },
    { FALSE,
      { .text = KEEL_REMINDER_FULL, .open = TRUE },
      "-2 always full name=Lantern place=Harbour Hall link map;"
      " 5 always full name=Lantern place=Harbour Hall link map" },
    { TRUE, { .text = KEEL_REMINDER_DISCREET }, "5 discreet discreet" },
    { TRUE,
      { .text = KEEL_REMINDER_FULL, .silent = TRUE, .important = TRUE },
      "5 discreet discreet silent important" },
    { TRUE,
      { .text = KEEL_REMINDER_FULL, .travel = 20 },
      "5 discreet discreet; 20 discreet discreet travel" },
    { TRUE,
      { .text = KEEL_REMINDER_DISCREET, .open = TRUE },
      "-2 always discreet link map; 5 always discreet link map" },
    { TRUE,
      { .open = TRUE, .important = TRUE },
      "-2 always discreet link map; 5 always discreet important link map" },
    { TRUE,
      { .text = KEEL_REMINDER_NAME, .open = TRUE },
      "-2 always name name=Lantern link map; 5 always name name=Lantern link map" },
  };
  const int lead = 5;
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-25T19:00", "FREQ=WEEKLY", NULL, &lead, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KeelSeries) changed = keel_series_copy (series);
      GError *error = NULL;

      g_test_message ("case %u", i);
      changed->style = cases[i].style;
      g_assert_true (keel_profile_update (fixture->profile, changed, &error));
      g_assert_no_error (error);
      g_assert_true (keel_projection_write (keel_profile_get_journal (fixture->profile), fixture->file,
                                            cases[i].protected, &error));
      assert_rules (fixture, cases[i].rules);
    }
}

static const KeelReminderRule *
find_rule (GPtrArray *rules, int lead)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (rules, i);

      if (rule->lead == lead)
        return rule;
    }
  return NULL;
}

static gint64
get_since (Fixture *fixture, int lead)
{
  g_autoptr (GPtrArray) rules = keel_reminder_file_get_rules (fixture->file, NULL);
  const KeelReminderRule *rule = find_rule (rules, lead);

  return rule != NULL ? rule->since : -1;
}

static void
set_travel (Fixture *fixture, const char *uuid, int minutes)
{
  g_autoptr (KeelSeries) series = keel_journal_find_series (keel_profile_get_journal (fixture->profile), uuid,
                                                            NULL);
  g_autoptr (KeelSeries) changed = keel_series_copy (series);

  changed->style.travel = minutes;
  g_assert_true (keel_profile_update (fixture->profile, changed, NULL));
}

/* The way is a reminder of its own, since it was known, or one that there is anyway. */
static void
test_travel (Fixture *fixture, gconstpointer data)
{
  const int leads[] = { 0, 30 };
  gint64 first = get_now (fixture);
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-25T19:00", "FREQ=WEEKLY", NULL, leads, 2);

  keel_test_clock_step (fixture->clock, HOUR);
  set_travel (fixture, series->uuid, 30);
  g_assert_cmpint (get_since (fixture, 30), ==, first);
  assert_rules (fixture, "-2 alone discreet link map; 0 alone discreet link map;"
                         " 30 alone discreet travel link map");
  set_travel (fixture, series->uuid, 45);
  g_assert_cmpint (get_since (fixture, 45), ==, first + HOUR);
  keel_test_clock_step (fixture->clock, HOUR);
  set_travel (fixture, series->uuid, 45);
  g_assert_cmpint (get_since (fixture, 45), ==, first + HOUR);
  assert_rules (fixture, "-2 alone discreet link map; 0 alone discreet link map; 30 alone discreet link map;"
                         " 45 alone discreet travel link map");
  set_travel (fixture, series->uuid, 0);
  g_assert_cmpint (get_since (fixture, 45), ==, -1);
}

static void
set_preferences (Fixture *fixture, const KeelReminderPreferences *preferences)
{
  GError *error = NULL;

  g_assert_true (keel_profile_set_reminder_preferences (fixture->profile, preferences, &error));
  g_assert_no_error (error);
}

/* What ended while nothing was asked is not asked later. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  KeelReminderPreferences preferences = KEEL_REMINDER_PREFERENCES_USUAL;
  gint64 first = get_now (fixture);
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-25T19:00", "FREQ=WEEKLY", NULL, NULL, 0);

  g_assert_cmpint (get_since (fixture, KEEL_LEAD_AFTERWARDS), ==, first);
  preferences.ask_afterwards = FALSE;
  set_preferences (fixture, &preferences);
  assert_rules (fixture, "");
  keel_test_clock_step (fixture->clock, 2 * DAY);
  preferences.ask_afterwards = TRUE;
  set_preferences (fixture, &preferences);
  g_assert_cmpint (get_since (fixture, KEEL_LEAD_AFTERWARDS), ==, first + 2 * DAY);
  keel_test_clock_step (fixture->clock, DAY);
  preferences.silent = TRUE;
  set_preferences (fixture, &preferences);
  g_assert_cmpint (get_since (fixture, KEEL_LEAD_AFTERWARDS), ==, first + 2 * DAY);

  /* Unfollowed for long, it is followed anew. */
  g_assert_true (keel_profile_unfollow (fixture->profile, series->uuid, NULL));
  keel_test_clock_step (fixture->clock, DAY);
  g_assert_true (keel_profile_refollow (fixture->profile, series->uuid, NULL));
  g_assert_cmpint (get_since (fixture, KEEL_LEAD_AFTERWARDS), ==, first + 4 * DAY);
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  static const KeelReminderPreferences cases[] = {
    { FALSE, -1, -1, TRUE },
    { TRUE, 22 * 60, 7 * 60, FALSE },
    { FALSE, 0, 1439, TRUE },
    { TRUE, -1, -1, FALSE },
  };
  const KeelReminderPreferences bad = { FALSE, 0, 1440, TRUE };
  g_autoptr (GError) error = NULL;
  KeelReminderPreferences got;

  g_assert_true (keel_reminder_file_get_preferences (fixture->file, &got, NULL));
  g_assert_cmpmem (&got, sizeof got, &cases[0], sizeof cases[0]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_preferences (fixture, &cases[i]);
      g_assert_true (keel_profile_get_reminder_preferences (fixture->profile, &got, NULL));
      g_assert_cmpmem (&got, sizeof got, &cases[i], sizeof cases[i]);
      g_assert_true (keel_reminder_file_get_preferences (fixture->file, &got, NULL));
      g_assert_cmpmem (&got, sizeof got, &cases[i], sizeof cases[i]);
    }
  g_assert_false (keel_profile_set_reminder_preferences (fixture->profile, &bad, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  /* They hold while the profile is being protected, although all else is to be projected anew. */
  set_preferences (fixture, &cases[1]);
  g_assert_true (keel_reminder_file_forget_words (fixture->file, NULL));
  g_assert_true (keel_reminder_file_get_preferences (fixture->file, &got, NULL));
  g_assert_cmpmem (&got, sizeof got, &cases[1], sizeof cases[1]);
}

/* from, to, minute: whether that is quiet */
static void
test_quiet_hours (void)
{
  static const struct
  {
    int from, to, minute;
    gboolean quiet;
  } cases[] = {
    { -1, -1, 0, FALSE },      { 0, 0, 0, FALSE },        { 1320, 420, 1319, FALSE },
    { 1320, 420, 1320, TRUE }, { 1320, 420, 1439, TRUE }, { 1320, 420, 0, TRUE },
    { 1320, 420, 419, TRUE },  { 1320, 420, 420, FALSE }, { 540, 1020, 539, FALSE },
    { 540, 1020, 540, TRUE },  { 540, 1020, 1019, TRUE }, { 540, 1020, 1020, FALSE },
    { 0, 60, 0, TRUE },        { 0, 60, 60, FALSE },      { 1320, 0, 1439, TRUE },
    { 1320, 0, 0, FALSE },     { 600, 600, 600, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KeelReminderPreferences preferences = { .quiet_from = cases[i].from, .quiet_to = cases[i].to };

      g_test_message ("case %u", i);
      g_assert_cmpint (keel_reminder_preferences_is_quiet (&preferences, cases[i].minute), ==,
                       cases[i].quiet);
    }
}

static KeelPrompt *
get_prompt (Fixture *fixture)
{
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (fixture->profile, NULL);

  g_assert_cmpuint (prompts->len, ==, 1);
  return keel_prompt_copy (g_ptr_array_index (prompts, 0));
}

static void
set_prompt (Fixture *fixture, KeelPrompt *prompt)
{
  GError *error = NULL;

  g_assert_true (keel_profile_set_prompt (fixture->profile, prompt, &error));
  g_assert_no_error (error);
}

/* A check-in comes as a meeting does, and says as little. */
static void
test_prompts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSchedule) schedule = make_schedule ("2026-11-24T21:00", "FREQ=DAILY");
  g_autoptr (KeelSchedule) other = make_schedule ("2026-11-24T22:00", "FREQ=DAILY");
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_MEDICINE, schedule);
  g_autoptr (KeelPrompt) got = NULL;
  gint64 first = get_now (fixture);

  prompt->words = g_strdup ("After dinner");
  prompt->style.important = TRUE;
  set_prompt (fixture, prompt);
  assert_rules (fixture, "0 alone discreet important prompt");
  g_assert_cmpint (get_since (fixture, 0), ==, first);
  got = get_prompt (fixture);
  g_assert_cmpstr (got->uuid, ==, prompt->uuid);
  g_assert_cmpint (got->kind, ==, KEEL_PROMPT_MEDICINE);
  g_assert_cmpstr (got->words, ==, "After dinner");
  g_assert_true (keel_reminder_style_equal (&got->style, &prompt->style));
  g_assert_true (keel_schedule_equal (got->schedule, schedule));

  keel_test_clock_step (fixture->clock, HOUR);
  prompt->style = (KeelReminderStyle){ .text = KEEL_REMINDER_FULL, .silent = TRUE };
  set_prompt (fixture, prompt);
  assert_rules (fixture, "0 alone full silent prompt name=After dinner");
  g_assert_cmpint (get_since (fixture, 0), ==, first);
  keel_projection_write (keel_profile_get_journal (fixture->profile), fixture->file, TRUE, NULL);
  assert_rules (fixture, "0 discreet discreet silent prompt");

  keel_schedule_unref (prompt->schedule);
  prompt->schedule = keel_schedule_ref (other);
  set_prompt (fixture, prompt);
  g_assert_cmpint (get_since (fixture, 0), ==, first + HOUR);
}

/* Of which worksheet it is stays in the journal, also where everything may be told. */
static void
test_prompt_subject (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSchedule) schedule = make_schedule ("2026-11-24T21:00", "FREQ=DAILY");
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_WORKSHEET, schedule);
  g_autoptr (KeelPrompt) got = NULL;
  g_autofree char *path = g_build_filename (keel_profile_get_folder (fixture->profile), "reminders.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  prompt->subject = g_strdup ("own-quetzal");
  prompt->style = (KeelReminderStyle){ .text = KEEL_REMINDER_FULL, .open = TRUE };
  set_prompt (fixture, prompt);
  assert_rules (fixture, "0 always full prompt");
  got = get_prompt (fixture);
  g_assert_cmpstr (got->subject, ==, "own-quetzal");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  for (gsize i = 0; i + 7 <= length; i++)
    g_assert_true (memcmp (bytes + i, "quetzal", 7) != 0);

  g_clear_pointer (&prompt->subject, g_free);
  prompt->subject = g_strdup ("w17");
  set_prompt (fixture, prompt);
  keel_prompt_free (g_steal_pointer (&got));
  got = get_prompt (fixture);
  g_assert_cmpstr (got->subject, ==, "w17");
}

static gboolean
has_reminders (Fixture *fixture)
{
  gboolean has = FALSE;

  g_assert_true (keel_reminder_file_has_reminders (fixture->file, &has, NULL));
  return has;
}

/* Prompts and ways are something to be reminded of; the question afterwards is not. */
static void
test_has_reminders (Fixture *fixture, gconstpointer data)
{
  const KeelReminderStyle travel = { .travel = 20 };
  g_autoptr (KeelSchedule) schedule = make_schedule ("2026-12-01T21:00", "FREQ=DAILY");
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_CHECK_IN, schedule);
  g_autoptr (KeelSeries) series = NULL;

  g_assert_false (has_reminders (fixture));
  series = follow (fixture, "2026-12-01T19:00", NULL, NULL, NULL, 0);
  g_assert_false (has_reminders (fixture));
  g_object_unref (g_steal_pointer (&series));
  series = follow (fixture, "2026-12-02T19:00", NULL, &travel, NULL, 0);
  g_assert_true (has_reminders (fixture));
  g_assert_true (keel_profile_unfollow (fixture->profile, series->uuid, NULL));
  g_assert_false (has_reminders (fixture));
  set_prompt (fixture, prompt);
  g_assert_true (has_reminders (fixture));
}

static void
test_prompt_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSchedule) schedule = make_schedule ("2026-11-24T21:00", "FREQ=DAILY");
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_CHECK_IN, schedule);
  gint64 first = get_now (fixture);
  g_autoptr (GError) error = NULL;

  set_prompt (fixture, prompt);
  for (guint i = 0; i < 2; i++)
    g_assert_true (keel_profile_drop_prompt (fixture->profile, prompt->uuid, NULL));
  assert_rules (fixture, "");
  keel_test_clock_step (fixture->clock, 60);
  set_prompt (fixture, prompt); /* undo: as if nothing had been */
  g_assert_cmpint (get_since (fixture, 0), ==, first);
  g_assert_true (keel_profile_drop_prompt (fixture->profile, prompt->uuid, NULL));
  keel_test_clock_step (fixture->clock, DAY);
  set_prompt (fixture, prompt);
  g_assert_cmpint (get_since (fixture, 0), ==, first + 60 + DAY);

  prompt->style.text = 7;
  g_assert_false (keel_profile_set_prompt (fixture->profile, prompt, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
}

static gboolean
is_settled (Fixture *fixture, const char *series, KeelLocalTime occurrence)
{
  GError *error = NULL;
  gboolean settled = TRUE;

  g_assert_true (keel_reminder_file_is_settled (fixture->file, series, occurrence, &settled, &error));
  g_assert_no_error (error);
  return settled;
}

static void
attend (Fixture *fixture, const char *series, KeelLocalTime occurrence)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (KeelAttendance) attendance = keel_attendance_new (series, occurrence,
                                                               keel_local_time_to_utc (occurrence, zone),
                                                               KEEL_ATTENDANCE_NOT);

  g_assert_true (keel_profile_set_attendance (fixture->profile, attendance, NULL, NULL));
}

/* What the person said in the window is not told any more, at once and after each projection. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-01T19:00", "FREQ=DAILY", NULL, NULL, 0);
  KeelLocalTime tomorrow = keel_local_time_new (2026, 11, 25, 19, 0);
  KeelLocalTime week = keel_local_time_new (2026, 11, 17, 19, 0);
  KeelLocalTime old = keel_local_time_new (2026, 11, 2, 19, 0);

  g_assert_false (is_settled (fixture, series->uuid, tomorrow));
  attend (fixture, series->uuid, tomorrow);
  attend (fixture, series->uuid, week);
  attend (fixture, series->uuid, old);
  g_assert_true (is_settled (fixture, series->uuid, tomorrow));
  g_assert_false (is_settled (fixture, series->uuid, tomorrow + 1440));
  g_assert_true (keel_profile_project (fixture->profile, NULL));
  g_assert_true (is_settled (fixture, series->uuid, tomorrow));
  g_assert_true (is_settled (fixture, series->uuid, week));
  g_assert_false (is_settled (fixture, series->uuid, old)); /* over, with all that could be told of it */

  g_assert_true (keel_profile_delete_attendance (fixture->profile, series->uuid, tomorrow, NULL));
  g_assert_false (is_settled (fixture, series->uuid, tomorrow));
  g_assert_true (is_settled (fixture, series->uuid, week));
}

/* "Not today", and then "I'm going" after all: reminders come again, and the wish is not contradicted. */
static void
test_going_after_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-01T19:00", "FREQ=DAILY", NULL, NULL, 0);
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (KeelAttendance) written = NULL;

  for (guint day = 25; day < 27; day++)
    {
      KeelLocalTime date = keel_local_time_new (2026, 11, (int) day, 19, 0);
      gint64 start = keel_local_time_to_utc (date, zone);
      g_autoptr (KeelAttendance) noted = keel_attendance_new (series->uuid, date, start, KEEL_ATTENDANCE_NOT);

      noted->note = day == 26 ? g_strdup ("Ill") : NULL;
      g_assert_true (keel_profile_set_attendance (fixture->profile, noted, NULL, NULL));
      g_assert_true (is_settled (fixture, series->uuid, date));
      keel_test_clock_step (fixture->clock, 60);
      g_assert_true (keel_profile_set_going (fixture->profile, series->uuid, date, start, TRUE, NULL));
      g_assert_false (is_settled (fixture, series->uuid, date));
      g_assert_true (keel_profile_project (fixture->profile, NULL));
      g_assert_false (is_settled (fixture, series->uuid, date));
    }
  g_assert_null (
      keel_journal_find_attendance (journal, series->uuid, keel_local_time_new (2026, 11, 25, 19, 0), NULL));
  /* A word that was written is never lost. */
  written = keel_journal_find_attendance (journal, series->uuid, keel_local_time_new (2026, 11, 26, 19, 0),
                                          NULL);
  g_assert_cmpstr (written->note, ==, "Ill");
}

static void
test_moved_after_not (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-01T19:00", "FREQ=WEEKLY;BYDAY=WE", NULL, NULL, 0);
  KeelLocalTime date = keel_local_time_new (2026, 11, 25, 19, 0);
  g_autoptr (KeelSeries) before = NULL;

  attend (fixture, series->uuid, date);
  g_assert_true (is_settled (fixture, series->uuid, date));
  before = keel_profile_move_date (fixture->profile, series->uuid, date, date + 2 * 1440, 60, NULL);
  g_assert_nonnull (before);
  g_assert_false (is_settled (fixture, series->uuid, date));
}

/* That something else was asked once is no date, and is not forgotten with the dates. */
static void
test_asked_once (Fixture *fixture, gconstpointer data)
{
  KeelJournal *journal = keel_profile_get_journal (fixture->profile);
  g_autofree char *asked = NULL;

  g_assert_true (keel_journal_set_setting (journal, "asked/autostart", "yes", NULL));
  g_assert_true (keel_journal_set_setting (journal, "asked/b0e1/100", "100", NULL));
  g_assert_true (keel_journal_forget_asked_away (journal, get_now (fixture), NULL));
  asked = keel_journal_get_setting (journal, "asked/autostart", NULL);
  g_assert_cmpstr (asked, ==, "yes");
  g_assert_null (keel_journal_get_setting (journal, "asked/b0e1/100", NULL));
}

/* One that began ten days ago and ended within the eight. */
static void
test_settled_long (Fixture *fixture, gconstpointer data)
{
  KeelLocalTime start = keel_local_time_new (2026, 11, 14, 19, 0);
  g_autoptr (KeelMeeting) meeting = make_meeting ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (start, "Europe/Berlin", 3 * 1440, NULL, NULL);
  g_autoptr (KeelSeries) retreat = keel_series_new (KEEL_SERIES_OTHER, meeting, schedule);
  g_autoptr (KeelSeries) added = keel_profile_follow_new (fixture->profile, retreat, NULL);

  attend (fixture, added->uuid, start);
  g_assert_true (keel_profile_project (fixture->profile, NULL));
  g_assert_true (is_settled (fixture, added->uuid, start));
}

/* "2026-11-23T19:00 …", the one that ended last first */
static void
assert_unanswered (Fixture *fixture, guint limit, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = keel_profile_get_unanswered (fixture->profile, limit, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const KeelUnanswered *unanswered = g_ptr_array_index (found, i);
      g_autofree char *local = keel_local_time_format (unanswered->occurrence.original);

      g_assert_cmpstr (unanswered->series->meeting->name, ==, "Lantern");
      g_string_append_printf (text, "%s%.10s", i > 0 ? " " : "", local);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
dismiss_question (Fixture *fixture, const char *series, KeelLocalTime occurrence)
{
  const KeelReminderEvent event = {
    .series = (char *) series,
    .occurrence = occurrence,
    .lead = KEEL_LEAD_AFTERWARDS,
    .outcome = KEEL_OUTCOME_DISMISSED,
    .reason = (char *) "closed",
  };

  g_assert_true (keel_reminder_file_log (fixture->file, &event, 1, NULL));
}

static void
test_unanswered (Fixture *fixture, gconstpointer data)
{
  KeelReminderPreferences preferences = KEEL_REMINDER_PREFERENCES_USUAL;
  g_autoptr (KeelSeries) series = NULL;
  KeelLocalTime first = keel_local_time_new (2026, 11, 24, 19, 30); /* it is 19:00 there */

  series = follow (fixture, "2026-11-01T19:30", "FREQ=DAILY", NULL, NULL, 0);
  assert_unanswered (fixture, 9, ""); /* not what was before it was followed */
  keel_test_clock_set (fixture->clock, "2026-11-24T19:29:59Z");
  assert_unanswered (fixture, 9, "");
  keel_test_clock_set (fixture->clock, "2026-11-24T19:30:00Z"); /* its end */
  assert_unanswered (fixture, 9, "2026-11-24");
  keel_test_clock_set (fixture->clock, "2026-11-28T18:00:00Z");
  assert_unanswered (fixture, 9, "2026-11-27 2026-11-26 2026-11-25 2026-11-24");
  assert_unanswered (fixture, 2, "2026-11-27 2026-11-26");
  attend (fixture, series->uuid, first);
  dismiss_question (fixture, series->uuid, first + 2 * 1440);
  assert_unanswered (fixture, 9, "2026-11-27 2026-11-25");

  keel_profile_ask_away (fixture->profile, series->uuid, first + 1440, 1795631400, TRUE, NULL);
  assert_unanswered (fixture, 9, "2026-11-27");
  g_assert_true (is_settled (fixture, series->uuid, first + 1440));
  keel_profile_ask_away (fixture->profile, series->uuid, first + 1440, 1795631400, FALSE, NULL);
  assert_unanswered (fixture, 9, "2026-11-27 2026-11-25");
  g_assert_false (is_settled (fixture, series->uuid, first + 1440));

  preferences.ask_afterwards = FALSE;
  set_preferences (fixture, &preferences);
  assert_unanswered (fixture, 9, "");
  preferences.ask_afterwards = TRUE;
  set_preferences (fixture, &preferences);
  assert_unanswered (fixture, 9, "");
  keel_test_clock_set (fixture->clock, "2026-12-24T18:00:00Z"); /* the last seven days */
  assert_unanswered (fixture, 99,
                     "2026-12-23 2026-12-22 2026-12-21 2026-12-20 2026-12-19 2026-12-18 2026-12-17");
}

static void
test_going (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelSeries) series = follow (fixture, "2026-11-24T20:00", "FREQ=DAILY", NULL, NULL, 0);
  gint64 counter = keel_reminder_file_get_stamp (fixture->file, NULL);
  gint64 now = get_now (fixture);

  for (gint64 i = 3; i > 0; i--)
    g_assert_true (
        keel_profile_set_going (fixture->profile, series->uuid, 1440 * i, now + DAY * i, TRUE, NULL));
  g_assert_true (keel_profile_set_going (fixture->profile, series->uuid, 2880, now + 2 * DAY, FALSE, NULL));
  g_assert_cmpint (keel_reminder_file_get_stamp (fixture->file, NULL), ==, counter + 4);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) going = keel_profile_get_going (fixture->profile, now + i * 2 * DAY, NULL);
      const KeelOccurrenceKey *key = g_ptr_array_index (going, 0);

      g_assert_cmpuint (going->len, ==, 2 - i);
      g_assert_cmpint (key->occurrence, ==, i == 0 ? 1440 : 3 * 1440);
      g_assert_cmpstr (key->series, ==, series->uuid);
    }
}

/* What was seen is about the log of this file, so an older journal does not know better. */
static void
test_seen (Fixture *fixture, gconstpointer data)
{
  gint64 counter = keel_journal_get_change_counter (keel_profile_get_journal (fixture->profile), NULL);

  g_assert_cmpint (keel_profile_get_seen_event (fixture->profile, NULL), ==, 0);
  g_assert_true (keel_profile_set_seen_event (fixture->profile, 12, NULL));
  g_assert_true (keel_profile_set_seen_event (fixture->profile, 14, NULL));
  g_assert_cmpint (keel_profile_get_seen_event (fixture->profile, NULL), ==, 14);
  g_assert_true (keel_profile_project (fixture->profile, NULL));
  g_assert_cmpint (keel_profile_get_seen_event (fixture->profile, NULL), ==, 14);
  g_assert_cmpint (keel_journal_get_change_counter (keel_profile_get_journal (fixture->profile), NULL), ==,
                   counter);
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
  add_test ("/store/projection/reach", test_reach);
  add_test ("/store/projection/travel", test_travel);
  add_test ("/store/projection/questions", test_questions);
  add_test ("/store/projection/preferences", test_preferences);
  g_test_add_func ("/store/projection/quiet-hours", test_quiet_hours);
  add_test ("/store/projection/prompts", test_prompts);
  add_test ("/store/projection/has-reminders", test_has_reminders);
  add_test ("/store/projection/prompt-subject", test_prompt_subject);
  add_test ("/store/projection/prompt-dropped", test_prompt_dropped);
  add_test ("/store/projection/settled", test_settled);
  add_test ("/store/projection/settled-long", test_settled_long);
  add_test ("/store/projection/unanswered", test_unanswered);
  add_test ("/store/projection/going", test_going);
  add_test ("/store/projection/going-after-all", test_going_after_all);
  add_test ("/store/projection/moved-after-not", test_moved_after_not);
  add_test ("/store/projection/asked-once", test_asked_once);
  add_test ("/store/projection/seen", test_seen);
  return g_test_run ();
}
