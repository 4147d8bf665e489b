#include "keel-profile-private.h"

/* Whether all that has changed since @counter is one change. *@now is the counter after it. */
static gboolean
is_one_change (KeelProfile *self, gint64 counter, gint64 *now)
{
  *now = keel_journal_get_change_counter (keel_profile_get_journal (self), NULL);
  return counter >= 0 && *now == counter + 1;
}

/* reminders.db learns that nothing more is to be told of it, or that there is; nothing else of the projection
 * depends on it. */
static void
settle (KeelProfile *self, const char *series, KeelLocalTime occurrence, gboolean settled, gint64 counter)
{
  gboolean moved = FALSE;
  gint64 now;

  if (!is_one_change (self, counter, &now) ||
      !keel_reminder_file_settle (keel_profile_get_reminder_file (self), series, occurrence, settled, counter,
                                  now, &moved, NULL) ||
      !moved)
    keel_profile_project_or_warn (self);
}

gboolean
keel_profile_move_stamp (KeelProfile *self, gint64 counter)
{
  gboolean moved = FALSE;
  gint64 now;

  return is_one_change (self, counter, &now) &&
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
  settle (self, attendance->series, attendance->occurrence, TRUE, counter);
  return TRUE;
}

gboolean
keel_profile_edit_attendance (KeelProfile *self, KeelAttendance *shown, KeelAttendance *wanted,
                              KeelAttendance **before, GError **error)
{
  KeelJournal *journal;
  gint64 counter;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  journal = keel_profile_get_journal (self);
  counter = keel_journal_get_change_counter (journal, NULL);
  if (!keel_journal_edit_attendance (journal, shown, wanted, before, error))
    return FALSE;
  settle (self, wanted->series, wanted->occurrence, TRUE, counter);
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
  settle (self, series, occurrence, FALSE, counter);
  return TRUE;
}
