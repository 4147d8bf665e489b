#include "config.h"

#include "keel-entry-destroy.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-entry-question.h"
#include "keel-window.h"
#include "keel-worksheet-row.h"

typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid;
  KeelEntryDestroyed done;
} Wish;

static void
wish_free (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  g_object_unref (wish->widget);
  g_object_unref (wish->session);
  g_free (wish->uuid);
  g_free (wish);
}

static Wish *
wish_new (GtkWidget *widget, KeelSession *session, const char *uuid, KeelEntryDestroyed done)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->session = g_object_ref (session);
  wish->uuid = g_strdup (uuid);
  wish->done = done;
  return wish;
}

static void
destroyed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      wish->done (wish->widget);
    }
  else
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (wish->widget, sentence);
    }
  wish_free (wish, NULL);
}

static void
response_cb (GtkWidget *dialog, const char *response, Wish *wish)
{
  if (g_str_equal (response, "go"))
    keel_session_destroy_entry_async (wish->session, wish->uuid, destroyed_cb,
                                      wish_new (wish->widget, wish->session, wish->uuid, wish->done));
}

void
keel_entry_destroy_ask (GtkWidget *widget, KeelSession *session, KeelEntry *entry, KeelEntryDestroyed done)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  /* Translators: %s is the title of what was written. */
  g_autofree char *title = g_strdup_printf (_ ("Destroy “%s” for ever?"),
                                            keel_worksheet_row_name_entry (entry));
  GtkWidget *dialog = keel_entry_question_new (
      parent, title,
      _ ("What you wrote, its earlier versions and what search knows of it are gone at once, and cannot be "
         "brought back. Backups that you or your computer made before may still hold it."),
      _ ("Keep It"), _ ("Destroy for Ever"));

  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         wish_new (widget, session, entry->uuid, done), wish_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
