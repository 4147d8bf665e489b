#pragma once

#include "keel-journal-contacts.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/* Contacts, with the reminder that may depend on them: as keel_journal_set_contact () and
 * keel_journal_set_contact_deleted (). */
gboolean keel_profile_set_contact (KeelProfile *self, KeelContact *contact, KeelNextContact *next,
                                   KeelContact **before, GError **error);
gboolean keel_profile_set_contact_deleted (KeelProfile *self, const char *uuid, gboolean deleted,
                                           KeelNextContact *next, GError **error);

G_END_DECLS
