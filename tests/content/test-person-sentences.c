/* What is said of people and of contacts with them. */

#include "content/keel-person-sentences.h"

#define TODAY 20779 /* Sunday 22 November 2026 */

static void
test_next (void)
{
  static const struct
  {
    gint64 day;
    const char *sentence;
  } rows[] = {
    { KEEL_PERSON_NO_DAY, NULL },
    { TODAY, "Next contact: today" },
    { TODAY + 1, "Next contact: tomorrow" },
    { TODAY + 2, "Next contact: Tuesday 24 November" },
    { TODAY + 100, "Next contact: Tuesday 2 March 2027" },
    { TODAY - 1, "Was agreed for yesterday" },
    { TODAY - 3, "Was agreed for Thursday 19 November" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_next_contact (rows[i].day, TODAY);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

static void
test_last (void)
{
  g_autoptr (KeelContact) contact = keel_contact_new ("x", KEEL_CONTACT_VISIT);
  g_autofree char *none = keel_sentence_last_contact (NULL, TODAY);
  g_autofree char *sentence = NULL;

  contact->at = (gint64) TODAY * 86400;
  contact->offset = -60; /* there it was the day before */
  sentence = keel_sentence_last_contact (contact, TODAY);
  g_assert_cmpstr (sentence, ==, "Last: Appointment, yesterday");
  g_assert_cmpstr (none, ==, "No contact is put down yet");
}

static void
test_rhythm (void)
{
  static const struct
  {
    guint days;
    const char *sentence;
  } rows[] = {
    { 0, NULL },
    { 1, "Every day" },
    { 2, "Every 2 days" },
    { 7, "Every week" },
    { 14, "Every two weeks" },
    { 30, "Every 30 days" },
    { 21, "Every 21 days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_contact_rhythm (rows[i].days);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

/* Each kind has words of its own. */
static void
test_kinds (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KeelPerson) person = keel_person_new ("Anna");
  g_autofree char *none = keel_sentence_person_role (person);
  g_autofree char *own = NULL;
  g_autofree char *both = NULL;

  for (guint kind = 0; keel_person_kind_words[kind] != NULL; kind++)
    g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_person_kind ((KeelPersonKind) kind)));
  for (guint how = 0; keel_contact_how_words[how] != NULL; how++)
    g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_contact_how ((KeelContactHow) how)));
  g_assert_null (none);
  person->role = g_strdup ("my aunt");
  own = keel_sentence_person_role (person);
  g_assert_cmpstr (own, ==, "my aunt");
  person->kind = KEEL_PERSON_FAMILY;
  both = keel_sentence_person_role (person);
  g_assert_cmpstr (both, ==, "Family · my aunt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-sentences/next", test_next);
  g_test_add_func ("/person-sentences/last", test_last);
  g_test_add_func ("/person-sentences/rhythm", test_rhythm);
  g_test_add_func ("/person-sentences/kinds", test_kinds);
  return g_test_run ();
}
