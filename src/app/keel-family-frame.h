#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Lets the frame of the window, its menu and the actions of the application suit the groups of pages that the
 * profile of @session offers now: where they are for family alone, there is no urge and no lapse, but a hard
 * moment. @urge is the button in the header, @menu that of the main menu. */
void keel_family_frame_suit (GtkApplication *application, KeelSession *session, GtkWidget *urge,
                             GtkMenuButton *menu);

G_END_DECLS
