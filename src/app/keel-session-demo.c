#include "keel-session-demo.h"

#include "store/keel-demo.h"
#include "store/keel-system-clock.h"

#include "keel-session-private.h"
#include "keel-session-settings.h"

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  const char *data_dir = keel_session_get_data_dir (self);
  KeelPageGroups pages = GPOINTER_TO_UINT (task_data);
  g_autoptr (KeelClock) clock = KEEL_CLOCK (keel_system_clock_new ());
  char *id = keel_demo_find (data_dir, pages);
  GError *error = NULL;

  if (id == NULL)
    id = keel_demo_create (data_dir, pages, keel_session_get_content (self), clock, &error);
  if (id != NULL)
    g_task_return_pointer (task, id, g_free);
  else
    g_task_return_error (task, error);
}

/* It is another profile: the store thread of this one has nothing to do with it. */
void
keel_session_find_demo_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, GUINT_TO_POINTER (keel_session_get_page_groups (self)), NULL);
  g_task_run_in_thread (task, find_in_thread);
}

char *
keel_session_find_demo_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
