#include "config.h"

#include "keel-own-acts.h"

#include "keel-row-undo.h"

typedef struct
{
  const KeelOwnActs *acts;
  GtkWidget *widget;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_free (saving);
}

static KeelUndo *
prepare (GtkWidget *widget, KeelSession *session, const KeelOwnActs *acts, gconstpointer thing,
         gconstpointer before, KeelOwnDeed deed)
{
  const char *name = G_STRUCT_MEMBER (const char *, thing, acts->name);
  g_autofree char *said = acts->describe (deed, name);
  KeelUndo *undo = keel_row_undo_new (widget, session, acts->rows,
                                      keel_session_rows_get_uuid (acts->rows, thing), before,
                                      deed != KEEL_OWN_DELETED, said);

  keel_undo_set_subject (undo, name);
  return undo;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Saving *saving = g_task_get_task_data (task);
  const KeelSessionRows *rows = saving->acts->rows;
  GError *error = NULL;
  gpointer before = NULL;
  gpointer thing = keel_session_save_row_finish (KEEL_SESSION (source), result, &before, &error);

  if (thing == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  keel_undo_offer (prepare (saving->widget, KEEL_SESSION (source), saving->acts, thing, before,
                            before != NULL ? KEEL_OWN_CHANGED : KEEL_OWN_ADDED));
  rows->free (thing);
  rows->free (before);
  g_task_return_boolean (task, TRUE);
}

void
keel_own_save_async (GtkWidget *widget, KeelSession *session, const KeelOwnActs *acts, gconstpointer thing,
                     GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, NULL, callback, data);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ acts, g_object_ref (widget) };
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  keel_session_save_row_async (session, acts->rows, thing, saved_cb, task);
}

gboolean
keel_own_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
keel_own_delete (GtkWidget *widget, KeelSession *session, const KeelOwnActs *acts, gconstpointer thing)
{
  keel_session_delete_row_async (session, acts->rows, keel_session_rows_get_uuid (acts->rows, thing), TRUE,
                                 keel_undo_changed_cb,
                                 prepare (widget, session, acts, thing, NULL, KEEL_OWN_DELETED));
}
