#pragma once

#include <adwaita.h>

#include "keel-session-contacts.h"

G_BEGIN_DECLS

/* KeelContactLogDialog: a call, a message or a meeting with somebody, to be put down, changed or deleted. It
 * asks for what is the person's own alone. */
#define KEEL_TYPE_CONTACT_LOG_DIALOG (keel_contact_log_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelContactLogDialog, keel_contact_log_dialog, KEEL, CONTACT_LOG_DIALOG, AdwWindow)

/* @contact is nullable: a new one. What is said of it afterwards stands in @parent. */
void keel_contact_log_dialog_present (GtkWindow *parent, KeelSession *session, const KeelPerson *person,
                                      const KeelContact *contact);

G_END_DECLS
