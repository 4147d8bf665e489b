#include "config.h"

#include "keel-unfollow.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelSeries *series;
} Unfollow;

static void
unfollow_free (Unfollow *unfollow)
{
  g_object_unref (unfollow->window);
  g_object_unref (unfollow->session);
  g_object_unref (unfollow->series);
  g_free (unfollow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Unfollow, unfollow_free)

static void
say_error (GtkWidget *window, GError *error, const char *subject)
{
  g_autofree char *sentence = keel_sentence_for_error (error, subject);

  keel_say (window, sentence);
}

static void
refollowed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    keel_say (window, _ ("You follow it again, with its reminders."));
  else
    say_error (window, error, NULL);
}

static void
refollow_cb (gpointer data)
{
  Unfollow *unfollow = data;

  keel_session_refollow_async (unfollow->session, unfollow->series->uuid, refollowed_cb,
                               g_object_ref (unfollow->window));
}

static void
unfollowed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Unfollow) unfollow = data;
  const char *name = unfollow->series->meeting->name;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      say_error (unfollow->window, error, name);
      return;
    }
  sentence = g_strdup_printf (_ ("You no longer follow %s."), name);
  keel_undo_toast_show (unfollow->window, sentence, refollow_cb, unfollow, (GDestroyNotify) unfollow_free);
  g_steal_pointer (&unfollow);
}

void
keel_unfollow (GtkWidget *widget, KeelSession *session, KeelSeries *series)
{
  Unfollow *unfollow = g_new (Unfollow, 1);

  *unfollow = (Unfollow){ g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget))), g_object_ref (session),
                          g_object_ref (series) };
  keel_session_unfollow_async (session, series->uuid, unfollowed_cb, unfollow);
}
