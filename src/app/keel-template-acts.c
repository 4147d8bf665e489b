#include "config.h"

#include "keel-template-acts.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-template-window.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What was done to a worksheet, so that it can be taken back. */
typedef struct
{
  GtkWidget *widget; /* weak */
  KeelSession *session;
  KeelWorksheet *worksheet;
  KeelWorksheet *before; /* nullable: it was not there */
  GTask *task;           /* nullable */
} Act;

static Act *
act_new (GtkWidget *widget, KeelSession *session, const KeelWorksheet *worksheet)
{
  Act *act = g_new0 (Act, 1);

  g_set_weak_pointer (&act->widget, widget);
  act->session = g_object_ref (session);
  act->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  return act;
}

static void
act_free (Act *act)
{
  g_clear_weak_pointer (&act->widget);
  g_object_unref (act->session);
  keel_worksheet_unref (act->worksheet);
  g_clear_pointer (&act->before, keel_worksheet_unref);
  g_clear_object (&act->task);
  g_free (act);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;

  keel_session_template_finish (KEEL_SESSION (source), result, NULL, &error);
  if (act->widget != NULL)
    keel_undo_toast_tell (act->widget, error, act->worksheet->name);
  act_free (act);
}

static Act *
act_again (const Act *act)
{
  return act_new (act->widget, act->session, act->worksheet);
}

static void
undo_save (gpointer data)
{
  const Act *act = data;

  if (!keel_session_is_open (act->session))
    return;
  if (act->before != NULL)
    keel_session_save_template_async (act->session, act->before, undone_cb, act_again (act));
  else
    keel_session_delete_template_async (act->session, act->worksheet->id, TRUE, undone_cb, act_again (act));
}

static void
undo_delete (gpointer data)
{
  const Act *act = data;

  if (keel_session_is_open (act->session))
    keel_session_delete_template_async (act->session, act->worksheet->id, FALSE, undone_cb, act_again (act));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Act *act = data;
  g_autoptr (GTask) task = g_steal_pointer (&act->task);
  GError *error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_session_template_finish (KEEL_SESSION (source), result, &act->before, &error))
    {
      g_task_return_error (task, error);
      act_free (act);
      return;
    }
  /* Translators: %s is the name of a worksheet */
  sentence = g_strdup_printf (act->before != NULL
                                  ? _ ("“%s” is changed. What you wrote with it stays as it is.")
                                  : _ ("“%s” is among your worksheets."),
                              act->worksheet->name);
  keel_undo_toast_show (act->widget, sentence, undo_save, act, (GDestroyNotify) act_free);
  g_task_return_boolean (task, TRUE);
}

void
keel_template_save_async (GtkWidget *widget, KeelSession *session, KeelWorksheet *worksheet,
                          GAsyncReadyCallback callback, gpointer data)
{
  Act *act = act_new (widget, session, worksheet);

  act->task = g_task_new (session, NULL, callback, data);
  keel_session_save_template_async (session, worksheet, saved_cb, act);
}

gboolean
keel_template_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_template_finish (KEEL_SESSION (source), result, NULL, &error))
    {
      sentence = g_strdup_printf (_ ("“%s” is deleted. What you wrote with it stays."), act->worksheet->name);
      keel_undo_toast_show (act->widget, sentence, undo_delete, act, (GDestroyNotify) act_free);
      return;
    }
  sentence = keel_sentence_for_error (error, act->worksheet->name);
  if (act->widget != NULL)
    keel_say (act->widget, sentence);
  act_free (act);
}

void
keel_template_delete (GtkWidget *widget, KeelSession *session, const KeelWorksheet *worksheet)
{
  keel_session_delete_template_async (session, worksheet->id, TRUE, deleted_cb,
                                      act_new (widget, session, worksheet));
}

void
keel_template_present_new (GtkWindow *parent, KeelSession *session)
{
  keel_template_window_present (parent, session, NULL);
}

char *
keel_template_trouble_describe (KeelSession *session)
{
  guint n_damaged = keel_session_get_n_damaged_templates (session);

  if (n_damaged == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u of your own worksheets could not be read and is not shown. It is kept as it is.",
                "%u of your own worksheets could not be read and are not shown. They are kept as they are.",
                n_damaged),
      n_damaged);
}
