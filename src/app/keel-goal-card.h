#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For Today: the goals of every week, with a tick for this one. Hidden while there are none. */
GtkWidget *keel_goal_card_new (KeelSession *session);

G_END_DECLS
