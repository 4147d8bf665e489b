#include "keel-timer-source.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

typedef struct
{
  GSource parent;

  int fd;
  gboolean cancelled; /* told by timerfd_settime instead of read */
  KeelTimerRead read;
} KeelTimerSource;

/* TRUE when there is something to tell. */
static gboolean
read_timer (KeelTimerSource *self, gboolean *stepped)
{
  guint64 expirations;
  ssize_t size;

  *stepped = self->cancelled;
  self->cancelled = FALSE;
  size = self->read (self->fd, &expirations, sizeof expirations);
  if (size < 0 && errno == ECANCELED)
    *stepped = TRUE;
  return size > 0 || *stepped;
}

static gboolean
keel_timer_source_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  KeelTimerSource *self = (KeelTimerSource *) source;
  gboolean stepped;

  g_source_set_ready_time (source, -1);
  if (read_timer (self, &stepped) && callback != NULL)
    ((KeelTimerFunc) (void (*) (void)) callback) (stepped, data);
  return G_SOURCE_CONTINUE;
}

static void
keel_timer_source_finalize (GSource *source)
{
  close (((KeelTimerSource *) source)->fd);
}

static GSourceFuncs keel_timer_source_funcs = {
  .dispatch = keel_timer_source_dispatch,
  .finalize = keel_timer_source_finalize,
};

GSource *
keel_timer_source_new (GError **error)
{
  KeelTimerSource *self;
  GSource *source;
  int fd;

  fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "No timer: %s", g_strerror (errno));
      return NULL;
    }

  source = g_source_new (&keel_timer_source_funcs, sizeof (KeelTimerSource));
  self = (KeelTimerSource *) source;
  self->fd = fd;
  self->read = read;
  g_source_set_name (source, "KeelTimerSource");
  g_source_add_unix_fd (source, fd, G_IO_IN);
  keel_timer_source_arm (source, KEEL_TIMER_NEVER);
  return source;
}

void
keel_timer_source_arm (GSource *source, gint64 at)
{
  KeelTimerSource *self = (KeelTimerSource *) source;
  struct itimerspec spec = { 0 };

  g_return_if_fail (source != NULL);

  if (at != KEEL_TIMER_NEVER)
    {
      at = MAX (at, 1); /* zero would disarm */
      spec.it_value.tv_sec = at / G_USEC_PER_SEC;
      spec.it_value.tv_nsec = at % G_USEC_PER_SEC * 1000;
    }

  /* The flag stays set when disarmed: the kernel then still tells of a step. */
  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    return;
  if (errno != ECANCELED)
    {
      g_critical ("The timer could not be set: %s", g_strerror (errno));
      return;
    }
  self->cancelled = TRUE;
  g_source_set_ready_time (source, 0);
}

void
keel_timer_source_set_read (GSource *source, KeelTimerRead function)
{
  g_return_if_fail (source != NULL && function != NULL);

  ((KeelTimerSource *) source)->read = function;
}
