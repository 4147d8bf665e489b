#include "keel-reminder-answer.h"

#include "keel-snooze-choice.h"

gboolean
keel_reminder_answer_is_snooze (KeelAnswer answer)
{
  return answer == KEEL_ANSWER_SNOOZE || answer == KEEL_ANSWER_SNOOZE_SHORT ||
         answer == KEEL_ANSWER_SNOOZE_LONG || answer == KEEL_ANSWER_SNOOZE_START;
}

/* Appends to @over what would come after its end. FALSE where it could not be written. */
static gboolean
snooze_one (KeelAnswer answer, KeelReminder *reminder, gint64 now, KeelReminderRecord *record,
            GPtrArray *over)
{
  gint64 until = keel_snooze_choose (answer, reminder->occurrence.start, reminder->end, now);

  if (until != 0)
    return keel_reminder_record_snooze (record, reminder, until);
  g_ptr_array_add (over, keel_reminder_ref (reminder));
  return TRUE;
}

gboolean
keel_reminder_answer_snooze (KeelAnswer answer, KeelShowing *showing, gint64 now, KeelReminderRecord *record)
{
  g_autoptr (GPtrArray) over = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  const KeelReminder *last = NULL;
  gboolean written = TRUE;

  for (guint i = 0; i < showing->reminders->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      if (last == NULL || !keel_reminder_same_occurrence (reminder, last))
        written = snooze_one (answer, reminder, now, record, over);
      if (!written)
        g_ptr_array_add (failed, keel_reminder_ref (reminder));
      last = reminder;
    }
  keel_reminder_record_dismiss (record, over);
  if (failed->len == 0)
    return TRUE;
  keel_showing_set_reminders (showing, g_steal_pointer (&failed));
  return FALSE;
}

gboolean
keel_reminder_answer_get_reply (KeelAnswer answer, KeelReply *reply)
{
  if (answer == KEEL_ANSWER_GOING)
    *reply = KEEL_REPLY_GOING;
  else if (answer == KEEL_ANSWER_NOT_TODAY || answer == KEEL_ANSWER_NOT_THIS_TIME)
    *reply = KEEL_REPLY_NOT;
  else if (answer == KEEL_ANSWER_WENT)
    *reply = KEEL_REPLY_WENT;
  else
    return FALSE;
  return TRUE;
}

char *
keel_reminder_answer_get_link (KeelAnswer answer, const KeelShowing *showing, gboolean alone)
{
  const KeelReminder *first = g_ptr_array_index (showing->reminders, 0);

  if (showing->n_occurrences > 1 || !keel_reminder_is_open (first, alone))
    return NULL;
  if (answer == KEEL_ANSWER_JOIN)
    return keel_reminder_get_link (first);
  return answer == KEEL_ANSWER_DIRECTIONS ? keel_reminder_get_map (first) : NULL;
}
