#include "config.h"

#include "keel-entry-share-mark.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-progress.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* One entry, and what is to be said of it. */
typedef struct
{
  char *uuid;
  gint64 at;
  char *with; /* nullable */
} Share;

/* Entries that are marked one after the other, and what was said of them before. */
typedef struct
{
  GWeakRef widget;
  KeelSession *session;
  GPtrArray *wanted; /* of Share */
  GPtrArray *before; /* of Share; NULL while this is an undo */
  guint next;
} Mark;

static void
share_free (gpointer data)
{
  Share *share = data;

  g_free (share->uuid);
  g_free (share->with);
  g_free (share);
}

static void
add_share (GPtrArray *shares, const char *uuid, gint64 at, const char *with)
{
  Share *share = g_new0 (Share, 1);

  share->uuid = g_strdup (uuid);
  share->at = at;
  share->with = g_strdup (with);
  g_ptr_array_add (shares, share);
}

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_weak_ref_clear (&mark->widget);
  g_object_unref (mark->session);
  g_clear_pointer (&mark->wanted, g_ptr_array_unref);
  g_clear_pointer (&mark->before, g_ptr_array_unref);
  g_free (mark);
}

static Mark *
mark_new (GtkWidget *widget, KeelSession *session)
{
  Mark *mark = g_new0 (Mark, 1);

  g_weak_ref_init (&mark->widget, widget);
  mark->session = g_object_ref (session);
  mark->wanted = g_ptr_array_new_with_free_func (share_free);
  return mark;
}

static void go_on (Mark *mark);

static void
undo_cb (gpointer data)
{
  Mark *mark = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&mark->widget);
  Mark *back = mark_new (widget, mark->session);

  for (guint i = 0; i < mark->before->len; i++)
    {
      const Share *share = g_ptr_array_index (mark->before, i);

      add_share (back->wanted, share->uuid, share->at, share->with);
    }
  go_on (back);
}

/* Takes @mark. */
static void
end (Mark *mark, const GError *error)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&mark->widget);

  if (mark->before == NULL || error != NULL)
    keel_undo_toast_tell (widget, error, NULL);
  if (mark->before != NULL && mark->before->len > 0 && error == NULL)
    keel_undo_toast_show (widget, _ ("Marked as shared today."), undo_cb, mark, mark_free);
  else
    mark_free (mark);
}

static void
shared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Mark *mark = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (entry == NULL)
    {
      end (mark, error);
      return;
    }
  mark->next++;
  go_on (mark);
}

static void
share (Mark *mark, const Share *share)
{
  keel_session_share_entry_async (mark->session, share->uuid, share->at, share->with, shared_cb, mark);
}

/* With whom it was shared before stays: only the day is another. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Mark *mark = data;
  Share *wanted = g_ptr_array_index (mark->wanted, mark->next);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelWriting) writing = keel_session_writing_finish (KEEL_SESSION (source), result, &error);

  if (writing == NULL)
    {
      end (mark, error);
      return;
    }
  add_share (mark->before, wanted->uuid, writing->entry->shared_at, writing->entry->shared_with);
  g_free (wanted->with);
  wanted->with = g_strdup (writing->entry->shared_with);
  share (mark, wanted);
}

static void
go_on (Mark *mark)
{
  Share *wanted = mark->next < mark->wanted->len ? g_ptr_array_index (mark->wanted, mark->next) : NULL;

  if (wanted == NULL)
    end (mark, NULL);
  else if (mark->before != NULL)
    keel_session_read_entry_async (mark->session, wanted->uuid, read_cb, mark);
  else
    share (mark, wanted);
}

static void
mark_cb (gpointer data)
{
  Mark *offered = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&offered->widget);
  Mark *mark = mark_new (widget, offered->session);

  mark->before = g_ptr_array_new_with_free_func (share_free);
  for (guint i = 0; i < offered->wanted->len; i++)
    {
      const Share *share = g_ptr_array_index (offered->wanted, i);

      add_share (mark->wanted, share->uuid, keel_session_get_now (offered->session), NULL);
    }
  go_on (mark);
}

void
keel_entry_share_mark_offer (GtkWidget *widget, KeelSession *session, GPtrArray *uuids, const char *sentence)
{
  Mark *mark = mark_new (widget, session);

  for (guint i = 0; i < uuids->len; i++)
    add_share (mark->wanted, g_ptr_array_index (uuids, i), 0, NULL);
  /* Translators: a button after something was printed or saved: notes that it was shared with somebody. */
  keel_undo_toast_offer (widget, sentence, _ ("Mark as Shared"), mark_cb, mark, mark_free);
}
