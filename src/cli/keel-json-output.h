#pragma once

#include <json-glib/json-glib.h>

#include "core/keel-local-time.h"

G_BEGIN_DECLS

/* Members of the JSON documents that keelctl prints. */
void keel_json_add_text (JsonBuilder *builder, const char *name, const char *text); /* NULL: null */
void keel_json_add_number (JsonBuilder *builder, const char *name, gint64 number);
void keel_json_add_count (JsonBuilder *builder, const char *name, gint64 number); /* below 0: null */
void keel_json_add_truth (JsonBuilder *builder, const char *name, gboolean truth);
void keel_json_add_instant (JsonBuilder *builder, const char *name, gint64 utc);   /* RFC 3339; 0: null */
void keel_json_add_moment (JsonBuilder *builder, const char *name, gint64 utc_us); /* with milliseconds */
void keel_json_add_local (JsonBuilder *builder, const char *name, KeelLocalTime local);
void keel_json_add_date (JsonBuilder *builder, const char *name, gint64 utc, GTimeZone *zone);

/* Writes what was built to standard output; without @builder, null. */
void keel_json_print (JsonBuilder *builder);

G_END_DECLS
