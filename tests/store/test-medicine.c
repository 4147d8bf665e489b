/* The medicine plan: kept, what became of each day, and its reminders come, change and go with it, in
 * reminders.db too, where they say nothing. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-profile-medicine.h"
#include "store/keel-profile-prompts.h"

#include <sqlite3.h>
#include <string.h>

#define TODAY (keel_days_from_civil (2026, 11, 24)) /* a Tuesday */

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
} Fixture;

static void
open_profile (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = keel_profile_open (fixture->data_dir, NULL, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:00Z", "Europe/Berlin");
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

/* Returns what stood there. */
static KeelMedicine *
save (Fixture *fixture, KeelMedicine *medicine)
{
  KeelMedicine *before = NULL;
  GError *error = NULL;

  keel_profile_set_medicine (fixture->profile, medicine, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (medicine->uuid);
  return before;
}

static void
set_deleted (Fixture *fixture, const KeelMedicine *medicine, gboolean deleted)
{
  GError *error = NULL;

  keel_profile_set_medicine_deleted (fixture->profile, medicine->uuid, deleted, &error);
  g_assert_no_error (error);
}

static KeelMedicineState
mark (Fixture *fixture, const KeelMedicine *medicine, gint64 day, KeelMedicineState state)
{
  KeelMedicineState before = KEEL_MEDICINE_NOT_DUE;
  GError *error = NULL;

  keel_profile_mark_medicine (fixture->profile, medicine->uuid, day, state, &before, &error);
  g_assert_no_error (error);
  return before;
}

static void
assert_marks (Fixture *fixture, const KeelMedicine *medicine, const char *expected)
{
  g_autoptr (GArray) marks = keel_profile_get_medicine_marks (fixture->profile, medicine->uuid, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const KeelMedicineMark *one = &g_array_index (marks, KeelMedicineMark, i);

      g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", (int) (one->day - TODAY),
                              keel_medicine_state_words[one->state]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_names (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) medicines = keel_profile_get_medicines (fixture->profile, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < medicines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((KeelMedicine *) medicines->pdata[i])->name);
  g_assert_cmpstr (text->str, ==, expected);
}

/* The minutes at which reminders are due, of the journal and of reminders.db alike. */
static void
assert_reminders (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (fixture->profile, NULL);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  rules = keel_reminder_file_get_rules (keel_profile_get_reminder_file (fixture->profile), NULL);
  g_assert_cmpuint (rules->len, ==, prompts->len);
  for (guint i = 0; i < prompts->len; i++)
    {
      const KeelPrompt *prompt = prompts->pdata[i];
      const KeelReminderRule *rule = rules->pdata[i];

      g_assert_cmpint (prompt->kind, ==, KEEL_PROMPT_MEDICINE);
      g_assert_cmpint (rule->text, ==, KEEL_REMINDER_DISCREET);
      g_assert_null (rule->name);
      g_assert_true (keel_schedule_equal (rule->schedule, prompt->schedule));
      g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                              keel_local_time_get_minute (keel_schedule_get_start (prompt->schedule)));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static KeelMedicine *
make_full (void)
{
  KeelMedicine *medicine = keel_medicine_new (" the ‘small’ one ", TODAY);

  medicine->kind = KEEL_MEDICINE_TAKE_HOME;
  medicine->days = 0x7f;
  medicine->clinic_days = 0x12;
  medicine->minute = 450;
  medicine->remind = TRUE;
  medicine->prescriber = g_strdup ("Dr. B.");
  medicine->place = g_strdup ("By the park");
  medicine->phone = g_strdup ("030 1234");
  medicine->note = g_strdup ("Ask about\nmornings; '\"");
  medicine->appointment = TODAY + 9;
  medicine->naloxone = TODAY - 1;
  medicine->locked = TRUE;
  return medicine;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMedicine) full = make_full ();
  g_autoptr (KeelMedicine) bare = keel_medicine_new ("other", TODAY - 3);
  g_autoptr (GPtrArray) read = NULL;

  g_assert_null (save (fixture, full));
  g_assert_null (save (fixture, bare));
  open_profile (fixture);
  read = keel_profile_get_medicines (fixture->profile, NULL);
  g_assert_cmpuint (read->len, ==, 2);
  g_free (full->name);
  full->name = g_strdup ("the ‘small’ one");
  g_assert_true (keel_medicine_equal (read->pdata[0], full));
  g_assert_true (keel_medicine_equal (read->pdata[1], bare));
  g_assert_cmpstr (((KeelMedicine *) read->pdata[0])->prompt, ==, full->prompt);
  assert_reminders (fixture, "450");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMedicine) medicine = make_full ();
  g_autoptr (KeelMedicine) before = NULL;
  g_autofree char *prompt = NULL;

  g_assert_null (save (fixture, medicine));
  prompt = g_strdup (medicine->prompt);
  medicine->minute = 600;
  before = save (fixture, medicine);
  g_assert_cmpint (before->minute, ==, 450);
  assert_reminders (fixture, "600");
  medicine->remind = FALSE;
  keel_medicine_free (save (fixture, medicine));
  assert_reminders (fixture, "");

  /* What was there comes back with the same reminder. */
  keel_medicine_free (save (fixture, before));
  assert_reminders (fixture, "450");
  g_assert_cmpstr (before->prompt, ==, prompt);
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMedicine) medicine = make_full ();
  g_autoptr (GError) error = NULL;

  g_assert_null (save (fixture, medicine));
  g_assert_cmpint (mark (fixture, medicine, TODAY, KEEL_MEDICINE_TAKEN), ==, KEEL_MEDICINE_UNSAID);
  set_deleted (fixture, medicine, TRUE);
  assert_names (fixture, "");
  assert_reminders (fixture, "");
  g_assert_false (keel_profile_mark_medicine (fixture->profile, medicine->uuid, TODAY, KEEL_MEDICINE_TAKEN,
                                              NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  set_deleted (fixture, medicine, FALSE);
  assert_names (fixture, "the ‘small’ one");
  assert_reminders (fixture, "450");
  assert_marks (fixture, medicine, "0 taken");

  g_assert_false (keel_profile_set_medicine_deleted (fixture->profile, "none", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

/* What was said of a day is replaced and taken back; other days and another medicine are left alone. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMedicine) medicine = keel_medicine_new ("one", TODAY - 10);
  g_autoptr (KeelMedicine) other = keel_medicine_new ("two", TODAY - 10);

  g_assert_null (save (fixture, medicine));
  g_assert_null (save (fixture, other));
  g_assert_cmpint (mark (fixture, medicine, TODAY, KEEL_MEDICINE_TAKEN), ==, KEEL_MEDICINE_UNSAID);
  g_assert_cmpint (mark (fixture, medicine, TODAY - 2, KEEL_MEDICINE_NOT_DUE), ==, KEEL_MEDICINE_UNSAID);
  g_assert_cmpint (mark (fixture, other, TODAY, KEEL_MEDICINE_TAKEN), ==, KEEL_MEDICINE_UNSAID);
  g_assert_cmpint (mark (fixture, medicine, TODAY, KEEL_MEDICINE_NOT_TAKEN), ==, KEEL_MEDICINE_TAKEN);
  assert_marks (fixture, medicine, "-2 not-due, 0 not-taken");
  g_assert_cmpint (mark (fixture, medicine, TODAY, KEEL_MEDICINE_UNSAID), ==, KEEL_MEDICINE_NOT_TAKEN);
  g_assert_cmpint (mark (fixture, medicine, TODAY, KEEL_MEDICINE_UNSAID), ==, KEEL_MEDICINE_UNSAID);
  assert_marks (fixture, medicine, "-2 not-due");
  g_assert_cmpint (mark (fixture, medicine, TODAY, KEEL_MEDICINE_TAKEN), ==, KEEL_MEDICINE_UNSAID);
  assert_marks (fixture, medicine, "-2 not-due, 0 taken");
  assert_marks (fixture, other, "0 taken");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMedicine) medicine = keel_medicine_new ("  ", TODAY);
  g_autoptr (GError) error = NULL;

  g_assert_false (keel_profile_set_medicine (fixture->profile, medicine, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (medicine->uuid);
  assert_names (fixture, "");
}

/* What reminds of it does not carry its name, nor where it comes from. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelMedicine) medicine = make_full ();
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_null (save (fixture, medicine));
  path = g_build_filename (keel_profile_get_folder (fixture->profile), "reminders.db", NULL);
  g_clear_object (&fixture->profile);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "small", strlen ("small")));
  g_assert_null (memmem (bytes, length, "park", strlen ("park")));
  g_assert_nonnull (memmem (bytes, length, medicine->prompt, strlen (medicine->prompt)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/medicine/kept", test_kept);
  ADD ("/medicine/changed", test_changed);
  ADD ("/medicine/deleted", test_deleted);
  ADD ("/medicine/marks", test_marks);
  ADD ("/medicine/refused", test_refused);
  ADD ("/medicine/private", test_private);
#undef ADD
  return g_test_run ();
}
