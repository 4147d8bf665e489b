#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelChangeRow: a meeting that is followed and that its list now has in another way, or no longer, with the
 * two answers to it. An answer can be taken back for as long as the row is there. */
#define KEEL_TYPE_CHANGE_ROW (keel_change_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelChangeRow, keel_change_row, KEEL, CHANGE_ROW, AdwActionRow)

GtkWidget *keel_change_row_new (KeelSession *session, const KeelFollowedChange *change);

G_END_DECLS
