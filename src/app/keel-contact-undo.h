#pragma once

#include <gtk/gtk.h>

#include "keel-session-contacts.h"

G_BEGIN_DECLS

/* What a person does to the log of contacts. Both say what came of it in the window that @widget stands in,
 * with a way to undo it. */

/* @next is nullable: nothing was agreed, and nothing changes of that. */
void keel_contact_undo_save (GtkWidget *widget, KeelSession *session, const KeelContact *contact,
                             const KeelNextContact *next);
void keel_contact_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid);

G_END_DECLS
