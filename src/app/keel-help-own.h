#pragma once

#include <adwaita.h>

#include "keel-session-people.h"
#include "store/keel-profile-settings.h"

G_BEGIN_DECLS

/* KeelHelpOwn: the person's own help lines and people: those of the open profile, or what it allows to be
 * shown while it is locked. Hidden where it has neither to show nor to offer. */
#define KEEL_TYPE_HELP_OWN (keel_help_own_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpOwn, keel_help_own, KEEL, HELP_OWN, AdwBin)

/* Reads them now, and whenever they change. */
void keel_help_own_set_session (KeelHelpOwn *self, KeelSession *session);
/* NULL: there is nothing. Without effect where there is a session. */
void keel_help_own_show_allowed (KeelHelpOwn *self, const KeelProfileSettings *settings);

G_END_DECLS
