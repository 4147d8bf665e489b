#include "config.h"

#include "keel-reason-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-reasons.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What an Undo button does: puts @before or @order back, or has the one of @uuid go or come. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid;
  gboolean deleted;
  KeelReason *before; /* nullable */
  char **order;       /* nullable */
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  keel_reason_free (undo->before);
  g_strfreev (undo->order);
  g_free (undo->uuid);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *widget, KeelSession *session)
{
  Undo *undo = g_new0 (Undo, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  undo->widget = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  undo->session = g_object_ref (session);
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
  g_autofree char *uuid = keel_session_save_reason_finish (KEEL_SESSION (source), result, &error);

  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (undo->before != NULL)
    keel_session_save_reason_async (undo->session, undo->before, put_back_cb, g_object_ref (undo->widget));
  else if (undo->order != NULL)
    keel_session_order_reasons_async (undo->session, (const char *const *) undo->order, undone_cb,
                                      g_object_ref (undo->widget));
  else
    keel_session_delete_reason_async (undo->session, undo->uuid, undo->deleted, undone_cb,
                                      g_object_ref (undo->widget));
}

/* Takes @undo. */
static void
offer (Undo *undo, const char *sentence)
{
  keel_undo_toast_show (undo->widget, sentence, undo_cb, undo, (GDestroyNotify) undo_free);
}

/* Takes @undo. */
static void
tell_error (Undo *undo, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (undo->widget, sentence);
  undo_free (undo);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  undo->uuid = keel_session_save_reason_finish (KEEL_SESSION (source), result, &error);
  if (undo->uuid != NULL)
    offer (undo, _ ("Your reason is saved."));
  else
    tell_error (undo, error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    offer (undo, _ ("The reason is deleted."));
  else
    tell_error (undo, error);
}

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    offer (undo, _ ("Your reasons have another order."));
  else
    tell_error (undo, error);
}

void
keel_reason_undo_save (GtkWidget *widget, KeelSession *session, const KeelReason *before,
                       const KeelReason *wanted)
{
  Undo *undo = undo_new (widget, session);

  undo->before = before != NULL ? keel_reason_copy (before) : NULL;
  undo->deleted = TRUE;
  keel_session_save_reason_async (session, wanted, saved_cb, undo);
}

void
keel_reason_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  Undo *undo = undo_new (widget, session);

  undo->uuid = g_strdup (uuid);
  keel_session_delete_reason_async (session, uuid, TRUE, deleted_cb, undo);
}

void
keel_reason_undo_order (GtkWidget *widget, KeelSession *session, const char *const *before,
                        const char *const *wanted)
{
  Undo *undo = undo_new (widget, session);

  undo->order = g_strdupv ((char **) before);
  keel_session_order_reasons_async (session, wanted, ordered_cb, undo);
}
