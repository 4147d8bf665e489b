#include "config.h"

#include "keel-settings.h"

#include "store/keel-installation.h"

#define NEWEST_KEY "runner-goes-on"

GSettings *
keel_settings_open (void)
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
  /* A schema of an older Keel has not all of the keys, and GLib ends the program that asks for one. */
  if (schema == NULL || !g_settings_schema_has_key (schema, NEWEST_KEY))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}
