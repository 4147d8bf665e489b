#include "config.h"

#include "keel-program-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-draft.h"
#include "keel-program-form.h"
#include "keel-session-programs.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

#define KEEL_TYPE_PROGRAM_DIALOG (keel_program_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramDialog, keel_program_dialog, KEEL, PROGRAM_DIALOG, AdwWindow)

struct _KeelProgramDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  KeelProgramForm *form;

  KeelSession *session;
  KeelProgram *program; /* as it was; NULL: a new one */
  GVariant *first;      /* what stood in the form before the person wrote; NULL: what they wrote earlier */
};

static void keel_program_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelProgramDialog, keel_program_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_program_dialog_draft_init))

/* What was saved, and how to take it back. */
typedef struct
{
  GtkWindow *window; /* weak: the one behind */
  KeelSession *session;
  char *code;          /* of the one that is new */
  KeelProgram *before; /* nullable: it was new */
} Saved;

static void
saved_free (Saved *saved)
{
  g_clear_weak_pointer (&saved->window);
  g_object_unref (saved->session);
  g_free (saved->code);
  g_clear_pointer (&saved->before, keel_program_unref);
  g_free (saved);
}

static void
tell (KeelProgramDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
tell_undone (gpointer window, const GError *error)
{
  g_autoptr (GtkWindow) behind = window;

  keel_undo_toast_tell (GTK_WIDGET (behind), error, NULL);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer window)
{
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  tell_undone (window, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelProgram) program = keel_session_save_program_finish (KEEL_SESSION (source), result, &error);

  tell_undone (window, error);
}

static void
undo_cb (gpointer data)
{
  Saved *saved = data;

  if (saved->window == NULL || !keel_session_is_open (saved->session))
    return;
  if (saved->before != NULL)
    keel_session_save_program_async (saved->session, saved->before, restored_cb,
                                     g_object_ref (saved->window));
  else
    keel_session_delete_program_async (saved->session, saved->code, TRUE, deleted_cb,
                                       g_object_ref (saved->window));
}

static void
offer_undo (KeelProgramDialog *self, const KeelProgram *program)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  Saved *saved = g_new0 (Saved, 1);
  g_autofree char *sentence = NULL;

  g_set_weak_pointer (&saved->window, window);
  saved->session = g_object_ref (self->session);
  saved->code = g_strdup (program->code);
  saved->before = self->program != NULL ? keel_program_ref (self->program) : NULL;
  /* Translators: %s is the name of a program. */
  sentence = g_strdup_printf (self->program != NULL ? _ ("%s is changed.") : _ ("%s is added."),
                              program->name);
  keel_undo_toast_show (GTK_WIDGET (window), sentence, undo_cb, saved, (GDestroyNotify) saved_free);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelProgramDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelProgram) program = keel_session_save_program_finish (KEEL_SESSION (source), result, &error);
  GtkWindow *behind = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  if (program == NULL)
    {
      tell (self, error);
      return;
    }
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  if (behind != NULL)
    {
      if (self->program == NULL)
        gtk_widget_activate_action (GTK_WIDGET (behind), "programs.open", "s", program->code);
      offer_undo (self, program);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProgramDialog *self = KEEL_PROGRAM_DIALOG (widget);
  g_autoptr (KeelProgram) program = keel_program_form_read (self->form);

  if (program == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  keel_session_save_program_async (self->session, program, saved_cb, g_object_ref (self));
}

static GVariant *
save_form (KeelProgramDialog *self)
{
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  g_variant_dict_insert (form, "code", "s", self->program != NULL ? self->program->code : "");
  g_variant_dict_insert_value (form, "form", keel_program_form_save (self->form));
  return g_variant_dict_end (form);
}

static const char *
keel_program_dialog_get_name (KeelDraft *draft)
{
  return KEEL_PROGRAM_DRAFT;
}

static GVariant *
keel_program_dialog_save (KeelDraft *draft)
{
  KeelProgramDialog *self = KEEL_PROGRAM_DIALOG (draft);

  return keel_draft_take_form (save_form (self), self->first);
}

static void
keel_program_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_program_dialog_get_name;
  iface->save = keel_program_dialog_save;
  iface->open = keel_program_dialog_present_draft;
}

static gboolean
keel_program_dialog_close_request (GtkWindow *window)
{
  KeelProgramDialog *self = KEEL_PROGRAM_DIALOG (window);

  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_program_dialog_parent_class)->close_request (window);
}

static void
keel_program_dialog_dispose (GObject *object)
{
  KeelProgramDialog *self = KEEL_PROGRAM_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->program, keel_program_unref);
  g_clear_pointer (&self->first, g_variant_unref);
  G_OBJECT_CLASS (keel_program_dialog_parent_class)->dispose (object);
}

static void
keel_program_dialog_class_init (KeelProgramDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_program_dialog_close_request;

  g_type_ensure (KEEL_TYPE_PROGRAM_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramDialog, form);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_program_dialog_init (KeelProgramDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  g_signal_connect_swapped (self, "map", G_CALLBACK (keel_program_form_mend), self->form);
}

static KeelProgramDialog *
make_dialog (GtkWindow *parent, KeelSession *session, const KeelProgram *program)
{
  KeelProgramDialog *self = g_object_new (KEEL_TYPE_PROGRAM_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->program = program != NULL ? keel_program_ref (program) : NULL;
  keel_program_form_show (self->form, keel_session_get_content (session), program);
  self->first = g_variant_ref_sink (save_form (self));
  return self;
}

void
keel_program_dialog_present (GtkWindow *parent, KeelSession *session, const KeelProgram *program)
{
  gtk_window_present (GTK_WINDOW (make_dialog (parent, session, program)));
}

gboolean
keel_program_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  g_autoptr (GVariant) form = g_variant_lookup_value (draft, "form", G_VARIANT_TYPE_VARDICT);
  const KeelProgram *program = NULL;
  KeelProgramDialog *self;
  const char *code;

  if (form == NULL || !g_variant_lookup (draft, "code", "&s", &code))
    return FALSE;
  if (*code != '\0')
    program = keel_content_find_program (keel_session_get_content (session), code);
  if (*code != '\0' && (program == NULL || program->gone || !program->own))
    return FALSE;
  self = make_dialog (parent, session, program);
  keel_program_form_restore (self->form, form);
  g_clear_pointer (&self->first, g_variant_unref);
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}
