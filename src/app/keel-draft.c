#include "keel-draft.h"

G_DEFINE_INTERFACE (KeelDraft, keel_draft, GTK_TYPE_WINDOW)

static void
keel_draft_default_init (KeelDraftInterface *iface)
{
}

/* Of the windows of one kind, as many as there are: two files that were dropped, say. */
static GVariant *
collect (const char *name, KeelDraft *except)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GVariantBuilder) drafts = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
  gboolean some = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      GVariant *draft = NULL;

      if (KEEL_IS_DRAFT (window) && KEEL_DRAFT (window) != except &&
          strcmp (keel_draft_get_name (KEEL_DRAFT (window)), name) == 0)
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
keel_draft_drop (KeelDraft *self, KeelSession *session)
{
  const char *name = keel_draft_get_name (self);
  g_autoptr (GVariant) kept = g_variant_lookup_value (keel_session_get_drafts (session), name, NULL);

  if (kept != NULL)
    keel_session_save_draft (session, name, collect (name, self));
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
    keel_session_save_draft (session, name, collect (name, NULL));
}
