#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelContactCard: of Today: the people with whom a contact is due. Not visible where there is none. */
#define KEEL_TYPE_CONTACT_CARD (keel_contact_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelContactCard, keel_contact_card, KEEL, CONTACT_CARD, AdwBin)

GtkWidget *keel_contact_card_new (KeelSession *session);

G_END_DECLS
