#include "config.h"

#include "keel-entry-share.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-entry-gate.h"
#include "keel-entry-page-private.h"
#include "keel-entry-share-window.h"
#include "keel-window.h"

/* Entries that are read one after the other. */
typedef struct
{
  GtkWindow *parent;
  GPtrArray *uuids;    /* of char * */
  GPtrArray *writings; /* of KeelWriting */
  GPtrArray *guarded;  /* likewise, those that ask for the passphrase first */
  guint next;
  gboolean opened; /* their page is open: whoever opened it was asked */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->parent);
  g_ptr_array_unref (reading->uuids);
  g_clear_pointer (&reading->writings, g_ptr_array_unref);
  g_clear_pointer (&reading->guarded, g_ptr_array_unref);
  g_free (reading);
}

/* Takes @reading. */
static void
show (Reading *reading, KeelSession *session)
{
  KeelEntryShareWindow *window = keel_entry_share_window_new (reading->parent, session,
                                                              g_steal_pointer (&reading->writings),
                                                              g_steal_pointer (&reading->guarded));

  gtk_window_present (GTK_WINDOW (window));
  reading_free (reading);
}

static void read_next (Reading *reading, KeelSession *session);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelSession *session = KEEL_SESSION (source);
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelWriting) writing = keel_session_writing_finish (session, result, &error);

  if (writing == NULL)
    {
      g_autofree char *sentence = keel_sentence_for_error (error, NULL);

      keel_say (GTK_WIDGET (reading->parent), sentence);
      reading_free (reading);
      return;
    }
  if (!reading->opened && keel_entry_gate_is_needed (session, writing->worksheet))
    g_ptr_array_add (reading->guarded, g_steal_pointer (&writing));
  else
    g_ptr_array_add (reading->writings, g_steal_pointer (&writing));
  reading->next++;
  read_next (reading, session);
}

static void
read_next (Reading *reading, KeelSession *session)
{
  if (reading->next < reading->uuids->len)
    keel_session_read_entry_async (session, reading->uuids->pdata[reading->next], read_cb, reading);
  else
    show (reading, session);
}

static GPtrArray *
make_writings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) keel_writing_free);
}

static void
present (GtkWindow *parent, KeelSession *session, GPtrArray *uuids, gboolean opened)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->parent = g_object_ref (parent);
  reading->opened = opened;
  reading->uuids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < uuids->len; i++)
    g_ptr_array_add (reading->uuids, g_strdup (uuids->pdata[i]));
  reading->writings = make_writings ();
  reading->guarded = make_writings ();
  read_next (reading, session);
}

void
keel_entry_share_present (GtkWindow *parent, KeelSession *session, GPtrArray *uuids)
{
  g_return_if_fail (uuids->len > 0);

  present (parent, session, uuids, FALSE);
}

/* What was typed last is saved before it is read. */
static void
give (KeelEntryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();

  if (keel_entry_page_get_uuid (self) == NULL)
    {
      keel_say (GTK_WIDGET (self), _ ("Nothing is written here yet."));
      return;
    }
  g_ptr_array_add (uuids, (char *) keel_entry_page_get_uuid (self));
  if (root != NULL)
    present (GTK_WINDOW (root), self->session, uuids, TRUE);
}

static void
give_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_save_first (KEEL_ENTRY_PAGE (widget), give);
}

void
keel_entry_share_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "entry.give", NULL, give_cb);
}
