#include "keel-profile-reminders.h"

#include "keel-journal-preferences.h"
#include "keel-journal-reminders.h"
#include "keel-profile-private.h"

gboolean
keel_profile_get_reminder_preferences (KeelProfile *self, KeelReminderPreferences *preferences,
                                       GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (preferences != NULL, FALSE);

  return keel_journal_get_reminder_preferences (keel_profile_get_journal (self), preferences, NULL, error);
}

gboolean
keel_profile_set_reminder_preferences (KeelProfile *self, const KeelReminderPreferences *preferences,
                                       GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (preferences != NULL, FALSE);

  if (!keel_journal_set_reminder_preferences (keel_profile_get_journal (self), preferences, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

/* The letters go last: until then they settle what they are about, and where that fails they are known as
 * taken. */
gboolean
keel_profile_take_answers (KeelProfile *self, GPtrArray *taken, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_answer_free);
  g_autoptr (KeelReminderFile) file = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  const KeelReminderAnswer *last;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  file = g_object_ref (keel_profile_get_reminder_file (self));
  answers = keel_reminder_file_get_answers (file, error);
  if (answers == NULL)
    return FALSE;
  if (answers->len == 0)
    return TRUE;
  if (!keel_journal_take_answers (keel_profile_get_journal (self), answers, changed, error))
    return FALSE;
  if (taken != NULL)
    g_ptr_array_extend_and_steal (taken, g_steal_pointer (&changed));
  last = g_ptr_array_index (answers, answers->len - 1);
  if (!keel_profile_project (self, error))
    return FALSE;
  /* In a new file the ids begin anew. */
  return file != keel_profile_get_reminder_file (self) ||
         keel_reminder_file_drop_answers (file, last->id, error);
}

/* Who had said "not this time" before is to be told of it again. */
static gboolean
was_settled (KeelProfile *self, const char *series, KeelLocalTime occurrence)
{
  gboolean settled = TRUE;

  return !keel_reminder_file_is_settled (keel_profile_get_reminder_file (self), series, occurrence, &settled,
                                         NULL) ||
         settled;
}

gboolean
keel_profile_set_going (KeelProfile *self, const char *series, KeelLocalTime occurrence, gint64 start,
                        gboolean going, GError **error)
{
  KeelJournal *journal;
  gint64 counter;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  journal = keel_profile_get_journal (self);
  counter = keel_journal_get_change_counter (journal, NULL);
  if (!keel_journal_set_going (journal, series, occurrence, start, going, error))
    return FALSE;
  if ((going && was_settled (self, series, occurrence)) || !keel_profile_move_stamp (self, counter))
    keel_profile_project_or_warn (self);
  return TRUE;
}

GPtrArray *
keel_profile_get_going (KeelProfile *self, gint64 from, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return keel_journal_get_going (keel_profile_get_journal (self), from, error);
}

gint64
keel_profile_get_seen_event (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), -1);

  return keel_reminder_file_get_seen (keel_profile_get_reminder_file (self), error);
}

gboolean
keel_profile_set_seen_event (KeelProfile *self, gint64 id, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  return keel_reminder_file_set_seen (keel_profile_get_reminder_file (self), id, error);
}
