#include "config.h"

#include "keel-series-remark.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelRemarks which;
  KeelSeries *before; /* NULL until it is done */
  char *sentence;     /* nullable */
} Change;

static Change *
change_new (GtkWidget *window, KeelSession *session, KeelRemarks which, const char *sentence)
{
  Change *change = g_new0 (Change, 1);

  change->window = g_object_ref (window);
  change->session = g_object_ref (session);
  change->which = which;
  change->sentence = g_strdup (sentence);
  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->window);
  g_object_unref (change->session);
  g_clear_object (&change->before);
  g_free (change->sentence);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
say_error (Change *change, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (change->window, sentence);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);

  if (before != NULL)
    keel_say (change->window, _ ("It is as it was before."));
  else
    say_error (change, error);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;

  keel_session_set_remarks_async (change->session, change->before, change->which, undone_cb,
                                  change_new (change->window, change->session, change->which, NULL));
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = change->window;
  const char *sentence = change->sentence;

  change->before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);
  if (change->before == NULL)
    say_error (change, error);
  else if (sentence != NULL)
    keel_undo_toast_show (window, sentence, undo_cb, g_steal_pointer (&change), (GDestroyNotify) change_free);
}

void
keel_series_remark_put (GtkWidget *widget, KeelSession *session, KeelSeries *wanted, KeelRemarks which,
                        const char *sentence)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  keel_session_set_remarks_async (session, wanted, which, put_cb,
                                  change_new (window, session, which, sentence));
}
