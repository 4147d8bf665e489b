#include "keel-session-private.h"

/* What is told after a task. */
typedef struct
{
  const char *first;
  const char *second; /* nullable */
} Telling;

static void
completed_cb (GTask *task, GParamSpec *pspec, KeelSession *self)
{
  const Telling *telling = g_object_get_data (G_OBJECT (task), "keel-telling");

  if (g_task_had_error (task))
    return;
  g_signal_emit_by_name (self, telling->first);
  if (telling->second != NULL)
    g_signal_emit_by_name (self, telling->second);
}

void
keel_session_tell_after (KeelSession *self, GTask *task, const char *signal, const char *other)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->first = g_intern_string (signal);
  telling->second = g_intern_string (other);
  g_object_set_data_full (G_OBJECT (task), "keel-telling", telling, g_free);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), self, 0);
}
