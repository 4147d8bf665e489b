#include "keel-journal-contact-prompt.h"

#include "core/keel-contact.h"
#include "core/keel-local-time.h"
#include "keel-journal-contacts.h"
#include "keel-journal-people.h"
#include "keel-journal-private.h"
#include "keel-journal-prompts.h"

static gint64
get_today (KeelJournal *self)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);

  return keel_local_time_get_days (keel_local_time_from_utc (keel_clock_get_now (self->clock), zone));
}

void
keel_journal_date_rhythm (KeelJournal *self, KeelPerson *person)
{
  if (person->rhythm == 0)
    person->since = KEEL_PERSON_NO_DAY;
  else if (person->since == KEEL_PERSON_NO_DAY)
    person->since = get_today (self);
}

/* What the row of the person has, also of a deleted one. */
static gboolean
read_prompt (KeelJournal *self, const char *uuid, char **prompt, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (self->database, "SELECT prompt FROM person WHERE uuid = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    *prompt = keel_column_text (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* Whoever opens the profile reads of whom it is; a notification says it only where all its words may be said.
 */
static gboolean
put (KeelJournal *self, const KeelPerson *person, KeelSchedule *schedule, GError **error)
{
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_CONTACT, schedule);

  prompt->uuid = g_strdup (person->prompt);
  prompt->subject = g_strdup (person->uuid);
  prompt->words = g_strstrip (g_strdup (person->name));
  return keel_journal_put_prompt (self, prompt, error);
}

gboolean
keel_journal_settle_contact_prompt (KeelJournal *self, KeelPerson *person, GError **error)
{
  g_autoptr (KeelContact) last = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (GError) problem = NULL;

  if (person->prompt == NULL && !read_prompt (self, person->uuid, &person->prompt, error))
    return FALSE;
  last = keel_journal_find_last_contact (self, person->uuid, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  schedule = keel_contact_to_schedule (person,
                                       last != NULL ? keel_contact_get_day (last) : KEEL_PERSON_NO_DAY);
  if (schedule == NULL)
    return person->prompt == NULL || keel_journal_put_prompt_away (self, person->prompt, error);
  if (person->prompt == NULL)
    person->prompt = g_uuid_string_random ();
  return put (self, person, schedule, error);
}

static gboolean
keep_prompt (KeelJournal *self, const KeelPerson *person, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database, "UPDATE person SET prompt = ?2 WHERE uuid = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, person->uuid);
  keel_bind_text (statement, 2, person->prompt);
  return keel_database_step (self->database, statement, NULL, error);
}

gboolean
keel_journal_remind_of_person (KeelJournal *self, const char *uuid, char **prompt, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (KeelPerson) person = keel_journal_find_person (self, uuid, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (person == NULL)
    return read_prompt (self, uuid, prompt, error) &&
           (*prompt == NULL || keel_journal_put_prompt_away (self, *prompt, error));
  if (!keel_journal_settle_contact_prompt (self, person, error) || !keep_prompt (self, person, error))
    return FALSE;
  *prompt = g_steal_pointer (&person->prompt);
  return TRUE;
}
