#pragma once

#include <gtk/gtk.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* KeelDaysRing: the days of a count in a ring that goes on to the next milestone, in the colours of the
 * window. Words that say the same stand beside it, so a listener does not hear it. Hidden where nothing
 * counts up. */
#define KEEL_TYPE_DAYS_RING (keel_days_ring_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysRing, keel_days_ring, KEEL, DAYS_RING, GtkDrawingArea)

GtkWidget *keel_days_ring_new (int size); /* pixels */
void keel_days_ring_show (KeelDaysRing *self, KeelSession *session, const KeelCountStand *stand);

/* Whether anything of @stand counts up, and to what: the streak, or the total where that alone is shown. */
gboolean keel_days_ring_has_number (const KeelCountStand *stand);
guint keel_days_ring_get_number (const KeelCountStand *stand);

G_END_DECLS
