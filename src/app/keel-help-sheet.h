#pragma once

#include <adwaita.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

/* KeelHelpSheet: one worksheet of which there is a single page, such as the safety plan: what was written,
 * and the ways to write and to print it. */
#define KEEL_TYPE_HELP_SHEET (keel_help_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpSheet, keel_help_sheet, KEEL, HELP_SHEET, AdwBin)

/* @id is the worksheet's; @with_words: what was written is shown. Follows what becomes of it. */
GtkWidget *keel_help_sheet_new (KeelSession *session, const char *id, gboolean with_words);

G_END_DECLS
