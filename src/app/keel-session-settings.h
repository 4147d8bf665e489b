#pragma once

#include "keel-session.h"
#include "store/keel-profile-settings.h"

G_BEGIN_DECLS

/* What is known of the open profile, and of those beside it, without their databases. */

/* Which groups of pages the open profile offers, as its settings say; members' before it is open. Who changes
 * them with keel_session_save_settings () makes the session tell "pages-changed". */
KeelPageGroups keel_session_get_page_groups (KeelSession *self);
/* Family pages and no members' pages: nothing of urges, lapses and the like is offered then. */
gboolean keel_session_is_for_family_alone (KeelSession *self);

/* INVALID or NAME_TAKEN for the name. */
gboolean keel_session_save_settings (KeelSession *self, const KeelProfileSettings *settings, GError **error);
/* Whether the recovery code has been written down. */
gboolean keel_session_note_code (KeelSession *self, gboolean noted, GError **error);
/* There is a code that nobody has written down. */
gboolean keel_session_wants_new_code (KeelSession *self);
/* The first of the other profiles, and how many there are; transfer full, NULL where there is none. */
char *keel_session_find_other_profile (KeelSession *self, guint *others);

G_END_DECLS
