#include "keel-reminder-waiting.h"

#include "keel-reminder-folder.h"

#define FIRST_RETRY 60
#define LONGEST_RETRY (15 * 60)

struct _KeelReminderWaiting
{
  GPtrArray *reminders; /* of KeelReminder */
  gint64 retry_at;      /* seconds UTC */
  gint64 retry_delay;   /* seconds */
};

static gint64
get_instant (KeelReminderWaiting *self, const KeelReminder *reminder)
{
  if (reminder->wait == KEEL_WAIT_SERVER)
    return MIN (self->retry_at, reminder->end);
  return reminder->until;
}

KeelReminderWaiting *
keel_reminder_waiting_new (void)
{
  KeelReminderWaiting *self = g_new0 (KeelReminderWaiting, 1);

  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  self->retry_delay = FIRST_RETRY;
  return self;
}

void
keel_reminder_waiting_free (KeelReminderWaiting *self)
{
  g_ptr_array_unref (self->reminders);
  g_free (self);
}

void
keel_reminder_waiting_add (KeelReminderWaiting *self, KeelReminder *reminder, KeelWait wait, gint64 until)
{
  reminder->wait = wait;
  reminder->until = until;
  g_ptr_array_add (self->reminders, keel_reminder_ref (reminder));
}

void
keel_reminder_waiting_take (KeelReminderWaiting *self, gint64 now, GPtrArray *due)
{
  for (guint i = self->reminders->len; i-- > 0;)
    {
      KeelReminder *reminder = g_ptr_array_index (self->reminders, i);

      if (get_instant (self, reminder) > now)
        continue;
      reminder->wait = KEEL_WAIT_NOTHING;
      g_ptr_array_add (due, g_ptr_array_steal_index (self->reminders, i));
    }
}

void
keel_reminder_waiting_plan (KeelReminderWaiting *self, gint64 now, gboolean success)
{
  if (success) /* a server answers: at once */
    {
      self->retry_at = now;
      self->retry_delay = FIRST_RETRY;
      return;
    }
  self->retry_at = now + self->retry_delay;
  self->retry_delay = MIN (self->retry_delay * 2, LONGEST_RETRY);
}

gboolean
keel_reminder_waiting_hurry (KeelReminderWaiting *self)
{
  if (keel_reminder_waiting_count (self, KEEL_WAIT_SERVER) == 0)
    return FALSE;
  self->retry_at = 0;
  self->retry_delay = FIRST_RETRY;
  return TRUE;
}

gint64
keel_reminder_waiting_get_next (KeelReminderWaiting *self)
{
  gint64 next = KEEL_REMINDER_NEVER;

  for (guint i = 0; i < self->reminders->len; i++)
    next = MIN (next, get_instant (self, g_ptr_array_index (self->reminders, i)));
  return next;
}

guint
keel_reminder_waiting_count (KeelReminderWaiting *self, KeelWait wait)
{
  guint count = 0;

  for (guint i = 0; i < self->reminders->len; i++)
    count += ((const KeelReminder *) g_ptr_array_index (self->reminders, i))->wait == wait;
  return count;
}

gint64
keel_reminder_waiting_get_first (KeelReminderWaiting *self, KeelWait wait)
{
  gint64 first = KEEL_REMINDER_NEVER;

  for (guint i = 0; i < self->reminders->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (self->reminders, i);

      if (reminder->wait == wait)
        first = MIN (first, get_instant (self, reminder));
    }
  return first;
}

void
keel_reminder_waiting_take_shown (KeelReminderWaiting *self, GPtrArray *shown)
{
  for (guint i = self->reminders->len; i-- > 0;)
    if (((const KeelReminder *) g_ptr_array_index (self->reminders, i))->shown != 0)
      g_ptr_array_add (shown, g_ptr_array_steal_index (self->reminders, i));
}

/* Whether nobody else would find it again. */
static gboolean
is_kept (KeelReminderFolder *folder, KeelReminder *reminder, GTimeZone *person)
{
  if (reminder->shown == 0)
    return reminder->claimed;
  reminder->until = 0; /* quiet hours may be others now */
  return keel_reminder_folder_renew (folder, reminder, person);
}

void
keel_reminder_waiting_review (KeelReminderWaiting *self, KeelReminderFolder *folder, GTimeZone *person)
{
  for (guint i = self->reminders->len; i-- > 0;)
    {
      KeelReminder *reminder = g_ptr_array_index (self->reminders, i);

      if (reminder->folder == folder && !is_kept (folder, reminder, person))
        g_ptr_array_remove_index (self->reminders, i);
    }
}

void
keel_reminder_waiting_drop (KeelReminderWaiting *self, KeelReminderFolder *folder)
{
  for (guint i = self->reminders->len; i-- > 0;)
    if (((const KeelReminder *) g_ptr_array_index (self->reminders, i))->folder == folder)
      g_ptr_array_remove_index (self->reminders, i);
}
