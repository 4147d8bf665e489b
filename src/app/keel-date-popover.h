#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * KeelDatePopover: asks for a date.
 *
 * Signal: "chosen" (gint64 day), days since 1970-01-01.
 */
#define KEEL_TYPE_DATE_POPOVER (keel_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (KeelDatePopover, keel_date_popover, KEEL, DATE_POPOVER, GtkPopover)

/* Begins with @day, all of it ready to be typed over. */
void keel_date_popover_start (KeelDatePopover *self, gint64 day);

G_END_DECLS
