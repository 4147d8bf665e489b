#include "config.h"

#include <gtk/gtk.h>

#include "keel-contact-acts.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef enum
{
  WAY_BACK_TO_BEFORE,
  WAY_BACK_DELETE,  /* it was new */
  WAY_BACK_RESTORE, /* it was deleted */
} WayBack;

/* A change, and then the way back from it. One of both is there. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  KeelPerson *person;
  KeelOwnLine *line;
  WayBack way;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->widget);
  g_object_unref (change->session);
  keel_person_free (change->person);
  keel_own_line_free (change->line);
  g_free (change);
}

static Change *
change_new (GtkWidget *widget, KeelSession *session, const KeelPerson *person, const KeelOwnLine *line,
            WayBack way)
{
  Change *change = g_new0 (Change, 1);

  change->widget = g_object_ref (widget);
  change->session = g_object_ref (session);
  change->person = person != NULL ? keel_person_copy (person) : NULL;
  change->line = line != NULL ? keel_own_line_copy (line) : NULL;
  change->way = way;
  return change;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  keel_session_people_finish (KEEL_SESSION (source), result, NULL, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;
  gboolean deleted = change->way == WAY_BACK_DELETE;
  gpointer widget = g_object_ref (change->widget);

  if (change->way == WAY_BACK_TO_BEFORE && change->person != NULL)
    keel_session_save_person_async (change->session, change->person, undone_cb, widget);
  else if (change->way == WAY_BACK_TO_BEFORE)
    keel_session_save_own_line_async (change->session, change->line, undone_cb, widget);
  else if (change->person != NULL)
    keel_session_delete_person_async (change->session, change->person->uuid, deleted, undone_cb, widget);
  else
    keel_session_delete_own_line_async (change->session, change->line->uuid, deleted, undone_cb, widget);
}

static const char *
describe (const Change *change)
{
  switch (change->way)
    {
    case WAY_BACK_DELETE:
      return change->person != NULL ? _ ("This person is in your list now.") : _ ("Your line is added.");
    case WAY_BACK_RESTORE:
      return change->person != NULL ? _ ("This person is no longer in your list.")
                                    : _ ("Your line is deleted.");
    case WAY_BACK_TO_BEFORE:
    default:
      return _ ("Saved");
    }
}

/* What is new has a name of its own only by now. */
static void
note_uuid (Change *change, char *uuid)
{
  if (uuid == NULL || change->way != WAY_BACK_DELETE)
    {
      g_free (uuid);
      return;
    }
  if (change->person != NULL)
    change->person->uuid = uuid;
  else
    change->line->uuid = uuid;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Change *change = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  char *uuid = NULL;

  if (keel_session_people_finish (KEEL_SESSION (source), result, &uuid, &error))
    {
      note_uuid (change, uuid);
      keel_undo_toast_show (change->widget, describe (change), undo_cb, change, (GDestroyNotify) change_free);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (change->widget, sentence);
  change_free (change);
}

void
keel_contact_save_person (GtkWidget *widget, KeelSession *session, const KeelPerson *person,
                          const KeelPerson *before)
{
  Change *change = change_new (widget, session, before != NULL ? before : person, NULL,
                               before != NULL ? WAY_BACK_TO_BEFORE : WAY_BACK_DELETE);

  keel_session_save_person_async (session, person, changed_cb, change);
}

void
keel_contact_save_line (GtkWidget *widget, KeelSession *session, const KeelOwnLine *line,
                        const KeelOwnLine *before)
{
  Change *change = change_new (widget, session, NULL, before != NULL ? before : line,
                               before != NULL ? WAY_BACK_TO_BEFORE : WAY_BACK_DELETE);

  keel_session_save_own_line_async (session, line, changed_cb, change);
}

void
keel_contact_delete_person (GtkWidget *widget, KeelSession *session, const KeelPerson *person)
{
  keel_session_delete_person_async (session, person->uuid, TRUE, changed_cb,
                                    change_new (widget, session, person, NULL, WAY_BACK_RESTORE));
}

void
keel_contact_delete_line (GtkWidget *widget, KeelSession *session, const KeelOwnLine *line)
{
  keel_session_delete_own_line_async (session, line->uuid, TRUE, changed_cb,
                                      change_new (widget, session, NULL, line, WAY_BACK_RESTORE));
}
