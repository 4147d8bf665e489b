#include "keel-reminder-watch.h"

#include "store/keel-reminder-process.h"

#define SERVER_NAME "org.freedesktop.Notifications"
/* A process that was started just now has its lock before it has its name, and gives its name up before its
 * lock. */
#define SETTLE_MS 300
#define ANSWER_MS (30 * 1000)
#define APPEAR_MS (10 * 1000)

struct _KeelReminderWatch
{
  GObject parent_instance;

  GDBusConnection *bus; /* nullable */
  char *data_dir;
  char *name;
  KeelReminderState state;
  GCancellable *gone; /* when this object goes */
  guint process_watch;
  guint server_watch;
  guint settle;
  gboolean present; /* its name is on the bus */
  gboolean looking;
  gboolean look_again;
  GPtrArray *tests; /* of GTask: those that wait for the name */
  guint appear;
};

G_DEFINE_FINAL_TYPE (KeelReminderWatch, keel_reminder_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_state (KeelReminderState *state)
{
  g_free (state->server);
  g_free (state->trouble);
  *state = (KeelReminderState){ 0 };
}

static gboolean
equal_states (const KeelReminderState *a, const KeelReminderState *b)
{
  return a->known == b->known && a->running == b->running && a->since == b->since &&
         a->answers == b->answers && g_strcmp0 (a->server, b->server) == 0 &&
         g_strcmp0 (a->trouble, b->trouble) == 0 && a->next == b->next && a->waiting == b->waiting &&
         a->quiet_until == b->quiet_until && a->do_not_disturb == b->do_not_disturb;
}

/* Takes what is in @state. */
static void
take_state (KeelReminderWatch *self, KeelReminderState *state)
{
  gboolean same = equal_states (&self->state, state);

  clear_state (&self->state);
  self->state = *state;
  *state = (KeelReminderState){ 0 };
  self->looking = FALSE;
  if (!same)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (self->look_again)
    keel_reminder_watch_look (self);
}

static void
read_reply (KeelReminderState *state, GVariant *reply)
{
  g_autoptr (GVariant) status = g_variant_get_child_value (reply, 0);

  state->answers = TRUE;
  g_variant_lookup (status, "server", "s", &state->server);
  g_variant_lookup (status, "trouble", "s", &state->trouble);
  g_variant_lookup (status, "next", "x", &state->next);
  g_variant_lookup (status, "waiting", "u", &state->waiting);
  g_variant_lookup (status, "quiet-until", "x", &state->quiet_until);
  g_variant_lookup (status, "do-not-disturb", "b", &state->do_not_disturb);
}

/* What the lock says, until the bus says more. */
static KeelReminderState
begin_state (const KeelReminderStatus *status)
{
  return (KeelReminderState){ .known = TRUE, .running = status->running, .since = status->since };
}

typedef struct
{
  KeelReminderWatch *self;
  KeelReminderStatus status;
} Look;

static void
replied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (KeelReminderWatch) self = look->self;
  KeelReminderState state = begin_state (&look->status);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_free (look);
  if (reply != NULL)
    read_reply (&state, reply);
  take_state (self, &state);
}

static void
status_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree KeelReminderStatus *status = g_new0 (KeelReminderStatus, 1);
  g_autoptr (GError) error = NULL;

  if (!keel_reminder_process_get_status (task_data, status, &error))
    g_warning ("Cannot see whether keel-reminders runs: %s", error->message);
  g_task_return_pointer (task, g_steal_pointer (&status), g_free);
}

static void
status_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelReminderWatch *self = KEEL_REMINDER_WATCH (source);
  g_autofree KeelReminderStatus *status = g_task_propagate_pointer (G_TASK (result), NULL);
  KeelReminderState state;
  Look *look;

  if (status == NULL)
    return;
  state = begin_state (status);
  if (!status->running || !self->present)
    {
      take_state (self, &state);
      return;
    }
  look = g_new (Look, 1);
  *look = (Look){ g_object_ref (self), *status };
  /* Never started from here: whether it runs is part of the question. */
  g_dbus_connection_call (self->bus, self->name, KEEL_REMINDER_OBJECT_PATH, KEEL_REMINDER_INTERFACE, "Status",
                          NULL, G_VARIANT_TYPE ("(a{sv})"), G_DBUS_CALL_FLAGS_NO_AUTO_START, ANSWER_MS,
                          self->gone, replied_cb, look);
}

static gboolean
settled_cb (gpointer data)
{
  KeelReminderWatch *self = data;

  self->settle = 0;
  keel_reminder_watch_look (self);
  return G_SOURCE_REMOVE;
}

static void
look_when_settled (KeelReminderWatch *self)
{
  keel_reminder_watch_look (self);
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *words;
  gboolean shown;

  if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (task, error);
      return;
    }
  g_variant_get (reply, "(b&s)", &shown, &words);
  if (shown)
    g_task_return_pointer (task, g_strdup (words), g_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", words);
  keel_reminder_watch_look (g_task_get_source_object (task));
}

static void
call_tests (KeelReminderWatch *self)
{
  g_clear_handle_id (&self->appear, g_source_remove);
  for (guint i = 0; i < self->tests->len; i++)
    g_dbus_connection_call (self->bus, self->name, KEEL_REMINDER_OBJECT_PATH, KEEL_REMINDER_INTERFACE, "Test",
                            NULL, G_VARIANT_TYPE ("(bs)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, ANSWER_MS,
                            self->gone, tested_cb, g_object_ref (self->tests->pdata[i]));
  g_ptr_array_set_size (self->tests, 0);
}

static gboolean
not_appeared_cb (gpointer data)
{
  KeelReminderWatch *self = data;
  g_autoptr (GPtrArray) tests = g_steal_pointer (&self->tests);

  self->appear = 0;
  self->tests = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tests->len; i++)
    g_task_return_new_error (tests->pdata[i], G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                             "keel-reminders does not answer on this session bus");
  return G_SOURCE_REMOVE;
}

static void
process_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  KeelReminderWatch *self = data;

  self->present = TRUE;
  keel_reminder_watch_look (self);
  call_tests (self);
}

static void
process_vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  KeelReminderWatch *self = data;

  self->present = FALSE;
  look_when_settled (self);
}

static void
server_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  look_when_settled (data);
}

static void
server_vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  look_when_settled (data);
}

static void
ensure_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (keel_reminder_process_ensure (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
started_for_test_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelReminderWatch *self = KEEL_REMINDER_WATCH (source);
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!keel_reminder_watch_start_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->bus == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no session bus");
      return;
    }
  g_ptr_array_add (self->tests, g_steal_pointer (&task));
  if (self->present)
    call_tests (self);
  else if (self->appear == 0)
    self->appear = g_timeout_add (APPEAR_MS, not_appeared_cb, self);
}

static void
keel_reminder_watch_dispose (GObject *object)
{
  KeelReminderWatch *self = KEEL_REMINDER_WATCH (object);

  g_cancellable_cancel (self->gone);
  g_clear_handle_id (&self->process_watch, g_bus_unwatch_name);
  g_clear_handle_id (&self->server_watch, g_bus_unwatch_name);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->appear, g_source_remove);
  G_OBJECT_CLASS (keel_reminder_watch_parent_class)->dispose (object);
}

static void
keel_reminder_watch_finalize (GObject *object)
{
  KeelReminderWatch *self = KEEL_REMINDER_WATCH (object);

  clear_state (&self->state);
  g_ptr_array_unref (self->tests);
  g_object_unref (self->gone);
  g_clear_object (&self->bus);
  g_free (self->name);
  g_free (self->data_dir);
  G_OBJECT_CLASS (keel_reminder_watch_parent_class)->finalize (object);
}

static void
keel_reminder_watch_class_init (KeelReminderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_reminder_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_watch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_REMINDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_reminder_watch_init (KeelReminderWatch *self)
{
  self->gone = g_cancellable_new ();
  self->tests = g_ptr_array_new_with_free_func (g_object_unref);
}

KeelReminderWatch *
keel_reminder_watch_new (GDBusConnection *bus, const char *data_dir)
{
  KeelReminderWatch *self = g_object_new (KEEL_TYPE_REMINDER_WATCH, NULL);

  self->data_dir = g_strdup (data_dir);
  self->name = keel_reminder_process_get_bus_name (data_dir);
  keel_reminder_watch_look (self);
  if (bus == NULL)
    return self;
  self->bus = g_object_ref (bus);
  self->process_watch = g_bus_watch_name_on_connection (bus, self->name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                        process_appeared_cb, process_vanished_cb, self, NULL);
  self->server_watch = g_bus_watch_name_on_connection (bus, SERVER_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                       server_appeared_cb, server_vanished_cb, self, NULL);
  return self;
}

const KeelReminderState *
keel_reminder_watch_get_state (KeelReminderWatch *self)
{
  return &self->state;
}

void
keel_reminder_watch_look (KeelReminderWatch *self)
{
  g_autoptr (GTask) task = NULL;

  self->look_again = self->looking;
  if (self->looking || g_cancellable_is_cancelled (self->gone))
    return;
  self->looking = TRUE;
  task = g_task_new (self, NULL, status_read_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->data_dir), g_free);
  g_task_run_in_thread (task, status_in_thread);
}

void
keel_reminder_watch_start_async (KeelReminderWatch *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (self->data_dir), g_free);
  g_task_run_in_thread (task, ensure_in_thread);
}

gboolean
keel_reminder_watch_start_finish (KeelReminderWatch *self, GAsyncResult *result, GError **error)
{
  keel_reminder_watch_look (self);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
keel_reminder_watch_test_async (KeelReminderWatch *self, GAsyncReadyCallback callback, gpointer data)
{
  keel_reminder_watch_start_async (self, started_for_test_cb, g_task_new (self, NULL, callback, data));
}

char *
keel_reminder_watch_test_finish (KeelReminderWatch *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
