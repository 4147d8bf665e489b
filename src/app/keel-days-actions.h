#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of the application for days, in the window of the open profile; without one they do nothing:
 *
 *   app.days    start dates and milestones
 *   app.lapse   after a lapse
 */
void keel_days_actions_add (GtkApplication *application);

G_END_DECLS
