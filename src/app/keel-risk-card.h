#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For Today: the high-risk dates of today and the next days, with what helps on them. Hidden while there are
 * none. */
GtkWidget *keel_risk_card_new (KeelSession *session);

/* One made by a template shows those of one day, which need not be near. */
void keel_risk_card_show_day (GtkWidget *card, KeelSession *session, gint64 day);

#define KEEL_TYPE_RISK_CARD (keel_risk_card_get_type ())
GType keel_risk_card_get_type (void);

G_END_DECLS
