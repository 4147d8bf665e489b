#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelImportResult: what came of an import, and why rows were left out. */
#define KEEL_TYPE_IMPORT_RESULT (keel_import_result_get_type ())
G_DECLARE_FINAL_TYPE (KeelImportResult, keel_import_result, KEEL, IMPORT_RESULT, AdwBin)

void keel_import_result_set_session (KeelImportResult *self, KeelSession *session);
void keel_import_result_show (KeelImportResult *self, const KeelImportOutcome *outcome);
/* Offers to choose the program and import again, where the list does not say of which it is and none was
 * @named. */
void keel_import_result_offer_program (KeelImportResult *self, const KeelImportOutcome *outcome,
                                       gboolean named);
/* "1,555 read, 1,541 added, 14 skipped"; transfer full. */
char *keel_import_result_describe (const KeelImportReport *report);

G_END_DECLS
