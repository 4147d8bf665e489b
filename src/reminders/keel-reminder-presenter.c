#include "keel-reminder-presenter.h"

#include <glib/gi18n-lib.h>

#include "keel-showing.h"

#define LATE (60 * G_USEC_PER_SEC)
#define SNOOZE (10 * 60)
#define FIRST_RETRY 60
#define LONGEST_RETRY (15 * 60)

/* Reasons in the log: English there, translated by who shows them. */
#define REASON_ENDED N_ ("it had ended before it could be shown")
#define REASON_CRASH N_ ("Keel stopped while showing it")
#define REASON_SERVER N_ ("the notification service was restarted")
#define REASON_NO_SERVER N_ ("no notification service")

struct _KeelReminderPresenter
{
  GObject parent_instance;

  KeelClock *clock;
  KeelNotifier *notifier;
  char *holder;
  GPtrArray *waiting;     /* of KeelReminder: could not be shown */
  gint64 retry_at;        /* seconds UTC */
  gint64 retry_delay;     /* seconds */
  GHashTable *showing;    /* tag → KeelShowing: on the screen as far as is known */
  GHashTable *unrecorded; /* keys of what was shown though it could not be claimed */
};

G_DEFINE_TYPE (KeelReminderPresenter, keel_reminder_presenter, G_TYPE_OBJECT)

enum
{
  RUN,
  SNOOZED,
  JOIN,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
warn_about (const KeelReminder *reminder, const char *what, const GError *error)
{
  g_warning ("%s: %s: %s", keel_reminder_folder_get_path (reminder->folder), what,
             error != NULL ? error->message : "not readable");
}

static char *
get_key (const KeelReminder *reminder)
{
  return g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT "/%d", keel_reminder_folder_get_path (reminder->folder),
                          reminder->series, reminder->occurrence.original, reminder->lead);
}

/* TRUE when this process is to show it. */
static gboolean
claim (KeelReminderPresenter *self, KeelReminder *reminder)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autoptr (GError) error = NULL;
  KeelClaim result = KEEL_CLAIM_TAKEN;

  if (reminder->claimed)
    return TRUE;
  if (file != NULL &&
      keel_reminder_file_claim (file, reminder->series, reminder->occurrence.original, reminder->lead,
                                self->holder, keel_clock_get_now_us (self->clock), &result, &error))
    {
      reminder->claimed = result != KEEL_CLAIM_TAKEN;
      reminder->repeated |= result == KEEL_CLAIM_REPEAT;
      return reminder->claimed;
    }

  /* A full disk must not cost a meeting: shown without a record, once per process. */
  warn_about (reminder, "A reminder could not be claimed", error);
  return g_hash_table_add (self->unrecorded, get_key (reminder));
}

static void
confirm (KeelReminderPresenter *self, KeelReminder *reminder, KeelReminderOutcome outcome, const char *reason)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autoptr (GError) error = NULL;

  if (file == NULL ||
      !keel_reminder_file_confirm (file, reminder->series, reminder->occurrence.original, reminder->lead,
                                   reminder->due, keel_clock_get_now_us (self->clock), outcome, reason,
                                   &error))
    warn_about (reminder, "A reminder could not be recorded", error);
}

static void
confirm_shown (KeelReminderPresenter *self, KeelReminder *reminder)
{
  if (reminder->repeated)
    confirm (self, reminder, KEEL_OUTCOME_REPEATED, REASON_CRASH);
  else if (keel_clock_get_now_us (self->clock) > reminder->due * G_USEC_PER_SEC + LATE)
    confirm (self, reminder, KEEL_OUTCOME_LATE, NULL);
  else
    confirm (self, reminder, KEEL_OUTCOME_SHOWN, NULL);
}

static void
log_line (KeelReminderPresenter *self, KeelReminder *reminder, KeelReminderOutcome outcome,
          const char *reason)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autoptr (GError) error = NULL;
  gint64 now = keel_clock_get_now_us (self->clock);
  KeelReminderEvent event = {
    .series = reminder->series,
    .occurrence = reminder->occurrence.original,
    .lead = reminder->lead,
    .due = reminder->due,
    .at = now,
    .shown = outcome == KEEL_OUTCOME_REPEATED ? now : 0,
    .outcome = outcome,
    .reason = (char *) reason,
  };

  if (file == NULL || !keel_reminder_file_log (file, &event, &error))
    warn_about (reminder, "The log could not be written", error);
}

static void
release (KeelReminderPresenter *self, KeelReminder *reminder, const char *reason)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autofree char *key = get_key (reminder);
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->unrecorded, key);
  if (file != NULL &&
      keel_reminder_file_release (file, reminder->series, reminder->occurrence.original, reminder->lead,
                                  reminder->due, keel_clock_get_now_us (self->clock), reason, &error))
    reminder->claimed = FALSE;
  else /* it stays ours and is tried again as such */
    warn_about (reminder, "A reminder could not be given back", error);
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

static void
keep_waiting (KeelReminderPresenter *self, KeelShowing *showing, const GError *error)
{
  g_autofree char *reason = describe_failure (error);

  for (guint i = 0; i < showing->reminders->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      release (self, reminder, reason);
      g_ptr_array_add (self->waiting, keel_reminder_ref (reminder));
    }
}

static gboolean
put_on_screen (KeelReminderPresenter *self, KeelShowing *showing, GError **error)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  g_auto (KeelNotification) notification = { 0 };
  g_autofree char *server = NULL;

  keel_showing_write (showing, keel_clock_get_now (self->clock), person, &notification);
  if (!keel_notifier_show (self->notifier, &notification, &server, error))
    return FALSE;
  g_free (showing->server);
  showing->server = g_steal_pointer (&server);
  return TRUE;
}

static void
remember (KeelReminderPresenter *self, KeelShowing *showing)
{
  g_hash_table_replace (self->showing, showing->tag, showing);
}

/* Takes @showing. */
static gboolean
show (KeelReminderPresenter *self, KeelShowing *showing)
{
  g_autoptr (GError) error = NULL;

  if (!put_on_screen (self, showing, &error))
    {
      keep_waiting (self, showing, error);
      keel_showing_free (showing);
      return FALSE;
    }
  for (guint i = 0; i < showing->reminders->len; i++)
    confirm_shown (self, g_ptr_array_index (showing->reminders, i));
  remember (self, showing);
  return TRUE;
}

static void
show_again (KeelReminderPresenter *self, KeelShowing *showing)
{
  g_autoptr (GError) error = NULL;

  if (!put_on_screen (self, showing, &error))
    g_message ("A reminder could not be shown again: %s", error->message);
  else
    for (guint i = 0; i < showing->reminders->len; i++)
      log_line (self, g_ptr_array_index (showing->reminders, i), KEEL_OUTCOME_REPEATED, REASON_SERVER);
  remember (self, showing);
}

/* All that waits goes to @due when its time has come; what has ended does so always. */
static void
take_waiting (KeelReminderPresenter *self, gint64 now, GPtrArray *due)
{
  for (guint i = self->waiting->len; i-- > 0;)
    if (now >= self->retry_at || keel_reminder_has_ended (g_ptr_array_index (self->waiting, i), now))
      g_ptr_array_add (due, g_ptr_array_steal_index (self->waiting, i));
}

/* Claims everything, confirms what has ended as missed, and leaves in @due what is to be shown. */
static void
sort_out (KeelReminderPresenter *self, gint64 now, GPtrArray *due)
{
  for (guint i = due->len; i-- > 0;)
    {
      KeelReminder *reminder = g_ptr_array_index (due, i);
      gboolean ended = keel_reminder_has_ended (reminder, now);
      gboolean mine = claim (self, reminder);

      if (mine && ended)
        confirm (self, reminder, KEEL_OUTCOME_MISSED, REASON_ENDED);
      if (!mine || ended)
        g_ptr_array_remove_index (due, i);
    }
}

static void
plan_retry (KeelReminderPresenter *self, gint64 now, gboolean success)
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

/* After days without an answer, a notification is not one that anybody will still press. */
static gboolean
is_old (gpointer tag, gpointer value, gpointer now)
{
  const KeelShowing *showing = value;
  const KeelReminder *last = g_ptr_array_index (showing->reminders, showing->reminders->len - 1);

  return last->occurrence.end < *(gint64 *) now - KEEL_REMINDER_LOOK_BACK;
}

/* Showings that another run of the server had, and whose meeting goes on. */
static GPtrArray *
take_lost (KeelReminderPresenter *self, const char *server)
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

static void
server_appeared_cb (KeelNotifier *notifier, const char *server, KeelReminderPresenter *self)
{
  g_autoptr (GPtrArray) lost = take_lost (self, server);
  g_autoptr (GPtrArray) showings = keel_showing_group (lost);

  for (guint i = 0; i < showings->len; i++)
    show_again (self, g_ptr_array_index (showings, i));
  if (self->waiting->len == 0)
    return;
  self->retry_at = 0;
  self->retry_delay = FIRST_RETRY;
  g_signal_emit (self, signals[RUN], 0);
}

static void
snooze (KeelReminderPresenter *self, KeelReminder *reminder)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autoptr (GError) error = NULL;
  gint64 until;

  until = keel_reminder_presenter_choose_snooze (&reminder->occurrence, keel_clock_get_now (self->clock));
  if (until == 0)
    {
      log_line (self, reminder, KEEL_OUTCOME_DISMISSED, NULL);
      return;
    }
  if (file == NULL || !keel_reminder_file_snooze (file, reminder->series, reminder->occurrence.original,
                                                  until, keel_clock_get_now_us (self->clock), &error))
    warn_about (reminder, "A reminder could not be snoozed", error);
  else
    g_signal_emit (self, signals[SNOOZED], 0, reminder->folder);
}

static void
snooze_all (KeelReminderPresenter *self, KeelShowing *showing)
{
  for (guint i = 0; i < showing->reminders->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (showing->reminders, i);

      if (i == 0 || !keel_reminder_same_occurrence (reminder, g_ptr_array_index (showing->reminders, i - 1)))
        snooze (self, reminder);
    }
}

static void
answered_cb (KeelNotifier *notifier, const char *tag, KeelAnswer answer, const char *token,
             KeelReminderPresenter *self)
{
  g_autoptr (KeelShowing) showing = NULL;
  KeelReminder *first;
  const char *profile;

  if (!g_hash_table_steal_extended (self->showing, tag, NULL, (gpointer *) &showing))
    return;
  first = g_ptr_array_index (showing->reminders, 0);
  profile = keel_reminder_folder_get_id (first->folder);
  switch (answer)
    {
    case KEEL_ANSWER_JOIN:
      if (first->link != NULL)
        g_signal_emit (self, signals[JOIN], 0, profile, first->link, token);
      break;
    case KEEL_ANSWER_SNOOZE:
      snooze_all (self, showing);
      break;
    case KEEL_ANSWER_DISMISSED:
      for (guint i = 0; i < showing->reminders->len; i++)
        log_line (self, g_ptr_array_index (showing->reminders, i), KEEL_OUTCOME_DISMISSED, NULL);
      break;
    case KEEL_ANSWER_OPEN:
    default:
      g_signal_emit (self, signals[OPEN], 0, profile, showing->n_occurrences == 1 ? first->series : NULL,
                     token);
      break;
    }
}

static void
keel_reminder_presenter_finalize (GObject *object)
{
  KeelReminderPresenter *self = KEEL_REMINDER_PRESENTER (object);

  g_signal_handlers_disconnect_by_data (self->notifier, self);
  g_hash_table_unref (self->showing);
  g_hash_table_unref (self->unrecorded);
  g_ptr_array_unref (self->waiting);
  g_object_unref (self->notifier);
  g_object_unref (self->clock);
  g_free (self->holder);
  G_OBJECT_CLASS (keel_reminder_presenter_parent_class)->finalize (object);
}

static void
keel_reminder_presenter_class_init (KeelReminderPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_presenter_finalize;

  signals[RUN] = g_signal_new ("run", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[SNOOZED] = g_signal_new ("snoozed", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, KEEL_TYPE_REMINDER_FOLDER);
  signals[JOIN] = g_signal_new ("join", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", KEEL_TYPE_REMINDER_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
keel_reminder_presenter_init (KeelReminderPresenter *self)
{
  self->holder = g_uuid_string_random ();
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  self->retry_delay = FIRST_RETRY;
  self->showing = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) keel_showing_free);
  self->unrecorded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

KeelReminderPresenter *
keel_reminder_presenter_new (KeelClock *clock, KeelNotifier *notifier)
{
  KeelReminderPresenter *self = g_object_new (KEEL_TYPE_REMINDER_PRESENTER, NULL);

  self->clock = g_object_ref (clock);
  self->notifier = g_object_ref (notifier);
  g_signal_connect (notifier, "answered", G_CALLBACK (answered_cb), self);
  g_signal_connect (notifier, "server-appeared", G_CALLBACK (server_appeared_cb), self);
  return self;
}

void
keel_reminder_presenter_present (KeelReminderPresenter *self, GPtrArray *due)
{
  gint64 now = keel_clock_get_now (self->clock);
  g_autoptr (GPtrArray) showings = NULL;
  gboolean success = TRUE;

  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  take_waiting (self, now, due);
  sort_out (self, now, due);
  g_hash_table_foreach_remove (self->showing, is_old, &now);
  showings = keel_showing_group (due);
  if (showings->len == 0)
    return;

  for (guint i = 0; i < showings->len; i++)
    success &= show (self, g_ptr_array_index (showings, i));
  plan_retry (self, now, success);
}

gint64
keel_reminder_presenter_get_next (KeelReminderPresenter *self)
{
  gint64 next = KEEL_REMINDER_NEVER;

  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), KEEL_REMINDER_NEVER);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (self->waiting, i);

      next = MIN (next, MIN (self->retry_at, reminder->occurrence.end));
    }
  return next;
}

guint
keel_reminder_presenter_get_n_waiting (KeelReminderPresenter *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), 0);

  return self->waiting->len;
}

guint
keel_reminder_presenter_get_n_showing (KeelReminderPresenter *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_PRESENTER (self), 0);

  return g_hash_table_size (self->showing);
}

void
keel_reminder_presenter_forget (KeelReminderPresenter *self, KeelReminderFolder *folder)
{
  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  for (guint i = self->waiting->len; i-- > 0;)
    {
      const KeelReminder *reminder = g_ptr_array_index (self->waiting, i);

      if (reminder->folder == folder && !reminder->claimed)
        g_ptr_array_remove_index (self->waiting, i);
    }
}

void
keel_reminder_presenter_drop (KeelReminderPresenter *self, KeelReminderFolder *folder)
{
  GHashTableIter iter;
  gpointer tag;
  gpointer showing;

  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  for (guint i = self->waiting->len; i-- > 0;)
    if (((const KeelReminder *) g_ptr_array_index (self->waiting, i))->folder == folder)
      g_ptr_array_remove_index (self->waiting, i);
  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, &tag, &showing))
    if (keel_showing_get_folder (showing) == folder)
      {
        keel_notifier_close (self->notifier, tag);
        g_hash_table_iter_remove (&iter);
      }
}

static void
make_due_again (KeelReminderPresenter *self, KeelReminder *reminder)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  gint64 now = keel_clock_get_now (self->clock);
  g_autoptr (GError) error = NULL;

  if (keel_reminder_has_ended (reminder, now))
    return;
  if (file == NULL || !keel_reminder_file_snooze (file, reminder->series, reminder->occurrence.original, now,
                                                  keel_clock_get_now_us (self->clock), &error))
    warn_about (reminder, "A reminder could not be handed over", error);
}

void
keel_reminder_presenter_hand_over (KeelReminderPresenter *self)
{
  GHashTableIter iter;
  gpointer tag;
  gpointer value;

  g_return_if_fail (KEEL_IS_REMINDER_PRESENTER (self));

  g_hash_table_iter_init (&iter, self->showing);
  while (g_hash_table_iter_next (&iter, &tag, &value))
    {
      KeelShowing *showing = value;

      for (guint i = 0; i < showing->reminders->len; i++)
        make_due_again (self, g_ptr_array_index (showing->reminders, i));
      keel_notifier_close (self->notifier, tag);
      g_hash_table_iter_remove (&iter);
    }
}

gint64
keel_reminder_presenter_choose_snooze (const KeelOccurrence *occurrence, gint64 now)
{
  gint64 until = now + SNOOZE;

  if (occurrence->start >= now + 60)
    until = MIN (until, occurrence->start);
  return until < occurrence->end ? until : 0;
}
