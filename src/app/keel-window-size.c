#include "config.h"

#include "keel-window-size.h"

#include "store/keel-installation.h"

static GSettings *
open_settings (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();

  if (keel_installation_is_build_folder ())
    source = g_settings_schema_source_new_from_directory (KEEL_BUILD_ROOT "/src/app", standard, TRUE, NULL);
  else if (standard != NULL)
    source = g_settings_schema_source_ref (standard);
  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, KEEL_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
keel_window_size_bind (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}
