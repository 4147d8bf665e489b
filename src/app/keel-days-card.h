#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* The days for Today: each count with its ring and the milestone that is next; and, once, a milestone that
 * was reached, as it is drawn. Hidden while nothing is counted that is to be seen. */
GtkWidget *keel_days_card_new (KeelSession *session);

G_END_DECLS
