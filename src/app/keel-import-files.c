#include "config.h"

#include "keel-import-files.h"

#include <glib/gi18n-lib.h>

#include "keel-import-dialog.h"
#include "keel-list-chooser.h"

/* One at a time, for as long as the window is there. */
#define CHOOSER "keel-import-chooser"

static void
import_files (GtkWindow *window, KeelSession *session, GListModel *files)
{
  if (g_list_model_get_n_items (files) > 0)
    gtk_window_present (GTK_WINDOW (keel_import_dialog_new (window, session, files)));
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, KeelSession *session)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      import_files (window, session, files);
    }
  g_object_set_data (G_OBJECT (window), CHOOSER, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KeelSession *session)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped;

  if (!keel_session_is_open (session))
    return FALSE;
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_list_store_append (files, g_value_get_object (value));
  else
    {
      dropped = g_value_get_boxed (value);
      for (GSList *l = dropped; l != NULL; l = l->next)
        g_list_store_append (files, l->data);
    }
  import_files (GTK_WINDOW (window), session, G_LIST_MODEL (files));
  return TRUE;
}

void
keel_import_files_accept (GtkWidget *window, KeelSession *session)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), session, 0);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
}

void
keel_import_files_choose (GtkWindow *window, KeelSession *session)
{
  GtkFileChooserNative *chooser;

  if (g_object_get_data (G_OBJECT (window), CHOOSER) != NULL)
    return;
  chooser = keel_list_chooser_new (window, _ ("Import a List"));
  g_object_set_data_full (G_OBJECT (window), CHOOSER, chooser, g_object_unref);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), session, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
