#pragma once

#include "keel-welcome-page.h"

G_BEGIN_DECLS

/* Page 5: what stays on this computer, and what a passphrase does and does not. */
GtkWidget *keel_welcome_privacy_new (KeelSession *session);

G_END_DECLS
