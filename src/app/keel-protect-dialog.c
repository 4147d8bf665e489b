#include "config.h"

#include "keel-protect-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-protection-sentences.h"
#include "store/keel-recovery-code.h"

#include "keel-announcer.h"
#include "keel-application.h"
#include "keel-failed-page.h"
#include "keel-pages.h"
#include "keel-passphrase-choice.h"
#include "keel-recovery-code-view.h"
#include "keel-session-settings.h"
#include "keel-window.h"
#include "keel-working-page.h"

struct _KeelProtectDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *set;
  GtkStack *stack;
  GtkWidget *explanation;
  GtkBox *protected_box;
  GtkBox *open_box;
  GtkLabel *advice;
  KeelPassphraseChoice *choice;
  KeelWorkingPage *working;
  KeelRecoveryCodeView *code;
  KeelFailedPage *failed;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelProtectDialog, keel_protect_dialog, ADW_TYPE_WINDOW)

static void
show_page (KeelProtectDialog *self, const char *page)
{
  gboolean explains = strcmp (page, "explain") == 0;
  gboolean chooses = strcmp (page, "choose") == 0;

  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->cancel, explains);
  gtk_widget_set_visible (self->next, explains);
  gtk_widget_set_visible (self->back, chooses);
  gtk_widget_set_visible (self->set, chooses);
}

static void
restart (KeelProtectDialog *self, KeelStart how)
{
  keel_application_restart (KEEL_APPLICATION (g_application_get_default ()), how,
                            keel_session_get_profile_id (self->session));
}

static void
add_paragraph (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "keel-prose");
  gtk_box_append (box, label);
}

static void
fill_explanation (KeelProtectDialog *self)
{
  g_auto (GStrv) sentences = keel_protection_sentences ();
  g_autofree char *advice = keel_protection_advice ();
  g_autofree char *all = g_strjoinv ("\n", sentences);

  for (guint i = 0; sentences[i] != NULL; i++)
    add_paragraph (i < KEEL_PROTECTION_SENTENCES_PROTECTED ? self->protected_box : self->open_box,
                   sentences[i]);
  gtk_label_set_text (self->advice, advice);
  /* It has the focus first: a listener hears it, and the arrow keys move it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->explanation), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  all, -1);
}

/* The profile was closed for it: there is nothing to go back to. */
static void
show_failure (KeelProtectDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_passphrase_describe_error (self->session, error);

  keel_failed_page_set_sentence (self->failed, sentence);
  show_page (self, "failed");
  gtk_widget_grab_focus (GTK_WIDGET (self->failed));
  keel_say (GTK_WIDGET (self), sentence);
}

static void
protected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelProtectDialog) self = data;
  g_autoptr (GError) error = NULL;
  char *code = keel_session_code_finish (KEEL_SESSION (source), result, &error);

  if (code == NULL)
    {
      show_failure (self, error);
      return;
    }
  keel_recovery_code_view_show (self->code, code);
  keel_secret_free (code);
  keel_application_seal (KEEL_APPLICATION (g_application_get_default ()), GTK_WINDOW (self));
  show_page (self, "code");
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProtectDialog *self = KEEL_PROTECT_DIALOG (widget);

  if (!keel_pages_shows (self->stack, "explain"))
    return;
  show_page (self, "choose");
  gtk_window_set_default_widget (GTK_WINDOW (self), self->set);
  gtk_widget_grab_focus (GTK_WIDGET (self->choice));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProtectDialog *self = KEEL_PROTECT_DIALOG (widget);

  keel_passphrase_choice_clear (self->choice);
  show_page (self, "explain");
  gtk_window_set_default_widget (GTK_WINDOW (self), self->next);
  gtk_widget_grab_focus (self->explanation);
}

static void
set_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProtectDialog *self = KEEL_PROTECT_DIALOG (widget);
  g_autoptr (KeelSecret) passphrase = NULL;

  if (!keel_pages_shows (self->stack, "choose"))
    return;
  passphrase = keel_passphrase_choice_dup (self->choice);
  if (passphrase == NULL)
    return;
  keel_passphrase_choice_clear (self->choice);
  show_page (self, "working");
  gtk_widget_grab_focus (GTK_WIDGET (self->working));
  keel_session_protect_async (self->session, passphrase, protected_cb, g_object_ref (self));
}

static void
noted_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProtectDialog *self = KEEL_PROTECT_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  /* The worst that comes of it is that Keel offers another code. */
  if (!keel_session_note_code (self->session, TRUE, &error))
    g_warning ("Cannot keep that the code was written down: %s", error->message);
  restart (self, KEEL_START_LOCKED);
}

static void
restart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  restart (KEEL_PROTECT_DIALOG (widget), KEEL_START_OPEN);
}

static gboolean
keel_protect_dialog_close_request (GtkWindow *window)
{
  KeelProtectDialog *self = KEEL_PROTECT_DIALOG (window);

  /* A code is shown once: a key pressed by chance must not take it away. */
  if (keel_pages_shows (self->stack, "working") || keel_pages_shows (self->stack, "code"))
    return TRUE;
  if (keel_pages_shows (self->stack, "failed"))
    restart (self, KEEL_START_OPEN);
  keel_passphrase_choice_clear (self->choice);
  return GTK_WINDOW_CLASS (keel_protect_dialog_parent_class)->close_request (window);
}

static void
keel_protect_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROTECT_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_protect_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, next);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, set);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, protected_box);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, open_box);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, advice);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, working);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, code);
  gtk_widget_class_bind_template_child (widget_class, KeelProtectDialog, failed);
}

static void
keel_protect_dialog_class_init (KeelProtectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_protect_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_protect_dialog_close_request;

  g_type_ensure (KEEL_TYPE_PASSPHRASE_CHOICE);
  g_type_ensure (KEEL_TYPE_RECOVERY_CODE_VIEW);
  g_type_ensure (KEEL_TYPE_FAILED_PAGE);
  g_type_ensure (KEEL_TYPE_WORKING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-protect-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "dialog.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "dialog.set", NULL, set_cb);
  gtk_widget_class_install_action (widget_class, "dialog.noted", NULL, noted_cb);
  gtk_widget_class_install_action (widget_class, "dialog.restart", NULL, restart_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_protect_dialog_init (KeelProtectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  fill_explanation (self);
  show_page (self, "explain");
}

KeelProtectDialog *
keel_protect_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelProtectDialog *self = g_object_new (KEEL_TYPE_PROTECT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_widget_grab_focus (self->explanation);
  return self;
}
