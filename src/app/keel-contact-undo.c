#include "config.h"

#include "keel-contact-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

/* What an Undo button does: one of both is put back, else the one of @uuid goes or comes. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  char *uuid;
  gboolean deleted;
  gboolean is_question;
  KeelContact *contact;
  KeelPersonQuestion *question;
  KeelNextContact next; /* what was agreed before */
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  g_free (undo->uuid);
  keel_contact_free (undo->contact);
  keel_person_question_free (undo->question);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *widget, KeelSession *session, gboolean is_question)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->widget = g_object_ref (widget);
  undo->session = g_object_ref (session);
  undo->is_question = is_question;
  return undo;
}

static void
contact_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelContact) contact = NULL;

  contact = keel_session_save_contact_finish (KEEL_SESSION (source), result, NULL, NULL, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
question_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPersonQuestion) question = NULL;

  question = keel_session_save_question_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
marked_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  keel_session_delete_contact_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;
  gpointer widget = g_object_ref (undo->widget);

  if (undo->contact != NULL)
    keel_session_save_contact_async (undo->session, undo->contact, &undo->next, contact_back_cb, widget);
  else if (undo->question != NULL)
    keel_session_save_question_async (undo->session, undo->question, question_back_cb, widget);
  else if (undo->is_question)
    keel_session_delete_question_async (undo->session, undo->uuid, undo->deleted, marked_back_cb, widget);
  else
    keel_session_delete_contact_async (undo->session, undo->uuid, undo->deleted, &undo->next, marked_back_cb,
                                       widget);
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
  g_autoptr (KeelContact) contact = NULL;

  contact = keel_session_save_contact_finish (KEEL_SESSION (source), result, &undo->contact, &undo->next,
                                              &error);
  undo->uuid = contact != NULL ? g_strdup (contact->uuid) : NULL;
  undo->deleted = TRUE;
  tell (undo, error, _ ("The contact is put down."));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  keel_session_delete_contact_finish (KEEL_SESSION (source), result, &error);
  tell (undo, error, undo->is_question ? _ ("The question is gone.") : _ ("The contact is gone."));
}

static const char *
describe_question (const KeelPersonQuestion *question, const KeelPersonQuestion *before)
{
  if (before == NULL || before->asked == question->asked)
    return _ ("The question is kept.");
  return question->asked ? _ ("The question is ticked off.") : _ ("The question is open again.");
}

static void
question_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPersonQuestion) question = NULL;

  question = keel_session_save_question_finish (KEEL_SESSION (source), result, &error);
  undo->uuid = question != NULL ? g_strdup (question->uuid) : NULL;
  undo->deleted = TRUE;
  tell (undo, error, question != NULL ? describe_question (question, undo->question) : NULL);
}

void
keel_contact_undo_save (GtkWidget *widget, KeelSession *session, const KeelContact *contact,
                        const KeelNextContact *next)
{
  keel_session_save_contact_async (session, contact, next, saved_cb, undo_new (widget, session, FALSE));
}

void
keel_contact_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  Undo *undo = undo_new (widget, session, FALSE);

  undo->uuid = g_strdup (uuid);
  keel_session_delete_contact_async (session, uuid, TRUE, NULL, deleted_cb, undo);
}

void
keel_contact_undo_save_question (GtkWidget *widget, KeelSession *session, const KeelPersonQuestion *question,
                                 const KeelPersonQuestion *before)
{
  Undo *undo = undo_new (widget, session, TRUE);

  undo->question = before != NULL ? keel_person_question_copy (before) : NULL;
  keel_session_save_question_async (session, question, question_saved_cb, undo);
}

void
keel_contact_undo_delete_question (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  Undo *undo = undo_new (widget, session, TRUE);

  undo->uuid = g_strdup (uuid);
  keel_session_delete_question_async (session, uuid, TRUE, deleted_cb, undo);
}
