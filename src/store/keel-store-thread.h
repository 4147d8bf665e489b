#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* KeelStoreThread: one thread that runs a profile's jobs in order, for the app. Letting go of the last
 * reference runs what is still queued and waits for it. */
#define KEEL_TYPE_STORE_THREAD (keel_store_thread_get_type ())
G_DECLARE_FINAL_TYPE (KeelStoreThread, keel_store_thread, KEEL, STORE_THREAD, GObject)

KeelStoreThread *keel_store_thread_new (void);

/* Queues @task: @func runs it in the store thread, as g_task_run_in_thread () would; its callback comes
 * in the main context that made the task. Jobs run one at a time, in order; one that was cancelled
 * before its turn does not run and returns G_IO_ERROR_CANCELLED. */
void keel_store_thread_run (KeelStoreThread *self, GTask *task, GTaskThreadFunc func);

G_END_DECLS
