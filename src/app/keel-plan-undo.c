#include "config.h"

#include "keel-plan-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-plans.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What an Undo button does. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid;       /* nullable: not known yet */
  KeelPlan *before; /* nullable: it is put back; else the one of @uuid goes or comes */
  gboolean deleted;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  g_clear_pointer (&undo->before, keel_plan_free);
  g_free (undo->uuid);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *widget, KeelSession *session)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->widget = g_object_ref (widget);
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
  g_autoptr (KeelPlan) plan = keel_session_save_plan_finish (KEEL_SESSION (source), result, NULL, &error);

  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (undo->before != NULL)
    keel_session_save_plan_async (undo->session, undo->before, put_back_cb, g_object_ref (undo->widget));
  else
    keel_session_delete_plan_async (undo->session, undo->uuid, undo->deleted, undone_cb,
                                    g_object_ref (undo->widget));
}

/* Takes @undo. @error is NULL where all went well. */
static void
tell (Undo *undo, const GError *error, const char *done)
{
  g_autofree char *sentence = NULL;

  if (error == NULL)
    {
      keel_undo_toast_show (undo->widget, done, undo_cb, undo, (GDestroyNotify) undo_free);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (undo->widget, sentence);
  undo_free (undo);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPlan) plan = keel_session_save_plan_finish (KEEL_SESSION (source), result, &undo->before,
                                                             &error);

  undo->uuid = plan != NULL ? g_strdup (plan->uuid) : NULL;
  undo->deleted = TRUE;
  tell (undo, error, _ ("Your plan is kept."));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  tell (undo, error, _ ("Your plan is gone."));
}

void
keel_plan_undo_save (GtkWidget *widget, KeelSession *session, const KeelPlan *plan)
{
  keel_session_save_plan_async (session, plan, saved_cb, undo_new (widget, session));
}

void
keel_plan_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  Undo *undo = undo_new (widget, session);

  undo->uuid = g_strdup (uuid);
  keel_session_delete_plan_async (session, uuid, TRUE, deleted_cb, undo);
}
