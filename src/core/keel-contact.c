#include "keel-contact.h"

#include "keel-local-time.h"

/* The zones of the world are within this many minutes of UTC. */
#define MOST_OFFSET (14 * 60)
/* Something late in the evening can still be told of. */
#define LEAST_DURATION 60

const char *const keel_contact_how_words[] = {
  [KEEL_CONTACT_CALL] = "call",
  [KEEL_CONTACT_TEXT] = "text",
  [KEEL_CONTACT_MEETING] = "meeting",
  [KEEL_CONTACT_VISIT] = "visit",
  NULL,
};

KeelContact *
keel_contact_new (const char *person, KeelContactHow how)
{
  KeelContact *self = g_new0 (KeelContact, 1);

  self->person = g_strdup (person);
  self->how = how;
  return self;
}

KeelContact *
keel_contact_copy (const KeelContact *self)
{
  KeelContact *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelContact));
  copy->uuid = g_strdup (self->uuid);
  copy->person = g_strdup (self->person);
  copy->topic = g_strdup (self->topic);
  copy->to_do = g_strdup (self->to_do);
  copy->note = g_strdup (self->note);
  return copy;
}

void
keel_contact_free (KeelContact *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->person);
  g_free (self->topic);
  g_free (self->to_do);
  g_free (self->note);
  g_free (self);
}

gboolean
keel_contact_is_possible (const KeelContact *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->person != NULL && self->how <= KEEL_CONTACT_VISIT && ABS (self->offset) <= MOST_OFFSET;
}

gboolean
keel_contact_equal (const KeelContact *self, const KeelContact *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->person, other->person) == 0 &&
         self->at == other->at && self->offset == other->offset && self->how == other->how &&
         g_strcmp0 (self->topic, other->topic) == 0 && g_strcmp0 (self->to_do, other->to_do) == 0 &&
         g_strcmp0 (self->note, other->note) == 0;
}

/* Rounded down, also before 1970. */
gint64
keel_contact_get_day (const KeelContact *self)
{
  gint64 seconds = self->at + (gint64) self->offset * 60;

  return keel_local_time_get_days (seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60));
}

KeelPersonQuestion *
keel_person_question_new (const char *person, const char *text)
{
  KeelPersonQuestion *self = g_new0 (KeelPersonQuestion, 1);

  self->person = g_strdup (person);
  self->text = g_strdup (text);
  return self;
}

KeelPersonQuestion *
keel_person_question_copy (const KeelPersonQuestion *self)
{
  KeelPersonQuestion *copy = keel_person_question_new (self->person, self->text);

  copy->uuid = g_strdup (self->uuid);
  copy->asked = self->asked;
  return copy;
}

void
keel_person_question_free (KeelPersonQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->person);
  g_free (self->text);
  g_free (self);
}

gint64
keel_contact_find_next (const KeelPerson *person, gint64 last)
{
  gint64 from = last != KEEL_PERSON_NO_DAY ? last : person->since;

  if (person->next != KEEL_PERSON_NO_DAY && (last == KEEL_PERSON_NO_DAY || last < person->next))
    return person->next;
  if (person->rhythm == 0 || from == KEEL_PERSON_NO_DAY)
    return KEEL_PERSON_NO_DAY;
  return from + person->rhythm;
}

KeelSchedule *
keel_contact_to_schedule (const KeelPerson *person, gint64 last)
{
  gint64 next = keel_contact_find_next (person, last);
  g_autofree char *rule = NULL;

  if (next == KEEL_PERSON_NO_DAY || person->remind == KEEL_PERSON_NO_TIME)
    return NULL;
  if (person->rhythm > 0)
    rule = g_strdup_printf ("FREQ=DAILY;INTERVAL=%u", person->rhythm);
  return keel_schedule_new (next * KEEL_MINUTES_PER_DAY + person->remind, NULL,
                            (guint) MAX (KEEL_MINUTES_PER_DAY - person->remind, LEAST_DURATION), rule, NULL);
}
