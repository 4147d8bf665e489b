#pragma once

#include "core/keel-own-line.h"
#include "core/keel-person.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/*
 * How people and help lines of one's own are changed: the journal, and after it profile.ini, which has the
 * names and numbers that may be shown while the profile is locked. Where the second cannot be written, the
 * error is of that, and the next change or opening brings it in step.
 */
gboolean keel_profile_set_person (KeelProfile *self, KeelPerson *person, GError **error);
gboolean keel_profile_set_own_line (KeelProfile *self, KeelOwnLine *line, GError **error);
gboolean keel_profile_set_person_deleted (KeelProfile *self, const char *uuid, gboolean deleted,
                                          GError **error);
gboolean keel_profile_set_own_line_deleted (KeelProfile *self, const char *uuid, gboolean deleted,
                                            GError **error);

/* Brings profile.ini in step with the journal: what an end of the program between the two left. */
gboolean keel_profile_show_on_lock_page (KeelProfile *self, GError **error);

G_END_DECLS
