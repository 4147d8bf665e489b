#include "config.h"

#include "keel-date-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelSeries *before;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->window);
  g_object_unref (undo->session);
  g_object_unref (undo->before);
  g_free (undo);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    sentence = g_strdup (_ ("The dates are again as they were."));
  else
    sentence = keel_sentence_for_error (error, NULL);
  keel_say (window, sentence);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  keel_session_set_schedule_async (undo->session, undo->before->uuid, undo->before->schedule, undone_cb,
                                   g_object_ref (undo->window));
}

void
keel_date_undo_offer (GtkWidget *widget, KeelSession *session, KeelSeries *before, const char *sentence)
{
  Undo *undo = g_new (Undo, 1);

  *undo = (Undo){ g_object_ref (widget), g_object_ref (session), g_object_ref (before) };
  keel_undo_toast_show (widget, sentence, undo_cb, undo, (GDestroyNotify) undo_free);
}
