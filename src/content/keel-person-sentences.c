#include "keel-person-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-sentences.h"

#define WEEK 7

const char *
keel_sentence_person_kind (KeelPersonKind kind)
{
  switch (kind)
    {
    case KEEL_PERSON_OTHER:
      return C_ ("person", "Someone else");
    case KEEL_PERSON_SPONSOR:
      return C_ ("person", "Sponsor");
    case KEEL_PERSON_MENTOR:
      return C_ ("person", "Mentor");
    case KEEL_PERSON_PARTNER:
      return C_ ("person", "Accountability partner");
    case KEEL_PERSON_PEER:
      return C_ ("person", "Peer");
    case KEEL_PERSON_THERAPIST:
      return C_ ("person", "Therapist");
    case KEEL_PERSON_FAMILY:
      return C_ ("person", "Family");
    case KEEL_PERSON_FRIEND:
      return C_ ("person", "Friend");
    case KEEL_PERSON_SPONSORED:
      /* Translators: somebody for whom the person is a sponsor or mentor. */
      return C_ ("person", "I am there for them");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_contact_how (KeelContactHow how)
{
  switch (how)
    {
    case KEEL_CONTACT_CALL:
      return C_ ("contact", "Call");
    case KEEL_CONTACT_TEXT:
      return C_ ("contact", "Message");
    case KEEL_CONTACT_MEETING:
      return C_ ("contact", "In person");
    case KEEL_CONTACT_VISIT:
      return C_ ("contact", "Appointment");
    }
  g_return_val_if_reached ("");
}

char *
keel_sentence_person_role (const KeelPerson *person)
{
  const char *kind = keel_sentence_person_kind (person->kind);

  if (person->kind == KEEL_PERSON_OTHER)
    return g_strdup (person->role);
  return person->role != NULL ? g_strdup_printf ("%s · %s", kind, person->role) : g_strdup (kind);
}

char *
keel_sentence_contact_rhythm (guint days)
{
  if (days == 0)
    return NULL;
  if (days == 1)
    return g_strdup (C_ ("rhythm", "Every day"));
  if (days == WEEK)
    return g_strdup (C_ ("rhythm", "Every week"));
  if (days == 2 * WEEK)
    return g_strdup (C_ ("rhythm", "Every two weeks"));
  return g_strdup_printf (ngettext ("Every %u day", "Every %u days", days), days);
}

char *
keel_sentence_near_day (gint64 day, gint64 today)
{
  if (day == today)
    return g_strdup (C_ ("day", "today"));
  if (day == today + 1)
    return g_strdup (C_ ("day", "tomorrow"));
  if (day == today - 1)
    return g_strdup (C_ ("day", "yesterday"));
  return keel_sentence_day (day, today);
}

char *
keel_sentence_next_contact (gint64 next, gint64 today)
{
  g_autofree char *day = next != KEEL_PERSON_NO_DAY ? keel_sentence_near_day (next, today) : NULL;

  if (day == NULL)
    return NULL;
  /* Translators: %s is a day: "Tuesday 24 November", or "yesterday". */
  if (next < today)
    return g_strdup_printf (_ ("Was agreed for %s"), day);
  /* Translators: %s is a day: "today", "tomorrow", "Tuesday 24 November". */
  return g_strdup_printf (_ ("Next contact: %s"), day);
}

char *
keel_sentence_last_contact (const KeelContact *contact, gint64 today)
{
  g_autofree char *day = NULL;

  if (contact == NULL)
    return g_strdup (_ ("No contact is put down yet"));
  day = keel_sentence_near_day (keel_contact_get_day (contact), today);
  /* Translators: the last contact with somebody: what it was ("Call") and its day ("yesterday"). */
  return g_strdup_printf (_ ("Last: %1$s, %2$s"), keel_sentence_contact_how (contact->how), day);
}
