#include "config.h"

#include "keel-passphrase-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/keel-recovery-code.h"

#include "keel-announcer.h"
#include "keel-application.h"
#include "keel-failed-page.h"
#include "keel-pages.h"
#include "keel-passphrase-choice.h"
#include "keel-passphrase-row.h"
#include "keel-recovery-code-view.h"
#include "keel-window.h"
#include "keel-working-page.h"

struct _KeelPassphraseDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel;
  GtkButton *go;
  GtkStack *stack;
  GtkLabel *explanation;
  GtkLabel *failure;
  GtkWidget *old_list;
  KeelPassphraseRow *old;
  KeelPassphraseChoice *choice;
  KeelWorkingPage *working;
  KeelRecoveryCodeView *code;
  GtkLabel *code_failure;
  KeelFailedPage *failed;

  KeelSession *session;
  KeelPassphraseChange change;
};

G_DEFINE_FINAL_TYPE (KeelPassphraseDialog, keel_passphrase_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *title;
  const char *explanation;
  const char *go;
  const char *working;
  const char *done;
  gboolean asks_old;
  gboolean asks_new;
} forms[] = {
  [KEEL_PASSPHRASE_CHANGE] = { N_ ("Change Passphrase"),
                               N_ ("After the change, only the new passphrase opens your profile. Your recovery code stays "
                                   "the same."),
                               N_ ("Change"), N_ ("Changing the passphrase…"),
                               N_ ("The passphrase is changed."), TRUE, TRUE },
  [KEEL_PASSPHRASE_SET_ANEW] = { N_ ("New Passphrase"),
                                 N_ ("You came in with your recovery code. Set a new passphrase now, and you "
                                     "need not look for the code next time. The code stays the same."),
                                 N_ ("Set Passphrase"), N_ ("Setting the passphrase…"),
                                 N_ ("The new passphrase is set."), FALSE, TRUE },
  [KEEL_PASSPHRASE_RENEW_CODE] = { N_ ("New Recovery Code"),
                                   N_ ("You get a new code to write down. The one that you have now, if there "
                                       "is one, will no longer open your profile."),
                                   N_ ("Make a Code"), N_ ("Making a new code…"),
                                   N_ ("There is a new recovery code."), TRUE, FALSE },
  [KEEL_PASSPHRASE_REMOVE_CODE] = { N_ ("Remove the Recovery Code"),
                                    N_ ("After that, only your passphrase opens this profile. If you forget it, nobody "
                                        "can open your profile again."),
                                    N_ ("Remove"), N_ ("Removing the code…"),
                                    N_ ("The recovery code is removed."), TRUE, FALSE },
  [KEEL_PASSPHRASE_REMOVE] = { N_ ("Remove the Passphrase"),
                               N_ ("Your profile will be decrypted. Then everybody who can use this computer can "
                                   "open it and read what you wrote. Your recovery code is gone as well. "
                                   "Keel closes and opens again when it is done."),
                               N_ ("Remove"),
                               N_ ("Decrypting your profile. Nothing is lost if the power goes off meanwhile."),
                               NULL, TRUE, FALSE },
};

static void
show_page (KeelPassphraseDialog *self, const char *page)
{
  gboolean asks = strcmp (page, "ask") == 0;

  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->cancel, asks);
  gtk_widget_set_visible (GTK_WIDGET (self->go), asks);
  /* A window forgets its default button when that is hidden. */
  gtk_window_set_default_widget (GTK_WINDOW (self), asks ? GTK_WIDGET (self->go) : NULL);
}

static gboolean
asks_old (KeelPassphraseDialog *self)
{
  return forms[self->change].asks_old && keel_session_asks_for_passphrase (self->session);
}

static void
clear (KeelPassphraseDialog *self)
{
  keel_passphrase_row_clear (self->old);
  keel_passphrase_choice_clear (self->choice);
}

static void
focus_first (KeelPassphraseDialog *self)
{
  if (asks_old (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->old));
  else if (forms[self->change].asks_new)
    gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  else
    gtk_widget_grab_focus (self->cancel);
}

static void
restart (KeelPassphraseDialog *self)
{
  keel_application_restart (KEEL_APPLICATION (g_application_get_default ()), KEEL_START_OPEN,
                            keel_session_get_profile_id (self->session));
}

/* The profile was closed for it: there is nothing to go back to. */
static void
show_end (KeelPassphraseDialog *self, const char *sentence)
{
  keel_failed_page_set_sentence (self->failed, sentence);
  show_page (self, "failed");
  gtk_widget_grab_focus (GTK_WIDGET (self->failed));
}

static void
show_failure (KeelPassphraseDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_passphrase_describe_error (self->session, error);
  gboolean refused = keel_passphrase_is_refused (error);

  keel_say (GTK_WIDGET (self), sentence);
  if (!keel_session_is_open (self->session))
    {
      show_end (self, sentence);
      return;
    }
  show_page (self, "ask");
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), !refused);
  focus_first (self);
  if (refused)
    keel_passphrase_row_show_problem (self->old, sentence);
}

static void
finish (KeelPassphraseDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  keel_say (GTK_WIDGET (self), _ (forms[self->change].done));
  show_page (self, "ask");
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_working (KeelPassphraseDialog *self)
{
  show_page (self, "working");
  gtk_widget_grab_focus (GTK_WIDGET (self->working));
  keel_say (GTK_WIDGET (self), _ (forms[self->change].working));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPassphraseDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!keel_session_protection_finish (KEEL_SESSION (source), result, &error))
    show_failure (self, error);
  else if (self->change == KEEL_PASSPHRASE_REMOVE)
    restart (self);
  else
    finish (self);
}

/* The code stays where it is, to try once more: it fits only when it was kept. */
static void
code_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPassphraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_protection_finish (KEEL_SESSION (source), result, &error))
    {
      finish (self);
      return;
    }
  sentence = keel_passphrase_describe_error (self->session, error);
  gtk_label_set_text (self->code_failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->code_failure), TRUE);
  show_page (self, "code");
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
  keel_say (GTK_WIDGET (self), sentence);
}

static void
code_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPassphraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  char *code = keel_session_code_finish (KEEL_SESSION (source), result, &error);

  if (code == NULL)
    {
      show_failure (self, error);
      return;
    }
  keel_recovery_code_view_show (self->code, code);
  keel_secret_free (code);
  show_page (self, "code");
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

static void
begin (KeelPassphraseDialog *self, const char *old, const char *passphrase)
{
  switch (self->change)
    {
    case KEEL_PASSPHRASE_CHANGE:
    case KEEL_PASSPHRASE_SET_ANEW:
      keel_session_change_passphrase_async (self->session, old, passphrase, done_cb, g_object_ref (self));
      break;
    case KEEL_PASSPHRASE_RENEW_CODE:
      keel_session_make_recovery_code_async (self->session, old, code_made_cb, g_object_ref (self));
      break;
    case KEEL_PASSPHRASE_REMOVE_CODE:
      keel_session_remove_recovery_code_async (self->session, old, done_cb, g_object_ref (self));
      break;
    case KEEL_PASSPHRASE_REMOVE:
      keel_session_unprotect_async (self->session, old, done_cb, g_object_ref (self));
      break;
    }
  show_working (self);
}

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPassphraseDialog *self = KEEL_PASSPHRASE_DIALOG (widget);
  g_autoptr (KeelSecret) old = NULL;
  g_autoptr (KeelSecret) passphrase = NULL;

  if (!keel_pages_shows (self->stack, "ask"))
    return;
  if (asks_old (self) && keel_passphrase_row_get_length (self->old) == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->old));
      keel_passphrase_row_show_problem (self->old, _ ("Write your passphrase here first."));
      return;
    }
  if (asks_old (self))
    old = keel_passphrase_row_dup (self->old);
  if (forms[self->change].asks_new)
    passphrase = keel_passphrase_choice_dup (self->choice);
  if (forms[self->change].asks_new && passphrase == NULL)
    return;
  clear (self);
  begin (self, old, passphrase);
}

static void
noted_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPassphraseDialog *self = KEEL_PASSPHRASE_DIALOG (widget);

  show_working (self);
  keel_session_set_recovery_code_async (self->session, keel_recovery_code_view_get_code (self->code),
                                        code_set_cb, g_object_ref (self));
}

static void
restart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  restart (KEEL_PASSPHRASE_DIALOG (widget));
}

static gboolean
keel_passphrase_dialog_close_request (GtkWindow *window)
{
  KeelPassphraseDialog *self = KEEL_PASSPHRASE_DIALOG (window);

  /* A key pressed by chance must not take the code away. */
  if (keel_pages_shows (self->stack, "working") || keel_pages_shows (self->stack, "code"))
    return TRUE;
  if (keel_pages_shows (self->stack, "failed"))
    restart (self);
  clear (self);
  return GTK_WINDOW_CLASS (keel_passphrase_dialog_parent_class)->close_request (window);
}

static void
keel_passphrase_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_PASSPHRASE_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_passphrase_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, go);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, old_list);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, old);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, working);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, code);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, code_failure);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseDialog, failed);
}

static void
keel_passphrase_dialog_class_init (KeelPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_passphrase_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_passphrase_dialog_close_request;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_PASSPHRASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_PASSPHRASE_ROW);
  g_type_ensure (KEEL_TYPE_PASSPHRASE_CHOICE);
  g_type_ensure (KEEL_TYPE_RECOVERY_CODE_VIEW);
  g_type_ensure (KEEL_TYPE_FAILED_PAGE);
  g_type_ensure (KEEL_TYPE_WORKING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-passphrase-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "dialog.noted", NULL, noted_cb);
  gtk_widget_class_install_action (widget_class, "dialog.restart", NULL, restart_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_passphrase_dialog_init (KeelPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelPassphraseDialog *
keel_passphrase_dialog_new (GtkWindow *parent, KeelSession *session, KeelPassphraseChange change)
{
  KeelPassphraseDialog *self = g_object_new (KEEL_TYPE_PASSPHRASE_DIALOG, "transient-for", parent, "title",
                                             _ (forms[change].title), NULL);

  self->session = g_object_ref (session);
  self->change = change;
  gtk_label_set_text (self->explanation, _ (forms[change].explanation));
  gtk_button_set_label (self->go, _ (forms[change].go));
  keel_working_page_set_text (self->working, _ (forms[change].working));
  gtk_widget_set_visible (self->old_list, asks_old (self));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), forms[change].asks_new);
  show_page (self, "ask");
  focus_first (self);
  return self;
}
