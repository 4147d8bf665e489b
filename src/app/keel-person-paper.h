#pragma once

#include <gtk/gtk.h>

#include "keel-session-contacts.h"

G_BEGIN_DECLS

/* Shows the open ones of @questions (of KeelPersonQuestion) as a list to tick with a pen, to be printed or
 * saved. It does not say for whom it is. */
void keel_person_paper_present (GtkWindow *parent, KeelSession *session, GPtrArray *questions);

G_END_DECLS
