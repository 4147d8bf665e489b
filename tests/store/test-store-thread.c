/* KeelStoreThread: order, one at a time, cancelling, and the end. */

#include "store/keel-store-thread.h"

#define N_JOBS 100

typedef struct
{
  GThread *thread;
  int running;
  int next;
  int finished;
} Log;

typedef struct
{
  Log *log;
  int number;
} Job;

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_assert_cmpint (g_atomic_int_add (&job->log->running, 1), ==, 0);
  g_assert_cmpint (job->number, ==, job->log->next++);
  if (job->log->thread == NULL)
    job->log->thread = g_thread_self ();
  g_assert_true (job->log->thread == g_thread_self ());
  g_assert_cmpint (g_atomic_int_add (&job->log->running, -1), ==, 1);
  g_task_return_int (task, job->number);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Log *log = data;
  GError *error = NULL;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, log->finished++);
  g_assert_no_error (error);
}

static void
queue (KeelStoreThread *thread, Log *log, int number)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, finished_cb, log);
  Job *job = g_new0 (Job, 1);

  job->log = log;
  job->number = number;
  g_task_set_task_data (task, job, g_free);
  keel_store_thread_run (thread, task, work_cb);
}

static void
test_order (void)
{
  g_autoptr (KeelStoreThread) thread = keel_store_thread_new ();
  Log log = { 0 };

  for (int i = 0; i < N_JOBS; i++)
    queue (thread, &log, i);
  while (log.finished < N_JOBS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (log.next, ==, N_JOBS);
  g_assert_true (log.thread != g_thread_self ());
}

static void
test_end (void)
{
  KeelStoreThread *thread = keel_store_thread_new ();
  Log log = { 0 };

  for (int i = 0; i < N_JOBS; i++)
    queue (thread, &log, i);
  g_assert_finalize_object (thread);
  /* All ran before the last reference was gone, without a main loop. */
  g_assert_cmpint (log.next, ==, N_JOBS);
  while (log.finished < N_JOBS)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GMutex *gate = data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  g_task_return_boolean (task, TRUE);
}

static void
never_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_assert_not_reached ();
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *cancelled = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *cancelled = TRUE;
}

static void
test_cancel (void)
{
  g_autoptr (KeelStoreThread) thread = keel_store_thread_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) first = g_task_new (NULL, NULL, NULL, NULL);
  gboolean cancelled = FALSE;
  g_autoptr (GTask) second = g_task_new (NULL, cancellable, cancelled_cb, &cancelled);
  GMutex gate;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  g_task_set_task_data (first, &gate, NULL);
  keel_store_thread_run (thread, first, wait_cb);
  keel_store_thread_run (thread, second, never_cb);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  while (!cancelled)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&thread);
  g_mutex_clear (&gate);
}

static void
drop_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KeelStoreThread **thread = data;

  g_clear_object (thread);
  g_task_return_boolean (task, TRUE);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The last reference goes in the thread itself: no deadlock. */
static void
test_drop_inside (void)
{
  gboolean dropped = FALSE;
  KeelStoreThread *thread = keel_store_thread_new ();
  GTask *task = g_task_new (NULL, NULL, dropped_cb, &dropped);
  gpointer watched = thread;

  g_object_add_weak_pointer (G_OBJECT (thread), &watched);
  g_task_set_task_data (task, &thread, NULL);
  keel_store_thread_run (watched, task, drop_cb);
  g_object_unref (task);
  while (!dropped)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (watched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/thread/order", test_order);
  g_test_add_func ("/store/thread/end", test_end);
  g_test_add_func ("/store/thread/cancel", test_cancel);
  g_test_add_func ("/store/thread/drop-inside", test_drop_inside);
  return g_test_run ();
}
