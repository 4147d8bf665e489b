#include "config.h"

#include "keel-attendance-put.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-attendance-edit.h"

#include "keel-date-words.h"
#include "keel-stage-offer.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* A change on its way, and then what it takes to undo it. */
typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelAttendance *shown; /* these three are nullable: nothing known */
  KeelAttendance *before;
  KeelAttendance *after; /* on its way: what is wanted */
  char *name;
} Change;

static Change *
change_new (GtkWidget *widget, KeelSession *session, const char *name)
{
  Change *change = g_new0 (Change, 1);

  /* The widget may be gone when it is done; its window is not. */
  change->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  change->session = g_object_ref (session);
  change->name = g_strdup (name);
  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->window);
  g_object_unref (change->session);
  g_clear_object (&change->shown);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change->name);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (change->window, error, change->name);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;

  keel_stage_offer_set_place (change->session, NULL, 0);
  keel_session_undo_attendance_async (change->session, change->before, change->after, undone_cb,
                                      change_new (change->window, change->session, change->name));
}

/* Takes @change. */
static void
offer_undo (Change *change)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (change->session);
  KeelAttendance *known = change->after != NULL ? change->after : change->before;
  g_autofree char *date = keel_sentence_date (known->start, person, keel_session_get_now (change->session));
  /* Translators: of a date of a meeting: whether one was there was said, and is taken back. */
  const char *what = change->after != NULL ? keel_date_words_attendance (change->after->state)
                                           : _ ("nothing said any more");
  /* Translators: %1$s is a meeting, %2$s a date, %3$s is what came of it: "Went", "Not this time". */
  g_autofree char *sentence = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), change->name, date, what);

  keel_undo_toast_show (change->window, sentence, undo_cb, change, (GDestroyNotify) change_free);
}

/* What stands there: what was said elsewhere is part of it. */
static void
settle_after (Change *change)
{
  g_autoptr (KeelAttendance) after = keel_attendance_edit (change->before, change->shown, change->after);

  g_set_object (&change->after, after);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_session_attendance_finish (KEEL_SESSION (source), result, &change->before, &error))
    {
      sentence = keel_sentence_for_error (error, change->name);
      keel_say (change->window, sentence);
    }
  else if (change->after != NULL)
    {
      settle_after (change);
      offer_undo (g_steal_pointer (&change));
    }
  /* What was gone already needs no way back. */
  else if (change->before != NULL)
    {
      offer_undo (g_steal_pointer (&change));
    }
}

void
keel_attendance_put (GtkWidget *widget, KeelSession *session, KeelAttendance *shown, KeelAttendance *wanted,
                     const char *name)
{
  Change *change = change_new (widget, session, name);

  g_set_object (&change->shown, shown);
  g_set_object (&change->after, wanted);
  keel_stage_offer_set_place (session, wanted->series, wanted->occurrence);
  keel_session_set_attendance_async (session, shown, wanted, done_cb, change);
}

void
keel_attendance_clear (GtkWidget *widget, KeelSession *session, KeelAttendance *known, const char *name)
{
  keel_session_delete_attendance_async (session, known->series, known->occurrence, done_cb,
                                        change_new (widget, session, name));
}

void
keel_attendance_offer_undo (GtkWidget *widget, KeelSession *session, KeelAttendance *before,
                            KeelAttendance *after, const char *name)
{
  Change *change = change_new (widget, session, name);

  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  offer_undo (change);
}
