#pragma once

#include <json-glib/json-glib.h>

#include "content/keel-given.h"
#include "core/keel-entry.h"

G_BEGIN_DECLS

/* One entry as a member of a JSON array or a document: what a list of entries says of it. @title is the
 * entry's own as far as it is given, nullable. Leaves the object open. */
void keel_entry_output_begin (JsonBuilder *builder, KeelEntry *entry, const char *title);

/* "fields": what was written, as far as it is given. */
void keel_entry_output_add_fields (JsonBuilder *builder, const KeelGiven *given,
                                   const KeelGivenOptions *options);

G_END_DECLS
