#include "config.h"

#include "content/keel-sentences.h"
#include "content/keel-template-file.h"

#include <glib/gi18n-lib.h>

#include "keel-save-file.h"
#include "keel-template-acts.h"
#include "keel-template-window.h"
#include "keel-window.h"

/* Worksheets that come from a file, and go into one. */

/* One at a time, for as long as the window is there. */
#define CHOOSER "keel-template-chooser"

typedef struct
{
  GtkWindow *parent; /* weak */
  KeelSession *session;
  char *bytes; /* one more than a worksheet may have, to see that there is more */
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_weak_pointer (&reading->parent);
  g_object_unref (reading->session);
  g_free (reading->bytes);
  g_free (reading);
}

static void
show_sentence (GtkWindow *parent, const char *title, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, title, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  keel_say (GTK_WIDGET (parent), sentence);
}

static void
take (Reading *reading, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (reading->bytes, length);
  KeelTemplateFault fault = { KEEL_TEMPLATE_FAULT_NONE };
  g_autoptr (KeelWorksheet) worksheet = keel_template_file_read (bytes, &fault);
  g_autofree char *sentence = NULL;

  if (worksheet != NULL)
    {
      keel_template_window_present_file (reading->parent, reading->session, worksheet);
      return;
    }
  sentence = keel_template_fault_describe (&fault);
  show_sentence (reading->parent, _ ("This Worksheet Cannot Be Opened"), sentence);
  keel_template_fault_clear (&fault);
}

static void
fail (Reading *reading, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  if (reading->parent != NULL)
    show_sentence (reading->parent, _ ("This Worksheet Cannot Be Opened"), sentence);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error))
    fail (reading, error);
  else if (reading->parent != NULL && keel_session_is_open (reading->session))
    take (reading, length);
  reading_free (reading);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream == NULL)
    {
      fail (reading, error);
      reading_free (reading);
      return;
    }
  reading->bytes = g_malloc (KEEL_TEMPLATE_FILE_MAX + 1);
  g_input_stream_read_all_async (G_INPUT_STREAM (stream), reading->bytes, KEEL_TEMPLATE_FILE_MAX + 1,
                                 G_PRIORITY_DEFAULT, NULL, read_cb, reading);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, KeelSession *session)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));
  g_autoptr (GFile) file = NULL;
  Reading *reading;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    {
      reading = g_new0 (Reading, 1);
      g_set_weak_pointer (&reading->parent, parent);
      reading->session = g_object_ref (session);
      g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, reading);
    }
  g_object_set_data (G_OBJECT (parent), CHOOSER, NULL);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
keel_template_import_present (GtkWindow *parent, KeelSession *session)
{
  GtkFileChooserNative *chooser;

  if (g_object_get_data (G_OBJECT (parent), CHOOSER) != NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Open a Worksheet"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _ ("_Open"), _ ("_Cancel"));
  g_object_set_data_full (G_OBJECT (parent), CHOOSER, chooser, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Worksheets"), "*.xml");
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("All files"), "*");
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), session, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (name == NULL)
    return;
  if (error != NULL)
    sentence = keel_sentence_for_error (error, name);
  else
    /* Translators: %s is the name of a file */
    sentence = g_strdup_printf (_ ("The worksheet is in %s. None of your answers are."), name);
  keel_say (GTK_WIDGET (source), sentence);
  if (error != NULL)
    show_sentence (GTK_WINDOW (source), _ ("The File Could Not Be Saved"), sentence);
}

void
keel_template_export_present (GtkWindow *parent, KeelSession *session, const KeelWorksheet *worksheet)
{
  char *xml = keel_worksheet_to_xml (worksheet);
  g_autoptr (GBytes) bytes = g_bytes_new_take (xml, strlen (xml));
  /* Translators: the name of a file, which says nothing of what is in it */
  g_autofree char *name = g_strconcat (_ ("worksheet"), KEEL_TEMPLATE_FILE_ENDING, NULL);

  keel_save_file_async (parent, _ ("Save the Worksheet"), name, bytes, saved_cb, NULL);
}
