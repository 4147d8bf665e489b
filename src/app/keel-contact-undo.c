#include "config.h"

#include "keel-contact-undo.h"

#include <glib/gi18n-lib.h>

#include "keel-undo.h"

/* With what was agreed before, which goes back with the contact. */
typedef struct
{
  KeelContact *before; /* nullable: it is put back; else the one of @uuid goes or comes */
  char *uuid;
  gboolean deleted;
  KeelNextContact next;
} Way;

typedef struct
{
  KeelUndo *undo;
  Way *way; /* belongs to @undo */
} Saving;

static void
way_free (Way *way)
{
  keel_contact_free (way->before);
  g_free (way->uuid);
  g_free (way);
}

static void
go_back (KeelSession *session, gconstpointer data, KeelSessionCallback callback, gpointer callback_data)
{
  const Way *way = data;

  if (way->before != NULL)
    keel_session_save_contact_async (session, way->before, &way->next, callback, callback_data);
  else
    keel_session_delete_contact_async (session, way->uuid, way->deleted, &way->next, callback, callback_data);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  Way *way = saving->way;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelContact) contact = NULL;

  contact = keel_session_save_contact_finish (KEEL_SESSION (source), result, &way->before, &way->next,
                                              &error);
  if (contact != NULL)
    way->uuid = g_strdup (contact->uuid);
  keel_undo_end (saving->undo, error);
}

void
keel_contact_undo_save (GtkWidget *widget, KeelSession *session, const KeelContact *contact,
                        const KeelNextContact *next)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->way = g_new0 (Way, 1);
  saving->way->deleted = TRUE;
  saving->undo = keel_undo_new (widget, session, _ ("The contact is put down."), go_back, saving->way,
                                (GDestroyNotify) way_free);
  keel_session_save_contact_async (session, contact, next, saved_cb, saving);
}

void
keel_contact_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid)
{
  Way *way = g_new0 (Way, 1);

  way->uuid = g_strdup (uuid);
  keel_session_delete_contact_async (session, uuid, TRUE, NULL, keel_undo_changed_cb,
                                     keel_undo_new (widget, session, _ ("The contact is gone."), go_back, way,
                                                    (GDestroyNotify) way_free));
}
