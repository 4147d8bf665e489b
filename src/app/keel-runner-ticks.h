#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As many marks as there are things to find, each to be ticked when one was found. */
GtkWidget *keel_runner_ticks_new (guint count);

G_END_DECLS
