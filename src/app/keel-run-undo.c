#include "config.h"

#include "keel-run-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid; /* NULL until it is put down */
  char *sentence;
  gboolean deleted; /* what an undo makes of it */
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  g_free (undo->uuid);
  g_free (undo->sentence);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *widget, KeelSession *session, const char *uuid, const char *sentence, gboolean deleted)
{
  Undo *undo = g_new0 (Undo, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  undo->widget = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  undo->session = g_object_ref (session);
  undo->uuid = g_strdup (uuid);
  undo->sentence = g_strdup (sentence);
  undo->deleted = deleted;
  return undo;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (keel_session_is_open (undo->session))
    keel_session_delete_run_async (undo->session, undo->uuid, undo->deleted, undone_cb,
                                   g_object_ref (undo->widget));
}

/* What takes the window by now has its buttons where the offer would stand; the card has a list of each
 * time. */
static gboolean
has_room (const Undo *undo)
{
  return !KEEL_IS_WINDOW (undo->widget) ||
         !keel_foreground_is_taken (keel_window_get_foreground (KEEL_WINDOW (undo->widget)));
}

/* Takes @undo. @error is NULL where all went well. */
static void
tell (Undo *undo, const GError *error)
{
  g_autofree char *sentence = error != NULL ? keel_sentence_for_error (error, NULL) : NULL;

  if (error == NULL && has_room (undo))
    {
      keel_undo_toast_show (undo->widget, undo->sentence, undo_cb, undo, (GDestroyNotify) undo_free);
      return;
    }
  if (error != NULL)
    keel_say (undo->widget, sentence);
  undo_free (undo);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategyRun) run = keel_session_save_run_finish (KEEL_SESSION (source), result, &error);

  if (run != NULL)
    undo->uuid = g_strdup (run->uuid);
  tell (undo, error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  tell (data, error);
}

void
keel_run_undo_save (GtkWidget *widget, KeelSession *session, const KeelStrategyRun *run, const char *sentence)
{
  keel_session_save_run_async (session, run, saved_cb, undo_new (widget, session, NULL, sentence, TRUE));
}

void
keel_run_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  keel_session_delete_run_async (session, uuid, TRUE, deleted_cb,
                                 undo_new (widget, session, uuid, _ ("It is not counted any more."), FALSE));
}
