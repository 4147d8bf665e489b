#include "config.h"

#include "keel-strategy-acts.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

/* What was done to a card, so that it can be taken back. */
typedef struct
{
  GtkWidget *widget; /* weak */
  KeelSession *session;
  KeelStrategy *strategy;
  KeelStrategy *before; /* nullable: it was not there */
  GTask *task;          /* nullable */
} Act;

static Act *
act_new (GtkWidget *widget, KeelSession *session, const KeelStrategy *strategy)
{
  Act *act = g_new0 (Act, 1);

  g_set_weak_pointer (&act->widget, widget);
  act->session = g_object_ref (session);
  act->strategy = keel_strategy_ref (strategy);
  return act;
}

static void
act_free (Act *act)
{
  g_clear_weak_pointer (&act->widget);
  g_object_unref (act->session);
  keel_strategy_unref (act->strategy);
  g_clear_pointer (&act->before, keel_strategy_unref);
  g_clear_object (&act->task);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static Act *
act_again (const Act *act)
{
  return act_new (act->widget, act->session, act->strategy);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;

  keel_session_strategy_finish (KEEL_SESSION (source), result, NULL, &error);
  if (act->widget != NULL)
    keel_undo_toast_tell (act->widget, error, act->strategy->name);
}

static void
undo_save (gpointer data)
{
  const Act *act = data;

  if (!keel_session_is_open (act->session))
    return;
  if (act->before != NULL)
    keel_session_save_strategy_async (act->session, act->before, undone_cb, act_again (act));
  else
    keel_session_delete_strategy_async (act->session, act->strategy->id, TRUE, undone_cb, act_again (act));
}

static void
undo_delete (gpointer data)
{
  const Act *act = data;

  if (keel_session_is_open (act->session))
    keel_session_delete_strategy_async (act->session, act->strategy->id, FALSE, undone_cb, act_again (act));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GTask) task = g_steal_pointer (&act->task);
  GError *error = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *widget = act->widget;

  if (!keel_session_strategy_finish (KEEL_SESSION (source), result, &act->before, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* Translators: %s is the name of a card */
  sentence = g_strdup_printf (act->before != NULL ? _ ("“%s” is changed.") : _ ("“%s” is among your cards."),
                              act->strategy->name);
  if (widget != NULL)
    keel_undo_toast_show (widget, sentence, undo_save, g_steal_pointer (&act), (GDestroyNotify) act_free);
  g_task_return_boolean (task, TRUE);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *widget = act->widget;

  if (widget == NULL)
    return;
  if (!keel_session_strategy_finish (KEEL_SESSION (source), result, NULL, &error))
    {
      sentence = keel_sentence_for_error (error, act->strategy->name);
      keel_say (widget, sentence);
      return;
    }
  /* Translators: %s is the name of a card */
  sentence = g_strdup_printf (_ ("“%s” is deleted."), act->strategy->name);
  keel_undo_toast_show (widget, sentence, undo_delete, g_steal_pointer (&act), (GDestroyNotify) act_free);
}

void
keel_strategy_save_async (GtkWidget *widget, KeelSession *session, const KeelStrategy *strategy,
                          GAsyncReadyCallback callback, gpointer data)
{
  Act *act = act_new (widget, session, strategy);

  act->task = g_task_new (session, NULL, callback, data);
  keel_session_save_strategy_async (session, strategy, saved_cb, act);
}

gboolean
keel_strategy_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
keel_strategy_delete (GtkWidget *widget, KeelSession *session, const KeelStrategy *strategy)
{
  keel_session_delete_strategy_async (session, strategy->id, TRUE, deleted_cb,
                                      act_new (widget, session, strategy));
}

char *
keel_strategy_trouble_describe (KeelSession *session)
{
  guint n = keel_session_get_n_damaged_strategies (session);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u of your own cards could not be read and is not shown. It is kept as it is.",
                "%u of your own cards could not be read and are not shown. They are kept as they are.", n),
      n);
}
