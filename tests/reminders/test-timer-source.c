#include <errno.h>
#include <glib.h>

#include "reminders/keel-timer-source.h"

typedef struct
{
  GMainLoop *loop;
  GSource *timer;
  guint fired;
  guint stepped;
  gint64 at; /* microseconds UTC: when it fired last */
} Fixture;

static void
timer_cb (gboolean stepped, gpointer data)
{
  Fixture *fixture = data;

  fixture->fired++;
  fixture->stepped += stepped;
  fixture->at = g_get_real_time ();
  g_main_loop_quit (fixture->loop);
}

static gboolean
give_up_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->timer = keel_timer_source_new (NULL);
  g_assert_nonnull (fixture->timer);
  g_source_set_callback (fixture->timer, (GSourceFunc) (void (*) (void)) timer_cb, fixture, NULL);
  g_source_attach (fixture->timer, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_source_destroy (fixture->timer);
  g_source_unref (fixture->timer);
  g_main_loop_unref (fixture->loop);
}

/* Until it fires, at most so long. */
static void
wait_for (Fixture *fixture, guint milliseconds)
{
  guint give_up = g_timeout_add (milliseconds, give_up_cb, fixture->loop);

  g_main_loop_run (fixture->loop);
  g_source_remove (give_up);
}

static void
test_fires_at_its_instant (Fixture *fixture, gconstpointer data)
{
  gint64 due = g_get_real_time () + 200 * 1000;

  keel_timer_source_arm (fixture->timer, due);
  wait_for (fixture, 10000);
  g_assert_cmpuint (fixture->fired, ==, 1);
  g_assert_cmpuint (fixture->stepped, ==, 0);
  g_assert_cmpint (fixture->at, >=, due);
}

static void
test_fires_once_for_each_arming (Fixture *fixture, gconstpointer data)
{
  keel_timer_source_arm (fixture->timer, g_get_real_time () + 20 * 1000);
  wait_for (fixture, 10000);
  wait_for (fixture, 100);
  g_assert_cmpuint (fixture->fired, ==, 1);

  keel_timer_source_arm (fixture->timer, g_get_real_time () + 20 * 1000);
  wait_for (fixture, 10000);
  g_assert_cmpuint (fixture->fired, ==, 2);
}

static void
test_the_last_arming_counts (Fixture *fixture, gconstpointer data)
{
  gint64 due;

  keel_timer_source_arm (fixture->timer, g_get_real_time () + (gint64) 3600 * G_USEC_PER_SEC);
  due = g_get_real_time () + 50 * 1000;
  keel_timer_source_arm (fixture->timer, due);
  wait_for (fixture, 10000);
  g_assert_cmpuint (fixture->fired, ==, 1);
  g_assert_cmpint (fixture->at, >=, due);
}

static void
test_the_past_fires_at_once (Fixture *fixture, gconstpointer data)
{
  static const gint64 instants[] = { 1000000, 1, 0, -5, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      keel_timer_source_arm (fixture->timer, instants[i]);
      wait_for (fixture, 10000);
      g_assert_cmpuint (fixture->fired, ==, i + 1);
    }
}

static void
test_disarmed_stays_silent (Fixture *fixture, gconstpointer data)
{
  keel_timer_source_arm (fixture->timer, g_get_real_time () + 50 * 1000);
  keel_timer_source_arm (fixture->timer, KEEL_TIMER_NEVER);
  wait_for (fixture, 200);
  g_assert_cmpuint (fixture->fired, ==, 0);
}

static ssize_t
read_cancelled (int fd, void *buffer, size_t size)
{
  errno = ECANCELED;
  return -1;
}

static ssize_t
read_nothing (int fd, void *buffer, size_t size)
{
  errno = EAGAIN;
  return -1;
}

static void
test_a_step_is_told (Fixture *fixture, gconstpointer data)
{
  keel_timer_source_set_read (fixture->timer, read_cancelled);
  keel_timer_source_arm (fixture->timer, 1);
  wait_for (fixture, 10000);
  g_assert_cmpuint (fixture->stepped, ==, 1);
}

static void
test_a_false_alarm_is_not (Fixture *fixture, gconstpointer data)
{
  keel_timer_source_set_read (fixture->timer, read_nothing);
  keel_timer_source_arm (fixture->timer, 1);
  wait_for (fixture, 100);
  g_assert_cmpuint (fixture->fired, ==, 0);
}

#define ADD(name, function) g_test_add ("/timer-source/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fires-at-its-instant", test_fires_at_its_instant);
  ADD ("fires-once-for-each-arming", test_fires_once_for_each_arming);
  ADD ("the-last-arming-counts", test_the_last_arming_counts);
  ADD ("the-past-fires-at-once", test_the_past_fires_at_once);
  ADD ("disarmed-stays-silent", test_disarmed_stays_silent);
  ADD ("a-step-is-told", test_a_step_is_told);
  ADD ("a-false-alarm-is-not", test_a_false_alarm_is_not);
  return g_test_run ();
}
