#include <glib/gi18n-lib.h>

#include "keel-demo-year.h"
#include "keel-profile-contacts.h"
#include "keel-profile-people.h"

typedef struct
{
  KeelDemoPerson who;
  const char *name;
  KeelPersonKind kind;
  const char *number;
  const char *notes;
  guint rhythm;
  gboolean member; /* goes with the pages of members, else with those of families, too */
} Somebody;

/* Numbers out of a range that is kept for stories. */
static const Somebody everybody[] = {
  { KEEL_DEMO_SPONSOR, "Robin K.", KEEL_PERSON_SPONSOR, "555 0142", N_ ("I can call before ten at night."), 3,
    TRUE },
  { KEEL_DEMO_FRIEND, "Sam T.", KEEL_PERSON_PEER, "555 0117", N_ ("We walk on Sundays."), 7, FALSE },
  { KEEL_DEMO_THERAPIST, "Dr. Lind", KEEL_PERSON_THERAPIST, "555 0160", NULL, 14, FALSE },
  { KEEL_DEMO_RELATIVE, "Jo", KEEL_PERSON_FAMILY, "555 0189", NULL, 0, FALSE },
};

static const char *const topics[] = {
  N_ ("How the week was"),
  N_ ("The evening that was hard"),
  N_ ("What I wrote on my worksheet"),
  N_ ("A visit at the weekend"),
  N_ ("Sleep"),
  N_ ("What I am proud of"),
};

static const char *const to_dos[] = {
  N_ ("Go to the meeting tomorrow"),
  N_ ("Write down three good things"),
  N_ ("Call again on Friday"),
};

static const KeelContactHow ways[] = { KEEL_CONTACT_CALL, KEEL_CONTACT_TEXT, KEEL_CONTACT_MEETING,
                                       KEEL_CONTACT_CALL };

static gboolean
add_person (KeelDemoYear *self, const Somebody *somebody, GError **error)
{
  g_autoptr (KeelPerson) person = keel_person_new (somebody->name);

  person->kind = somebody->kind;
  person->number = g_strdup (somebody->number);
  person->notes = g_strdup (somebody->notes != NULL ? _ (somebody->notes) : NULL);
  person->rhythm = somebody->rhythm;
  if (somebody->who == KEEL_DEMO_FRIEND)
    person->message = g_strdup (_ ("Not a good evening. Do you have a minute?"));
  if (!keel_profile_set_person (self->profile, person, error))
    return FALSE;
  self->people[somebody->who] = g_strdup (person->uuid);
  return TRUE;
}

static gboolean
add_contact (KeelDemoYear *self, const Somebody *somebody, int ago, GError **error)
{
  gboolean visit = somebody->kind == KEEL_PERSON_THERAPIST;
  int salt = 50 + (int) somebody->who;
  g_autoptr (KeelContact) contact = NULL;
  g_autofree char *prompt = NULL;

  keel_demo_year_go (self, ago, (visit ? 16 : 18) * 60 + keel_demo_year_vary (ago, salt, 100));
  contact = keel_contact_new (self->people[somebody->who],
                              visit ? KEEL_CONTACT_VISIT
                                    : ways[keel_demo_year_vary (ago, salt, G_N_ELEMENTS (ways))]);
  if (keel_demo_year_vary (ago, salt + 10, 2) == 0)
    contact->topic = g_strdup (_ (topics[keel_demo_year_vary (ago, salt + 20, G_N_ELEMENTS (topics))]));
  if (keel_demo_year_vary (ago, salt + 30, 4) == 0)
    contact->to_do = g_strdup (_ (to_dos[keel_demo_year_vary (ago, salt + 40, G_N_ELEMENTS (to_dos))]));
  return keel_journal_set_contact (self->journal, contact, NULL, NULL, &prompt, error);
}

/* The last one is a day or two ago for whoever comes often, so that the next one is still to come. */
static gboolean
add_contacts (KeelDemoYear *self, const Somebody *somebody, GError **error)
{
  int step = somebody->rhythm > 0 ? (int) somebody->rhythm : 45;
  int first = KEEL_DEMO_FIRST_DAY - 30 - keel_demo_year_vary ((int) somebody->who, 60, 20);
  int last = MIN (step - 1, 10);

  for (int ago = last; ago < first; ago += step + keel_demo_year_vary (ago, 61, 3))
    {
      if (!add_contact (self, somebody, ago, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_question (KeelDemoYear *self, KeelDemoPerson who, const char *text, gboolean asked, GError **error)
{
  g_autoptr (KeelPersonQuestion) question = keel_person_question_new (self->people[who], text);

  question->asked = asked;
  return keel_journal_set_person_question (self->journal, question, error);
}

static gboolean
add_questions (KeelDemoYear *self, GError **error)
{
  keel_demo_year_go (self, 5, 19 * 60);
  return add_question (self, KEEL_DEMO_THERAPIST, _ ("Why are Sundays the hardest?"), FALSE, error) &&
         add_question (self, KEEL_DEMO_THERAPIST, _ ("What else could help me sleep?"), FALSE, error) &&
         add_question (self, KEEL_DEMO_THERAPIST, _ ("How do I say no to the party?"), TRUE, error);
}

gboolean
keel_demo_add_people (KeelDemoYear *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY - 30, 17 * 60 + (int) i);
      if (everybody[i].member && !self->member)
        continue;
      if (!add_person (self, &everybody[i], error) || !add_contacts (self, &everybody[i], error))
        return FALSE;
    }
  return add_questions (self, error);
}
