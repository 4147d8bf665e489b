#include "config.h"

#include "keel-strategy-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-draft.h"
#include "keel-strategy-acts.h"
#include "keel-strategy-form.h"
#include "keel-window.h"

#define KEEL_TYPE_STRATEGY_DIALOG (keel_strategy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrategyDialog, keel_strategy_dialog, KEEL, STRATEGY_DIALOG, AdwWindow)

struct _KeelStrategyDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  KeelStrategyForm *form;

  KeelSession *session;
  KeelStrategy *strategy; /* what it began with; NULL: an empty one */
  GVariant *first;        /* what stood in the form before the person wrote; NULL: what they wrote earlier */
  char *saving;           /* nullable: id of what is being saved */
};

static void keel_strategy_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelStrategyDialog, keel_strategy_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_strategy_dialog_draft_init))

static void
tell (KeelStrategyDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelStrategyDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = keel_own_save_finish (result, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  if (!saved)
    {
      tell (self, error);
      return;
    }
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-strategy",
                                  g_variant_new_string (self->saving));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelStrategyDialog *self = KEEL_STRATEGY_DIALOG (widget);
  g_autoptr (KeelStrategy) strategy = keel_strategy_form_read (self->form);

  if (strategy == NULL)
    return;
  g_free (self->saving);
  self->saving = g_strdup (strategy->id);
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  keel_own_save_async (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                       &keel_strategy_acts, strategy, saved_cb, g_object_ref (self));
}

static GVariant *
save_form (KeelStrategyDialog *self)
{
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  g_variant_dict_insert (form, "id", "s", self->strategy != NULL ? self->strategy->id : "");
  g_variant_dict_insert_value (form, "form", keel_strategy_form_save (self->form));
  return g_variant_dict_end (form);
}

static const char *
keel_strategy_dialog_get_name (KeelDraft *draft)
{
  return KEEL_STRATEGY_DRAFT;
}

static GVariant *
keel_strategy_dialog_save (KeelDraft *draft)
{
  KeelStrategyDialog *self = KEEL_STRATEGY_DIALOG (draft);

  return keel_draft_take_form (save_form (self), self->first);
}

static void
keel_strategy_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_strategy_dialog_get_name;
  iface->save = keel_strategy_dialog_save;
  iface->open = keel_strategy_dialog_present_draft;
}

static gboolean
keel_strategy_dialog_close_request (GtkWindow *window)
{
  KeelStrategyDialog *self = KEEL_STRATEGY_DIALOG (window);

  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_strategy_dialog_parent_class)->close_request (window);
}

static void
keel_strategy_dialog_dispose (GObject *object)
{
  KeelStrategyDialog *self = KEEL_STRATEGY_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->strategy, keel_strategy_unref);
  g_clear_pointer (&self->first, g_variant_unref);
  g_clear_pointer (&self->saving, g_free);
  G_OBJECT_CLASS (keel_strategy_dialog_parent_class)->dispose (object);
}

static void
keel_strategy_dialog_class_init (KeelStrategyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_strategy_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_strategy_dialog_close_request;

  g_type_ensure (KEEL_TYPE_STRATEGY_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-strategy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyDialog, form);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_strategy_dialog_init (KeelStrategyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  g_signal_connect_swapped (self, "map", G_CALLBACK (keel_strategy_form_mend), self->form);
}

static KeelStrategyDialog *
make_dialog (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy)
{
  KeelStrategyDialog *self = g_object_new (KEEL_TYPE_STRATEGY_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->strategy = strategy != NULL ? keel_strategy_ref (strategy) : NULL;
  keel_strategy_form_show (self->form, strategy);
  self->first = g_variant_ref_sink (save_form (self));
  return self;
}

void
keel_strategy_dialog_present (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy)
{
  gtk_window_present (GTK_WINDOW (make_dialog (parent, session, strategy)));
}

gboolean
keel_strategy_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  g_autoptr (GVariant) form = g_variant_lookup_value (draft, "form", G_VARIANT_TYPE_VARDICT);
  const KeelStrategy *strategy = NULL;
  KeelStrategyDialog *self;
  const char *id;

  if (form == NULL || !g_variant_lookup (draft, "id", "&s", &id))
    return FALSE;
  if (*id != '\0')
    strategy = keel_content_find_strategy (keel_session_get_content (session), id);
  if (*id != '\0' && strategy == NULL)
    return FALSE;
  self = make_dialog (parent, session, strategy);
  keel_strategy_form_restore (self->form, form);
  g_clear_pointer (&self->first, g_variant_unref);
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}
