#include "config.h"

#include "keel-attendance-put.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-date-words.h"
#include "keel-stage-offer.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* A change on its way, and then what it takes to undo it. */
typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelAttendance *attendance; /* what was wanted, or what is taken away */
  KeelAttendance *before;     /* nullable */
  char *name;
} Change;

static Change *
change_new (GtkWidget *widget, KeelSession *session, KeelAttendance *attendance, const char *name)
{
  Change *change = g_new0 (Change, 1);

  /* The widget may be gone when it is done; its window is not. */
  change->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  change->session = g_object_ref (session);
  change->attendance = g_object_ref (attendance);
  change->name = g_strdup (name);
  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->window);
  g_object_unref (change->session);
  g_object_unref (change->attendance);
  g_clear_object (&change->before);
  g_free (change->name);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
say_error (Change *change, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, change->name);

  keel_say (change->window, sentence);
}

static void
say_undone (Change *change)
{
  keel_say (change->window, _ ("It is as it was before."));
}

static void
put_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (KeelAttendance) before = NULL;
  g_autoptr (GError) error = NULL;

  if (keel_session_set_attendance_finish (KEEL_SESSION (source), result, &before, &error))
    say_undone (change);
  else
    say_error (change, error);
}

static void
taken_away_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    say_undone (change);
  else
    say_error (change, error);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;
  Change *back = change_new (change->window, change->session, change->attendance, change->name);

  keel_stage_offer_set_place (change->session, NULL, 0);
  if (change->before != NULL)
    keel_session_set_attendance_async (change->session, change->before, put_again_cb, back);
  else
    keel_session_delete_attendance_async (change->session, change->attendance->series,
                                          change->attendance->occurrence, taken_away_cb, back);
}

/* Takes @change. */
static void
offer_undo (Change *change, const char *what)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (change->session);
  g_autofree char *date = keel_sentence_date (change->attendance->start, person,
                                              keel_session_get_now (change->session));
  /* Translators: %1$s is a meeting, %2$s a date, %3$s is what came of it: "Went", "Not this time". */
  g_autofree char *sentence = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), change->name, date, what);

  keel_undo_toast_show (change->window, sentence, undo_cb, change, (GDestroyNotify) change_free);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  const char *what;

  if (!keel_session_set_attendance_finish (KEEL_SESSION (source), result, &change->before, &error))
    {
      say_error (change, error);
      return;
    }
  what = keel_date_words_attendance (change->attendance->state);
  offer_undo (g_steal_pointer (&change), what);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;

  if (!keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      say_error (change, error);
      return;
    }
  change->before = g_object_ref (change->attendance);
  /* Translators: of a date of a meeting: whether one was there was said, and is taken back. */
  offer_undo (g_steal_pointer (&change), _ ("nothing said any more"));
}

void
keel_attendance_put (GtkWidget *widget, KeelSession *session, KeelAttendance *wanted, const char *name)
{
  keel_stage_offer_set_place (session, wanted->series, wanted->occurrence);
  keel_session_set_attendance_async (session, wanted, put_cb, change_new (widget, session, wanted, name));
}

void
keel_attendance_clear (GtkWidget *widget, KeelSession *session, KeelAttendance *known, const char *name)
{
  keel_session_delete_attendance_async (session, known->series, known->occurrence, cleared_cb,
                                        change_new (widget, session, known, name));
}
