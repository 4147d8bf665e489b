#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Two cards for whoever has just come: something that helps at once, and where to turn. Hidden until they are
 * wanted. */
GtkWidget *keel_today_first_coping_new (KeelSession *session);
GtkWidget *keel_today_first_help_new (void);

G_END_DECLS
