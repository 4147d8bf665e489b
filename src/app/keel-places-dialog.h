#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelPlacesDialog: where meetings can be found that no list of Keel has: the public pages of each program,
 * those the person has to do with first, and who else may know. Nothing is fetched or opened until it is
 * pressed.
 */
#define KEEL_TYPE_PLACES_DIALOG (keel_places_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlacesDialog, keel_places_dialog, KEEL, PLACES_DIALOG, AdwWindow)

/* Shows it over @parent, which has the actions that KeelWindow lists. */
void keel_places_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS
