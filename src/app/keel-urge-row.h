#pragma once

#include <gtk/gtk.h>

#include "core/keel-urge.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelUrgeRow: one line of the urge log. */
#define KEEL_TYPE_URGE_ROW (keel_urge_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeRow, keel_urge_row, KEEL, URGE_ROW, GtkListBoxRow)

KeelUrgeRow *keel_urge_row_new (KeelSession *session, const KeelUrge *urge);
const KeelUrge *keel_urge_row_get_urge (KeelUrgeRow *self);

G_END_DECLS
