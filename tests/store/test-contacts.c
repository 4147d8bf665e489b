/* Contacts with people and questions for them: kept, changed, taken away and brought back; a person's
 * reminder comes, moves and goes with them, in reminders.db too, where it says nothing of whom it is. */

#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-journal-people.h"
#include "store/keel-profile-contacts.h"
#include "store/keel-profile-people.h"
#include "store/keel-profile-prompts.h"

#define TODAY 20781 /* 24 November 2026 */

typedef struct
{
  char *data_dir;
  KeelTestClock *clock;
  KeelProfile *profile;
  KeelPerson *anna;
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
save_person (Fixture *fixture, KeelPerson *person)
{
  GError *error = NULL;

  keel_profile_set_person (fixture->profile, person, &error);
  g_assert_no_error (error);
  g_assert_nonnull (person->uuid);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data_dir = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-24T18:00:00Z", "Europe/Berlin");
  open_profile (fixture);
  fixture->anna = keel_person_new ("Anna B.");
  save_person (fixture, fixture->anna);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keel_person_free (fixture->anna);
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->clock);
  keel_test_folder_remove (fixture->data_dir);
  g_free (fixture->data_dir);
}

static KeelJournal *
get_journal (Fixture *fixture)
{
  return keel_profile_get_journal (fixture->profile);
}

/* A call @days after today at noon UTC. Returns what stood there. */
static KeelContact *
save (Fixture *fixture, KeelContact *contact, KeelNextContact *next)
{
  KeelContact *before = NULL;
  GError *error = NULL;

  keel_profile_set_contact (fixture->profile, contact, next, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (contact->uuid);
  return before;
}

static char *
call (Fixture *fixture, int days)
{
  g_autoptr (KeelContact) contact = keel_contact_new (fixture->anna->uuid, KEEL_CONTACT_CALL);

  contact->at = ((gint64) TODAY + days) * 86400 + 43200;
  contact->offset = 60;
  g_assert_null (save (fixture, contact, NULL));
  return g_steal_pointer (&contact->uuid);
}

static void
set_deleted (Fixture *fixture, const char *uuid, gboolean deleted, KeelNextContact *next)
{
  GError *error = NULL;

  keel_profile_set_contact_deleted (fixture->profile, uuid, deleted, next, &error);
  g_assert_no_error (error);
}

/* The days after today on which the contacts with Anna were, the newest first. */
static void
assert_contacts (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  contacts = keel_journal_get_contacts (get_journal (fixture), fixture->anna->uuid, 0, NULL);
  g_assert_nonnull (contacts);
  for (guint i = 0; i < contacts->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int) (keel_contact_get_day (contacts->pdata[i]) - TODAY));
  g_assert_cmpstr (text->str, ==, expected);
}

/* "day after today minute rule" of the one reminder, in the journal and in reminders.db alike; "" for none.
 */
static void
assert_reminder (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (fixture->profile, NULL);
  g_autoptr (GPtrArray) rules = NULL;
  g_autofree char *text = NULL;

  rules = keel_reminder_file_get_rules (keel_profile_get_reminder_file (fixture->profile), NULL);
  g_assert_cmpuint (rules->len, ==, prompts->len);
  g_assert_cmpuint (prompts->len, <=, 1);
  if (prompts->len == 1)
    {
      const KeelPrompt *prompt = prompts->pdata[0];
      const KeelReminderRule *rule = rules->pdata[0];
      KeelLocalTime start = keel_schedule_get_start (prompt->schedule);
      g_autofree char *repeats = keel_schedule_get_rule (prompt->schedule);

      g_assert_cmpint (prompt->kind, ==, KEEL_PROMPT_CONTACT);
      g_assert_cmpstr (prompt->subject, ==, fixture->anna->uuid);
      g_assert_cmpint (rule->text, ==, KEEL_REMINDER_DISCREET);
      g_assert_null (rule->name);
      g_assert_true (keel_schedule_equal (rule->schedule, prompt->schedule));
      text = g_strdup_printf ("%d %d %s", (int) (keel_local_time_get_days (start) - TODAY),
                              keel_local_time_get_minute (start), repeats != NULL ? repeats : "once");
    }
  g_assert_cmpstr (text != NULL ? text : "", ==, expected);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelContact) contact = keel_contact_new (fixture->anna->uuid, KEEL_CONTACT_VISIT);
  g_autoptr (KeelContact) read = NULL;
  g_autoptr (KeelContact) changed = NULL;
  g_autoptr (KeelContact) before = NULL;

  contact->topic = g_strdup ("  Step 'four'; \"a start\" – 电话 ");
  contact->to_do = g_strdup ("Write two pages\nand call");
  contact->note = g_strdup (" ");
  g_assert_null (save (fixture, contact, NULL));
  g_assert_cmpint (contact->offset, ==, 60); /* Berlin in winter */
  open_profile (fixture);
  read = keel_journal_find_contact (get_journal (fixture), contact->uuid, NULL);
  g_assert_cmpint (read->at, ==, contact->at);
  g_assert_cmpint (read->how, ==, KEEL_CONTACT_VISIT);
  g_assert_cmpstr (read->topic, ==, "Step 'four'; \"a start\" – 电话");
  g_assert_cmpstr (read->to_do, ==, "Write two pages\nand call");
  g_assert_null (read->note);
  changed = keel_contact_copy (read);
  changed->how = KEEL_CONTACT_CALL;
  before = save (fixture, changed, NULL);
  g_assert_true (keel_contact_equal (before, read));
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPerson) read = NULL;

  fixture->anna->kind = KEEL_PERSON_SPONSORED;
  fixture->anna->reach = g_strdup (" before the meeting ");
  fixture->anna->notes = g_strdup ("I talk too fast");
  fixture->anna->rhythm = 7;
  fixture->anna->next = TODAY + 3;
  fixture->anna->remind = 0;
  save_person (fixture, fixture->anna);
  g_assert_cmpint (fixture->anna->since, ==, TODAY);
  open_profile (fixture);
  read = keel_journal_find_person (get_journal (fixture), fixture->anna->uuid, NULL);
  g_assert_cmpint (read->kind, ==, KEEL_PERSON_SPONSORED);
  g_assert_cmpstr (read->reach, ==, "before the meeting");
  g_assert_cmpstr (read->notes, ==, "I talk too fast");
  g_assert_cmpuint (read->rhythm, ==, 7);
  g_assert_cmpint (read->since, ==, TODAY);
  g_assert_cmpint (read->next, ==, TODAY + 3);
  g_assert_cmpint (read->remind, ==, 0);
  g_assert_cmpstr (read->prompt, ==, fixture->anna->prompt);
  read->rhythm = 0;
  save_person (fixture, read);
  g_assert_cmpint (read->since, ==, KEEL_PERSON_NO_DAY);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = call (fixture, -10);
  g_autofree char *last = call (fixture, -1);
  g_autofree char *middle = call (fixture, -5);
  g_autoptr (KeelContact) newest = NULL;

  assert_contacts (fixture, "-1 -5 -10");
  newest = keel_journal_find_last_contact (get_journal (fixture), fixture->anna->uuid, NULL);
  g_assert_cmpstr (newest->uuid, ==, last);
  set_deleted (fixture, last, TRUE, NULL);
  set_deleted (fixture, middle, TRUE, NULL);
  assert_contacts (fixture, "-10");
  g_assert_null (keel_journal_find_contact (get_journal (fixture), last, NULL));
  set_deleted (fixture, last, FALSE, NULL);
  assert_contacts (fixture, "-1 -10");
}

/* With each contact, its time, and what is agreed. */
static void
test_reminder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contact = NULL;
  g_autoptr (KeelPerson) before = keel_person_copy (fixture->anna);

  assert_reminder (fixture, "");
  fixture->anna->rhythm = 7;
  save_person (fixture, fixture->anna);
  assert_reminder (fixture, "");
  fixture->anna->remind = 18 * 60;
  save_person (fixture, fixture->anna);
  assert_reminder (fixture, "7 1080 FREQ=DAILY;INTERVAL=7");
  contact = call (fixture, -2);
  assert_reminder (fixture, "5 1080 FREQ=DAILY;INTERVAL=7");
  set_deleted (fixture, contact, TRUE, NULL);
  assert_reminder (fixture, "7 1080 FREQ=DAILY;INTERVAL=7");
  set_deleted (fixture, contact, FALSE, NULL);
  assert_reminder (fixture, "5 1080 FREQ=DAILY;INTERVAL=7");
  open_profile (fixture);
  assert_reminder (fixture, "5 1080 FREQ=DAILY;INTERVAL=7");
  save_person (fixture, before); /* as an undo does, which knows of no reminder */
  assert_reminder (fixture, "");
  g_assert_cmpstr (before->prompt, ==, fixture->anna->prompt);
}

static void
test_person_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contact = call (fixture, -2);
  GError *error = NULL;

  fixture->anna->rhythm = 3;
  fixture->anna->remind = 600;
  save_person (fixture, fixture->anna);
  assert_reminder (fixture, "1 600 FREQ=DAILY;INTERVAL=3");
  keel_profile_set_person_deleted (fixture->profile, fixture->anna->uuid, TRUE, &error);
  g_assert_no_error (error);
  assert_reminder (fixture, "");
  assert_contacts (fixture, "-2");
  keel_profile_set_person_deleted (fixture->profile, fixture->anna->uuid, FALSE, &error);
  g_assert_no_error (error);
  assert_reminder (fixture, "1 600 FREQ=DAILY;INTERVAL=3");
}

/* The day that was agreed with a contact, and back with it. */
static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelContact) contact = keel_contact_new (fixture->anna->uuid, KEEL_CONTACT_MEETING);
  KeelNextContact next = { TRUE, TODAY + 4 };

  fixture->anna->remind = 600;
  fixture->anna->next = TODAY;
  save_person (fixture, fixture->anna);
  assert_reminder (fixture, "0 600 once");
  g_assert_null (save (fixture, contact, &next));
  assert_reminder (fixture, "4 600 once");
  g_assert_cmpint (next.day, ==, TODAY);
  set_deleted (fixture, contact->uuid, TRUE, &next);
  assert_reminder (fixture, "0 600 once");
  g_assert_cmpint (next.day, ==, TODAY + 4);
  next.day = KEEL_PERSON_NO_DAY;
  set_deleted (fixture, contact->uuid, FALSE, &next);
  assert_reminder (fixture, "");
}

static void
assert_questions (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  questions = keel_journal_get_person_questions (get_journal (fixture), fixture->anna->uuid, NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      const KeelPersonQuestion *question = questions->pdata[i];

      g_string_append_printf (text, "%s%s%s", i > 0 ? "|" : "", question->text, question->asked ? " ✓" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelPersonQuestion) first = keel_person_question_new (fixture->anna->uuid, " Side effects? ");
  g_autoptr (KeelPersonQuestion) second = keel_person_question_new (fixture->anna->uuid, "What next");
  g_autoptr (KeelPersonQuestion) empty = keel_person_question_new (fixture->anna->uuid, " \t");
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_journal_set_person_question (get_journal (fixture), first, NULL));
  g_assert_true (keel_journal_set_person_question (get_journal (fixture), second, NULL));
  assert_questions (fixture, "Side effects?|What next");
  first->asked = TRUE;
  g_assert_true (keel_journal_set_person_question (get_journal (fixture), first, NULL));
  open_profile (fixture);
  assert_questions (fixture, "Side effects? ✓|What next");
  g_assert_true (keel_journal_set_person_question_deleted (get_journal (fixture), first->uuid, TRUE, NULL));
  assert_questions (fixture, "What next");
  g_assert_true (keel_journal_set_person_question_deleted (get_journal (fixture), first->uuid, FALSE, NULL));
  assert_questions (fixture, "Side effects? ✓|What next");
  g_assert_false (keel_journal_set_person_question (get_journal (fixture), empty, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_null (empty->uuid);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelContact) stranger = keel_contact_new ("nobody", KEEL_CONTACT_CALL);
  g_autoptr (KeelContact) far = keel_contact_new (fixture->anna->uuid, KEEL_CONTACT_CALL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) invalid = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) rhythm = NULL;

  g_assert_false (keel_profile_set_contact (fixture->profile, stranger, NULL, NULL, &missing));
  g_assert_error (missing, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  g_assert_null (stranger->uuid);
  far->offset = 900;
  g_assert_false (keel_profile_set_contact (fixture->profile, far, NULL, NULL, &invalid));
  g_assert_error (invalid, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  g_assert_false (keel_profile_set_contact_deleted (fixture->profile, "nothing", TRUE, NULL, &gone));
  g_assert_error (gone, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  fixture->anna->rhythm = 367;
  g_assert_false (keel_profile_set_person (fixture->profile, fixture->anna, &rhythm));
  g_assert_error (rhythm, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
  assert_contacts (fixture, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/contacts/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/contacts/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/contacts/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/contacts/reminder", Fixture, NULL, set_up, test_reminder, tear_down);
  g_test_add ("/contacts/person-goes", Fixture, NULL, set_up, test_person_goes, tear_down);
  g_test_add ("/contacts/agreed", Fixture, NULL, set_up, test_agreed, tear_down);
  g_test_add ("/contacts/questions", Fixture, NULL, set_up, test_questions, tear_down);
  g_test_add ("/contacts/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
