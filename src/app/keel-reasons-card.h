#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReasonsCard: one of the person's reasons, with its picture, and the way to the next. Hidden while there
 * are none. */
#define KEEL_TYPE_REASONS_CARD (keel_reasons_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelReasonsCard, keel_reasons_card, KEEL, REASONS_CARD, AdwBin)

GtkWidget *keel_reasons_card_new (KeelSession *session);

G_END_DECLS
