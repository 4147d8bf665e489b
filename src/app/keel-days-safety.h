#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A box for lines about safety, which nobody has to ask for. Without any it is hidden. */
GtkWidget *keel_days_safety_new (void);
/* Takes @sentences, of char *. */
void keel_days_safety_show (GtkWidget *box, GPtrArray *sentences);

G_END_DECLS
