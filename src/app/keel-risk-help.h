#pragma once

#include <gtk/gtk.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* What helps on a high-risk date: what to do, an if-then plan, a card to do at once, people to call. */
GtkWidget *keel_risk_help_new (KeelSession *session, const KeelCare *care, const KeelRiskDate *date);
/* The same in one line, for where there is little room; NULL. Transfer full. */
char *keel_risk_help_describe (KeelSession *session, const KeelCare *care, const KeelRiskDate *date);

G_END_DECLS
