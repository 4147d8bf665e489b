#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For Today: the medicine that is due, with what became of it; an appointment of today or tomorrow, and that
 * the naloxone at hand gets old. Hidden while there is nothing of that. */
GtkWidget *keel_medicine_card_new (KeelSession *session);

G_END_DECLS
