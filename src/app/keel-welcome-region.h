#pragma once

#include "keel-welcome-page.h"

G_BEGIN_DECLS

/* Page 3: whose help lines and emergency number are shown. */
GtkWidget *keel_welcome_region_new (KeelSession *session);

G_END_DECLS
