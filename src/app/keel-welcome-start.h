#pragma once

#include "keel-welcome-page.h"

G_BEGIN_DECLS

/* Page 1: the language, and whose recovery it is about. @session keeps both. */
GtkWidget *keel_welcome_start_new (KeelSession *session);

G_END_DECLS
