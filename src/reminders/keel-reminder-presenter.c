#include "keel-reminder-presenter.h"

#include <glib/gi18n-lib.h>

#include "keel-quiet-hours.h"
#include "keel-reminder-answer.h"
#include "keel-reminder-flood.h"
#include "keel-reminder-waiting.h"
#include "keel-reminder-screen.h"

#define REASON_NO_SERVER N_ ("no notification service")

struct _KeelReminderPresenter
{
  GObject parent_instance;

  KeelClock *clock;
  KeelNotifier *notifier;
  KeelReminderRecord *record;
  KeelReminderWaiting *waiting;
  KeelReminderFlood *flood;
  KeelReminderScreen *screen;
};

G_DEFINE_TYPE (KeelReminderPresenter, keel_reminder_presenter, G_TYPE_OBJECT)

enum
{
  RUN,
  CHANGED,
  JOIN,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
new_reminders (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
}

/* What is written does not depend on the server's wording where it is the usual case. */
static char *
describe_failure (const GError *error)
{
  g_autoptr (GError) copy = NULL;

  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER))
    return g_strdup (REASON_NO_SERVER);
  copy = g_error_copy (error);
  g_dbus_error_strip_remote_error (copy);
  return g_strdup (copy->message);
}

/* Takes @showing. What of it is on the screen already stays there, or went with its server. */
static void
keep_waiting (KeelReminderPresenter *self, KeelShowing *showing, const GError *error)
{
  g_autofree char *reason = describe_failure (error);
  g_autoptr (GPtrArray) kept = new_reminders ();
  gboolean shown = TRUE;

  for (guint i = showing->reminders->len; i-- > 0;)
    {
      KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      if (reminder->shown != 0)
        continue;
      g_ptr_array_add (kept, keel_reminder_ref (reminder));
      shown = keel_showing_remove (showing, i);
    }
  if (shown)
    keel_reminder_screen_keep (self->screen, showing);
  else
    keel_showing_free (showing);
  keel_reminder_record_release (self->record, kept, reason);
  for (guint i = 0; i < kept->len; i++)
    keel_reminder_waiting_add (self->waiting, g_ptr_array_index (kept, i), KEEL_WAIT_SERVER, 0);
}

static void
note_flood (KeelReminderPresenter *self, const KeelShowing *showing, gint64 now)
{
  if (keel_showing_is_question (showing))
    return;
  if (showing->summary)
    keel_reminder_flood_note_summary (self->flood, keel_showing_get_folder (showing), showing->tag, now);
  else
    keel_reminder_flood_note (self->flood, keel_showing_get_folder (showing), now);
}

/* Takes @showing, and appends to @shown what of it was not on the screen before. */
static void
note_shown (KeelReminderPresenter *self, KeelShowing *showing, GPtrArray *shown)
{
  gint64 now = keel_clock_get_now_us (self->clock);

  note_flood (self, showing, now);
  for (guint i = 0; i < showing->reminders->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      if (reminder->shown != 0)
        continue;
      reminder->shown = now;
      g_ptr_array_add (shown, keel_reminder_ref (reminder));
    }
  keel_reminder_screen_keep (self->screen, showing);
}

/* The elements are taken. After a server that does not answer, nothing more is tried: all else would wait for
 * it, too. FALSE where something could not be shown. */
static gboolean
show_each (KeelReminderPresenter *self, GPtrArray *showings, GPtrArray *shown)
{
  g_autoptr (GError) error = NULL;
  gboolean success = TRUE;

  for (guint i = 0; i < showings->len; i++)
    {
      KeelShowing *showing = g_ptr_array_index (showings, i);

      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
        g_clear_error (&error);
      if (error == NULL && keel_reminder_screen_put (self->screen, showing, &error))
        {
          note_shown (self, showing, shown);
          continue;
        }
      keep_waiting (self, showing, error);
      success = FALSE;
    }
  return success;
}

/* The summary that @own are to be in: one that is on the screen and was changed lately, or a new one. */
static KeelShowing *
summarize (KeelReminderPresenter *self, GPtrArray *own)
{
  KeelReminderFolder *folder = keel_showing_get_folder (g_ptr_array_index (own, 0));
  const char *tag = NULL;
  KeelShowing *summary = NULL;

  if (!keel_showing_is_question (g_ptr_array_index (own, 0)))
    tag = keel_reminder_flood_get_summary (self->flood, folder, keel_clock_get_now_us (self->clock));
  if (tag != NULL)
    summary = keel_reminder_screen_steal (self->screen, tag);
  if (summary == NULL)
    return keel_showing_summarize (own);
  for (guint i = 0; i < own->len; i++)
    keel_showing_join (summary, g_ptr_array_index (own, i));
  return summary;
}

static guint
get_room (KeelReminderPresenter *self, const KeelShowing *showing)
{
  if (keel_showing_is_question (showing))
    return 1;
  return keel_reminder_flood_get_room (self->flood, keel_showing_get_folder (showing),
                                       keel_clock_get_now_us (self->clock));
}

/* The notifications for @due: a GPtrArray of KeelShowing that are the caller's. @again: they were on the
 * screen before, so they are no flood. */
static GPtrArray *
arrange (KeelReminderPresenter *self, GPtrArray *due, gboolean again)
{
  g_autoptr (GPtrArray) showings = keel_showing_group (due);
  GPtrArray *result = g_ptr_array_new ();

  while (showings->len > 0)
    {
      g_autoptr (GPtrArray) own = keel_showing_take_like (showings);
      KeelShowing *first = g_ptr_array_index (own, 0);
      guint room = again && !keel_showing_is_question (first) ? KEEL_MOST_NOTIFICATIONS
                                                              : get_room (self, first);

      if (own->len > room)
        g_ptr_array_add (result, summarize (self, own));
      else
        g_ptr_array_extend (result, own, NULL, NULL);
    }
  return result;
}

static void
show_all (KeelReminderPresenter *self, GPtrArray *due, gint64 now)
{
  g_autoptr (GPtrArray) shown = new_reminders ();
  g_autoptr (GPtrArray) showings = NULL;
  gboolean do_not_disturb;
  gboolean success;

  if (due->len == 0)
    return;
  do_not_disturb = keel_reminder_screen_ask_do_not_disturb (self->screen);
  showings = arrange (self, due, FALSE);
  success = show_each (self, showings, shown);
  keel_reminder_record_confirm (self->record, shown, do_not_disturb);
  keel_reminder_waiting_plan (self->waiting, now, success);
}

/* Whether there is nothing to tell or ask any more, or not here. */
static gboolean
is_void (KeelReminderPresenter *self, const KeelReminder *reminder, gint64 now)
{
  if (keel_reminder_is_question (reminder) &&
      !keel_reminder_is_open (reminder, keel_reminder_screen_is_alone (self->screen)))
    return TRUE;
  if (keel_reminder_has_ended (reminder, now) &&
      (keel_reminder_is_question (reminder) || reminder->shown != 0))
    return TRUE;
  return keel_reminder_folder_is_settled (reminder->folder, reminder);
}

/* TRUE where it is not to be shown now. */
static gboolean
hold_back (KeelReminderPresenter *self, KeelReminder *reminder, gint64 now, GTimeZone *person)
{
  gint64 quiet_end = keel_quiet_hours_find_end (reminder, now, person);

  if (quiet_end != 0)
    keel_reminder_waiting_add (self->waiting, reminder, KEEL_WAIT_QUIET, quiet_end);
  else if (reminder->shown == 0 &&
           keel_reminder_flood_is_fresh (self->flood, reminder->folder, keel_clock_get_now_us (self->clock)))
    keel_reminder_waiting_add (self->waiting, reminder, KEEL_WAIT_MOMENT, now + 1);
  return reminder->wait != KEEL_WAIT_NOTHING;
}

/* Leaves in @due what may be shown now, whoever shows it. */
static void
sort_out (KeelReminderPresenter *self, gint64 now, GPtrArray *due)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);

  for (guint i = due->len; i-- > 0;)
    if (is_void (self, g_ptr_array_index (due, i), now) ||
        hold_back (self, g_ptr_array_index (due, i), now, person))
      g_ptr_array_remove_index (due, i);
}

/* Records what has ended, unless it was shown before that, and leaves the rest in @due. */
static void
take_missed (KeelReminderPresenter *self, gint64 now, GPtrArray *due)
{
  g_autoptr (GPtrArray) missed = new_reminders ();

  for (guint i = due->len; i-- > 0;)
    {
      KeelReminder *reminder = g_ptr_array_index (due, i);

      if (!keel_reminder_has_ended (reminder, now))
        continue;
      if (!reminder->again)
        g_ptr_array_add (missed, keel_reminder_ref (reminder));
      g_ptr_array_remove_index (due, i);
    }
  if (missed->len > 0)
    keel_reminder_record_miss (self->record, missed);
}

/* Takes @showing. */
static void
show_again (KeelReminderPresenter *self, KeelShowing *showing)
{
  g_autoptr (GError) error = NULL;

  if (!keel_reminder_screen_put (self->screen, showing, &error))
    g_message ("A reminder could not be shown again: %s", error->message);
  else
    keel_reminder_record_repeat (self->record, showing->reminders);
  keel_reminder_screen_keep (self->screen, showing);
}

static void
show_all_again (KeelReminderPresenter *self, GPtrArray *reminders)
{
  g_autoptr (GPtrArray) showings = arrange (self, reminders, TRUE);

  if (showings->len > 0)
    keel_reminder_screen_ask_do_not_disturb (self->screen);
  for (guint i = 0; i < showings->len; i++)
    show_again (self, g_ptr_array_index (showings, i));
}

/* Takes what was on the screen before out of @due, and shows it again. */
static void
show_shown (KeelReminderPresenter *self, GPtrArray *due)
{
  g_autoptr (GPtrArray) shown = new_reminders ();

  for (guint i = due->len; i-- > 0;)
    if (((const KeelReminder *) g_ptr_array_index (due, i))->shown != 0)
      g_ptr_array_add (shown, g_ptr_array_steal_index (due, i));
  show_all_again (self, shown);
}

static void
server_appeared_cb (KeelNotifier *notifier, const char *server, KeelReminderPresenter *self)
{
  g_autoptr (GPtrArray) lost = keel_reminder_screen_take_lost (self->screen, server);
  gboolean waits = lost->len > 0;

  sort_out (self, keel_clock_get_now (self->clock), lost);
  show_all_again (self, lost);
  waits |= keel_reminder_waiting_hurry (self->waiting);
  if (waits)
    g_signal_emit (self, signals[RUN], 0);
}

/* Takes @showing, whose answer could not be kept. */
static void
put_back (KeelReminderPresenter *self, KeelShowing *showing)
{
  g_autoptr (GError) error = NULL;

  showing->failed = TRUE;
  if (!keel_reminder_screen_put (self->screen, showing, &error))
    g_message ("A notification could not be changed: %s", error->message);
  keel_reminder_screen_keep (self->screen, showing);
}

/* A button may be pressed that is not offered any more: it has begun, or others have a profile here by now.
 */
static gboolean
may_reply (KeelReminderPresenter *self, const KeelShowing *showing, KeelReply reply)
{
  const KeelReminder *first = g_ptr_array_index (showing->reminders, 0);

  if (showing->n_occurrences > 1 ||
      !keel_reminder_is_open (first, keel_reminder_screen_is_alone (self->screen)))
    return FALSE;
  if (keel_showing_is_question (showing))
    return reply != KEEL_REPLY_GOING;
  return reply != KEEL_REPLY_WENT && keel_clock_get_now (self->clock) < first->occurrence.start;
}

/* Takes @showing. */
static void
keep_reply (KeelReminderPresenter *self, KeelShowing *showing, KeelReply reply)
{
  if (keel_reminder_record_reply (self->record, g_ptr_array_index (showing->reminders, 0), reply))
    {
      g_signal_emit (self, signals[CHANGED], 0, keel_showing_get_folder (showing));
      keel_showing_free (showing);
      return;
    }
  put_back (self, showing);
}

/* Takes @showing. */
static void
keep_snooze (KeelReminderPresenter *self, KeelShowing *showing, KeelAnswer answer)
{
  KeelReminderFolder *folder = keel_showing_get_folder (showing);

  if (keel_reminder_answer_snooze (answer, showing, keel_clock_get_now (self->clock), self->record))
    keel_showing_free (showing);
  else
    put_back (self, showing);
  g_signal_emit (self, signals[CHANGED], 0, folder);
}

/* Opens what it leads to, else Keel itself. */
static void
follow (KeelReminderPresenter *self, const KeelShowing *showing, KeelAnswer answer, const char *token)
{
  const KeelReminder *first = g_ptr_array_index (showing->reminders, 0);
  const char *profile = keel_reminder_folder_get_id (first->folder);
  const char *series = showing->n_occurrences == 1 ? first->rule->series : NULL;
  g_autofree char *link = NULL;

  link = keel_reminder_answer_get_link (answer, showing, keel_reminder_screen_is_alone (self->screen));
  if (link != NULL)
    g_signal_emit (self, signals[JOIN], 0, profile, link, token);
  else
    g_signal_emit (self, signals[OPEN], 0, profile, series, token);
}

static void
answered_cb (KeelNotifier *notifier, const char *tag, KeelAnswer answer, const char *token,
             KeelReminderPresenter *self)
{
  g_autoptr (KeelShowing) showing = keel_reminder_screen_steal (self->screen, tag);
  KeelReply reply;

  if (showing == NULL)
    return;
  if (keel_reminder_answer_get_reply (answer, &reply) && may_reply (self, showing, reply))
    keep_reply (self, g_steal_pointer (&showing), reply);
  else if (keel_reminder_answer_is_snooze (answer))
    keep_snooze (self, g_steal_pointer (&showing), answer);
  else if (answer == KEEL_ANSWER_DISMISSED)
    keel_reminder_record_dismiss (self->record, showing->reminders);
  else
    follow (self, showing, answer, token);
}

static void
keel_reminder_presenter_finalize (GObject *object)
{
  KeelReminderPresenter *self = KEEL_REMINDER_PRESENTER (object);

  g_signal_handlers_disconnect_by_data (self->notifier, self);
  keel_reminder_screen_free (self->screen);
  keel_reminder_flood_free (self->flood);
  keel_reminder_waiting_free (self->waiting);
  keel_reminder_record_free (self->record);
  g_object_unref (self->notifier);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (keel_reminder_presenter_parent_class)->finalize (object);
}

static void
keel_reminder_presenter_class_init (KeelReminderPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_presenter_finalize;

  signals[RUN] = g_signal_new ("run", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, KEEL_TYPE_REMINDER_FOLDER);
  signals[JOIN] = g_signal_new ("join", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
keel_reminder_presenter_init (KeelReminderPresenter *self)
{
  self->waiting = keel_reminder_waiting_new ();
  self->flood = keel_reminder_flood_new ();
}

KeelReminderPresenter *
keel_reminder_presenter_new (KeelClock *clock, KeelNotifier *notifier)
{
  KeelReminderPresenter *self = g_object_new (KEEL_TYPE_REMINDER_PRESENTER, NULL);

  self->clock = g_object_ref (clock);
  self->notifier = g_object_ref (notifier);
  self->record = keel_reminder_record_new (clock);
  self->screen = keel_reminder_screen_new (clock, notifier);
  g_signal_connect (notifier, "answered", G_CALLBACK (answered_cb), self);
  g_signal_connect (notifier, "server-appeared", G_CALLBACK (server_appeared_cb), self);
  return self;
}

void
keel_reminder_presenter_set_alone (KeelReminderPresenter *self, gboolean alone)
{
  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  keel_reminder_screen_set_alone (self->screen, alone);
}

void
keel_reminder_presenter_present (KeelReminderPresenter *self, GPtrArray *due)
{
  gint64 now = keel_clock_get_now (self->clock);

  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  keel_reminder_screen_close_old (self->screen);
  keel_reminder_waiting_take (self->waiting, now, due);
  sort_out (self, now, due);
  show_shown (self, due);
  if (due->len > 0)
    {
      keel_reminder_record_claim (self->record, due);
      take_missed (self, now, due);
      show_all (self, due, now);
    }
  /* Last: a question takes the place of what has ended. */
  keel_reminder_screen_turn (self->screen);
}

gint64
keel_reminder_presenter_get_next (KeelReminderPresenter *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), KEEL_REMINDER_NEVER);

  return MIN (keel_reminder_waiting_get_next (self->waiting), keel_reminder_screen_get_next (self->screen));
}

guint
keel_reminder_presenter_get_n_waiting (KeelReminderPresenter *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), 0);

  return keel_reminder_waiting_count (self->waiting, KEEL_WAIT_SERVER);
}

gint64
keel_reminder_presenter_get_quiet_until (KeelReminderPresenter *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), KEEL_REMINDER_NEVER);

  return keel_reminder_waiting_get_first (self->waiting, KEEL_WAIT_QUIET);
}

guint
keel_reminder_presenter_get_n_showing (KeelReminderPresenter *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), 0);

  return keel_reminder_screen_count (self->screen);
}

void
keel_reminder_presenter_review (KeelReminderPresenter *self, KeelReminderFolder *folder)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);

  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  keel_reminder_waiting_review (self->waiting, folder, person);
  keel_reminder_screen_review (self->screen, folder);
}

void
keel_reminder_presenter_drop (KeelReminderPresenter *self, KeelReminderFolder *folder)
{
  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  keel_reminder_waiting_drop (self->waiting, folder);
  keel_reminder_flood_drop (self->flood, folder);
  keel_reminder_screen_drop (self->screen, folder);
}

/* Whether the next process has a use for it. A question is asked again inside the profile; what was snoozed
 * waits by its own for the end of quiet hours. */
static gboolean
prepare_hand_over (KeelReminder *reminder, gint64 now, GTimeZone *person)
{
  gint64 quiet_end;

  if (keel_reminder_is_question (reminder) || keel_reminder_has_ended (reminder, now))
    return FALSE;
  quiet_end = keel_quiet_hours_find_end (reminder, now, person);
  if (quiet_end != 0 && reminder->lead == KEEL_LEAD_SNOOZE)
    reminder->due = quiet_end;
  return TRUE;
}

static gboolean
hand_over (KeelReminderPresenter *self, GPtrArray *reminders)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  g_autoptr (GPtrArray) left = new_reminders ();

  for (guint i = 0; i < reminders->len; i++)
    if (prepare_hand_over (g_ptr_array_index (reminders, i), keel_clock_get_now (self->clock), person))
      g_ptr_array_add (left, keel_reminder_ref (g_ptr_array_index (reminders, i)));
  return keel_reminder_record_hand_over (self->record, left);
}

void
keel_reminder_presenter_hand_over (KeelReminderPresenter *self)
{
  g_autoptr (GPtrArray) showings = NULL;
  g_autoptr (GPtrArray) waiting = new_reminders ();

  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  showings = keel_reminder_screen_steal_all (self->screen);
  for (guint i = 0; i < showings->len; i++)
    {
      KeelShowing *showing = g_ptr_array_index (showings, i);

      if (hand_over (self, showing->reminders))
        keel_reminder_screen_close (self->screen, showing);
      else
        keel_reminder_screen_keep (self->screen, showing);
    }
  keel_reminder_waiting_take_shown (self->waiting, waiting);
  hand_over (self, waiting);
}
