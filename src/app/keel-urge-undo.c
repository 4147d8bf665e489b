#include "config.h"

#include "keel-urge-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-urges.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What an Undo button does. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid;
  KeelUrge *before; /* nullable: it is put back; else the one of @uuid goes or comes */
  gboolean deleted;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  g_clear_pointer (&undo->before, keel_urge_free);
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
  g_autoptr (KeelUrge) urge = keel_session_save_urge_finish (KEEL_SESSION (source), result, NULL, &error);

  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (undo->before != NULL)
    keel_session_save_urge_async (undo->session, undo->before, put_back_cb, g_object_ref (undo->widget));
  else if (undo->uuid != NULL)
    keel_session_delete_urge_async (undo->session, undo->uuid, undo->deleted, undone_cb,
                                    g_object_ref (undo->widget));
}

static void
tell (const Undo *undo, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (undo->widget, sentence);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      keel_undo_toast_show (undo->widget, _ ("It is no longer in your urge log."), undo_cb, undo,
                            (GDestroyNotify) undo_free);
      return;
    }
  tell (undo, error);
  undo_free (undo);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelUrge) urge = keel_session_save_urge_finish (KEEL_SESSION (source), result, NULL, &error);

  if (urge != NULL)
    {
      keel_undo_toast_show (undo->widget, _ ("Your urge log is changed."), undo_cb, undo,
                            (GDestroyNotify) undo_free);
      return;
    }
  tell (undo, error);
  undo_free (undo);
}

void
keel_urge_undo_offer (GtkWidget *widget, KeelSession *session, const KeelUrge *urge)
{
  Undo *undo = undo_new (widget, session, urge->uuid, TRUE);

  keel_undo_toast_show (undo->widget, _ ("It is in your urge log."), undo_cb, undo,
                        (GDestroyNotify) undo_free);
}

void
keel_urge_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  keel_session_delete_urge_async (session, uuid, TRUE, deleted_cb, undo_new (widget, session, uuid, FALSE));
}

void
keel_urge_undo_change (GtkWidget *widget, KeelSession *session, const KeelUrge *before,
                       const KeelUrge *wanted)
{
  Undo *undo = undo_new (widget, session, before->uuid, FALSE);

  undo->before = keel_urge_copy (before);
  keel_session_save_urge_async (session, wanted, changed_cb, undo);
}
