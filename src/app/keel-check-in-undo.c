#include "config.h"

#include "keel-check-in-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-check-ins.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What an Undo button does. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid;
  KeelCheckIn *before; /* nullable: it is put back; else the one of @uuid goes or comes */
  gboolean deleted;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  keel_check_in_free (undo->before);
  g_free (undo->uuid);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *widget, KeelSession *session, const char *uuid, gboolean deleted)
{
  Undo *undo = g_new0 (Undo, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  undo->widget = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  undo->session = g_object_ref (session);
  undo->uuid = g_strdup (uuid);
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
put_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelCheckIn) check_in = NULL;

  check_in = keel_session_save_check_in_finish (KEEL_SESSION (source), result, NULL, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (undo->before != NULL)
    keel_session_save_check_in_async (undo->session, undo->before, put_back_cb, g_object_ref (undo->widget));
  else
    keel_session_delete_check_in_async (undo->session, undo->uuid, undo->deleted, undone_cb,
                                        g_object_ref (undo->widget));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      keel_undo_toast_show (undo->widget, _ ("The check-in is deleted."), undo_cb, undo,
                            (GDestroyNotify) undo_free);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (undo->widget, sentence);
  undo_free (undo);
}

void
keel_check_in_undo_offer (GtkWidget *widget, KeelSession *session, const KeelCheckIn *check_in,
                          const KeelCheckIn *before)
{
  Undo *undo = undo_new (widget, session, check_in->uuid, TRUE);

  undo->before = before != NULL ? keel_check_in_copy (before) : NULL;
  keel_undo_toast_show (undo->widget, _ ("Your check-in is saved."), undo_cb, undo,
                        (GDestroyNotify) undo_free);
}

void
keel_check_in_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  keel_session_delete_check_in_async (session, uuid, TRUE, deleted_cb,
                                      undo_new (widget, session, uuid, FALSE));
}
