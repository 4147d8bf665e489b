#include "config.h"

#include "keel-open-link.h"

#include <glib/gi18n-lib.h>

#include "core/keel-meeting.h"

#include "keel-window.h"

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    keel_say (widget, _ ("No program on this computer opens that link."));
}

/* Links were checked when they were read; checked once more before one leaves Keel. */
void
keel_open_link (GtkWidget *widget, const char *link)
{
  g_autofree char *safe = keel_link_check (link);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (
      gtk_widget_get_display (widget));

  if (safe != NULL)
    g_app_info_launch_default_for_uri_async (safe, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb,
                                             g_object_ref (widget));
}
