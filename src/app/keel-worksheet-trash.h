#pragma once

#include <adwaita.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

/* KeelWorksheetTrash: what was moved to the trash, to be put back or destroyed. Signal: "back". */
#define KEEL_TYPE_WORKSHEET_TRASH (keel_worksheet_trash_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetTrash, keel_worksheet_trash, KEEL, WORKSHEET_TRASH, AdwBin)

void keel_worksheet_trash_set_session (KeelWorksheetTrash *self, KeelSession *session);
void keel_worksheet_trash_refresh (KeelWorksheetTrash *self);

G_END_DECLS
