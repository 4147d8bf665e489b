#pragma once

#include "keel-welcome-page.h"

G_BEGIN_DECLS

/* Page 4: how reminders come. */
GtkWidget *keel_welcome_reminders_new (KeelSession *session);

G_END_DECLS
