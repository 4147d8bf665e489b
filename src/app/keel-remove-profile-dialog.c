#include "config.h"

#include "keel-remove-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-application.h"
#include "keel-failed-page.h"
#include "keel-pages.h"
#include "keel-passphrase-row.h"
#include "keel-session-settings.h"
#include "keel-text-row.h"
#include "keel-window.h"
#include "keel-working-page.h"

struct _KeelRemoveProfileDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel;
  GtkStack *stack;
  GtkLabel *failure;
  KeelPassphraseRow *passphrase;
  KeelTextRow *word;
  KeelWorkingPage *working;
  KeelFailedPage *failed;

  KeelSession *session;
  gboolean gone; /* some of its files remain, and it has no name any more */
};

G_DEFINE_FINAL_TYPE (KeelRemoveProfileDialog, keel_remove_profile_dialog, ADW_TYPE_WINDOW)

static const char *
get_word (void)
{
  /* Translators: a person types this word to delete a profile. One short word. */
  return C_ ("typed to delete a profile", "delete");
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return g_strdup (g_strstrip (folded));
}

static gboolean
word_was_typed (KeelRemoveProfileDialog *self)
{
  g_autofree char *typed = fold (gtk_editable_get_text (GTK_EDITABLE (self->word)));
  g_autofree char *wanted = fold (get_word ());

  return strcmp (typed, wanted) == 0;
}

static void
show_page (KeelRemoveProfileDialog *self, const char *page)
{
  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->cancel, strcmp (page, "ask") == 0);
}

/* Where nothing of the profile is left to go back to. */
static void
go_elsewhere (KeelRemoveProfileDialog *self)
{
  KeelApplication *application = KEEL_APPLICATION (g_application_get_default ());
  guint others;
  g_autofree char *other = keel_session_find_other_profile (self->session, &others);

  if (others == 1)
    keel_application_restart (application, KEEL_START_OPEN, other);
  else
    keel_application_restart (application, KEEL_START_CHOOSER, NULL);
}

static void
show_end (KeelRemoveProfileDialog *self, const char *sentence)
{
  keel_failed_page_set_sentence (self->failed, sentence);
  show_page (self, "failed");
  gtk_widget_grab_focus (GTK_WIDGET (self->failed));
}

static void
show_failure (KeelRemoveProfileDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_passphrase_describe_error (self->session, error);
  gboolean refused = keel_passphrase_is_refused (error);

  keel_say (GTK_WIDGET (self), sentence);
  self->gone = g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_REMAINS);
  if (self->gone)
    keel_failed_page_set_title (self->failed, _ ("Delete Profile"));
  if (!keel_session_is_open (self->session))
    {
      show_end (self, sentence);
      return;
    }
  show_page (self, "ask");
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), !refused);
  if (!refused)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  keel_passphrase_row_show_problem (self->passphrase, sentence);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRemoveProfileDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_protection_finish (KEEL_SESSION (source), result, &error))
    go_elsewhere (self);
  else
    show_failure (self, error);
}

static gboolean
is_complete (KeelRemoveProfileDialog *self)
{
  g_autofree char *problem = NULL;

  if (keel_session_asks_for_passphrase (self->session) &&
      keel_passphrase_row_get_length (self->passphrase) == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
      keel_passphrase_row_show_problem (self->passphrase, _ ("Write your passphrase here first."));
      return FALSE;
    }
  if (word_was_typed (self))
    return TRUE;
  keel_text_row_mend (self->word);
  /* Translators: %s is the word to type */
  problem = g_strdup_printf (_ ("Write the word “%s” here, so that nothing is deleted by accident."),
                             get_word ());
  keel_text_row_show_problem (self->word, problem);
  return FALSE;
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRemoveProfileDialog *self = KEEL_REMOVE_PROFILE_DIALOG (widget);
  g_autoptr (KeelSecret) passphrase = NULL;

  if (!keel_pages_shows (self->stack, "ask") || !is_complete (self))
    return;
  if (keel_session_asks_for_passphrase (self->session))
    passphrase = keel_passphrase_row_dup (self->passphrase);
  keel_passphrase_row_clear (self->passphrase);
  show_page (self, "working");
  gtk_widget_grab_focus (GTK_WIDGET (self->working));
  keel_session_remove_profile_async (self->session, passphrase, removed_cb, g_object_ref (self));
}

static void
restart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRemoveProfileDialog *self = KEEL_REMOVE_PROFILE_DIALOG (widget);

  if (self->gone)
    go_elsewhere (self);
  keel_application_restart (KEEL_APPLICATION (g_application_get_default ()), KEEL_START_OPEN,
                            keel_session_get_profile_id (self->session));
}

static gboolean
keel_remove_profile_dialog_close_request (GtkWindow *window)
{
  KeelRemoveProfileDialog *self = KEEL_REMOVE_PROFILE_DIALOG (window);

  if (keel_pages_shows (self->stack, "working"))
    return TRUE;
  if (keel_pages_shows (self->stack, "failed"))
    restart_cb (GTK_WIDGET (self), NULL, NULL);
  keel_passphrase_row_clear (self->passphrase);
  return GTK_WINDOW_CLASS (keel_remove_profile_dialog_parent_class)->close_request (window);
}

static void
keel_remove_profile_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_REMOVE_PROFILE_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_remove_profile_dialog_parent_class)->dispose (object);
}

static void
keel_remove_profile_dialog_class_init (KeelRemoveProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_remove_profile_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_remove_profile_dialog_close_request;

  g_type_ensure (KEEL_TYPE_PASSPHRASE_ROW);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_FAILED_PAGE);
  g_type_ensure (KEEL_TYPE_WORKING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-remove-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, word);
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, working);
  gtk_widget_class_bind_template_child (widget_class, KeelRemoveProfileDialog, failed);
  gtk_widget_class_install_action (widget_class, "dialog.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "dialog.restart", NULL, restart_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_remove_profile_dialog_init (KeelRemoveProfileDialog *self)
{
  /* Translators: the title of an entry; %s is the word to type */
  g_autofree char *title = g_strdup_printf (_ ("Write “%s” to go on"), get_word ());

  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_failed_page_set_title (self->failed, _ ("The profile could not be deleted"));
  keel_text_row_set_title (self->word, title);
  show_page (self, "ask");
}

KeelRemoveProfileDialog *
keel_remove_profile_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelRemoveProfileDialog *self = g_object_new (KEEL_TYPE_REMOVE_PROFILE_DIALOG, "transient-for", parent,
                                                NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase), keel_session_asks_for_passphrase (session));
  gtk_widget_grab_focus (self->cancel);
  return self;
}
