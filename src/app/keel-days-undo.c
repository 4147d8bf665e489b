#include "config.h"

#include "keel-days-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef void (*Delete) (KeelSession *session, const char *uuid, gboolean deleted,
                        KeelSessionCallback callback, gpointer data);

/* What an Undo button does: it puts back what stood there, or takes away what is new, or fetches what went.
 */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  Delete delete;
  gboolean deleted;
  char *uuid;
  char *said;
  KeelDayCount *count; /* nullable, as the next: what stood there */
  KeelLapse *lapse;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  g_clear_pointer (&undo->count, keel_day_count_free);
  g_clear_pointer (&undo->lapse, keel_lapse_free);
  g_free (undo->uuid);
  g_free (undo->said);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *widget, KeelSession *session, Delete delete, gboolean deleted, const char *uuid,
          const char *said)
{
  Undo *undo = g_new0 (Undo, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  undo->widget = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  undo->session = g_object_ref (session);
  undo->delete = delete;
  undo->deleted = deleted;
  undo->uuid = g_strdup (uuid);
  undo->said = g_strdup (said);
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
count_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDayCount) count = NULL;

  count = keel_session_save_count_finish (KEEL_SESSION (source), result, NULL, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
lapse_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelLapse) lapse = NULL;

  lapse = keel_session_save_lapse_finish (KEEL_SESSION (source), result, NULL, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (!keel_session_is_open (undo->session))
    return;
  if (undo->count != NULL)
    keel_session_save_count_async (undo->session, undo->count, count_back_cb, g_object_ref (undo->widget));
  else if (undo->lapse != NULL)
    keel_session_save_lapse_async (undo->session, undo->lapse, lapse_back_cb, g_object_ref (undo->widget));
  else
    undo->delete (undo->session, undo->uuid, undo->deleted, undone_cb, g_object_ref (undo->widget));
}

/* Takes @undo. */
static void
finish (Undo *undo, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (error == NULL)
    {
      keel_undo_toast_show (undo->widget, undo->said, undo_cb, undo, (GDestroyNotify) undo_free);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (undo->widget, sentence);
  undo_free (undo);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  finish (data, error);
}

static void
count_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDayCount) count = NULL;

  count = keel_session_save_count_finish (KEEL_SESSION (source), result, &undo->count, &error);
  if (count != NULL)
    undo->uuid = g_strdup (count->uuid);
  finish (undo, error);
}

static void
lapse_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelLapse) lapse = NULL;

  lapse = keel_session_save_lapse_finish (KEEL_SESSION (source), result, &undo->lapse, &error);
  if (lapse != NULL)
    undo->uuid = g_strdup (lapse->uuid);
  finish (undo, error);
}

static void
reached_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelReached) reached = NULL;

  reached = keel_session_save_reached_finish (KEEL_SESSION (source), result, &error);
  if (reached != NULL)
    undo->uuid = g_strdup (reached->uuid);
  finish (undo, error);
}

void
keel_days_undo_save_count (GtkWidget *widget, KeelSession *session, const KeelDayCount *wanted,
                           const char *said)
{
  keel_session_save_count_async (session, wanted, count_saved_cb,
                                 undo_new (widget, session, keel_session_delete_count_async, TRUE, NULL,
                                           said));
}

void
keel_days_undo_delete_count (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  keel_session_delete_count_async (session, uuid, TRUE, deleted_cb,
                                   undo_new (widget, session, keel_session_delete_count_async, FALSE, uuid,
                                             _ ("This start date is gone. What was reached stays.")));
}

void
keel_days_undo_save_lapse (GtkWidget *widget, KeelSession *session, const KeelLapse *wanted, const char *said)
{
  keel_session_save_lapse_async (session, wanted, lapse_saved_cb,
                                 undo_new (widget, session, keel_session_delete_lapse_async, TRUE, NULL,
                                           said));
}

void
keel_days_undo_delete_lapse (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  keel_session_delete_lapse_async (session, uuid, TRUE, deleted_cb,
                                   undo_new (widget, session, keel_session_delete_lapse_async, FALSE, uuid,
                                             _ ("It is taken out, and your days are as they were.")));
}

void
keel_days_undo_save_reached (GtkWidget *widget, KeelSession *session, const KeelReached *wanted)
{
  keel_session_save_reached_async (session, wanted, reached_saved_cb,
                                   undo_new (widget, session, keel_session_delete_reached_async, TRUE, NULL,
                                             _ ("It is among your milestones.")));
}

void
keel_days_undo_delete_reached (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  keel_session_delete_reached_async (session, uuid, TRUE, deleted_cb,
                                     undo_new (widget, session, keel_session_delete_reached_async, FALSE,
                                               uuid, _ ("It is no longer among your milestones.")));
}
