#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A toggle button of which a screen reader says whether it is pressed: as a check box, or, with the
   accessible role set to "radio", as one of a group. GTK 4.8's own is heard as a plain button. */
#define KEEL_TYPE_TOGGLE (keel_toggle_get_type ())
G_DECLARE_FINAL_TYPE (KeelToggle, keel_toggle, KEEL, TOGGLE, GtkToggleButton)

GtkWidget *keel_toggle_new (const char *label, GtkAccessibleRole role);

G_END_DECLS
