#include "keel-desktop-notifier.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#include "config.h"
#include "keel-do-not-disturb.h"
#include "store/keel-reminder-process.h"

#define SERVER_NAME "org.freedesktop.Notifications"
/* To start a server and have it answer a question. */
#define PATIENCE_MS 5000

struct _KeelDesktopNotifier
{
  GObject parent_instance;

  GDBusConnection *connection; /* nullable */
  guint watch;
  char *server;        /* nullable: unique name of the server that took what is in @shown */
  char *server_name;   /* nullable: what it calls itself, once asked */
  char **capabilities; /* nullable: likewise */
  GHashTable *shown;   /* tag → NotifyNotification */
};

static void keel_desktop_notifier_iface_init (KeelNotifierInterface *iface);

G_DEFINE_TYPE_WITH_CODE (KeelDesktopNotifier, keel_desktop_notifier, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (KEEL_TYPE_NOTIFIER, keel_desktop_notifier_iface_init))

static const struct
{
  const char *name;
  const char *label;
} actions[] = {
  [KEEL_ANSWER_JOIN] = { "join", N_ ("Join") },
  [KEEL_ANSWER_GOING] = { "going", N_ ("I’m going") },
  [KEEL_ANSWER_NOT_TODAY] = { "not-today", N_ ("Not today") },
  [KEEL_ANSWER_WENT] = { "went", N_ ("I went") },
  [KEEL_ANSWER_NOT_THIS_TIME] = { "not-this-time", N_ ("Not this time") },
  [KEEL_ANSWER_SNOOZE] = { "snooze", N_ ("Snooze 10 min") },
  [KEEL_ANSWER_DIRECTIONS] = { "directions", N_ ("Directions") },
  [KEEL_ANSWER_OPEN] = { "open", N_ ("Open") },
  [KEEL_ANSWER_SNOOZE_SHORT] = { "snooze-5", N_ ("Snooze 5 min") },
  [KEEL_ANSWER_SNOOZE_LONG] = { "snooze-30", N_ ("Snooze 30 min") },
  [KEEL_ANSWER_SNOOZE_START] = { "snooze-start", N_ ("Snooze until it starts") },
};

/* libnotify has functions for what is asked here, but they warn where no server answers. */
static GVariant *
ask_server (KeelDesktopNotifier *self, const char *method, const char *type, GError **error)
{
  return g_dbus_connection_call_sync (self->connection, SERVER_NAME, "/org/freedesktop/Notifications",
                                      SERVER_NAME, method, NULL, G_VARIANT_TYPE (type),
                                      G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, error);
}

/* Which run of the server answers now; NULL when none does. */
static char *
find_server (KeelDesktopNotifier *self)
{
  g_autoptr (GVariant) reply = NULL;
  char *owner;

  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "GetNameOwner",
                                       g_variant_new ("(s)", SERVER_NAME), G_VARIANT_TYPE ("(s)"),
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(s)", &owner);
  return owner;
}

/* A new server knows nothing of the old one's ids: they may belong to other programs there. */
static void
remember_server (KeelDesktopNotifier *self, const char *server)
{
  if (server == NULL || g_strcmp0 (self->server, server) == 0)
    return;
  g_hash_table_remove_all (self->shown);
  g_clear_pointer (&self->server_name, g_free);
  g_clear_pointer (&self->capabilities, g_strfreev);
  g_free (self->server);
  self->server = g_strdup (server);
}

/* FALSE only where it does not answer at all: it would let everything else wait, too. */
static gboolean
ask_capabilities (KeelDesktopNotifier *self, GError **error)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->capabilities != NULL)
    return TRUE;
  reply = ask_server (self, "GetCapabilities", "(as)", &failure);
  if (reply != NULL)
    g_variant_get (reply, "(^as)", &self->capabilities);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

/* Asking starts a server that is not there but can be. */
static gboolean
learn_server (KeelDesktopNotifier *self, GError **error)
{
  g_autofree char *found = find_server (self);

  if (found == NULL)
    {
      g_autoptr (GVariant) reply = ask_server (self, "GetCapabilities", "(as)", NULL);

      found = find_server (self);
    }
  remember_server (self, found);
  return ask_capabilities (self, error);
}

static gboolean
has_capability (KeelDesktopNotifier *self, const char *name)
{
  return self->capabilities != NULL && g_strv_contains ((const char *const *) self->capabilities, name);
}

static const char *
get_tag (NotifyNotification *notification)
{
  return g_object_get_data (G_OBJECT (notification), "keel-tag");
}

/* Takes @notification out of the table; TRUE when it was still the one that its tag stands for. libnotify
 * goes on using it after the callback, so it is let go later. */
static gboolean
forget (KeelDesktopNotifier *self, NotifyNotification *notification)
{
  const char *tag = get_tag (notification);

  if (g_hash_table_lookup (self->shown, tag) != notification)
    return FALSE;
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_object_ref (notification));
  g_hash_table_remove (self->shown, tag);
  return TRUE;
}

static void
closed_cb (NotifyNotification *notification, KeelDesktopNotifier *self)
{
  gboolean dismissed;

  dismissed = notify_notification_get_closed_reason (notification) == NOTIFY_CLOSED_REASON_DISMISSED;
  if (forget (self, notification) && dismissed)
    keel_notifier_answered (KEEL_NOTIFIER (self), get_tag (notification), KEEL_ANSWER_DISMISSED, NULL);
}

static void
action_cb (NotifyNotification *notification, char *action, gpointer data)
{
  KeelDesktopNotifier *self = data;
  KeelAnswer answer;

  for (answer = 0; answer < KEEL_ANSWER_DISMISSED; answer++)
    if (g_str_equal (action, actions[answer].name))
      break;
  if (g_str_equal (action, "default"))
    answer = KEEL_ANSWER_OPEN;

  /* Some servers leave it on the screen; those that close it now report a closing that we no longer
   * know, which is how a button is told from a dismissal. */
  if (answer == KEEL_ANSWER_DISMISSED || !forget (self, notification))
    return;
  keel_notifier_answered (KEEL_NOTIFIER (self), get_tag (notification), answer,
                          notify_notification_get_activation_token (notification));
  notify_notification_close (notification, NULL);
}

static void
add_actions (KeelDesktopNotifier *self, NotifyNotification *notification, const gboolean *answers)
{
  for (KeelAnswer answer = 0; answer < KEEL_ANSWER_DISMISSED; answer++)
    if (answers[answer])
      notify_notification_add_action (notification, actions[answer].name, _ (actions[answer].label),
                                      action_cb, self, NULL);
  if (answers[KEEL_ANSWER_OPEN])
    notify_notification_add_action (notification, "default", _ ("Open"), action_cb, self, NULL);
}

/* What the same notification was last time may be something else this time. */
static void
set_hints (KeelDesktopNotifier *self, NotifyNotification *notification, const KeelNotification *asked)
{
  gboolean sounds = asked->sound != NULL && has_capability (self, "sound");

  notify_notification_set_urgency (notification, (NotifyUrgency) asked->urgency);
  notify_notification_set_hint (notification, "suppress-sound",
                                asked->sound == NULL ? g_variant_new_boolean (TRUE) : NULL);
  notify_notification_set_hint (notification, "sound-name",
                                sounds ? g_variant_new_string (asked->sound) : NULL);
  notify_notification_set_hint (notification, "category",
                                asked->category != NULL ? g_variant_new_string (asked->category) : NULL);
}

static void
add_hints (NotifyNotification *notification, const char *tag)
{
  notify_notification_set_timeout (notification, NOTIFY_EXPIRES_NEVER);
  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (KEEL_APPLICATION_ID));
  /* What a process that died had shown: the new one has no id of it, but the server knows the tag. */
  notify_notification_set_hint (notification, "x-dunst-stack-tag", g_variant_new_string (tag));
  notify_notification_set_hint (notification, "x-canonical-private-synchronous", g_variant_new_string (tag));
}

static NotifyNotification *
make_notification (KeelDesktopNotifier *self, const KeelNotification *asked)
{
  NotifyNotification *notification;

  notification = notify_notification_new (asked->title, NULL, KEEL_APPLICATION_ID);
  g_object_set_data_full (G_OBJECT (notification), "keel-tag", g_strdup (asked->tag), g_free);
  add_hints (notification, asked->tag);
  g_signal_connect_object (notification, "closed", G_CALLBACK (closed_cb), self, 0);
  return notification;
}

/* The one on the screen, so that it is changed there, or a new one. Transfer full. */
static NotifyNotification *
get_notification (KeelDesktopNotifier *self, const KeelNotification *asked)
{
  NotifyNotification *notification = g_hash_table_lookup (self->shown, asked->tag);

  return notification != NULL ? g_object_ref (notification) : make_notification (self, asked);
}

static gboolean
send (KeelDesktopNotifier *self, NotifyNotification *notification, const KeelNotification *asked,
      GError **error)
{
  g_autofree char *escaped = NULL;

  if (asked->body != NULL && has_capability (self, "body-markup"))
    escaped = g_markup_escape_text (asked->body, -1);
  notify_notification_update (notification, asked->title, escaped != NULL ? escaped : asked->body,
                              KEEL_APPLICATION_ID);
  set_hints (self, notification, asked);
  notify_notification_clear_actions (notification);
  if (has_capability (self, "actions"))
    add_actions (self, notification, asked->answers);
  return notify_notification_show (notification, error);
}

static void
server_appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  KeelDesktopNotifier *self = data;

  remember_server (self, owner);
  keel_notifier_server_appeared (KEEL_NOTIFIER (self), owner);
}

static void
use_connection (KeelDesktopNotifier *self, GDBusConnection *connection)
{
  self->connection = g_object_ref (connection);
  self->watch = g_bus_watch_name_on_connection (connection, SERVER_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                server_appeared_cb, NULL, self, NULL);
}

/* The bus may have come up after this program. libnotify must not be called without: it would start one. */
static gboolean
ensure_connection (KeelDesktopNotifier *self, GError **error)
{
  g_autoptr (GDBusConnection) connection = NULL;

  if (self->connection != NULL)
    return TRUE;
  if (!keel_reminder_process_has_session_bus ())
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, N_ ("there is no session bus"));
      return FALSE;
    }
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  if (connection == NULL)
    return FALSE;
  use_connection (self, connection);
  return TRUE;
}

static gboolean
keel_desktop_notifier_show (KeelNotifier *notifier, const KeelNotification *asked, char **server,
                            GError **error)
{
  KeelDesktopNotifier *self = KEEL_DESKTOP_NOTIFIER (notifier);
  NotifyNotification *notification;

  if (!ensure_connection (self, error) || !learn_server (self, error))
    return FALSE;
  notification = get_notification (self, asked);
  if (!send (self, notification, asked, error))
    {
      g_object_unref (notification);
      return FALSE;
    }
  g_hash_table_replace (self->shown, g_strdup (asked->tag), notification);
  *server = g_strdup (self->server);
  return TRUE;
}

/* Forgotten first: the server says that it was closed, which is no answer of the person's. */
static void
keel_desktop_notifier_close (KeelNotifier *notifier, const char *tag)
{
  KeelDesktopNotifier *self = KEEL_DESKTOP_NOTIFIER (notifier);
  NotifyNotification *notification = g_hash_table_lookup (self->shown, tag);

  if (notification == NULL)
    return;
  forget (self, notification);
  notify_notification_close (notification, NULL);
}

static char *
keel_desktop_notifier_get_server_name (KeelNotifier *notifier, GError **error)
{
  KeelDesktopNotifier *self = KEEL_DESKTOP_NOTIFIER (notifier);
  g_autoptr (GVariant) reply = NULL;
  const char *name;
  const char *version;

  if (!ensure_connection (self, error))
    return NULL;
  reply = ask_server (self, "GetServerInformation", "(ssss)", error);
  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(&s&s&s&s)", &name, NULL, &version, NULL);
  return g_strdup_printf ("%s %s", name, version);
}

static gboolean
keel_desktop_notifier_get_do_not_disturb (KeelNotifier *notifier)
{
  KeelDesktopNotifier *self = KEEL_DESKTOP_NOTIFIER (notifier);
  g_autofree char *found = NULL;

  if (!ensure_connection (self, NULL) || (found = find_server (self)) == NULL)
    return FALSE;
  remember_server (self, found);
  if (self->server_name == NULL)
    {
      g_autoptr (GVariant) reply = ask_server (self, "GetServerInformation", "(ssss)", NULL);

      if (reply != NULL)
        g_variant_get (reply, "(ssss)", &self->server_name, NULL, NULL, NULL);
    }
  return self->server_name != NULL && keel_do_not_disturb_ask (self->connection, self->server_name);
}

static void
keel_desktop_notifier_finalize (GObject *object)
{
  KeelDesktopNotifier *self = KEEL_DESKTOP_NOTIFIER (object);

  if (self->watch != 0)
    g_bus_unwatch_name (self->watch);
  g_hash_table_unref (self->shown);
  g_clear_object (&self->connection);
  g_free (self->server);
  g_free (self->server_name);
  g_strfreev (self->capabilities);
  notify_uninit ();
  G_OBJECT_CLASS (keel_desktop_notifier_parent_class)->finalize (object);
}

static void
keel_desktop_notifier_iface_init (KeelNotifierInterface *iface)
{
  iface->show = keel_desktop_notifier_show;
  iface->close = keel_desktop_notifier_close;
  iface->get_server_name = keel_desktop_notifier_get_server_name;
  iface->get_do_not_disturb = keel_desktop_notifier_get_do_not_disturb;
}

static void
keel_desktop_notifier_class_init (KeelDesktopNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_desktop_notifier_finalize;
}

static void
keel_desktop_notifier_init (KeelDesktopNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  notify_init ("Keel");
}

KeelNotifier *
keel_desktop_notifier_new (GDBusConnection *connection)
{
  KeelDesktopNotifier *self = g_object_new (KEEL_TYPE_DESKTOP_NOTIFIER, NULL);

  if (connection != NULL)
    use_connection (self, connection);
  return KEEL_NOTIFIER (self);
}
