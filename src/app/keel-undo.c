#include "config.h"

#include "keel-undo.h"

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

struct _KeelUndo
{
  GtkWidget *widget;
  KeelSession *session;
  char *said;
  char *subject; /* nullable */
  KeelUndoBack back;
  gpointer data;
  GDestroyNotify destroy;
};

static void
undo_free (KeelUndo *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->session);
  g_free (self->said);
  g_free (self->subject);
  self->destroy (self->data);
  g_free (self);
}

/* What is told when it is taken back. */
typedef struct
{
  GtkWidget *widget;
  char *subject;
} Telling;

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Telling *telling = data;
  g_autoptr (GtkWidget) widget = telling->widget;
  g_autofree char *subject = telling->subject;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, subject);
}

static void
undo_cb (gpointer data)
{
  const KeelUndo *self = data;

  Telling *telling;

  if (!keel_session_is_open (self->session))
    return;
  telling = g_new (Telling, 1);
  *telling = (Telling){ g_object_ref (self->widget), g_strdup (self->subject) };
  self->back (self->session, self->data, undone_cb, telling);
}

/* What takes the window by now has its buttons where the offer would stand. */
static gboolean
has_room (KeelUndo *self)
{
  return !KEEL_IS_WINDOW (self->widget) ||
         !keel_foreground_is_taken (keel_window_get_foreground (KEEL_WINDOW (self->widget)));
}

KeelUndo *
keel_undo_new (GtkWidget *widget, KeelSession *session, const char *said, KeelUndoBack back, gpointer data,
               GDestroyNotify destroy)
{
  KeelUndo *self = g_new0 (KeelUndo, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->widget = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  self->session = g_object_ref (session);
  self->said = g_strdup (said);
  self->back = back;
  self->data = data;
  self->destroy = destroy;
  return self;
}

void
keel_undo_set_subject (KeelUndo *self, const char *subject)
{
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

void
keel_undo_offer (KeelUndo *self)
{
  keel_undo_toast_show (self->widget, self->said, undo_cb, self, (GDestroyNotify) undo_free);
}

void
keel_undo_end (KeelUndo *self, const GError *error)
{
  g_autofree char *sentence = error != NULL ? keel_sentence_for_error (error, self->subject) : NULL;

  if (error == NULL && has_room (self))
    {
      keel_undo_offer (self);
      return;
    }
  if (error != NULL)
    keel_say (self->widget, sentence);
  undo_free (self);
}

void
keel_undo_changed_cb (GObject *source, GAsyncResult *result, gpointer self)
{
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_end (self, error);
}
