/* A demo: the same year on any day and at any hour, for each kind of pages, and easily gone. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-demo-entries.h"
#include "store/keel-demo.h"
#include "store/keel-journal-check-ins.h"
#include "store/keel-journal-days.h"
#include "store/keel-journal-entries.h"
#include "store/keel-journal-people.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-urges.h"
#include "store/keel-profile-medicine.h"
#include "store/keel-profile-plans.h"
#include "store/keel-profile-reminders.h"
#include "store/keel-profile.h"

typedef struct
{
  char *data_dir;
  KeelContent *content;
  KeelTestClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  fixture->content = keel_content_new ();
  fixture->clock = keel_test_clock_new ("2026-11-22T11:00:00Z", "Europe/Berlin");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
  g_object_unref (fixture->content);
  g_object_unref (fixture->clock);
}

static KeelProfile *
make (Fixture *fixture, KeelPageGroups pages)
{
  GError *error = NULL;
  g_autofree char *id = keel_demo_create (fixture->data_dir, pages, fixture->content,
                                          KEEL_CLOCK (fixture->clock), &error);
  KeelProfile *profile;

  g_assert_no_error (error);
  profile = keel_profile_open (fixture->data_dir, id, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
  return profile;
}

static gint64
get_today (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (KEEL_CLOCK (fixture->clock));

  return keel_local_time_get_days (
      keel_local_time_from_utc (keel_clock_get_now (KEEL_CLOCK (fixture->clock)), zone));
}

static void
describe_check_ins (Fixture *fixture, KeelJournal *journal, GString *text)
{
  g_autoptr (GPtrArray) check_ins = keel_journal_get_check_ins (journal, 0, 0, NULL);

  for (guint i = 0; i < check_ins->len; i++)
    {
      const KeelCheckIn *check_in = check_ins->pdata[i];

      g_assert_cmpint (keel_check_in_get_day (check_in), <, get_today (fixture));
      g_string_append_printf (text, "check-in %d: %d %d %d %s\n",
                              (int) (keel_check_in_get_day (check_in) - get_today (fixture)), check_in->mood,
                              check_in->craving, check_in->sleep, check_in->word);
    }
}

static void
describe_urges (Fixture *fixture, KeelJournal *journal, GString *text)
{
  g_autoptr (GPtrArray) urges = keel_journal_get_urges (journal, 0, 0, NULL);

  for (guint i = 0; i < urges->len; i++)
    {
      const KeelUrge *urge = urges->pdata[i];

      g_assert_cmpint (urge->at, <, keel_clock_get_now (KEEL_CLOCK (fixture->clock)));
      g_string_append_printf (text, "urge %d: %d %d %s\n", keel_urge_get_hour (urge), urge->strength,
                              urge->after, urge->trigger);
    }
}

static void
describe_attendance (Fixture *fixture, KeelJournal *journal, GString *text)
{
  g_autoptr (GPtrArray) all = keel_journal_get_attendance (journal, 0, G_MAXINT64, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const KeelAttendance *attendance = all->pdata[i];
      int day = (int) (keel_local_time_get_days (attendance->occurrence) - get_today (fixture));

      g_assert_cmpint (day, <, 0);
      g_string_append_printf (text, "attendance %d %s: %d %d %d\n", day, attendance->name, attendance->state,
                              attendance->mood_before, attendance->mood_after);
    }
}

static void
describe_entries (Fixture *fixture, KeelJournal *journal, GString *text)
{
  KeelEntryFilter filter = { 0 };
  g_autoptr (GPtrArray) entries = keel_journal_get_entries (journal, &filter, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const KeelEntry *entry = entries->pdata[i];

      g_assert_cmpint (entry->changed_at, <, keel_clock_get_now (KEEL_CLOCK (fixture->clock)));
      g_string_append_printf (text, "entry %s %d: %s\n", entry->worksheet, entry->state, entry->beginning);
    }
}

static void
describe_days (Fixture *fixture, KeelJournal *journal, GString *text)
{
  g_autoptr (KeelDays) days = keel_journal_read_days (journal, fixture->content, NULL);

  g_assert_cmpuint (days->untold->len, ==, 0);
  for (guint i = 0; i < days->counts->len; i++)
    {
      const KeelCountStand *stand = days->counts->pdata[i];

      g_string_append_printf (text, "days %s: %u of %u, %u lapses\n", stand->count->name,
                              stand->standing->streak, stand->standing->total, stand->lapses->len);
    }
}

/* All that does not differ from one making to the next. */
static char *
describe (Fixture *fixture, KeelProfile *profile)
{
  KeelJournal *journal = keel_profile_get_journal (profile);
  g_autoptr (GString) text = g_string_new (NULL);

  describe_check_ins (fixture, journal, text);
  describe_urges (fixture, journal, text);
  describe_attendance (fixture, journal, text);
  describe_entries (fixture, journal, text);
  describe_days (fixture, journal, text);
  return g_strdup (text->str);
}

static char *
make_and_describe (Fixture *fixture, const char *now)
{
  g_autoptr (KeelProfile) profile = NULL;
  g_autofree char *id = NULL;
  char *text;

  keel_test_clock_set (fixture->clock, now);
  profile = make (fixture, KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY);
  text = describe (fixture, profile);
  id = g_strdup (keel_profile_get_id (profile));
  g_clear_object (&profile);
  g_assert_true (keel_demo_remove (fixture->data_dir, id, NULL));
  return text;
}

/* Midnight, a weekday in summer, and the days on which clocks change. */
static void
test_any_moment (Fixture *fixture, gconstpointer data)
{
  const char *const moments[] = { "2026-11-22T23:00:10Z", "2026-07-08T21:59:50Z", "2026-10-25T05:00:00Z",
                                  "2027-03-28T00:30:00Z" };
  g_autofree char *usual = make_and_describe (fixture, "2026-11-22T11:00:00Z");

  g_assert_nonnull (strstr (usual, "attendance"));
  g_assert_nonnull (strstr (usual, "urge"));
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *other = make_and_describe (fixture, moments[i]);

      g_assert_cmpstr (other, ==, usual);
    }
}

static void
test_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = make (fixture, KEEL_PAGES_MEMBER);
  KeelJournal *journal = keel_profile_get_journal (profile);
  g_autoptr (KeelDays) days = keel_journal_read_days (journal, fixture->content, NULL);
  g_autoptr (GPtrArray) series = keel_journal_get_series (journal, NULL);
  g_autoptr (GPtrArray) people = keel_journal_get_people (journal, NULL);
  g_autoptr (GPtrArray) medicines = keel_profile_get_medicines (profile, NULL);
  g_autoptr (GPtrArray) plans = keel_profile_get_plans (profile, NULL);
  g_autoptr (GPtrArray) runs = keel_journal_get_runs (journal, 0, NULL);

  g_assert_cmpuint (days->counts->len, ==, 2);
  g_assert_cmpuint (days->lapses->len, ==, 1);
  g_assert_cmpuint (days->reached->len, >, 10);
  g_assert_cmpuint (series->len, >=, 6);
  g_assert_cmpuint (people->len, ==, 4);
  g_assert_cmpuint (medicines->len, ==, 1);
  g_assert_cmpuint (plans->len, >=, 3);
  g_assert_cmpuint (runs->len, >, 30);
}

/* Nobody is called to a meeting that there is not, nor asked about it. */
static void
test_no_reminders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = make (fixture, KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY);
  g_autoptr (GPtrArray) series = keel_journal_get_series (keel_profile_get_journal (profile), NULL);
  g_autoptr (GPtrArray) people = keel_journal_get_people (keel_profile_get_journal (profile), NULL);
  g_autoptr (GPtrArray) medicines = keel_profile_get_medicines (profile, NULL);
  g_autoptr (GPtrArray) plans = keel_profile_get_plans (profile, NULL);
  KeelReminderPreferences preferences;
  gboolean has = TRUE;

  g_assert_true (keel_profile_get_reminder_preferences (profile, &preferences, NULL));
  g_assert_false (preferences.ask_afterwards);
  g_assert_true (keel_reminder_file_has_reminders (keel_profile_get_reminder_file (profile), &has, NULL));
  g_assert_false (has);
  for (guint i = 0; i < series->len; i++)
    g_assert_cmpuint (KEEL_SERIES (series->pdata[i])->leads->len, ==, 0);
  for (guint i = 0; i < people->len; i++)
    g_assert_null (((KeelPerson *) people->pdata[i])->prompt);
  for (guint i = 0; i < medicines->len; i++)
    g_assert_null (((KeelMedicine *) medicines->pdata[i])->prompt);
  for (guint i = 0; i < plans->len; i++)
    g_assert_null (((KeelPlan *) plans->pdata[i])->prompt);
}

/* It is about the person who uses Keel alone. */
static void
test_family (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = make (fixture, KEEL_PAGES_FAMILY);
  KeelJournal *journal = keel_profile_get_journal (profile);
  g_autoptr (KeelDays) days = keel_journal_read_days (journal, fixture->content, NULL);
  g_autoptr (GPtrArray) urges = keel_journal_get_urges (journal, 0, 0, NULL);
  g_autoptr (GPtrArray) check_ins = keel_journal_get_check_ins (journal, 0, 0, NULL);
  g_autoptr (GPtrArray) medicines = keel_profile_get_medicines (profile, NULL);
  KeelEntryFilter filter = { .worksheet = "w37" };
  g_autoptr (GPtrArray) limits = keel_journal_get_entries (journal, &filter, NULL);

  g_assert_cmpuint (days->counts->len, ==, 1);
  g_assert_cmpint (((KeelCountStand *) days->counts->pdata[0])->count->path, ==, KEEL_DAY_PATH_MEMBERSHIP);
  g_assert_cmpuint (days->lapses->len, ==, 0);
  g_assert_cmpuint (urges->len, ==, 0);
  g_assert_cmpuint (medicines->len, ==, 0);
  g_assert_cmpuint (limits->len, ==, 1);
  g_assert_cmpuint (check_ins->len, >, 200);
  for (guint i = 0; i < check_ins->len; i++)
    g_assert_cmpint (((KeelCheckIn *) check_ins->pdata[i])->craving, ==, KEEL_CHECK_IN_UNSAID);
}

static void
test_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *own = keel_profiles_create (fixture->data_dir, "Mine", KEEL_PAGES_MEMBER, NULL, NULL);
  g_autofree char *demo = NULL;
  g_autofree char *again = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_object_unref (make (fixture, KEEL_PAGES_MEMBER));
  demo = keel_demo_find (fixture->data_dir, KEEL_PAGES_MEMBER);
  g_assert_nonnull (demo);
  g_assert_true (keel_demo_is (fixture->data_dir, demo));
  g_assert_false (keel_demo_is (fixture->data_dir, own));
  again = keel_demo_create (fixture->data_dir, KEEL_PAGES_MEMBER, fixture->content,
                            KEEL_CLOCK (fixture->clock), &error);
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NAME_TAKEN);
  g_assert_null (again);
  g_clear_error (&error);

  g_assert_false (keel_demo_remove (fixture->data_dir, own, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_assert_true (keel_demo_remove (fixture->data_dir, demo, NULL));
  gone = keel_demo_find (fixture->data_dir, 0);
  g_assert_null (gone);
  left = keel_profiles_list (fixture->data_dir);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((KeelProfileCard *) left->pdata[0])->id, ==, own);
}

/* The mark stays when what else stands in the file is changed. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelProfile) profile = make (fixture, KEEL_PAGES_FAMILY);
  const char *folder = keel_profile_get_folder (profile);
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (folder);

  settings->pages = KEEL_PAGES_MEMBER;
  g_assert_true (keel_profile_settings_save (settings, folder, NULL));
  g_assert_true (keel_demo_is (fixture->data_dir, keel_profile_get_id (profile)));
}

static const KeelField *
find_field (const KeelWorksheet *worksheet, const KeelDemoAnswer *answer)
{
  const KeelField *field = keel_worksheet_find_field (worksheet, answer->field);

  g_assert_nonnull (field);
  for (guint i = 0; answer->column != NULL && i < field->columns->len; i++)
    {
      const KeelField *column = field->columns->pdata[i];

      if (g_str_equal (column->id, answer->column))
        return column;
    }
  g_assert_null (answer->column);
  return field;
}

static void
check_answer (const KeelDemoEntry *entry, const KeelDemoAnswer *answer, const KeelField *field)
{
  gboolean found = FALSE;

  for (guint i = 0; answer->kind == KEEL_DEMO_CHOICE && i < field->options->len; i++)
    found |= g_str_equal (((KeelOption *) field->options->pdata[i])->id, answer->value);
  g_assert_cmpint (field->type == KEEL_FIELD_CHOICE, ==, answer->kind == KEEL_DEMO_CHOICE);
  g_assert_cmpint (field->type == KEEL_FIELD_TICK, ==, answer->kind == KEEL_DEMO_TICK);
  g_assert_cmpint (field->type == KEEL_FIELD_LIST, ==, answer->kind == KEEL_DEMO_ITEM);
  g_assert_cmpint (field->type == KEEL_FIELD_DATE, ==, answer->kind == KEEL_DEMO_DAY);
  g_assert_true (answer->kind != KEEL_DEMO_CHOICE || found);
}

/* What was written stands in fields that there are. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  const KeelDemoEntry *const all[] = { keel_demo_common_entries, keel_demo_member_entries,
                                       keel_demo_family_entries };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      for (const KeelDemoEntry *entry = all[i]; entry->worksheet != NULL; entry++)
        {
          const KeelWorksheet *worksheet = keel_content_find_worksheet (fixture->content, entry->worksheet);

          g_assert_nonnull (worksheet);
          for (const KeelDemoAnswer *answer = entry->answers; answer->field != NULL; answer++)
            check_answer (entry, answer, find_field (worksheet, answer));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/demo/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("any-moment", test_any_moment);
  ADD ("member", test_member);
  ADD ("no-reminders", test_no_reminders);
  ADD ("family", test_family);
  ADD ("removal", test_removal);
  ADD ("mark", test_mark);
  ADD ("fields", test_fields);
#undef ADD

  return g_test_run ();
}
