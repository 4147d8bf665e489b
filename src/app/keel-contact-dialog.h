#pragma once

#include <adwaita.h>

#include "keel-session-people.h"

G_BEGIN_DECLS

/* KeelContactDialog: somebody whom one can call, or a help line of one's own, to be added, changed or
 * deleted. */
#define KEEL_TYPE_CONTACT_DIALOG (keel_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelContactDialog, keel_contact_dialog, KEEL, CONTACT_DIALOG, AdwWindow)

/* NULL: a new one. */
void keel_contact_dialog_present_person (GtkWindow *parent, KeelSession *session, const KeelPerson *person);
void keel_contact_dialog_present_line (GtkWindow *parent, KeelSession *session, const KeelOwnLine *line);

G_END_DECLS
