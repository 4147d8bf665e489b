#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* What Today says of if-then plans: those of today's times, and those that are bound to the meeting that is
 * next today, or to its place. Hidden while there are none. (floating) */
GtkWidget *keel_plans_card_new (KeelSession *session);

G_END_DECLS
