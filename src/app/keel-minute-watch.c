#include "keel-minute-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define SYSTEM_ZONE "/etc/localtime"

struct _KeelMinuteWatch
{
  GObject parent_instance;

  GFileMonitor *zone;
  int timer; /* a descriptor; -1: none */
  guint source;
};

G_DEFINE_FINAL_TYPE (KeelMinuteWatch, keel_minute_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
look (KeelMinuteWatch *self)
{
  g_autoptr (KeelMinuteWatch) alive = g_object_ref (self);

  g_signal_emit (alive, signals[SIGNAL_LOOK], 0);
}

/* Reading fails with ECANCELED where the clock was set: then it is time too. */
static gboolean
timer_cb (int descriptor, GIOCondition condition, gpointer data)
{
  guint64 times;

  if (read (descriptor, &times, sizeof times) > 0 || errno == ECANCELED)
    look (data);
  return G_SOURCE_CONTINUE;
}

static void
keel_minute_watch_dispose (GObject *object)
{
  KeelMinuteWatch *self = KEEL_MINUTE_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->timer >= 0)
    g_close (self->timer, NULL);
  self->timer = -1;
  g_clear_object (&self->zone);
  G_OBJECT_CLASS (keel_minute_watch_parent_class)->dispose (object);
}

static void
keel_minute_watch_class_init (KeelMinuteWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_minute_watch_dispose;

  signals[SIGNAL_LOOK] = g_signal_new ("look", KEEL_TYPE_MINUTE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
keel_minute_watch_init (KeelMinuteWatch *self)
{
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer < 0)
    g_warning ("The calendar will not follow the clock: %s", g_strerror (errno));
  else
    self->source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  keel_minute_watch_set_zone_file (self, SYSTEM_ZONE);
}

KeelMinuteWatch *
keel_minute_watch_new (void)
{
  return g_object_new (KEEL_TYPE_MINUTE_WATCH, NULL);
}

void
keel_minute_watch_arm (KeelMinuteWatch *self, gint64 now)
{
  struct itimerspec when = { 0 };
  gboolean failed;

  if (self->timer < 0)
    return;
  /* ECANCELED: the clock was set since it was armed before; whoever arms looks at the clock after it. */
  do
    {
      when.it_value.tv_sec = g_get_real_time () / G_USEC_PER_SEC + 60 - now % 60;
      failed = timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) < 0;
    }
  while (failed && errno == ECANCELED);
  if (failed)
    g_warning ("The calendar will not follow the clock: %s", g_strerror (errno));
}

void
keel_minute_watch_set_zone_file (KeelMinuteWatch *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_clear_object (&self->zone);
  self->zone = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->zone != NULL)
    g_signal_connect_object (self->zone, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}
