/* When the next contact with somebody is, from what was agreed and the last one; and when it is told of. */

#include "core/keel-contact.h"
#include "core/keel-local-time.h"

#define NONE KEEL_PERSON_NO_DAY

static KeelPerson *
make (guint rhythm, gint64 since, gint64 next, int remind)
{
  KeelPerson *person = keel_person_new ("Anna B.");

  person->rhythm = rhythm;
  person->since = since;
  person->next = next;
  person->remind = remind;
  return person;
}

static void
test_next (void)
{
  static const struct
  {
    const char *what;
    guint rhythm;
    gint64 since, next, last;
    gint64 expected;
  } rows[] = {
    { "nothing is agreed", 0, NONE, NONE, NONE, NONE },
    { "nothing is agreed, and there was one", 0, NONE, NONE, 100, NONE },
    { "a rhythm, none yet", 7, 100, NONE, NONE, 107 },
    { "a rhythm from the last one", 7, 100, NONE, 103, 110 },
    { "a rhythm from the last one before it was agreed", 7, 100, NONE, 90, 97 },
    { "every day", 1, 100, NONE, 100, 101 },
    { "a last one in the future: the clock was set back", 7, 100, NONE, 500, 507 },
    { "an agreed day, none yet", 0, NONE, 120, NONE, 120 },
    { "an agreed day after the last one", 0, NONE, 120, 110, 120 },
    { "a contact the day before does not end it", 7, 100, 120, 119, 120 },
    { "a contact on that day does", 0, NONE, 120, 120, NONE },
    { "then the rhythm goes on", 7, 100, 120, 120, 127 },
    { "also from a later one", 7, 100, 120, 122, 129 },
    { "an agreed day is later than the rhythm", 7, 100, 150, 101, 150 },
    { "an agreed day is before the rhythm", 30, 100, 105, 101, 105 },
    { "before 1970", 7, -20, NONE, -10, -3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelPerson) person = make (rows[i].rhythm, rows[i].since, rows[i].next, KEEL_PERSON_NO_TIME);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpint (keel_contact_find_next (person, rows[i].last), ==, rows[i].expected);
      g_assert_null (keel_contact_to_schedule (person, rows[i].last));
    }
}

static void
test_schedule (void)
{
  static const struct
  {
    guint rhythm;
    gint64 next, last;
    int remind;
    gint64 day;       /* of the first; NONE: there is no schedule */
    const char *rule; /* NULL: once */
    guint duration;
  } rows[] = {
    { 0, NONE, 100, 600, NONE, NULL, 0 },
    { 0, 120, 100, 600, 120, NULL, 840 },
    { 7, NONE, 100, 600, 107, "FREQ=DAILY;INTERVAL=7", 840 },
    { 7, 120, 100, 0, 120, "FREQ=DAILY;INTERVAL=7", 1440 },
    { 1, NONE, 100, 1439, 101, "FREQ=DAILY", 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelPerson) person = make (rows[i].rhythm, NONE, rows[i].next, rows[i].remind);
      g_autoptr (KeelSchedule) schedule = keel_contact_to_schedule (person, rows[i].last);
      g_autofree char *rule = schedule != NULL ? keel_schedule_get_rule (schedule) : NULL;

      g_assert_cmpint (schedule != NULL, ==, rows[i].day != NONE);
      if (schedule == NULL)
        continue;
      g_assert_cmpint (keel_schedule_get_start (schedule), ==,
                       rows[i].day * KEEL_MINUTES_PER_DAY + rows[i].remind);
      g_assert_cmpstr (rule, ==, rows[i].rule);
      g_assert_cmpuint (keel_schedule_get_duration (schedule), ==, rows[i].duration);
      g_assert_null (keel_schedule_get_zone (schedule));
    }
}

/* As on the wall where the person was, not as in UTC. */
static void
test_day (void)
{
  static const struct
  {
    gint64 at;
    int offset;
    gint64 day;
  } rows[] = {
    { 0, 0, 0 },
    { 0, -1, -1 },
    { 86399, 0, 0 },
    { 86399, 1, 1 },
    { 86400, -60, 0 },
    { 86400, 840, 1 },
    { 82800, 60, 1 },
    { -1, 0, -1 },
    { -86400, 0, -1 },
    { -86401, 0, -2 },
    { 1795388400, 60, 20780 },
    { 1795384800, 60, 20779 },
    { 1795384740, 0, 20779 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelContact) contact = keel_contact_new ("x", KEEL_CONTACT_CALL);

      contact->at = rows[i].at;
      contact->offset = rows[i].offset;
      g_test_message ("%" G_GINT64_FORMAT " %d", rows[i].at, rows[i].offset);
      g_assert_cmpint (keel_contact_get_day (contact), ==, rows[i].day);
    }
}

static void
test_possible (void)
{
  g_autoptr (KeelContact) contact = keel_contact_new ("x", KEEL_CONTACT_VISIT);
  g_autoptr (KeelContact) copy = keel_contact_copy (contact);
  g_autoptr (KeelContact) nobody = keel_contact_new (NULL, KEEL_CONTACT_CALL);
  g_autoptr (KeelPerson) person = keel_person_new ("Anna");

  g_assert_true (keel_contact_is_possible (contact));
  g_assert_true (keel_contact_equal (contact, copy));
  copy->to_do = g_strdup ("Call my doctor");
  g_assert_false (keel_contact_equal (contact, copy));
  contact->offset = 841;
  g_assert_false (keel_contact_is_possible (contact));
  g_assert_false (keel_contact_is_possible (nobody));
  g_assert_true (keel_person_is_possible (person));
  person->rhythm = KEEL_PERSON_RHYTHM_MAX + 1;
  g_assert_false (keel_person_is_possible (person));
  person->rhythm = 0;
  person->remind = 1440;
  g_assert_false (keel_person_is_possible (person));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact/next", test_next);
  g_test_add_func ("/contact/schedule", test_schedule);
  g_test_add_func ("/contact/day", test_day);
  g_test_add_func ("/contact/possible", test_possible);
  return g_test_run ();
}
