#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelWorksheetOffers: the worksheets that can be begun: those of the chosen programs, three beginnings each,
 * those of every day, those for safety and the person's own; or all of them, by what they are for.
 *
 * Signal: "begin" (const KeelWorksheet *).
 */
#define KEEL_TYPE_WORKSHEET_OFFERS (keel_worksheet_offers_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetOffers, keel_worksheet_offers, KEEL, WORKSHEET_OFFERS, AdwBin)

void keel_worksheet_offers_set_session (KeelWorksheetOffers *self, KeelSession *session);
/* With words, those of all in whose name or description they are; whether there is any. "" ends that. */
gboolean keel_worksheet_offers_search (KeelWorksheetOffers *self, const char *words);

G_END_DECLS
