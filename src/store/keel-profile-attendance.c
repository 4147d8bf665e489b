#include "keel-profile-private.h"

/* Whether all that has changed since @counter is one change, and reminders.db was up to date before it. */
static gboolean
move_stamp (KeelProfile *self, gint64 counter)
{
  gint64 now = keel_journal_get_change_counter (keel_profile_get_journal (self), NULL);
  gboolean moved = FALSE;

  return counter >= 0 && now == counter + 1 &&
         keel_reminder_file_move_stamp (keel_profile_get_reminder_file (self), counter, now, &moved, NULL) &&
         moved;
}

gboolean
keel_profile_set_attendance (KeelProfile *self, KeelAttendance *attendance, KeelAttendance **before,
                             GError **error)
{
  KeelJournal *journal;
  gint64 counter;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  journal = keel_profile_get_journal (self);
  counter = keel_journal_get_change_counter (journal, NULL);
  if (!keel_journal_set_attendance (journal, attendance, before, error))
    return FALSE;
  if (!move_stamp (self, counter))
    keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_delete_attendance (KeelProfile *self, const char *series, KeelLocalTime occurrence,
                                GError **error)
{
  KeelJournal *journal;
  gint64 counter;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  journal = keel_profile_get_journal (self);
  counter = keel_journal_get_change_counter (journal, NULL);
  if (!keel_journal_delete_attendance (journal, series, occurrence, error))
    return FALSE;
  if (!move_stamp (self, counter))
    keel_profile_project_or_warn (self);
  return TRUE;
}
