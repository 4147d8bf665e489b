#include "config.h"

#include "keel-draft.h"

#include <glib/gi18n-lib.h>

#include "keel-undo-toast.h"
#include "keel-window.h"

#define ASIDE "keel-drafts-aside"

/* What can be opened again. */
typedef struct
{
  GtkWindow *parent; /* weak */
  KeelSession *session;
  GVariant *draft;
  gboolean (*open) (GtkWindow *parent, KeelSession *session, GVariant *draft);
} Cancelled;

G_DEFINE_INTERFACE (KeelDraft, keel_draft, GTK_TYPE_WINDOW)

static void
keel_draft_default_init (KeelDraftInterface *iface)
{
}

static void
cancelled_free (Cancelled *cancelled)
{
  g_clear_weak_pointer (&cancelled->parent);
  g_object_unref (cancelled->session);
  g_variant_unref (cancelled->draft);
  g_free (cancelled);
}

static void
open_again_cb (gpointer data)
{
  Cancelled *cancelled = data;

  if (cancelled->parent != NULL && keel_session_is_open (cancelled->session) &&
      !cancelled->open (cancelled->parent, cancelled->session, cancelled->draft))
    keel_say (GTK_WIDGET (cancelled->parent), _ ("This is no longer there to be written in."));
}

static void
offer_again (KeelDraft *self, KeelSession *session, GVariant *draft)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  Cancelled *cancelled = g_new0 (Cancelled, 1);

  g_set_weak_pointer (&cancelled->parent, parent);
  cancelled->session = g_object_ref (session);
  cancelled->draft = g_variant_ref (draft);
  cancelled->open = KEEL_DRAFT_GET_IFACE (self)->open;
  keel_undo_toast_offer (GTK_WIDGET (parent), _ ("What you wrote was not saved."), _ ("Open Again"),
                         open_again_cb, cancelled, (GDestroyNotify) cancelled_free);
}

/* Of GPtrArray of GVariant, by name. Nullable. */
static GHashTable *
get_aside (KeelSession *session)
{
  return g_object_get_data (G_OBJECT (session), ASIDE);
}

static gboolean
add_aside (GVariantBuilder *drafts, KeelSession *session, const char *name)
{
  GPtrArray *aside = get_aside (session) != NULL ? g_hash_table_lookup (get_aside (session), name) : NULL;

  for (guint i = 0; aside != NULL && i < aside->len; i++)
    g_variant_builder_add_value (drafts, aside->pdata[i]);
  return aside != NULL;
}

static gboolean
is_of_kind (gpointer window, const char *name)
{
  return KEEL_IS_DRAFT (window) && strcmp (keel_draft_get_name (KEEL_DRAFT (window)), name) == 0;
}

/* Of the windows of one kind, as many as there are: two files that were dropped, say. */
static GVariant *
collect (KeelSession *session, const char *name, KeelDraft *except)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GVariantBuilder) drafts = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
  gboolean some = add_aside (drafts, session, name);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      GVariant *draft = NULL;

      if (is_of_kind (window, name) && KEEL_DRAFT (window) != except)
        draft = keel_draft_save (KEEL_DRAFT (window));
      if (draft != NULL)
        g_variant_builder_add_value (drafts, draft);
      some |= draft != NULL;
    }
  return some ? g_variant_builder_end (drafts) : NULL;
}

const char *
keel_draft_get_name (KeelDraft *self)
{
  g_return_val_if_fail (KEEL_IS_DRAFT (self), NULL);

  return KEEL_DRAFT_GET_IFACE (self)->get_name (self);
}

GVariant *
keel_draft_save (KeelDraft *self)
{
  g_return_val_if_fail (KEEL_IS_DRAFT (self), NULL);

  return KEEL_DRAFT_GET_IFACE (self)->save (self);
}

GVariant *
keel_draft_take_form (GVariant *form, GVariant *first)
{
  g_return_val_if_fail (form != NULL, NULL);

  if (first != NULL && g_variant_equal (form, first))
    g_clear_pointer (&form, g_variant_unref);
  return form;
}

void
keel_draft_keep (KeelDraft *self, KeelSession *session)
{
  const char *name = keel_draft_get_name (self);

  keel_session_save_draft (session, name, collect (session, name, NULL));
}

void
keel_draft_drop (KeelDraft *self, KeelSession *session)
{
  const char *name = keel_draft_get_name (self);
  g_autoptr (GVariant) kept = g_variant_lookup_value (keel_session_get_drafts (session), name, NULL);

  if (kept != NULL)
    keel_session_save_draft (session, name, collect (session, name, self));
}

void
keel_draft_cancel (KeelDraft *self, KeelSession *session)
{
  GVariant *typed = keel_draft_save (self);
  g_autoptr (GVariant) draft = typed != NULL ? g_variant_ref_sink (typed) : NULL;

  keel_draft_drop (self, session);
  if (draft != NULL && KEEL_DRAFT_GET_IFACE (self)->open != NULL &&
      gtk_window_get_transient_for (GTK_WINDOW (self)) != NULL)
    offer_again (self, session, draft);
}

void
keel_draft_set_aside (KeelSession *session, const char *name, GVariant *draft)
{
  GHashTable *all = get_aside (session);
  GPtrArray *aside;

  if (all == NULL)
    {
      all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      g_object_set_data_full (G_OBJECT (session), ASIDE, all, (GDestroyNotify) g_hash_table_unref);
    }
  aside = g_hash_table_lookup (all, name);
  if (aside == NULL)
    {
      aside = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
      g_hash_table_insert (all, g_strdup (name), aside);
    }
  g_ptr_array_add (aside, g_variant_ref (draft));
}

void
keel_drafts_save (KeelSession *session)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KEEL_IS_DRAFT (window))
        g_hash_table_add (names, (gpointer) keel_draft_get_name (KEEL_DRAFT (window)));
    }
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    keel_session_save_draft (session, name, collect (session, name, NULL));
}
