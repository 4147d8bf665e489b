#include "config.h"

#include "keel-save-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  GBytes *bytes;
  char *name; /* of the file that was chosen; NULL: none was */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chooser);
  g_bytes_unref (saving->bytes);
  g_free (saving->name);
  g_free (saving);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, GTask *task)
{
  Saving *saving = g_task_get_task_data (task);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  saving->name = g_file_get_basename (file);
  /* A file that is there already may be open to others, and would stay so. */
  g_file_replace_contents_bytes_async (file, saving->bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       written_cb, task);
}

void
keel_save_file_async (GtkWindow *parent, const char *title, const char *name, GBytes *bytes,
                      GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  Saving *saving = g_new0 (Saving, 1);

  saving->bytes = g_bytes_ref (bytes);
  saving->chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                                 _ ("_Cancel"));
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), name);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

char *
keel_save_file_finish (GAsyncResult *result, GError **error)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));

  g_task_propagate_boolean (G_TASK (result), error);
  return g_steal_pointer (&saving->name);
}
