#include "config.h"

#include "keel-away-watch.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER LOGIND ".Manager"
#define LOGIND_SESSION LOGIND ".Session"

/* Long enough to lock, and less than the five seconds that logind would wait. */
#define LET_SLEEP_AFTER_SECONDS 3

static const char *const savers[] = {
  "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
  "org.mate.ScreenSaver",        "org.xfce.ScreenSaver",
};

struct _KeelAwayWatch
{
  GObject parent_instance;

  gboolean sleep;
  gboolean screen;
  gboolean disposed;

  GDBusConnection *session_bus; /* nullable */
  guint saver_ids[G_N_ELEMENTS (savers)];

  GDBusConnection *system_bus; /* nullable */
  gboolean system_asked;
  guint logind_watch;
  gboolean logind_there;
  guint sleep_id;
  guint lock_id, hint_id; /* of this login's session */
  int inhibitor;          /* a descriptor; -1: none */
  gboolean inhibiting;    /* one was asked for */
  guint let_sleep_timeout;
};

G_DEFINE_FINAL_TYPE (KeelAwayWatch, keel_away_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_SLEEP,
  SIGNAL_SCREEN_LOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void inhibit (KeelAwayWatch *self);

static void
unsubscribe (GDBusConnection *bus, guint *id)
{
  if (*id != 0)
    g_dbus_connection_signal_unsubscribe (bus, *id);
  *id = 0;
}

static void
let_sleep (KeelAwayWatch *self)
{
  g_clear_handle_id (&self->let_sleep_timeout, g_source_remove);
  if (self->inhibitor >= 0)
    g_close (self->inhibitor, NULL);
  self->inhibitor = -1;
}

static void
inhibited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAwayWatch) self = data;
  g_autoptr (GUnixFDList) descriptors = NULL;
  g_autoptr (GVariant) answer = NULL;
  int handle;

  self->inhibiting = FALSE;
  answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &descriptors, result,
                                                            NULL);
  if (answer == NULL || descriptors == NULL)
    return;
  g_variant_get (answer, "(h)", &handle);
  let_sleep (self);
  if (self->sleep && self->logind_there)
    self->inhibitor = g_unix_fd_list_get (descriptors, handle, NULL);
}

static void
inhibit (KeelAwayWatch *self)
{
  if (!self->sleep || !self->logind_there || self->inhibitor >= 0 || self->inhibiting)
    return;
  self->inhibiting = TRUE;
  g_dbus_connection_call_with_unix_fd_list (self->system_bus, LOGIND, LOGIND_PATH, LOGIND_MANAGER, "Inhibit",
                                            /* Translators: why the computer waits a moment before it sleeps;
                                               shown in lists of the system. */
                                            g_variant_new ("(ssss)", "sleep", "Keel",
                                                           _ ("Locks before sleep"), "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                                            NULL, inhibited_cb, g_object_ref (self));
}

static gboolean
let_sleep_cb (gpointer data)
{
  KeelAwayWatch *self = data;

  self->let_sleep_timeout = 0;
  let_sleep (self);
  return G_SOURCE_REMOVE;
}

static void
prepare_for_sleep_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                      const char *name, GVariant *parameters, gpointer data)
{
  g_autoptr (KeelAwayWatch) self = g_object_ref (data);
  gboolean begins;

  if (!self->sleep || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    {
      let_sleep (self);
      inhibit (self);
      return;
    }
  if (self->let_sleep_timeout == 0)
    self->let_sleep_timeout = g_timeout_add_seconds (LET_SLEEP_AFTER_SECONDS, let_sleep_cb, self);
  g_signal_emit (self, signals[SIGNAL_SLEEP], 0);
}

static void
say_screen_locked (KeelAwayWatch *self)
{
  g_autoptr (KeelAwayWatch) alive = g_object_ref (self);

  if (self->screen)
    g_signal_emit (alive, signals[SIGNAL_SCREEN_LOCKED], 0);
}

static void
login_lock_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
               const char *name, GVariant *parameters, gpointer data)
{
  say_screen_locked (KEEL_AWAY_WATCH (data));
}

static void
login_hint_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
               const char *name, GVariant *parameters, gpointer data)
{
  g_autoptr (GVariant) changed = NULL;
  gboolean locked = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  changed = g_variant_get_child_value (parameters, 1);
  if (g_variant_lookup (changed, "LockedHint", "b", &locked) && locked)
    say_screen_locked (KEEL_AWAY_WATCH (data));
}

static void
saver_active_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                 const char *name, GVariant *parameters, gpointer data)
{
  gboolean active = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &active);
  if (active)
    say_screen_locked (KEEL_AWAY_WATCH (data));
}

static void
forget_login (KeelAwayWatch *self)
{
  unsubscribe (self->system_bus, &self->lock_id);
  unsubscribe (self->system_bus, &self->hint_id);
}

static void
login_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAwayWatch) self = data;
  GDBusConnection *bus = G_DBUS_CONNECTION (source);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (bus, result, NULL);
  const char *path;

  if (answer == NULL || self->system_bus == NULL)
    return;
  g_variant_get (answer, "(&o)", &path);
  forget_login (self);
  self->lock_id = g_dbus_connection_signal_subscribe (bus, LOGIND, LOGIND_SESSION, "Lock", path, NULL,
                                                      G_DBUS_SIGNAL_FLAGS_NONE, login_lock_cb, self, NULL);
  self->hint_id = g_dbus_connection_signal_subscribe (bus, LOGIND, "org.freedesktop.DBus.Properties",
                                                      "PropertiesChanged", path, LOGIND_SESSION,
                                                      G_DBUS_SIGNAL_FLAGS_NONE, login_hint_cb, self, NULL);
}

/* Other people's sessions lock too. */
static void
find_login (KeelAwayWatch *self)
{
  const char *id = g_getenv ("XDG_SESSION_ID");

  g_dbus_connection_call (self->system_bus, LOGIND, LOGIND_PATH, LOGIND_MANAGER, "GetSession",
                          g_variant_new ("(s)", id != NULL && *id != '\0' ? id : "auto"),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, login_found_cb,
                          g_object_ref (self));
}

static void
logind_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  KeelAwayWatch *self = data;

  self->logind_there = TRUE;
  inhibit (self);
  find_login (self);
}

/* The descriptor of a service that has ended holds nothing. */
static void
logind_vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  KeelAwayWatch *self = data;

  self->logind_there = FALSE;
  let_sleep (self);
  if (self->system_bus != NULL)
    forget_login (self);
}

static void
system_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAwayWatch) self = data;
  g_autoptr (GDBusConnection) bus = NULL;

  bus = g_bus_get_finish (result, NULL);
  if (bus == NULL || self->disposed)
    return;
  self->system_bus = g_steal_pointer (&bus);
  /* A system bus that ends is no reason for Keel to. */
  g_dbus_connection_set_exit_on_close (self->system_bus, FALSE);
  self->sleep_id = g_dbus_connection_signal_subscribe (self->system_bus, LOGIND, LOGIND_MANAGER,
                                                       "PrepareForSleep", LOGIND_PATH, NULL,
                                                       G_DBUS_SIGNAL_FLAGS_NONE, prepare_for_sleep_cb, self,
                                                       NULL);
  self->logind_watch = g_bus_watch_name_on_connection (self->system_bus, LOGIND,
                                                       G_BUS_NAME_WATCHER_FLAGS_NONE, logind_appeared_cb,
                                                       logind_vanished_cb, self, NULL);
}

static void
watch_savers (KeelAwayWatch *self)
{
  for (gsize i = 0; self->session_bus != NULL && i < G_N_ELEMENTS (savers); i++)
    {
      if (self->saver_ids[i] == 0)
        self->saver_ids[i] = g_dbus_connection_signal_subscribe (self->session_bus, savers[i], savers[i],
                                                                 "ActiveChanged", NULL, NULL,
                                                                 G_DBUS_SIGNAL_FLAGS_NONE, saver_active_cb,
                                                                 self, NULL);
    }
}

static void
keel_away_watch_dispose (GObject *object)
{
  KeelAwayWatch *self = KEEL_AWAY_WATCH (object);

  self->disposed = TRUE;
  self->sleep = self->screen = FALSE;
  let_sleep (self);
  g_clear_handle_id (&self->logind_watch, g_bus_unwatch_name);
  for (gsize i = 0; i < G_N_ELEMENTS (savers); i++)
    unsubscribe (self->session_bus, &self->saver_ids[i]);
  unsubscribe (self->system_bus, &self->sleep_id);
  forget_login (self);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);
  G_OBJECT_CLASS (keel_away_watch_parent_class)->dispose (object);
}

static void
keel_away_watch_class_init (KeelAwayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_away_watch_dispose;

  signals[SIGNAL_SLEEP] = g_signal_new ("sleep", KEEL_TYPE_AWAY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_SCREEN_LOCKED] = g_signal_new ("screen-locked", KEEL_TYPE_AWAY_WATCH, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_away_watch_init (KeelAwayWatch *self)
{
  self->inhibitor = -1;
}

KeelAwayWatch *
keel_away_watch_new (GDBusConnection *session_bus)
{
  KeelAwayWatch *self = g_object_new (KEEL_TYPE_AWAY_WATCH, NULL);

  g_set_object (&self->session_bus, session_bus);
  return self;
}

void
keel_away_watch_set_watched (KeelAwayWatch *self, gboolean sleep, gboolean screen)
{
  self->sleep = sleep;
  self->screen = screen;
  if (screen)
    watch_savers (self);
  if ((sleep || screen) && !self->system_asked)
    g_bus_get (G_BUS_TYPE_SYSTEM, NULL, system_bus_cb, g_object_ref (self));
  self->system_asked |= sleep || screen;
  if (sleep)
    inhibit (self);
  else
    let_sleep (self);
}
