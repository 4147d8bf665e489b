#include "keel-reminder-screen.h"

#include "keel-reminder-folder.h"

#define CATEGORY_REMINDER "x-keel.reminder"
#define CATEGORY_QUESTION "x-keel.question"
#define SOUND_USUAL "message-new-instant"
#define SOUND_IMPORTANT "alarm-clock-elapsed"

struct _KeelReminderScreen
{
  KeelClock *clock;
  KeelNotifier *notifier;
  GHashTable *showing; /* tag → KeelShowing */
  gboolean alone;
  gboolean do_not_disturb; /* when it was asked last */
};

static void
write_showing (KeelReminderScreen *self, const KeelShowing *showing, gint64 now,
               KeelNotification *notification)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  const KeelReminderScene scene = { .now = now, .person = person, .alone = self->alone };

  keel_showing_write (showing, &scene, notification);
}

/* What joins others is not heard, unless it is important; and nothing is heard twice. */
static gboolean
is_heard (const KeelShowing *showing)
{
  gboolean joins = showing->written != NULL;
  gboolean heard = FALSE;

  for (guint i = 0; i < showing->reminders->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      heard |= !keel_reminder_was_shown (reminder) && (!joins || keel_reminder_is_important (reminder));
    }
  return heard;
}

static const char *
choose_sound (const KeelShowing *showing)
{
  const KeelReminderPreferences *preferences;

  preferences = keel_reminder_folder_get_preferences (keel_showing_get_folder (showing));
  if (!is_heard (showing) || keel_showing_is_question (showing) || keel_showing_is_silent (showing) ||
      preferences->silent)
    return NULL;
  return keel_showing_is_important (showing) ? SOUND_IMPORTANT : SOUND_USUAL;
}

static KeelUrgency
choose_urgency (KeelReminderScreen *self, const KeelShowing *showing)
{
  if (keel_showing_is_question (showing))
    return KEEL_URGENCY_LOW;
  if (self->do_not_disturb && !keel_showing_is_important (showing))
    return KEEL_URGENCY_NORMAL;
  return KEEL_URGENCY_CRITICAL;
}

gboolean
keel_reminder_screen_put (KeelReminderScreen *self, KeelShowing *showing, GError **error)
{
  gint64 now = keel_clock_get_now (self->clock);
  g_auto (KeelNotification) notification = { 0 };
  g_autofree char *server = NULL;

  write_showing (self, showing, now, &notification);
  notification.urgency = choose_urgency (self, showing);
  notification.category = keel_showing_is_question (showing) ? CATEGORY_QUESTION : CATEGORY_REMINDER;
  notification.sound = choose_sound (showing);
  if (!keel_notifier_show (self->notifier, &notification, &server, error))
    return FALSE;
  g_free (showing->server);
  showing->server = g_steal_pointer (&server);
  g_free (showing->written);
  showing->written = keel_showing_describe (&notification);
  showing->written_at = now;
  return TRUE;
}

/* Whether @showing would say at @at what it says on the screen. */
static gboolean
is_written (KeelReminderScreen *self, const KeelShowing *showing, gint64 at)
{
  g_auto (KeelNotification) notification = { 0 };
  g_autofree char *text = NULL;

  write_showing (self, showing, at, &notification);
  text = keel_showing_describe (&notification);
  return g_strcmp0 (text, showing->written) == 0;
}

static gint64
find_midnight (KeelReminderScreen *self, gint64 after)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  gint64 day = keel_local_time_get_days (keel_local_time_from_utc (after, person));
  gint64 midnight;

  do
    midnight = keel_local_time_to_utc (++day * KEEL_MINUTES_PER_DAY, person);
  while (midnight <= after);
  return midnight;
}

/* The next instant at which it may have to say something else: one of its dates begins or ends, or "tomorrow"
 * becomes today. KEEL_REMINDER_NEVER once all of it is over. */
static gint64
get_turn (KeelReminderScreen *self, const KeelShowing *showing, gint64 after)
{
  gint64 turn = keel_showing_get_turn (showing, after);

  return turn != KEEL_REMINDER_NEVER ? MIN (turn, find_midnight (self, after)) : turn;
}

/* What is on the screen says what is so; where it does not, it is changed there. That time goes by is no
 * reason, unless its date has begun or ended, or another day has begun. */
static void
refresh (KeelReminderScreen *self, KeelShowing *showing)
{
  gint64 now = keel_clock_get_now (self->clock);
  gint64 turn = showing->written_at;
  g_autoptr (GError) error = NULL;

  while ((turn = get_turn (self, showing, turn)) <= now)
    showing->written_at = turn;
  if (is_written (self, showing, showing->written_at))
    return;
  keel_reminder_screen_ask_do_not_disturb (self);
  if (!keel_reminder_screen_put (self, showing, &error))
    g_message ("A notification could not be changed: %s", error->message);
}

/* FALSE where nothing of @showing is so any more. */
static gboolean
renew (KeelReminderScreen *self, KeelShowing *showing)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  KeelReminderFolder *folder = keel_showing_get_folder (showing);

  for (guint i = showing->reminders->len; i-- > 0;)
    if (!keel_reminder_folder_renew (folder, g_ptr_array_index (showing->reminders, i), person) &&
        !keel_showing_remove (showing, i))
      return FALSE;
  return TRUE;
}

/* FALSE where nothing of @showing may be asked here any more. */
static gboolean
limit (KeelReminderScreen *self, KeelShowing *showing)
{
  for (guint i = showing->reminders->len; i-- > 0;)
    {
      const KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      if (keel_reminder_is_question (reminder) && !keel_reminder_is_open (reminder, self->alone) &&
          !keel_showing_remove (showing, i))
        return FALSE;
    }
  return TRUE;
}

/* After days without an answer, a notification is not one that anybody will still press. */
static gboolean
is_old (const KeelShowing *showing, gint64 now)
{
  const KeelReminder *last = g_ptr_array_index (showing->reminders, showing->reminders->len - 1);

  return last->occurrence.end < now - KEEL_REMINDER_LOOK_BACK;
}

/* Of showings that another run of the server had: what still has a use. */
GPtrArray *
keel_reminder_screen_take_lost (KeelReminderScreen *self, const char *server)
{
  GPtrArray *lost = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  gint64 now = keel_clock_get_now (self->clock);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KeelShowing *showing = value;

      if (g_strcmp0 (showing->server, server) == 0)
        continue;
      for (guint i = 0; i < showing->reminders->len; i++)
        if (!keel_reminder_has_ended (g_ptr_array_index (showing->reminders, i), now))
          g_ptr_array_add (lost, keel_reminder_ref (g_ptr_array_index (showing->reminders, i)));
      g_hash_table_iter_remove (&iter);
    }
  return lost;
}

KeelReminderScreen *
keel_reminder_screen_new (KeelClock *clock, KeelNotifier *notifier)
{
  KeelReminderScreen *self = g_new0 (KeelReminderScreen, 1);

  self->clock = g_object_ref (clock);
  self->notifier = g_object_ref (notifier);
  self->showing = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) keel_showing_free);
  return self;
}

void
keel_reminder_screen_free (KeelReminderScreen *self)
{
  g_hash_table_unref (self->showing);
  g_object_unref (self->notifier);
  g_object_unref (self->clock);
  g_free (self);
}

void
keel_reminder_screen_set_alone (KeelReminderScreen *self, gboolean alone)
{
  GHashTableIter iter;
  gpointer tag;
  gpointer showing;

  if (self->alone == alone)
    return;
  self->alone = alone;
  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, &tag, &showing))
    {
      if (limit (self, showing))
        {
          refresh (self, showing);
          continue;
        }
      keel_notifier_close (self->notifier, tag);
      g_hash_table_iter_remove (&iter);
    }
}

gboolean
keel_reminder_screen_is_alone (KeelReminderScreen *self)
{
  return self->alone;
}

gboolean
keel_reminder_screen_ask_do_not_disturb (KeelReminderScreen *self)
{
  self->do_not_disturb = keel_notifier_get_do_not_disturb (self->notifier);
  return self->do_not_disturb;
}

void
keel_reminder_screen_keep (KeelReminderScreen *self, KeelShowing *showing)
{
  g_hash_table_replace (self->showing, showing->tag, showing);
}

KeelShowing *
keel_reminder_screen_steal (KeelReminderScreen *self, const char *tag)
{
  gpointer showing = NULL;

  g_hash_table_steal_extended (self->showing, tag, NULL, &showing);
  return showing;
}

GPtrArray *
keel_reminder_screen_steal_all (KeelReminderScreen *self)
{
  GPtrArray *all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer showing;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, NULL, &showing))
    {
      g_ptr_array_add (all, showing);
      g_hash_table_iter_steal (&iter);
    }
  return all;
}

void
keel_reminder_screen_close (KeelReminderScreen *self, KeelShowing *showing)
{
  keel_notifier_close (self->notifier, showing->tag);
  keel_showing_free (showing);
}

guint
keel_reminder_screen_count (KeelReminderScreen *self)
{
  return g_hash_table_size (self->showing);
}

void
keel_reminder_screen_review (KeelReminderScreen *self, KeelReminderFolder *folder)
{
  GHashTableIter iter;
  gpointer tag;
  gpointer showing;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, &tag, &showing))
    {
      if (keel_showing_get_folder (showing) != folder)
        continue;
      if (renew (self, showing) && limit (self, showing))
        {
          refresh (self, showing);
          continue;
        }
      keel_notifier_close (self->notifier, tag);
      g_hash_table_iter_remove (&iter);
    }
}

void
keel_reminder_screen_drop (KeelReminderScreen *self, KeelReminderFolder *folder)
{
  GHashTableIter iter;
  gpointer tag;
  gpointer showing;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, &tag, &showing))
    if (keel_showing_get_folder (showing) == folder)
      {
        keel_notifier_close (self->notifier, tag);
        g_hash_table_iter_remove (&iter);
      }
}

static gint64
find_change (KeelReminderScreen *self, const KeelShowing *showing)
{
  gint64 turn = showing->written_at;

  while ((turn = get_turn (self, showing, turn)) != KEEL_REMINDER_NEVER)
    if (!is_written (self, showing, turn))
      break;
  return turn;
}

gint64
keel_reminder_screen_get_next (KeelReminderScreen *self)
{
  gint64 next = KEEL_REMINDER_NEVER;
  GHashTableIter iter;
  gpointer showing;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, NULL, &showing))
    next = MIN (next, find_change (self, showing));
  return next;
}

void
keel_reminder_screen_turn (KeelReminderScreen *self)
{
  gint64 now = keel_clock_get_now (self->clock);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KeelShowing *showing = value;

      if (get_turn (self, showing, showing->written_at) <= now)
        refresh (self, showing);
    }
}

void
keel_reminder_screen_close_old (KeelReminderScreen *self)
{
  gint64 now = keel_clock_get_now (self->clock);
  GHashTableIter iter;
  gpointer tag;
  gpointer showing;

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, &tag, &showing))
    if (is_old (showing, now))
      {
        keel_notifier_close (self->notifier, tag);
        g_hash_table_iter_remove (&iter);
      }
}
