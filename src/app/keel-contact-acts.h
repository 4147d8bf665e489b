#pragma once

#include "keel-session-people.h"

G_BEGIN_DECLS

/* What a person does to the people and the help lines of their own. Each says what came of it in the window
 * that
 * @widget stands in, and offers to undo it. */

/* @before: what stood there; NULL: it is new. */
void keel_contact_save_person (GtkWidget *widget, KeelSession *session, const KeelPerson *person,
                               const KeelPerson *before);
void keel_contact_save_line (GtkWidget *widget, KeelSession *session, const KeelOwnLine *line,
                             const KeelOwnLine *before);
void keel_contact_delete_person (GtkWidget *widget, KeelSession *session, const KeelPerson *person);
void keel_contact_delete_line (GtkWidget *widget, KeelSession *session, const KeelOwnLine *line);

G_END_DECLS
