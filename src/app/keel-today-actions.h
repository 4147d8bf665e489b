#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of the application that belong to Today, in the window of the open profile; without one they do
 * nothing:
 *
 *   app.check-in   how it is, with all that can be said, and what was put down before
 *   app.reasons    what it is all for
 */
void keel_today_actions_add (GtkApplication *application);

G_END_DECLS
