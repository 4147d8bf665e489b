#include "keel-json-output.h"

#include <stdio.h>

static void
add_formatted (JsonBuilder *builder, const char *name, GDateTime *time, const char *format)
{
  g_autofree char *text = g_date_time_format (time, format);

  keel_json_add_text (builder, name, text);
}

void
keel_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
keel_json_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

void
keel_json_add_count (JsonBuilder *builder, const char *name, gint64 number)
{
  if (number < 0)
    keel_json_add_text (builder, name, NULL);
  else
    keel_json_add_number (builder, name, number);
}

void
keel_json_add_truth (JsonBuilder *builder, const char *name, gboolean truth)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, truth);
}

void
keel_json_add_instant (JsonBuilder *builder, const char *name, gint64 utc)
{
  g_autoptr (GDateTime) time = utc == 0 ? NULL : g_date_time_new_from_unix_utc (utc);

  if (time == NULL)
    keel_json_add_text (builder, name, NULL);
  else
    add_formatted (builder, name, time, "%Y-%m-%dT%H:%M:%SZ");
}

void
keel_json_add_moment (JsonBuilder *builder, const char *name, gint64 utc_us)
{
  g_autoptr (GDateTime) time = utc_us == 0 ? NULL : g_date_time_new_from_unix_utc (utc_us / G_USEC_PER_SEC);
  g_autofree char *format = NULL;

  if (time == NULL)
    {
      keel_json_add_text (builder, name, NULL);
      return;
    }
  format = g_strdup_printf ("%%Y-%%m-%%dT%%H:%%M:%%S.%03dZ", (int) (utc_us % G_USEC_PER_SEC / 1000));
  add_formatted (builder, name, time, format);
}

void
keel_json_add_local (JsonBuilder *builder, const char *name, KeelLocalTime local)
{
  g_autofree char *text = keel_local_time_format (local);

  keel_json_add_text (builder, name, text);
}

void
keel_json_add_date (JsonBuilder *builder, const char *name, gint64 utc, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (utc);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (time, zone);

  add_formatted (builder, name, there, "%Y-%m-%d");
}

void
keel_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = builder ? json_builder_get_root (builder) : json_node_new (JSON_NODE_NULL);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  /* Not g_print: JSON is UTF-8 whatever the locale. */
  fputs (text, stdout);
  fputc ('\n', stdout);
}
