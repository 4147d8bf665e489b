#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of the application that help at this moment, in the window of the open profile; without one
 * they do nothing:
 *
 *   app.urge                 an urge: Ctrl+U; in a profile for family alone, the first question of Coping
 *   app.urge-log             those there were, and what they have in common
 *   app.run-strategy (s)     does a card
 *   app.plans                if-then plans
 */
void keel_coping_actions_add (GtkApplication *application);

G_END_DECLS
