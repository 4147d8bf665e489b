#include "config.h"

#include "keel-help-windows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-names.h"
#include "keel-open-window.h"
#include "keel-session-settings.h"

static gboolean
is_for_family_alone (void)
{
  KeelWindow *open = keel_open_window_find (GTK_APPLICATION (g_application_get_default ()));

  return open != NULL && keel_session_is_for_family_alone (keel_window_get_session (open));
}

/* Made when asked for: GTK 4.8 falls over a window that is there but was never shown, as a help overlay is,
 * when a screen reader looks through the windows while another one closes. */
void
keel_help_windows_show_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/keel/Keel/keel-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  if (is_for_family_alone ())
    g_object_set (gtk_builder_get_object (builder, "urge"), "title", _ ("A Hard Moment"), NULL);
  gtk_window_set_transient_for (window, parent);
  keel_names_mend (GTK_WIDGET (window), _ ("Close"));
  gtk_window_present (window);
}

void
keel_help_windows_show_about (GtkWindow *parent)
{
  g_autofree char *independence = keel_sentence_independence ();
  g_autofree char *comments = NULL;
  GtkWidget *window;

  comments = g_strdup_printf ("%s\n\n%s\n\n%s", _ ("A meeting calendar with reminders that arrive."),
                              _ ("Keel is neither treatment nor an emergency service. "
                                 "If a life is in danger, call your local emergency number now."),
                              independence);
  window = g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "application-name", _ ("Keel"),
                         "application-icon", KEEL_APPLICATION_ID, "version", KEEL_VERSION, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments", comments,
                         /* Translators: put your own name here, one line for each of you */
                         "translator-credits", _ ("translator-credits"), NULL);
  keel_names_mend (window, _ ("Close"));
  gtk_window_present (GTK_WINDOW (window));
}
