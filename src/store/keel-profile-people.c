#include "keel-profile-people.h"

#include "keel-journal-people.h"
#include "keel-profile-private.h"
#include "keel-profile-settings.h"

/* What is one line in profile.ini. */
static char *
describe (const char *name, const char *number)
{
  g_autofree char *text = NULL;

  text = number != NULL ? g_strconcat (name, ": ", number, NULL) : g_strdup (name);
  return g_strdelimit (g_steal_pointer (&text), "\n\r\t", ' ');
}

static GPtrArray *
describe_people (KeelJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) people = keel_journal_get_people (journal, error);
  GPtrArray *lines;

  if (people == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < people->len; i++)
    {
      const KeelPerson *person = people->pdata[i];

      if (person->on_lock)
        g_ptr_array_add (lines, describe (person->name, person->number));
    }
  g_ptr_array_add (lines, NULL);
  return lines;
}

static GPtrArray *
describe_own_lines (KeelJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) own_lines = keel_journal_get_own_lines (journal, error);
  GPtrArray *lines;

  if (own_lines == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < own_lines->len; i++)
    {
      const KeelOwnLine *line = own_lines->pdata[i];

      if (line->on_lock)
        g_ptr_array_add (lines, describe (line->name, line->number));
    }
  g_ptr_array_add (lines, NULL);
  return lines;
}

gboolean
keel_profile_show_on_lock_page (KeelProfile *self, GError **error)
{
  KeelJournal *journal;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  journal = keel_profile_get_journal (self);
  people = describe_people (journal, error);
  lines = people != NULL ? describe_own_lines (journal, error) : NULL;
  return lines != NULL && keel_profile_settings_save_lock_page (keel_profile_get_folder (self),
                                                                (const char *const *) people->pdata,
                                                                (const char *const *) lines->pdata, error);
}

gboolean
keel_profile_set_person (KeelProfile *self, KeelPerson *person, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_set_person (keel_profile_get_journal (self), person, error))
    return FALSE;
  if (person->prompt != NULL)
    keel_profile_project_or_warn (self);
  return keel_profile_show_on_lock_page (self, error);
}

gboolean
keel_profile_set_own_line (KeelProfile *self, KeelOwnLine *line, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  return keel_journal_set_own_line (keel_profile_get_journal (self), line, error) &&
         keel_profile_show_on_lock_page (self, error);
}

gboolean
keel_profile_set_person_deleted (KeelProfile *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_set_person_deleted (keel_profile_get_journal (self), uuid, deleted, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return keel_profile_show_on_lock_page (self, error);
}

gboolean
keel_profile_set_own_line_deleted (KeelProfile *self, const char *uuid, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  return keel_journal_set_own_line_deleted (keel_profile_get_journal (self), uuid, deleted, error) &&
         keel_profile_show_on_lock_page (self, error);
}
