#include "config.h"

#include "keel-welcome-privacy.h"

#include <glib/gi18n-lib.h>

#include "keel-protect-dialog.h"

struct _KeelWelcomePrivacy
{
  KeelWelcomePage parent_instance;
};

#define KEEL_TYPE_WELCOME_PRIVACY (keel_welcome_privacy_get_type ())
G_DECLARE_FINAL_TYPE (KeelWelcomePrivacy, keel_welcome_privacy, KEEL, WELCOME_PRIVACY, KeelWelcomePage)
G_DEFINE_FINAL_TYPE (KeelWelcomePrivacy, keel_welcome_privacy, KEEL_TYPE_WELCOME_PAGE)

static void
protect_cb (KeelWelcomePage *page)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));

  gtk_window_present (GTK_WINDOW (keel_protect_dialog_new (window, keel_welcome_page_get_session (page))));
}

static void
add_button (KeelWelcomePage *page)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Set a Passphrase…"));

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (protect_cb), page, G_CONNECT_SWAPPED);
  keel_welcome_page_add (page, button);
}

static void
keel_welcome_privacy_class_init (KeelWelcomePrivacyClass *klass)
{
}

static void
keel_welcome_privacy_init (KeelWelcomePrivacy *self)
{
}

/* Translators: somebody may rely on these paragraphs with their safety, so each has to say exactly as much as
 * the English one and promise nothing more. */
GtkWidget *
keel_welcome_privacy_new (KeelSession *session)
{
  KeelWelcomePage *page = g_object_new (KEEL_TYPE_WELCOME_PRIVACY, NULL);

  keel_welcome_page_set_up (page, session, C_ ("welcome", "Privacy"));
  keel_welcome_page_add_text (page,
                              _ ("Everything stays on this computer, in one folder. Without a passphrase, "
                                 "anyone who uses your account here can open it."));
  keel_welcome_page_add_text (page, _ ("With a passphrase, what you write, your meetings and your lists are "
                                       "encrypted. Nobody can read them in the files without it, or the "
                                       "recovery code that comes with it."));
  keel_welcome_page_add_text (
      page, _ ("It does not hide that Keel is here. It does not protect you from someone who controls this "
               "computer or can make you tell it. If you lose it and the recovery code, nobody can open what "
               "you wrote."));
  add_button (page);
  return GTK_WIDGET (page);
}
