#pragma once

#include "keel-welcome-page.h"

G_BEGIN_DECLS

/* Page 2: the programs that the person goes to or wants to try. */
GtkWidget *keel_welcome_programs_new (KeelSession *session);

G_END_DECLS
