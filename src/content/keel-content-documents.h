#pragma once

/* Private to content and its tests: how KeelContent takes in the files of data/content. */

#include "keel-content.h"
#include "keel-help-book.h"

G_BEGIN_DECLS

KeelContent *keel_content_new_empty (void);
/* Adds what one file says. FALSE with a G_MARKUP_ERROR when it is not well formed, lacks something, or says
 * what another file has said already; @self is then of no use. */
gboolean keel_content_add_document (KeelContent *self, GBytes *bytes, GError **error);
/* The same of a file of that name. One that is broken becomes one of the problems, and @self goes on without
 * it. */
void keel_content_add_file (KeelContent *self, const char *name, GBytes *bytes);

/* Where the files of helplines and safety are kept; transfer none. */
KeelHelpBook *keel_content_get_help_book (KeelContent *self);
/* Likewise those of readings: of KeelReading, in their order. */
GPtrArray *keel_content_get_reading_list (KeelContent *self);

G_END_DECLS
