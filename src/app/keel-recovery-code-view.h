#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelRecoveryCodeView: a recovery code in large letters, to be written down or printed. A screen reader
 * reads it group by group. It goes onto no clipboard. */
#define KEEL_TYPE_RECOVERY_CODE_VIEW (keel_recovery_code_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelRecoveryCodeView, keel_recovery_code_view, KEEL, RECOVERY_CODE_VIEW, AdwBin)

void keel_recovery_code_view_show (KeelRecoveryCodeView *self, const char *code);
const char *keel_recovery_code_view_get_code (KeelRecoveryCodeView *self); /* without spaces */

G_END_DECLS
