#pragma once

#include <gtk/gtk.h>

#include "core/keel-person.h"

G_BEGIN_DECLS

/* One person: who they are for whoever reads, the number in large type, a button that calls it, and a message
 * to copy. @with_message: also where none was written; @edit (nullable) is a button that stands at the end.
 */
GtkWidget *keel_help_person_row_new (const KeelPerson *person, gboolean with_message, GtkWidget *edit);

/* The same where the name stands above it already. */
GtkWidget *keel_help_person_row_new_nameless (const KeelPerson *person);

G_END_DECLS
