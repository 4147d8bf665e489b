#pragma once

#include <gtk/gtk.h>

#include "core/keel-local-time.h"

G_BEGIN_DECLS

/*
 * KeelDateChange: asks what is to become of one date of something that is about to be added.
 *
 * Signals: "moved" (gint64 local: a KeelLocalTime), "left-out" and "put-back", each after it has closed.
 */
#define KEEL_TYPE_DATE_CHANGE (keel_date_change_get_type ())
G_DECLARE_FINAL_TYPE (KeelDateChange, keel_date_change, KEEL, DATE_CHANGE, GtkPopover)

/* @changed: whether it was left out or moved before. */
GtkWidget *keel_date_change_new (KeelLocalTime local, gboolean changed);

G_END_DECLS
