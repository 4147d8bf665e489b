#include "config.h"

#include "keel-demo-banner.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-demo-mark.h"

#include "keel-application.h"
#include "keel-entry-question.h"
#include "keel-session-settings.h"
#include "keel-window.h"

struct _KeelDemoBanner
{
  AdwBin parent_instance;

  KeelSession *session; /* NULL until it is shown */
};

G_DEFINE_FINAL_TYPE (KeelDemoBanner, keel_demo_banner, ADW_TYPE_BIN)

/* Nothing of the demo is left to go back to. */
static void
go_elsewhere (KeelSession *session)
{
  KeelApplication *application = KEEL_APPLICATION (g_application_get_default ());
  guint others;
  g_autofree char *other = keel_session_find_other_profile (session, &others);

  if (others == 1)
    keel_application_restart (application, KEEL_START_OPEN, other);
  else
    keel_application_restart (application, KEEL_START_CHOOSER, NULL);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelDemoBanner) self = data;
  KeelSession *session = KEEL_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_session_protection_finish (session, result, &error))
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      if (keel_session_is_open (session))
        return;
    }
  go_elsewhere (session);
}

static void
answered_cb (KeelDemoBanner *self, const char *response)
{
  if (g_str_equal (response, "go") && keel_session_is_open (self->session))
    keel_session_remove_profile_async (self->session, NULL, removed_cb, g_object_ref (self));
}

static void
remove_cb (KeelDemoBanner *self)
{
  GtkWidget *dialog = keel_entry_question_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Remove the demo?"),
      _ ("The made-up profile goes, with what you tried out in it. Your own profiles stay as they are."),
      _ ("Keep"), _ ("Remove"));

  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keel_demo_banner_dispose (GObject *object)
{
  g_clear_object (&KEEL_DEMO_BANNER (object)->session);

  G_OBJECT_CLASS (keel_demo_banner_parent_class)->dispose (object);
}

static void
keel_demo_banner_class_init (KeelDemoBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_demo_banner_dispose;
}

static void
keel_demo_banner_init (KeelDemoBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (_ ("Made-up data: this is a demo profile"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove Demo…"));

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (box, "keel-demo");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
keel_demo_banner_show (KeelDemoBanner *self, KeelSession *session)
{
  g_return_if_fail (KEEL_IS_DEMO_BANNER (self));

  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self), keel_demo_mark_is_set (keel_session_get_folder (session)));
}
