#pragma once

#include "keel-session.h"
#include "keel-worksheet-row.h"

G_BEGIN_DECLS

/* At the end of a row of a worksheet: what can be done with it beside writing. Nothing where there is
 * nothing. */
void keel_worksheet_menu_add (KeelWorksheetRow *row, KeelSession *session);

G_END_DECLS
