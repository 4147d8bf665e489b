#include "keel-part-say.h"

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  KeelPartSays which;
  KeelPartProgress *before; /* NULL until it is done */
  KeelPartProgress *after;
  char *sentence; /* nullable */
} Change;

static Change *
change_new (GtkWidget *widget, KeelSession *session, const KeelPartProgress *after, KeelPartSays which,
            const char *sentence)
{
  Change *change = g_new0 (Change, 1);

  change->widget = g_object_ref (widget);
  change->session = g_object_ref (session);
  change->after = keel_part_progress_copy (after);
  change->which = which;
  change->sentence = g_strdup (sentence);
  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->widget);
  g_object_unref (change->session);
  g_clear_pointer (&change->before, keel_part_progress_free);
  keel_part_progress_free (change->after);
  g_free (change->sentence);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPartProgress) was = NULL;

  was = keel_session_set_progress_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;

  keel_session_set_progress_async (change->session, change->before, change->which, change->after, undone_cb,
                                   g_object_ref (change->widget));
}

static void
offer_back (Change *change)
{
  keel_undo_toast_show (change->widget, change->sentence, undo_cb, change, (GDestroyNotify) change_free);
}

/* What it became is what it was with the change in it, as the journal keeps it. */
static void
said_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPartProgress) became = NULL;
  g_autofree char *sentence = NULL;

  change->before = keel_session_set_progress_finish (KEEL_SESSION (source), result, &error);
  if (change->before == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (change->widget, sentence);
      return;
    }
  became = keel_part_progress_copy (change->before);
  keel_part_progress_take (became, change->after, change->which);
  keel_part_progress_free (change->after);
  change->after = g_steal_pointer (&became);
  if (change->sentence != NULL)
    offer_back (g_steal_pointer (&change));
}

void
keel_part_say (GtkWidget *widget, KeelSession *session, const KeelPartProgress *wanted, KeelPartSays which,
               const char *sentence)
{
  keel_session_set_progress_async (session, wanted, which, NULL, said_cb,
                                   change_new (widget, session, wanted, which, sentence));
}

void
keel_part_say_offer_back (GtkWidget *widget, KeelSession *session, const KeelPartProgress *before,
                          const KeelPartProgress *after, KeelPartSays which, const char *sentence)
{
  Change *change = change_new (widget, session, after, which, sentence);

  change->before = keel_part_progress_copy (before);
  offer_back (change);
}
