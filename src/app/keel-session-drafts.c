#include "keel-session-private.h"

#define PREFIX "draft/"

typedef struct
{
  char *name;
  char *key;
  GVariant *wanted; /* both nullable: none */
  GVariant *before;
} Draft;

static void
draft_free (Draft *draft)
{
  g_clear_pointer (&draft->wanted, g_variant_unref);
  g_clear_pointer (&draft->before, g_variant_unref);
  g_free (draft->name);
  g_free (draft->key);
  g_free (draft);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  Draft *draft = task_data;
  g_autofree char *text = draft->wanted != NULL ? g_variant_print (draft->wanted, TRUE) : NULL;
  GError *error = NULL;

  if (profile == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
  else if (keel_journal_set_setting (keel_profile_get_journal (profile), draft->key, text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
has_draft (KeelSession *self, const char *name, GVariant *draft)
{
  g_autoptr (GVariant) kept = g_variant_lookup_value (keel_session_get_drafts (self), name, NULL);

  if (kept == NULL || draft == NULL)
    return kept == draft;
  return g_variant_equal (kept, draft);
}

static void
remember (KeelSession *self, const char *name, GVariant *draft)
{
  g_autoptr (GVariantDict) drafts = g_variant_dict_new (keel_session_get_drafts (self));

  if (draft != NULL)
    g_variant_dict_insert_value (drafts, name, draft);
  else
    g_variant_dict_remove (drafts, name);
  keel_session_set_drafts (self, g_variant_dict_end (drafts));
}

/* What could not be written is not there: it is tried again the next time. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelSession *self = KEEL_SESSION (source);
  Draft *draft = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return;
  g_warning ("What was being typed could not be kept: %s", error->message);
  if (draft->wanted != NULL)
    keel_session_set_draft_error (self, error);
  if (has_draft (self, draft->name, draft->wanted))
    remember (self, draft->name, draft->before);
}

void
keel_session_save_draft (KeelSession *self, const char *name, GVariant *draft)
{
  g_autoptr (GVariant) kept = draft != NULL ? g_variant_ref_sink (draft) : NULL;
  g_autoptr (GTask) task = NULL;
  Draft *job;

  /* Most windows close without a draft ever having been written. */
  if (has_draft (self, name, kept))
    return;
  job = g_new0 (Draft, 1);
  job->name = g_strdup (name);
  job->key = g_strconcat (PREFIX, name, NULL);
  job->before = g_variant_lookup_value (keel_session_get_drafts (self), name, NULL);
  job->wanted = g_steal_pointer (&kept);
  remember (self, name, job->wanted);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) draft_free);
  keel_session_run (self, task, save_in_thread, FALSE);
}

/* A draft that cannot be read, such as one of a newer Keel, is left where it is. */
GVariant *
keel_session_read_drafts (KeelJournal *journal, GError **error)
{
  g_autoptr (GVariantDict) drafts = g_variant_dict_new (NULL);
  g_autoptr (GHashTable) settings = keel_journal_get_settings (journal, PREFIX, error);
  GHashTableIter iter;
  gpointer key, text;

  if (settings == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      g_autoptr (GVariant) draft = g_variant_parse (NULL, text, NULL, NULL, NULL);

      if (draft != NULL)
        g_variant_dict_insert_value (drafts, (const char *) key + strlen (PREFIX), draft);
    }
  return g_variant_ref_sink (g_variant_dict_end (drafts));
}
