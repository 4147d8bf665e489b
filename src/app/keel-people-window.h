#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelPeopleWindow: the people of a person's recovery, and a page of each. */
#define KEEL_TYPE_PEOPLE_WINDOW (keel_people_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelPeopleWindow, keel_people_window, KEEL, PEOPLE_WINDOW, AdwWindow)

/* @person is the UUID of the one whose page is shown; NULL: the list. One that is open is used again. */
void keel_people_window_present (GtkWindow *parent, KeelSession *session, const char *person);

G_END_DECLS
