#include "config.h"

#include "keel-date-undo.h"

#include "keel-undo-toast.h"

typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelSeries *before;
  KeelSchedule *after;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->window);
  g_object_unref (undo->session);
  g_object_unref (undo->before);
  keel_schedule_unref (undo->after);
  g_free (undo);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (window, error, NULL);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  keel_session_replace_schedule_async (undo->session, undo->before->uuid, undo->after, undo->before->schedule,
                                       undone_cb, g_object_ref (undo->window));
}

void
keel_date_undo_offer (GtkWidget *widget, KeelSession *session, KeelSeries *before, KeelSchedule *after,
                      const char *sentence)
{
  Undo *undo = g_new (Undo, 1);

  *undo = (Undo){ g_object_ref (widget), g_object_ref (session), g_object_ref (before),
                  keel_schedule_ref (after) };
  keel_undo_toast_show (widget, sentence, undo_cb, undo, (GDestroyNotify) undo_free);
}
