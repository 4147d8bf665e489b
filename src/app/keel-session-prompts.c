#include "keel-session-prompts.h"

#include "keel-session-private.h"
#include "store/keel-profile-prompts.h"

/* One of both is looked for. */
typedef struct
{
  char *uuid;
  char *worksheet;
} Search;

static void
search_free (Search *search)
{
  g_free (search->uuid);
  g_free (search->worksheet);
  g_free (search);
}

static gboolean
fits (const Search *search, const KeelPrompt *prompt)
{
  if (search->uuid != NULL)
    return g_strcmp0 (prompt->uuid, search->uuid) == 0;
  return prompt->kind == KEEL_PROMPT_WORKSHEET && g_strcmp0 (prompt->subject, search->worksheet) == 0;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) prompts = NULL;
  KeelPrompt *found = NULL;
  GError *error = NULL;

  prompts = keel_profile_get_prompts (keel_session_get_profile (KEEL_SESSION (source)), &error);
  if (prompts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < prompts->len && found == NULL; i++)
    {
      if (fits (task_data, prompts->pdata[i]))
        found = keel_prompt_copy (prompts->pdata[i]);
    }
  g_task_return_pointer (task, found, (GDestroyNotify) keel_prompt_free);
}

static void
find (KeelSession *self, const char *uuid, const char *worksheet, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Search *search = g_new0 (Search, 1);

  search->uuid = g_strdup (uuid);
  search->worksheet = g_strdup (worksheet);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  keel_session_run (self, task, find_in_thread, FALSE);
}

void
keel_session_find_prompt_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                gpointer data)
{
  find (self, uuid, NULL, callback, data);
}

void
keel_session_find_worksheet_prompt_async (KeelSession *self, const char *worksheet,
                                          KeelSessionCallback callback, gpointer data)
{
  find (self, NULL, worksheet, callback, data);
}

static void
set_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (KeelPrompt) prompt = keel_prompt_copy (task_data);
  GError *error = NULL;

  if (keel_profile_set_prompt (keel_session_get_profile (KEEL_SESSION (source)), prompt, &error))
    g_task_return_pointer (task, g_steal_pointer (&prompt), (GDestroyNotify) keel_prompt_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_set_prompt_async (KeelSession *self, const KeelPrompt *prompt, KeelSessionCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, keel_prompt_copy (prompt), (GDestroyNotify) keel_prompt_free);
  keel_session_run (self, task, set_in_thread, TRUE);
}

KeelPrompt *
keel_session_prompt_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
drop (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_drop_prompt (profile, wish, error);
}

void
keel_session_drop_prompt_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                gpointer data)
{
  keel_session_change (self, drop, g_strdup (uuid), g_free, callback, data);
}
