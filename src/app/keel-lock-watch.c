#include "keel-lock-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <sys/timerfd.h>
#include <time.h>

#include "keel-away-watch.h"

struct _KeelLockWatch
{
  GObject parent_instance;

  KeelSession *session;
  KeelAwayWatch *away;
  GListModel *windows;

  gint64 limit; /* nanoseconds; 0: none */
  gint64 last_use;
  int timer; /* a descriptor */
  guint timer_source;
  gpointer surface; /* where the pointer was last seen: an address to compare, no more */
  double x, y;
};

G_DEFINE_FINAL_TYPE (KeelLockWatch, keel_lock_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The time that goes on while the computer sleeps. */
static gint64
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* Once for each pause, however many events there are: when it is over, it is seen whether it was one. */
static void
arm (KeelLockWatch *self)
{
  struct itimerspec when = { 0 };
  gint64 at = self->last_use + self->limit;

  if (self->limit > 0)
    {
      when.it_value.tv_sec = at / G_GINT64_CONSTANT (1000000000);
      when.it_value.tv_nsec = at % G_GINT64_CONSTANT (1000000000);
    }
  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME, &when, NULL) < 0)
    g_warning ("Keel will not lock by itself when it is not used: %s", g_strerror (errno));
}

static void
lock (KeelLockWatch *self)
{
  g_autoptr (KeelLockWatch) alive = g_object_ref (self);

  self->last_use = get_now ();
  arm (self);
  g_signal_emit (alive, signals[SIGNAL_LOCK], 0);
}

static gboolean
was_idle_too_long (KeelLockWatch *self)
{
  return self->limit > 0 && get_now () - self->last_use >= self->limit &&
         !keel_session_is_importing (self->session);
}

static gboolean
timer_cb (int descriptor, GIOCondition condition, gpointer data)
{
  KeelLockWatch *self = data;
  guint64 times;

  if (read (descriptor, &times, sizeof times) < 0)
    return G_SOURCE_CONTINUE;
  if (was_idle_too_long (self))
    {
      lock (self);
    }
  else
    {
      if (keel_session_is_importing (self->session))
        self->last_use = get_now ();
      arm (self);
    }
  return G_SOURCE_CONTINUE;
}

/* GTK makes motions of its own where something moves under a pointer that rests. */
static gboolean
has_moved (KeelLockWatch *self, GdkEvent *event)
{
  gpointer surface = gdk_event_get_surface (event);
  double x = 0, y = 0;
  gboolean moved;

  gdk_event_get_position (event, &x, &y);
  moved = surface != self->surface || x != self->x || y != self->y;
  self->surface = surface;
  self->x = x;
  self->y = y;
  return moved;
}

static gboolean
is_use (KeelLockWatch *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
      return has_moved (self, event);
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_KEY_PRESS:
    case GDK_KEY_RELEASE:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_PAD_BUTTON_PRESS:
    case GDK_DROP_START:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whoever comes back after too long a pause, even before the timer was heard, sees nothing more. */
static gboolean
event_cb (GtkEventController *controller, GdkEvent *event, KeelLockWatch *self)
{
  if (!is_use (self, event))
    return GDK_EVENT_PROPAGATE;
  if (was_idle_too_long (self))
    {
      lock (self);
      return GDK_EVENT_STOP;
    }
  self->last_use = get_now ();
  return GDK_EVENT_PROPAGATE;
}

static void
watch_window (KeelLockWatch *self, GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (window, controller);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added, KeelLockWatch *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch_window (self, window);
    }
}

static void
keel_lock_watch_dispose (GObject *object)
{
  KeelLockWatch *self = KEEL_LOCK_WATCH (object);

  g_clear_handle_id (&self->timer_source, g_source_remove);
  if (self->timer >= 0)
    g_close (self->timer, NULL);
  self->timer = -1;
  if (self->away != NULL)
    g_object_run_dispose (G_OBJECT (self->away));
  g_clear_object (&self->away);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_lock_watch_parent_class)->dispose (object);
}

static void
keel_lock_watch_class_init (KeelLockWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_lock_watch_dispose;

  signals[SIGNAL_LOCK] = g_signal_new ("lock", KEEL_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
keel_lock_watch_init (KeelLockWatch *self)
{
  self->last_use = get_now ();
  self->timer = timerfd_create (CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer >= 0)
    self->timer_source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  /* Of every kind: dialogs, the choice of files, the shortcuts. */
  self->windows = gtk_window_get_toplevels ();
  windows_changed_cb (self->windows, 0, 0, g_list_model_get_n_items (self->windows), self);
  g_signal_connect_object (self->windows, "items-changed", G_CALLBACK (windows_changed_cb), self, 0);
}

KeelLockWatch *
keel_lock_watch_new (KeelSession *session, GDBusConnection *session_bus)
{
  KeelLockWatch *self = g_object_new (KEEL_TYPE_LOCK_WATCH, NULL);

  self->session = g_object_ref (session);
  self->away = keel_away_watch_new (session_bus);
  g_signal_connect_object (self->away, "sleep", G_CALLBACK (lock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->away, "screen-locked", G_CALLBACK (lock), self, G_CONNECT_SWAPPED);
  return self;
}

void
keel_lock_watch_set_rules (KeelLockWatch *self, guint idle_seconds, gboolean on_sleep,
                           gboolean on_screen_lock)
{
  self->limit = idle_seconds * G_GINT64_CONSTANT (1000000000);
  self->last_use = get_now ();
  arm (self);
  keel_away_watch_set_watched (self->away, on_sleep, on_screen_lock);
}
