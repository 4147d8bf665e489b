#include "config.h"

#include "keel-row-undo.h"

typedef struct
{
  const KeelSessionRows *rows;
  gpointer before; /* nullable: it is put back; else the one of @uuid goes or comes */
  char *uuid;
  gboolean deleted;
} Way;

typedef struct
{
  KeelUndo *undo;
  Way *way; /* belongs to @undo */
} Saving;

static void
way_free (Way *way)
{
  way->rows->free (way->before);
  g_free (way->uuid);
  g_free (way);
}

static Way *
way_new (const KeelSessionRows *rows, const char *uuid, gconstpointer before, gboolean deleted)
{
  Way *way = g_new0 (Way, 1);

  way->rows = rows;
  way->uuid = g_strdup (uuid);
  way->before = before != NULL ? rows->copy ((gpointer) before) : NULL;
  way->deleted = deleted;
  return way;
}

static void
go_back (KeelSession *session, gconstpointer data, KeelSessionCallback callback, gpointer callback_data)
{
  const Way *way = data;

  if (way->before != NULL)
    keel_session_save_row_async (session, way->rows, way->before, callback, callback_data);
  else
    keel_session_delete_row_async (session, way->rows, way->uuid, way->deleted, callback, callback_data);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  Way *way = saving->way;
  g_autoptr (GError) error = NULL;
  gpointer before = NULL;
  gpointer row = keel_session_save_row_finish (KEEL_SESSION (source), result, &before, &error);

  if (row != NULL)
    way->uuid = g_strdup (keel_session_rows_get_uuid (way->rows, row));
  if (way->before == NULL)
    way->before = g_steal_pointer (&before);
  way->rows->free (before);
  way->rows->free (row);
  keel_undo_end (saving->undo, error);
}

KeelUndo *
keel_row_undo_new (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows, const char *uuid,
                   gconstpointer before, gboolean deleted, const char *said)
{
  return keel_undo_new (widget, session, said, go_back, way_new (rows, uuid, before, deleted),
                        (GDestroyNotify) way_free);
}

void
keel_row_undo_save (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows, gconstpointer row,
                    gconstpointer before, const char *said)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->way = way_new (rows, NULL, before, TRUE);
  saving->undo = keel_undo_new (widget, session, said, go_back, saving->way, (GDestroyNotify) way_free);
  keel_session_save_row_async (session, rows, row, saved_cb, saving);
}

void
keel_row_undo_delete (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows, const char *uuid,
                      const char *said)
{
  keel_session_delete_row_async (session, rows, uuid, TRUE, keel_undo_changed_cb,
                                 keel_row_undo_new (widget, session, rows, uuid, NULL, FALSE, said));
}

void
keel_row_undo_offer (GtkWidget *widget, KeelSession *session, const KeelSessionRows *rows, const char *uuid,
                     gconstpointer before, const char *said)
{
  keel_undo_offer (keel_row_undo_new (widget, session, rows, uuid, before, TRUE, said));
}
