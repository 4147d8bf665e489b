#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of the application about people, in the window of the open profile; without one they do
 * nothing:
 *
 *   app.people               the people of one's recovery
 *   app.person (s)           the page of one: a UUID
 *   app.together             a sheet for somebody whom one trusts
 */
void keel_people_actions_add (GtkApplication *application);

G_END_DECLS
