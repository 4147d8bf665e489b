#include "keel-store-thread.h"

struct _KeelStoreThread
{
  GObject parent_instance;

  GAsyncQueue *queue; /* of Job; shared with the thread, which may outlive this object by a moment */
  GThread *thread;
};

/* A job without a task ends the thread. */
typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Job;

G_DEFINE_FINAL_TYPE (KeelStoreThread, keel_store_thread, G_TYPE_OBJECT)

static void
queue_job (GAsyncQueue *queue, GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  g_async_queue_push (queue, job);
}

static void
run_job (Job *job)
{
  if (!g_task_return_error_if_cancelled (job->task))
    job->func (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
               g_task_get_cancellable (job->task));
  g_object_unref (job->task);
}

static gpointer
run_jobs_cb (gpointer data)
{
  GAsyncQueue *queue = data;
  gboolean more = TRUE;

  while (more)
    {
      g_autofree Job *job = g_async_queue_pop (queue);

      more = job->task != NULL;
      if (more)
        run_job (job);
    }
  g_async_queue_unref (queue);
  return NULL;
}

static void
keel_store_thread_finalize (GObject *object)
{
  KeelStoreThread *self = KEEL_STORE_THREAD (object);

  queue_job (self->queue, NULL, NULL);
  /* The last reference may fall with a task inside the thread, which cannot wait for itself. */
  if (self->thread == g_thread_self ())
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  g_async_queue_unref (self->queue);

  G_OBJECT_CLASS (keel_store_thread_parent_class)->finalize (object);
}

static void
keel_store_thread_class_init (KeelStoreThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_store_thread_finalize;
}

static void
keel_store_thread_init (KeelStoreThread *self)
{
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("keel-store", run_jobs_cb, g_async_queue_ref (self->queue));
}

KeelStoreThread *
keel_store_thread_new (void)
{
  return g_object_new (KEEL_TYPE_STORE_THREAD, NULL);
}

void
keel_store_thread_run (KeelStoreThread *self, GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (KEEL_IS_STORE_THREAD (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  queue_job (self->queue, g_object_ref (task), func);
}
