#include "config.h"

#include "keel-strategy-say.h"

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  KeelMarkSays which;
  KeelStrategyMark *before; /* NULL until it is done */
  KeelStrategyMark *after;
  char *sentence; /* nullable */
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->widget);
  g_object_unref (change->session);
  g_clear_pointer (&change->before, keel_strategy_mark_free);
  keel_strategy_mark_free (change->after);
  g_free (change->sentence);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategyMark) was = keel_session_mark_strategy_finish (KEEL_SESSION (source), result,
                                                                        &error);

  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;

  if (keel_session_is_open (change->session))
    keel_session_mark_strategy_async (change->session, change->before, change->which, change->after,
                                      undone_cb, g_object_ref (change->widget));
}

static void
said_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *widget = change->widget;

  change->before = keel_session_mark_strategy_finish (KEEL_SESSION (source), result, &error);
  if (change->before == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (widget, sentence);
      return;
    }
  if (change->sentence == NULL)
    return;
  sentence = g_strdup (change->sentence);
  keel_undo_toast_show (widget, sentence, undo_cb, g_steal_pointer (&change), (GDestroyNotify) change_free);
}

void
keel_strategy_say (GtkWidget *widget, KeelSession *session, const KeelStrategyMark *wanted,
                   KeelMarkSays which, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Change *change = g_new0 (Change, 1);

  change->widget = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  change->session = g_object_ref (session);
  change->after = keel_strategy_mark_copy (wanted);
  change->which = which;
  change->sentence = g_strdup (sentence);
  keel_session_mark_strategy_async (session, wanted, which, NULL, said_cb, change);
}
