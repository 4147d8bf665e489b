#include "keel-reminder-keeper.h"

#include "keel-session-reminders.h"

#define AGAIN_SECONDS 60

struct _KeelReminderKeeper
{
  GObject parent_instance;

  KeelSession *session;
  KeelReminderWatch *watch;
  guint again;
  gboolean ran;
  gboolean had;     /* something to be reminded of */
  gint64 restarted; /* g_get_monotonic_time (); 0: not yet */
};

G_DEFINE_FINAL_TYPE (KeelReminderKeeper, keel_reminder_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderKeeper) self = data;
  g_autoptr (GError) error = NULL;

  if (keel_reminder_watch_start_finish (KEEL_REMINDER_WATCH (source), result, &error))
    return;
  g_warning ("keel-reminders did not start: %s", error->message);
  keel_session_set_reminders_stopped (self->session, TRUE);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0);
}

/* Once more, and not again and again: what ends at once would do so for ever. */
static void
restart (KeelReminderKeeper *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->restarted != 0 && now - self->restarted < AGAIN_SECONDS * G_USEC_PER_SEC)
    {
      keel_session_set_reminders_stopped (self->session, TRUE);
      return;
    }
  self->restarted = now;
  keel_reminder_keeper_ensure (self);
}

static void
process_changed_cb (KeelReminderKeeper *self)
{
  const KeelReminderState *state = keel_reminder_watch_get_state (self->watch);
  gboolean ended = state->known && !state->running && self->ran;

  if (state->known)
    self->ran = state->running;
  if (self->ran)
    keel_session_set_reminders_stopped (self->session, FALSE);
  else if (ended && keel_session_is_open (self->session) && keel_session_has_reminders (self->session))
    restart (self);
}

static gboolean
again_cb (gpointer data)
{
  KeelReminderKeeper *self = data;

  if (keel_session_is_open (self->session))
    keel_session_project (self->session);
  return G_SOURCE_CONTINUE;
}

static void
follow_delay (KeelReminderKeeper *self)
{
  gboolean delayed = keel_session_get_reminder_delay (self->session) != NULL;

  if (delayed && self->again == 0)
    self->again = g_timeout_add_seconds (AGAIN_SECONDS, again_cb, self);
  else if (!delayed)
    g_clear_handle_id (&self->again, g_source_remove);
}

/* It is told of each line of the log, too: that is no reason to start anything. */
static void
reminders_changed_cb (KeelReminderKeeper *self)
{
  gboolean has = keel_session_has_reminders (self->session);
  gboolean first = has && !self->had;

  follow_delay (self);
  self->had = has;
  if (first)
    keel_reminder_keeper_ensure (self);
  else if (!has)
    keel_session_set_reminders_stopped (self->session, FALSE);
}

static void
keel_reminder_keeper_dispose (GObject *object)
{
  KeelReminderKeeper *self = KEEL_REMINDER_KEEPER (object);

  g_clear_handle_id (&self->again, g_source_remove);
  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_reminder_keeper_parent_class)->dispose (object);
}

static void
keel_reminder_keeper_class_init (KeelReminderKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_reminder_keeper_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", KEEL_TYPE_REMINDER_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_reminder_keeper_init (KeelReminderKeeper *self)
{
}

KeelReminderKeeper *
keel_reminder_keeper_new (KeelSession *session, KeelReminderWatch *watch)
{
  KeelReminderKeeper *self = g_object_new (KEEL_TYPE_REMINDER_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (keel_reminder_keeper_ensure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reminders-changed", G_CALLBACK (reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "changed", G_CALLBACK (process_changed_cb), self, G_CONNECT_SWAPPED);
  self->had = keel_session_has_reminders (session);
  follow_delay (self);
  return self;
}

/* Whatever made something to be reminded of: a page, an undo, keelctl beside this window. A meeting without
 * reminders may be asked about. */
void
keel_reminder_keeper_ensure (KeelReminderKeeper *self)
{
  if (keel_session_has_reminders (self->session) || keel_session_get_series (self->session)->len > 0)
    keel_reminder_watch_start_async (self->watch, started_cb, g_object_ref (self));
}
