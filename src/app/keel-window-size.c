#include "keel-window-size.h"

#include "keel-settings.h"

void
keel_window_size_bind (GtkWindow *window)
{
  g_autoptr (GSettings) settings = keel_settings_open ();

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}
