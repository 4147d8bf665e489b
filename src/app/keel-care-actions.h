#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of the application that lead to "My Plans", in the window of the open profile; without one they
 * do nothing:
 *
 *   app.care            all of them
 *   app.medicine (s)    the medicine plan with that UUID
 */
void keel_care_actions_add (GtkApplication *application);

G_END_DECLS
