#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* KeelStoreThread: one thread that runs a profile's jobs in order, for the app. */
#define KEEL_TYPE_STORE_THREAD (keel_store_thread_get_type ())
G_DECLARE_FINAL_TYPE (KeelStoreThread, keel_store_thread, KEEL, STORE_THREAD, GObject)

KeelStoreThread *keel_store_thread_new (void);

/* Queues @task: @func runs it in the store thread, as g_task_run_in_thread () would; its callback comes
 * in the main context that made the task. Jobs run one at a time, in order. */
void keel_store_thread_run (KeelStoreThread *self, GTask *task, GTaskThreadFunc func);

G_END_DECLS
