#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One kind of meeting as a BMLT server names it. */
typedef struct
{
  char *key;      /* of this server: "RF" */
  char *world_id; /* the same on all servers: "VAR"; nullable */
  char *name;     /* in English, else as there is: what is kept does not depend on who imports */
} KeelBmltFormat;

/* The answers to GetFormats, of one server or of many. */
typedef struct _KeelBmltFormats KeelBmltFormats;

KeelBmltFormats *keel_bmlt_formats_new (void);
void keel_bmlt_formats_free (KeelBmltFormats *self);
void keel_bmlt_formats_add (KeelBmltFormats *self, JsonObject *row);

/* @server (nullable) is the root_server_uri of the meeting: keys and ids differ between servers. NULL
 * where unknown. */
const KeelBmltFormat *keel_bmlt_formats_find_key (KeelBmltFormats *self, const char *server, const char *key);
const KeelBmltFormat *keel_bmlt_formats_find_id (KeelBmltFormats *self, const char *server, const char *id);

G_END_DECLS
