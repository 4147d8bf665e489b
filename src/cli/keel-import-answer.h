#pragma once

#include <json-glib/json-glib.h>

#include "keel-invocation.h"

G_BEGIN_DECLS

/* What `import` and `lists refresh` have in common: an import with its progress on a terminal, and the
 * answer. */
KeelImportReport *keel_import_answer_run (KeelInvocation *invocation, GFile *file,
                                          const KeelImportOptions *options, GError **error);
void keel_import_answer_add (JsonBuilder *builder, const KeelImportReport *report);
void keel_import_answer_print (KeelInvocation *invocation, const KeelImportReport *report, gboolean dry_run);

G_END_DECLS
